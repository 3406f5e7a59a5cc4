"""A dilemma's situation fits on a card: at most 120 words."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "long-situation",
    msg("The situation has {words} words; a card has room for {limit}."),
    msg("Keep what the group must know to discuss, and leave out the rest."),
)

LIMIT = 120
NEEDS = frozenset({"dilemmas"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report situations that are too long for a card."""
    for index, dilemma in enumerate(module.meta.dilemmas):
        words = len(dilemma.situation.split())
        if words > LIMIT:
            yield RULE.at(module.at("dilemmas", index, "situation"), words=words, limit=LIMIT)
