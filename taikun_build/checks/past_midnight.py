"""A session is over on the day on which it began."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timetable import MIDNIGHT, place_of, timetables

RULE = Rule(
    "past-midnight",
    msg("This is not over until after midnight."),
    msg("Begin earlier, or divide the session: a `part` with «start» and «days_later: 1» begins the next day."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report, for each part of a session, the first entry that is over on the next day. Midnight itself is fine."""
    for plan in timetables(curriculum):
        for sitting in plan.sittings:
            late = next((step for step in sitting.steps if step.end > MIDNIGHT and step.slot is not None), None)
            if late is not None:
                yield RULE.at(place_of(late, plan.session))
