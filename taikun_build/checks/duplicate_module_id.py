"""A module's id is its own: links, guides and editions find it by it."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "duplicate-module-id",
    msg("The id «{id}» is already used by {path}."),
    msg("Give one of the modules another id, and its file the same name."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report modules that share an id."""
    first: dict[str, str] = {}
    for module in curriculum.modules:
        name = module.meta.id
        if "id" in module.broken:
            continue
        if name in first:
            yield RULE.at(module.at("id"), id=name, path=first[name])
        first.setdefault(name, module.path)
