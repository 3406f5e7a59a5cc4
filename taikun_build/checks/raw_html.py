"""Module text is Markdown: raw HTML and HTML comments are not published."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "raw-html",
    msg("There is HTML in the text: {html}"),
    msg("Write it as Markdown. To show a < sign, put the text in `code marks`. Comments belong in git, not here."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report every piece of raw HTML, comments included."""
    for prose in text.proses():
        for offset, html in prose.tree.raw_html:
            first_line = html.split("\n")[0]
            shown = first_line if len(first_line) <= 60 else first_line[:59] + "…"
            yield RULE.at(prose.location(offset), html=shown)
