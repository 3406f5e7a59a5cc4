"""An evaluation form is there in bokmål and in nynorsk, and so are the outcomes that it asks about.

A form that a public body offers must exist in both: the Language Act (2021), section 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.language import NORWEGIAN, PARALLEL
from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "missing-parallel",
    msg("The learning outcome «{id}» is not there in {other}, so the evaluation form is not either."),
    msg("Write «parallel:» under the outcome, with the same in {other}."),
    Severity.WARNING,
)
NEEDS = frozenset({"learning_outcomes", "language"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report outcomes of modules in one of the two languages that are not given in the other."""
    other = PARALLEL.get(module.meta.language)
    if other is None:
        return
    for number, outcome in enumerate(module.meta.learning_outcomes):
        if outcome.parallel is None:
            yield RULE.at(module.at("learning_outcomes", number, "text"), id=outcome.id, other=NORWEGIAN[other])
