"""An event at which a session is held has the session's times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from taikun_build.model import Curriculum, Event
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timetable import Timetable, timetables
from taikun_build.timing import clock_in_file

RULE = Rule(
    "event-session",
    msg("The event has «{key}» {value}, but by the timetable of «{session}» it is {expected}."),
    msg("Mend the event, or the session in {path}: calendars take their times from the timetable."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report what an event says otherwise than the timetable of its session."""
    plans = {plan.session.meta.id: plan for plan in timetables(curriculum)}
    for index, event in enumerate(curriculum.events):
        plan = plans.get(event.session or "")
        if plan is None:
            continue
        for key, value, expected in _told(event, plan):
            if value != expected:
                where = curriculum.events.at("events", index, key)
                title, path = plan.session.meta.title, plan.session.path
                yield RULE.at(where, key=key, value=value, session=title, expected=expected, path=path)


def _told(event: Event, plan: Timetable) -> Iterator[tuple[str, str, str]]:
    """Each key of the event that the session settles: what it says, and what it should say."""
    first, last = plan.sittings[0], plan.sittings[-1]
    yield "start", event.start, clock_in_file(first.start)
    yield "end", event.end, clock_in_file(last.end)
    yield "last_day", str(event.last_day or event.date), str(event.date + timedelta(last.day))
