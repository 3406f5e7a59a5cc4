"""A dilemma fits into the activity in which it is discussed."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Activity, Curriculum, DilemmaPlace, Module
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "dilemma-too-long",
    msg("The dilemma takes {minutes} minutes, but the activity «{title}» has only {limit}."),
    msg("Give the activity more time, or the dilemma less."),
    Severity.WARNING,
)
NEEDS = frozenset({"dilemmas", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report dilemmas that take longer than their activity. Groups may choose among several, so none are added up."""
    placed = {name: activity for activity in module.activities for name in _dilemmas(activity)}
    for index, dilemma in enumerate(module.meta.dilemmas):
        activity = placed.get(dilemma.id)
        if activity and dilemma.minutes > activity.options.minutes:
            yield RULE.at(
                module.at("dilemmas", index, "minutes"),
                related=(activity.at("minutes"),),
                minutes=dilemma.minutes,
                title=activity.title,
                limit=activity.options.minutes,
            )


def _dilemmas(activity: Activity) -> Iterator[str]:
    return (part.dilemma for part in activity.parts if isinstance(part, DilemmaPlace))
