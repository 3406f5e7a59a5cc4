"""An outcome is mapped to competences that a framework lists."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-competence",
    msg("No framework has a competence with the id «{value}»."),
    msg("{suggestion}The ids stand in curriculum/frameworks/."),
)
NEEDS = frozenset({"learning_outcomes"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report competence ids that no framework lists."""
    known = tuple(curriculum.competences)
    for number, outcome in enumerate(module.meta.learning_outcomes):
        for index, competence in enumerate(outcome.competences):
            if competence not in known:
                where = module.at("learning_outcomes", number, "competences", index)
                yield RULE.at(where, value=competence, suggestion=did_you_mean(competence, known))
