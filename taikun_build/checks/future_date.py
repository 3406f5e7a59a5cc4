"""Nobody has reviewed a module or looked up a law on a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from taikun_build.model import Curriculum, Setting
from taikun_build.problems import Location, Problem, Rule, msg

RULE = Rule(
    "future-date",
    msg("«{key}» is {day}, but that day has not come yet."),
    msg("Write the day on which it was done. It is often the year that is wrong."),
)


def check(curriculum: Curriculum, setting: Setting) -> Iterator[Problem]:
    """Report days after today in `reviewed`, `valid_as_of`, `checked` and `by_hand`."""
    if setting.today is None:
        return
    for key, day, where in _days_done(curriculum):
        if day is not None and day > setting.today:
            yield RULE.at(where, key=key, day=day.isoformat())


def _days_done(curriculum: Curriculum) -> Iterator[tuple[str, date | None, Location]]:
    """Every date that says when something was done: key, day if there is one, place."""
    for module in curriculum.modules:
        yield "reviewed", module.meta.reviewed, module.at("reviewed")
        for index, use in enumerate(module.meta.sources):
            yield "valid_as_of", use.valid_as_of, module.at("sources", index, "valid_as_of")
    for index, resource in enumerate(curriculum.resources):
        yield "checked", resource.checked, curriculum.resources.at("resources", index, "checked")
    if curriculum.accessibility:
        for index, one in enumerate(curriculum.accessibility.meta.criteria):
            if one.by_hand:
                yield "date", one.by_hand.date, curriculum.accessibility.at("criteria", index, "by_hand", "date")
