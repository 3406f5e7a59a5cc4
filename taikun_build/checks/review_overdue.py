"""A module is reviewed before the day on which it should have been."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Setting
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import Status

RULE = Rule(
    "review-overdue",
    msg("The module should have been reviewed again by {day}."),
    msg(
        "Read it through and mend what is no longer true. Then write today's date in «reviewed», and a new one in"
        " «review_by»."
    ),
    Severity.WARNING,
)


def check(curriculum: Curriculum, setting: Setting) -> Iterator[Problem]:
    """Report modules whose `review_by` has passed, except those that are retired."""
    if setting.today is None:
        return
    for module in curriculum.modules:
        is_in_use = module.meta.status is not Status.RETIRED
        if is_in_use and "review_by" not in module.broken and module.meta.review_by < setting.today:
            yield RULE.at(module.at("review_by"), day=module.meta.review_by.isoformat())
