"""In a learning path a module comes after those that must be taken before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "path-order",
    msg("«{module}» comes before «{wanted}», which must be taken first."),
    msg("Move «{wanted}» up in the learning path, or take it off «prerequisites» in «{module}»."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report steps whose prerequisite comes later. One that is no step at all is named on the path's page instead."""
    sound = (module.meta for module in curriculum.modules if not module.broken & {"id", "prerequisites"})
    before = {meta.id: meta.prerequisites for meta in sound}
    for path in curriculum.learning_paths:
        order = [step.module for step in path.meta.steps]
        for index, wanted in out_of_order(order, before):
            yield RULE.at(path.at("steps", index, "module"), module=order[index], wanted=wanted)


def out_of_order(order: Sequence[str], before: Mapping[str, Iterable[str]]) -> Iterator[tuple[int, str]]:
    """The places in an order of modules at which one stands too early, and which comes later and must come first.

    `before` says of each module what must be taken first.
    """
    for index, name in enumerate(order):
        for wanted in before.get(name, ()):
            if wanted in order[index + 1 :] and wanted not in order[:index]:
                yield index, wanted
