"""Each part of a session begins after the one before is over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timetable import timetables
from taikun_build.timing import clock

RULE = Rule(
    "part-order",
    msg("«{part}» begins at {start}, but the part before is not over until {end}."),
    msg("Let it begin later, shorten the part before, or say with «days_later» that it is on another day."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report parts that begin before the one before is over. To begin at the same minute is fine."""
    for plan in timetables(curriculum):
        for before, sitting in pairwise(plan.sittings):
            if sitting.slot is not None and sitting.day == before.day and sitting.start < before.end:
                where = plan.session.at("programme", sitting.slot, "start")
                yield RULE.at(where, part=sitting.title, start=clock(sitting.start), end=clock(before.end))
