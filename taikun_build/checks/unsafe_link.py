"""A link leads to a web page, an e-mail address or a file of the curriculum, and to nothing that runs."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.linking import is_unsafe
from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "unsafe-link",
    msg("A link cannot lead to «{target}»."),
    msg(
        "Use a full web address that begins with https://, or the path to a file of the curriculum with / between the"
        " folders."
    ),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report link targets that run something, or that lead to the reader's or the author's own machine."""
    for prose in text.proses():
        for link in prose.tree.links:
            if is_unsafe(link.target):
                yield RULE.at(prose.location(link.offset), target=link.written or link.target)
