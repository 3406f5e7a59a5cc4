"""A session lies in a file named after its id, which also makes the id its own."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "misplaced-session",
    msg("The file says id «{id}», but has another name."),
    msg("Call the file {path}, or mend the id."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report sessions whose file does not have the id's name. No two files have one name, so no two sessions one id."""
    for session in curriculum.sessions:
        expected = f"curriculum/sessions/{session.meta.id}.yml"
        if session.path != expected:
            yield RULE.at(session.at("id"), id=session.meta.id, path=expected)
