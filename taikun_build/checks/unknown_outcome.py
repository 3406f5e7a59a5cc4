"""An activity names outcomes that the module has."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-outcome",
    msg("The module has no learning outcome with the id «{id}»."),
    msg("{suggestion}The ids stand under «learning_outcomes»."),
)
NEEDS = frozenset({"learning_outcomes"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report outcome ids in activities that the front matter does not define."""
    known = tuple(outcome.id for outcome in module.meta.learning_outcomes)
    for activity in module.activities:
        for index, outcome in enumerate(activity.options.outcomes):
            if outcome not in known:
                yield RULE.at(activity.at("outcomes", index), id=outcome, suggestion=did_you_mean(outcome, known))
