"""The facilitator finds a list of what must be at hand for each format that the module declares."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "missing-equipment",
    msg("There is no equipment list for the format «{form}»."),
    msg("Write «{form}:» under «equipment» and list what must be at hand, or take «{form}» off «format»."),
    Severity.WARNING,
)
NEEDS = frozenset({"format", "facilitator_notes"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report declared formats without equipment."""
    for form in module.meta.format:
        if not module.meta.facilitator_notes.equipment.for_format(form):
            yield RULE.at(module.at("facilitator_notes", "equipment", str(form)), form=str(form))
