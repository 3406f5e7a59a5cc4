"""The entries in `changes` belong to versions that are there, and each stands once."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, version_order
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "change-version",
    msg("The entry about version {version} cannot be right: {reason}."),
    msg("Give the entry the version in which the change came, and let each change stand once."),
)
NEEDS = frozenset({"version", "changes"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report entries for versions after the module's own, and entries that say what another has said."""
    own = module.meta.version
    seen: set[tuple[str, str]] = set()
    for index, change in enumerate(module.meta.changes):
        if version_order(change.version) > version_order(own):
            where = module.at("changes", index, "version")
            yield RULE.at(where, version=change.version, reason=msg("the module itself has version {own}", own=own))
        said = (change.version, " ".join(change.what.casefold().split()))
        if said in seen:
            where = module.at("changes", index, "what")
            yield RULE.at(where, version=change.version, reason=msg("an entry above says the same"))
        seen.add(said)
