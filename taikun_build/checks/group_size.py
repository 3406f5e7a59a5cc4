"""The smallest group that a module is made for is no larger than the largest."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "group-size",
    msg("No group can have at least {min} and at most {max} participants."),
    msg("Swap the two numbers, or mend the one that is wrong."),
)
NEEDS = frozenset({"group_size"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report a minimum that is greater than the maximum."""
    size = module.meta.group_size
    if size.min > size.max:
        yield RULE.at(module.at("group_size", "min"), min=size.min, max=size.max)
