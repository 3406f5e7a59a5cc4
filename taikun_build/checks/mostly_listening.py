"""Participants spend at least half of the session doing something themselves.

A rule of thumb for learning at work, 70–20–10 (Lombardo & Eichinger, 1996), says the same: most is learnt by doing,
some from one another, and the least by being told.
"""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.timing import total_minutes
from taikun_build.vocabulary import Method

RULE = Rule(
    "mostly-listening",
    msg("The participants listen for {listening} of {minutes} minutes (breaks not counted)."),
    msg("Shorten what is presented, or let the participants try, write or talk in pairs on the way."),
    Severity.WARNING,
)

LISTENING = frozenset({Method.PRESENTATION, Method.DEMONSTRATION})
NEEDS = frozenset({"body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report, at the longest of them, presentations and demonstrations that fill more than half of the time."""
    listening = [activity for activity in module.activities if activity.options.method in LISTENING]
    breaks = sum(a.options.minutes for a in module.activities if a.options.method is Method.BREAK)
    minutes = total_minutes(module) - breaks
    spent = sum(activity.options.minutes for activity in listening)
    if spent * 2 > minutes:
        longest = max(listening, key=lambda activity: activity.options.minutes)
        yield RULE.at(longest.at("method"), listening=spent, minutes=minutes)
