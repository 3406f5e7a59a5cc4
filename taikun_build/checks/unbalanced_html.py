"""A tag that is opened is closed in the same paragraph; otherwise it changes all that follows."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.inline_html import is_allowed, unbalanced
from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "unbalanced-html",
    msg("The tag {html} has no partner in this paragraph."),
    msg("Every <tag> is closed by a </tag> in the same paragraph, list item or table cell."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report allowed tags that stand alone."""
    for prose in text.proses():
        for offset, html in unbalanced(prose.tree.raw_html, prose.markdown):
            if is_allowed(html):
                yield RULE.at(prose.location(offset), html=html)
