"""A link's text says where it leads, also when it is read alone, in a list of links."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.prose import opening

RULE = Rule(
    "vague-link",
    msg("The link text «{text}» does not say what the link leads to."),
    msg("Let the link text name the page or the file that the reader comes to."),
    Severity.WARNING,
)

VAGUE = frozenset(
    (
        *("denne", "dette", "denne lenka", "denne lenken", "denne sida", "denne siden", "her", "klikk her", "lenke"),
        *("lenka", "lenken", "les mer", "les mer her", "link", "mer", "mer her", "se her", "trykk her"),
        *("denne lenkja", "klikk på lenkja", "lenkje", "lenkja", "les meir", "les meir her", "meir", "sjå her"),
        *("click here", "here", "learn more", "more", "press here", "read more", "see here", "this", "this link"),
        *("this page", "klikk på lenken", "klikk på lenka"),
    )
)
"""In bokmål, nynorsk and English; a text in one language may well link in another."""


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report links whose text says nothing by itself (WCAG 2.1, 2.4.4)."""
    for prose in text.proses():
        for link in prose.tree.links:
            said = " ".join(link.text.split()).strip(" .,:;!?…«»\"'()[]→›>")
            if not link.is_image and said.casefold() in VAGUE:
                yield RULE.at(prose.location(opening(link, prose.markdown)), text=said)
