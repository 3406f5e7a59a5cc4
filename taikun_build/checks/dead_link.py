"""A link within the curriculum leads to a file that is published, and to an anchor that is there."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.linking import Targets, is_elsewhere
from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "dead-link",
    msg("The link leads nowhere: «{target}»."),
    msg("Check the spelling. Links between modules are written as paths to the .md file, from this file's folder."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report links to files and anchors that do not exist. Links to other web sites are not followed."""
    targets = Targets(curriculum)
    texts: tuple[Module | Page, ...] = (*curriculum.modules, *curriculum.pages)
    for text in texts:
        for prose in text.proses():
            for link in prose.tree.links:
                if is_elsewhere(link.target) or targets.has(link.target, text.path):
                    continue
                if targets.unpublished(link.target, text.path) is None:
                    yield RULE.at(prose.location(link.offset), target=link.target)
