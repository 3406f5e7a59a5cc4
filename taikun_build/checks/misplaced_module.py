"""A module lies in its theme's folder, in a file named after its id."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "misplaced-module",
    msg("The file says theme «{theme}» and id «{id}», but lies elsewhere."),
    msg("Move it to {path}, or mend theme and id."),
)
NEEDS = frozenset({"id", "theme"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report a module whose path does not say what its front matter says."""
    expected = f"curriculum/modules/{module.meta.theme}/{module.meta.id}.md"
    if curriculum.theme(module.meta.theme) is not None and module.path != expected:
        in_other_theme = f"/{module.meta.theme}/" not in module.path
        yield RULE.at(
            module.at("theme" if in_other_theme else "id"), theme=module.meta.theme, id=module.meta.id, path=expected
        )
