"""A module whose licence is not the curriculum's is pointed out: it is rarely meant."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "licence-differs",
    msg("The module has the licence {licence}, but the curriculum has {usual}."),
    msg("Write {usual}, unless the module builds on a source that demands another. Then let it stand."),
    Severity.INFO,
)
NEEDS = frozenset({"licence"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report a licence that is not that of `curriculum.yml`."""
    usual = curriculum.settings.licence
    if module.meta.licence is not usual:
        yield RULE.at(module.at("licence"), licence=module.meta.licence, usual=usual)
