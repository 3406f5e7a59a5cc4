"""The criteria whose tests are told are among those of WCAG that the site answers for."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.wcag import ADDED, REQUIRED

RULE = Rule(
    "unknown-criterion",
    msg("{number} is none of the criteria that the site answers for."),
    msg("Write a number from WCAG 2.1 or 2.2 at level A or AA, as in 1.4.10."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report numbers of no criterion at level A or AA."""
    if curriculum.accessibility:
        for index, one in enumerate(curriculum.accessibility.meta.criteria):
            if one.criterion not in REQUIRED | ADDED:
                where = curriculum.accessibility.at("criteria", index, "criterion")
                yield RULE.at(where, number=one.criterion)
