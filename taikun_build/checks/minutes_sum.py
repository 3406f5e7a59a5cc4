"""The duration of a module is the sum of its activities' minutes."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timing import total_minutes

RULE = Rule(
    "minutes-sum",
    msg("The duration is {duration} minutes, but the activities take {sum}."),
    msg("Set «duration» to {sum}, or adjust the minutes of the activities. Breaks count."),
)
NEEDS = frozenset({"duration", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report a duration that differs from the sum."""
    total = total_minutes(module)
    if total != module.meta.duration:
        yield RULE.at(module.at("duration"), duration=module.meta.duration, sum=total)
