"""Nobody sits longer without a break on a course day than in a module: 45 minutes before a screen, 90 in a room."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timetable import place_of, since_rest, timetables
from taikun_build.timing import limit_for

RULE = Rule(
    "session-break",
    msg("{minutes} minutes go by without a break before this is over; the limit is {limit}."),
    msg(
        "Put in an entry with «kind: break», or let the program do it: `breaks: {{after: {limit}, minutes: 10}}` above "
        "the programme. An entry that is itself longer than the limit must be divided."
    ),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report the entry in which the longest stretch of a part of a session passes the limit."""
    for plan in timetables(curriculum):
        limit = limit_for((plan.session.meta.format,))
        for sitting in plan.sittings:
            since, longest, where = 0, limit, None
            for step in sitting.steps:
                since = since_rest(since, step)
                if since > longest:
                    longest, where = since, place_of(step, plan.session)
            if where is not None:
                yield RULE.at(where, minutes=longest, limit=limit)
