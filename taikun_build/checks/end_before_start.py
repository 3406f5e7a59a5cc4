"""A part of a session is planned to end after it begins."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timetable import place_of_end, timetables
from taikun_build.timing import clock

RULE = Rule(
    "end-before-start",
    msg("The planned end, {end}, is not after the start, {start}."),
    msg("Perhaps the two are mixed up, or a digit is wrong. No part of a session lasts past midnight."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report sessions and parts of them that are planned to end when they begin, or before."""
    for plan in timetables(curriculum):
        for sitting in plan.sittings:
            if sitting.planned_end is not None and sitting.planned_end <= sitting.start:
                where = place_of_end(sitting, plan.session)
                yield RULE.at(where, start=clock(sitting.start), end=clock(sitting.planned_end))
