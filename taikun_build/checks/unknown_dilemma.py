"""A dilemma that is placed in the text is one of the module's."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, DilemmaPlace, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-dilemma",
    msg("The module has no dilemma with the id «{id}»."),
    msg("{suggestion}The ids stand under «dilemmas» in the front matter."),
)
NEEDS = frozenset({"dilemmas"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report places that name a dilemma which the front matter does not have."""
    known = tuple(dilemma.id for dilemma in module.meta.dilemmas)
    for part in module.parts():
        if isinstance(part, DilemmaPlace) and part.dilemma not in known:
            yield RULE.at(part.where, id=part.dilemma, suggestion=did_you_mean(part.dilemma, known))
