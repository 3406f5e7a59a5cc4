"""An event is over after it has begun."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "event-order",
    msg("«{title}» is over before it has begun."),
    msg("«start» is on the day in «date», «end» on the same day or on the one in «last_day». Mend what is wrong."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report events that end when they begin, or before."""
    for index, event in enumerate(curriculum.events):
        if event.ends <= event.begins:
            is_day = event.last_day is not None and event.last_day < event.date
            where = curriculum.events.at("events", index, "last_day" if is_day else "end")
            yield RULE.at(where, title=event.title)
