"""What a module links to in the curriculum's folders is published with it."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.linking import ASSETS, Targets, is_elsewhere, is_own
from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, Text, msg

RULE = Rule(
    "unpublishable-file",
    msg("The file «{target}» is there, but is not published: {why}."),
    msg("{advice}"),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report links and images that lead to a file which stays behind when the site is made."""
    targets = Targets(curriculum)
    texts: tuple[Module | Page, ...] = (*curriculum.modules, *curriculum.pages)
    for text in texts:
        for prose in text.proses():
            for link in prose.tree.links:
                found = None if is_elsewhere(link.target) else targets.unpublished(link.target, text.path)
                if found is not None:
                    why, advice = _reason(found, text)
                    yield RULE.at(prose.location(link.offset), target=link.target, why=why, advice=advice)


def _reason(file: str, text: Module | Page) -> tuple[Text, Text]:
    """Why a file is not published from a text, and what to do instead."""
    if isinstance(text, Page):
        return (
            msg("only modules can have files"),
            msg("Write what it says on the page itself, or link to the module that has the file."),
        )
    if not is_own(file, text.path):
        folder = text.path.removesuffix(".md").rpartition("/")[2]
        return (
            msg("it lies outside the module's own folder"),
            msg("Put a copy in the folder «{folder}» beside the module, and link to that.", folder=folder),
        )
    return (
        msg("the site does not show files of this kind"),
        msg("Save it as one of these kinds, and link to that: {allowed}.", allowed=", ".join(ASSETS)),
    )
