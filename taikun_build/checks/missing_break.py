"""Nobody sits longer than 45 minutes before a screen, or 90 in a room, without a break."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timing import limit_for, longest_stretch

RULE = Rule(
    "missing-break",
    msg("{minutes} minutes go by without a break; the limit is {limit}."),
    msg("Put in an activity with the method «break», or shorten what comes before it."),
)

NEEDS = frozenset({"format", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report the activity in which the longest stretch passes the limit of the module's formats."""
    limit = limit_for(module.meta.format)
    stretch = longest_stretch(module)
    if stretch.minutes > limit:
        yield RULE.at(stretch.where, minutes=stretch.minutes, limit=limit)
