"""Nobody sits longer than 45 minutes before a screen, or 90 in a room, without a break."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.timing import longest_stretch
from taikun_build.vocabulary import Format

RULE = Rule(
    "missing-break",
    msg("{minutes} minutes go by without a break; the limit is {limit}."),
    msg("Put in an activity with the method «break», or shorten what comes before it."),
)

DIGITAL_LIMIT = 45
PHYSICAL_LIMIT = 90
NEEDS = frozenset({"format", "body"})


def limit_for(formats: tuple[Format, ...]) -> int:
    """The longest time without a break, in minutes, in a session that can be held in these formats."""
    return PHYSICAL_LIMIT if formats == (Format.PHYSICAL,) else DIGITAL_LIMIT


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report the activity in which the longest stretch passes the limit of the module's formats."""
    limit = limit_for(module.meta.format)
    stretch = longest_stretch(module)
    if stretch.minutes > limit:
        yield RULE.at(stretch.where, minutes=stretch.minutes, limit=limit)
