"""Every image says in words what it shows, for those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, Text, msg
from taikun_build.prose import opening

RULE = Rule(
    "image-alt",
    msg("{what}"),
    msg(
        "Write between the brackets what the reader should learn from the image, as you would say it on the telephone."
    ),
)

_FILE_NAME = re.compile(r"\S+\.(?:gif|jpe?g|png|svg|webp)", re.IGNORECASE)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report images without alternative text, or with the file's name for one (WCAG 2.1, 1.1.1)."""
    for prose in text.proses():
        for link in prose.tree.links:
            if link.is_image and (what := _fault(link.text.strip(), link.target)):
                yield RULE.at(prose.location(opening(link, prose.markdown)), what=what)


def _fault(alt: str, target: str) -> Text | None:
    stem = target.rpartition("/")[2].rpartition(".")[0]
    if not alt:
        return msg("The image has no text for those who do not see it.")
    if _FILE_NAME.fullmatch(alt) or (alt.casefold() == stem.casefold() and not stem.isalpha()):
        return msg("«{alt}» is the name of the file and does not say what the image shows.", alt=alt)
    return None
