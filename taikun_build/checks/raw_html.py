"""Module text is Markdown; of HTML only a few inline tags are published."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.inline_html import ALLOWED, is_allowed
from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "raw-html",
    msg("This HTML cannot be published: {html}"),
    msg("Write it as Markdown. To show a < sign, put the text in `code marks`. Allowed are only {allowed}."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report every piece of raw HTML that is not on the short list. Comments have a rule of their own."""
    for prose in text.proses():
        for offset, html in prose.tree.raw_html:
            if not html.startswith("<!--") and html != "-->" and not is_allowed(html):
                first_line = html.split("\n")[0]
                shown = first_line if len(first_line) <= 60 else first_line[:59] + "…"
                yield RULE.at(prose.location(offset), html=shown, allowed=", ".join(f"<{tag}>" for tag in ALLOWED))
