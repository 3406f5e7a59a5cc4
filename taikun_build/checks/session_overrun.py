"""A session that must be over at a certain time has room for its programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, Text, msg
from taikun_build.timetable import Sitting, place_of_end, timetables
from taikun_build.timing import clock, clock_in_file

RULE = Rule(
    "session-overrun",
    msg("There is not time enough: the programme is done at {end}, {late} after the planned end."),
    msg("Shorten something, take something out, or set «end» to {until}. The longest entry is {longest}, {minutes}."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report parts of sessions that last longer than planned. To be over at the planned minute is fine."""
    for plan in timetables(curriculum):
        for sitting in plan.sittings:
            planned = sitting.planned_end
            if planned is not None and sitting.start < planned < sitting.end:
                longest, minutes = _longest(sitting)
                yield RULE.at(
                    place_of_end(sitting, plan.session),
                    end=clock(sitting.end),
                    until=clock_in_file(sitting.end),
                    late=_minutes(sitting.end - planned),
                    longest=longest,
                    minutes=_minutes(minutes),
                )


def _longest(sitting: Sitting) -> tuple[str | Text, int]:
    """The title of what takes the most time of the sitting, and how many minutes: a module with its own breaks."""
    times: Counter[int | None] = Counter()
    for step in sitting.steps:
        times[step.slot] += step.minutes
    del times[None]
    (slot, minutes), *_ = times.most_common(1)
    first = next(step for step in sitting.steps if step.slot == slot)
    return msg("«{title}»", title=first.module.meta.title if first.module else first.title), minutes


def _minutes(number: int) -> Text:
    return msg("{number} minute", number=1) if number == 1 else msg("{number} minutes", number=number)
