"""What must come before a module is no more demanding than the module itself."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "prerequisite-level",
    msg("«{id}» should come first, but has the level «{higher}»; this module has «{level}»."),
    msg("Take it off «prerequisites», or change the level of one of the two modules."),
    Severity.WARNING,
)
_NEEDS = frozenset({"prerequisites", "level"})


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report prerequisites at a higher level. Those that do not exist are another rule's matter."""
    levels = {module.meta.id: module.meta.level for module in curriculum.modules if not module.broken & {"id", "level"}}
    for module in curriculum.modules:
        own = module.meta.level
        for index, wanted in enumerate(() if module.broken & _NEEDS else module.meta.prerequisites):
            level = levels.get(wanted, own)
            if level.rank > own.rank:
                yield RULE.at(module.at("prerequisites", index), id=wanted, higher=str(level), level=str(own))
