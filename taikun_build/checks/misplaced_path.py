"""A learning path lies in a file named after its id, which also makes the id its own."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "misplaced-path",
    msg("The file says id «{id}», but has another name."),
    msg("Call the file {path}, or mend the id."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report learning paths whose file does not have the id's name. So no two can have one id."""
    for found in curriculum.learning_paths:
        expected = f"curriculum/paths/{found.meta.id}.yml"
        if found.path != expected:
            yield RULE.at(found.at("id"), id=found.meta.id, path=expected)
