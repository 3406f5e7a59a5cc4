"""Every step of a learning path is a module of the curriculum."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-step",
    msg("The learning path names the module «{value}», and there is none with that id."),
    msg("{suggestion}«module» takes the id of a module, which is the name of its file without .md."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report steps that do not exist. A module that could not be read has been reported already."""
    known = tuple(module.meta.id for module in curriculum.modules)
    for path in curriculum.learning_paths:
        for index, step in enumerate(path.meta.steps):
            unread = any(name.endswith(f"/{step.module}.md") for name in curriculum.unread)
            if step.module not in known and not unread:
                where = path.at("steps", index, "module")
                yield RULE.at(where, value=step.module, suggestion=did_you_mean(step.module, known))
