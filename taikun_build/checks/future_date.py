"""Nobody has reviewed a module or looked up a law on a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from taikun_build.model import Accessibility, Curriculum, Module, Setting
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
    for module in curriculum.modules:
        for key, day, where in _days_done(module):
            if day > setting.today:
                yield RULE.at(where, key=key, day=day.isoformat())
    for index, resource in enumerate(curriculum.resources):
        if resource.checked is not None and resource.checked > setting.today:
            where = curriculum.resources.at("resources", index, "checked")
            yield RULE.at(where, key="checked", day=resource.checked.isoformat())
    for key, day, where in _tried(curriculum.accessibility):
        if day > setting.today:
            yield RULE.at(where, key=key, day=day.isoformat())


def _tried(accessibility: Accessibility | None) -> Iterator[tuple[str, date, Location]]:
    """Every day on which a person tried the site: key, day, place."""
    for index, one in enumerate(accessibility.meta.criteria if accessibility else ()):
        if accessibility and one.by_hand:
            yield "date", one.by_hand.date, accessibility.at("criteria", index, "by_hand", "date")


def _days_done(module: Module) -> Iterator[tuple[str, date, Location]]:
    """Every date that says when something was done: key, day, place."""
    yield "reviewed", module.meta.reviewed, module.at("reviewed")
    for index, use in enumerate(module.meta.sources):
        if use.valid_as_of is not None:
            yield "valid_as_of", use.valid_as_of, module.at("sources", index, "valid_as_of")
