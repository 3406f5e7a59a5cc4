"""Every dilemma has its place in exactly one activity."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, DilemmaPlace, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "dilemma-not-placed",
    msg("The dilemma «{id}» is placed {times} times in the text; it should be once."),
    msg("Put «/// dilemma | {id}» and a closing «///» in the activity where it is discussed."),
)
NEEDS = frozenset({"dilemmas", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report dilemmas that the body does not place, or places more than once."""
    placed = [part.dilemma for part in module.parts() if isinstance(part, DilemmaPlace)]
    for index, dilemma in enumerate(module.meta.dilemmas):
        times = placed.count(dilemma.id)
        if times != 1:
            yield RULE.at(module.at("dilemmas", index, "id"), id=dilemma.id, times=times)
