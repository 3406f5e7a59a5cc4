"""Whoever leans on a law says on which day they looked up what it says."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Location, Problem, Rule, msg
from taikun_build.references import is_law

RULE = Rule(
    "law-without-date",
    msg("«{key}» is a law, and nothing says when you checked it."),
    msg(
        "Look up what the law says today, and list it under «sources» as «key: {key}», with «valid_as_of:» and today's"
        " date on the line below."
    ),
)
NEEDS = frozenset({"sources"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report acts, regulations, treaties, bills and judgments without `valid_as_of`, those of dilemmas included."""
    for key, where in _undated(module):
        if is_law(curriculum.references.get(key, {})):
            yield RULE.at(where, key=key)


def _undated(module: Module) -> Iterator[tuple[str, Location]]:
    """Sources without a date of their own, where they are named: those that are listed, and a dilemma's alone."""
    for index, use in enumerate(module.meta.sources):
        if use.valid_as_of is None:
            yield use.key, module.at("sources", index)
    listed = {use.key for use in module.meta.sources}
    for index, dilemma in enumerate(module.meta.dilemmas):
        if dilemma.source is not None and dilemma.source not in listed:
            yield dilemma.source, module.at("dilemmas", index, "source")
