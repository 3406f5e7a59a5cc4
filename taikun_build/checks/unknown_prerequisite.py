"""What must come before a module is a module of the curriculum."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-prerequisite",
    msg("No module has the id «{value}»."),
    msg("{suggestion}«prerequisites» takes the ids of other modules."),
)
NEEDS = frozenset({"prerequisites"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report prerequisites that do not exist, unless a file of that name has another id: that is another rule's."""
    known = tuple(other.meta.id for other in curriculum.modules)
    reported = {*curriculum.unread, *(other.path for other in curriculum.modules)}
    for index, wanted in enumerate(module.meta.prerequisites):
        if wanted not in known and not any(path.endswith(f"/{wanted}.md") for path in reported):
            where = module.at("prerequisites", index)
            yield RULE.at(where, value=wanted, suggestion=did_you_mean(wanted, known))
