"""The next review comes after the last."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "review-order",
    msg("The module is to be reviewed again by {by}, but it was reviewed on {reviewed}."),
    msg("«review_by» must be later than «reviewed». Have the two changed places, or is the year wrong?"),
)
NEEDS = frozenset({"reviewed", "review_by"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report a next review on or before the day of the last one."""
    reviewed, by = module.meta.reviewed, module.meta.review_by
    if by <= reviewed:
        yield RULE.at(module.at("review_by"), by=by.isoformat(), reviewed=reviewed.isoformat())
