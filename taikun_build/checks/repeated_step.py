"""A module is a step of a learning path once."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "repeated-step",
    msg("The module «{module}» is a step before, on line {line}."),
    msg("Take one of the two steps away."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report modules that a learning path comes to a second time."""
    for path in curriculum.learning_paths:
        first: dict[str, int] = {}
        for index, step in enumerate(path.meta.steps):
            before = first.setdefault(step.module, index)
            if before != index:
                earlier = path.at("steps", before, "module")
                where = path.at("steps", index, "module")
                yield RULE.at(where, related=(earlier,), module=step.module, line=earlier.line)
