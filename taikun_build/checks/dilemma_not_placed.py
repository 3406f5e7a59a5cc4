"""Every dilemma has its place in exactly one activity."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, DilemmaPlace, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "dilemma-not-placed",
    msg("The dilemma «{id}» is placed {times} times in the text; it should be once."),
    msg("{advice}"),
)
NEEDS = frozenset({"dilemmas", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report dilemmas that the body does not place, and every place after the first."""
    placed = [part for part in module.parts() if isinstance(part, DilemmaPlace)]
    for index, dilemma in enumerate(module.meta.dilemmas):
        places = [part.where for part in placed if part.dilemma == dilemma.id]
        if not places:
            advice = msg(
                "Put «/// dilemma | {id}» and a closing «///» in the activity where it is discussed.", id=dilemma.id
            )
            yield RULE.at(module.at("dilemmas", index, "id"), id=dilemma.id, times=0, advice=advice)
        for where in places[1:]:
            advice = msg("Keep it in the activity where it is discussed, and delete it here.")
            yield RULE.at(where, related=(places[0],), id=dilemma.id, times=len(places), advice=advice)
