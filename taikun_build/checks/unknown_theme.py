"""A module belongs to one of the themes of `curriculum.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-theme",
    msg("«{value}» is not a theme of the curriculum."),
    msg("{suggestion}Choose one of: {allowed}."),
)
NEEDS = frozenset({"theme"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report a theme that `curriculum.yml` does not list."""
    theme = module.meta.theme
    if curriculum.theme(theme) is None:
        known = tuple(known.id for known in curriculum.settings.themes)
        suggestion = did_you_mean(theme, known)
        yield RULE.at(module.at("theme"), value=theme, suggestion=suggestion, allowed=", ".join(known))
