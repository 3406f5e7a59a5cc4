"""What a module says about law has been checked within the last half year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from taikun_build.model import Curriculum, Setting
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import Status

FRESH = timedelta(days=183)
"""Six months: how long what was looked up counts as known."""

RULE = Rule(
    "stale-law",
    msg("What the module says from «{key}» was last checked on {day}, more than six months ago."),
    msg("Look it up again, mend what has changed, and write today's date in «valid_as_of»."),
    Severity.WARNING,
)


def check(curriculum: Curriculum, setting: Setting) -> Iterator[Problem]:
    """Report dates in `valid_as_of` that lie more than six months back, except in modules that are retired."""
    if setting.today is None:
        return
    for module in curriculum.modules:
        if module.meta.status is Status.RETIRED:
            continue
        for index, use in enumerate(module.meta.sources):
            if use.valid_as_of is not None and setting.today - use.valid_as_of > FRESH:
                where = module.at("sources", index, "valid_as_of")
                yield RULE.at(where, key=use.key, day=use.valid_as_of.isoformat())
