"""Every source says when it was issued, or else the module or the bibliography says when it was read."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.references import is_dated

RULE = Rule(
    "undated-reference",
    msg("The source «{key}» has neither a year nor the day it was read."),
    msg(
        "Add «issued» to the reference in curriculum/references.json. If nobody knows the year, add «accessed» with"
        " the day you read it."
    ),
    Severity.WARNING,
)
NEEDS = frozenset({"sources"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report sources without a date, at each place where they are listed."""
    for index, use in enumerate(module.meta.sources):
        reference = curriculum.references.get(use.key)
        if reference is not None and use.valid_as_of is None and not is_dated(reference):
            yield RULE.at(module.at("sources", index), key=use.key)
