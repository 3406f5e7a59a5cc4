"""Comments in HTML would be published, in the source of every page."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "html-comment",
    msg("There is an HTML comment here, and readers could see it in the page's source."),
    msg("Delete it. What the facilitator needs goes in a «facilitator» block, what the authors need in git."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report the beginning of every comment, and an end without a beginning."""
    for prose in text.proses():
        for offset, html in prose.tree.raw_html:
            if html.startswith("<!--") or html == "-->":
                yield RULE.at(prose.location(offset))
