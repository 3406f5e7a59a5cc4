"""A link has a text: it is what a screen reader says, and what there is to press."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg
from taikun_build.prose import Tree, opening

RULE = Rule(
    "empty-link",
    msg("The link has no text, so nobody can find it."),
    msg("Write between the brackets what the link leads to."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report links without text (WCAG 2.1, 2.4.4). An image without one has a rule of its own, in a link too."""
    for prose in text.proses():
        with_image = frozenset(_round_images(prose.tree))
        for link in prose.tree.links:
            if not link.is_image and not link.text.strip() and link.target not in with_image:
                yield RULE.at(prose.location(opening(link, prose.markdown)))


def _round_images(tree: Tree) -> Iterator[str]:
    """The targets of the links that hold an image."""
    for element in (element for block in tree.blocks for element in block.walk()):
        if element.name == "a" and any(inner.name == "img" for inner in element.walk()):
            yield element.target
