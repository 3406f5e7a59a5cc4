"""Every learning outcome is worked towards in at least one activity."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "unmet-outcome",
    msg("No activity works towards the outcome «{id}»."),
    msg("Add the id to «outcomes» of the activity that does, or delete the outcome."),
)
NEEDS = frozenset({"learning_outcomes", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report outcomes that no activity names."""
    worked_towards = {outcome for activity in module.activities for outcome in activity.options.outcomes}
    for index, outcome in enumerate(module.meta.learning_outcomes):
        if outcome.id not in worked_towards:
            yield RULE.at(module.at("learning_outcomes", index, "id"), id=outcome.id)
