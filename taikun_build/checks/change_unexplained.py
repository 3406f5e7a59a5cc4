"""Readers of a new edition are told what is new in a module, and why."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.editions import changed_since_published
from taikun_build.model import Curriculum, Setting, version_order
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "change-unexplained",
    msg("The module has changed since version {listed} in «{edition}», but «changes» does not say how."),
    msg(
        "Add an entry with the new version: «kind», «what», «why» and «trigger», that is what sort of change it is,"
        " what is new, why, and what set it off."
    ),
)


def check(curriculum: Curriculum, setting: Setting) -> Iterator[Problem]:
    """Report changed modules without an entry for a version after that of the newest published edition."""
    for module, listed, edition in changed_since_published(curriculum, setting.editions):
        before = version_order(listed.version)
        is_explained = any(version_order(change.version) > before for change in module.meta.changes)
        if "changes" not in module.broken and not is_explained:
            yield RULE.at(module.at("changes"), listed=listed.version, edition=edition.title)
