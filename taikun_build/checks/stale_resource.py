"""Somebody has opened each resource within the last year, or it says that nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from taikun_build.model import Curriculum, Setting
from taikun_build.problems import Problem, Rule, Severity, msg

FRESH = timedelta(days=365)
"""A year: how long an address that was opened counts as one that works."""

RULE = Rule(
    "stale-resource",
    msg("«{title}» was last opened on {day}, more than a year ago."),
    msg("Open the address, see that what we say of it still holds, and write today's date in «checked»."),
    Severity.WARNING,
)


def check(curriculum: Curriculum, setting: Setting) -> Iterator[Problem]:
    """Report dates in `checked` that lie more than a year back."""
    if setting.today is None:
        return
    for index, resource in enumerate(curriculum.resources):
        if resource.checked is not None and setting.today - resource.checked > FRESH:
            where = curriculum.resources.at("resources", index, "checked")
            yield RULE.at(where, title=resource.title, day=resource.checked.isoformat())
