"""Within a module an id is used once: outcomes, dilemmas and activities are found by it."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Location, Problem, Rule, msg

RULE = Rule(
    "repeated-id",
    msg("The id «{id}» is used before, on line {line}."),
    msg("Give it an id of its own."),
)
NEEDS = frozenset({"learning_outcomes", "dilemmas"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report ids that stand for two outcomes, two dilemmas, two activities, or an activity and a dilemma."""
    outcomes = [(o.id, module.at("learning_outcomes", i, "id")) for i, o in enumerate(module.meta.learning_outcomes)]
    dilemmas = [(d.id, module.at("dilemmas", i, "id")) for i, d in enumerate(module.meta.dilemmas)]
    activities = [(activity.options.id, activity.at("id")) for activity in module.activities]
    yield from _repeated(outcomes)
    yield from _repeated([*dilemmas, *activities])


def _repeated(ids: list[tuple[str, Location]]) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for name, where in ids:
        if name in first:
            yield RULE.at(where, related=(first[name],), id=name, line=first[name].line)
        first.setdefault(name, where)
