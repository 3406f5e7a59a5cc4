"""An edition has at least one module for every theme."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.editions import published_modules
from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "theme-without-module",
    msg("The theme «{theme}» has no module that can be published."),
    msg("Write one, or set a draft's status to pilot when it is ready."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report themes without a module that is neither draft nor retired."""
    covered = {module.meta.theme for module in published_modules(curriculum)}
    for index, theme in enumerate(curriculum.settings.themes):
        has_unread = any(path.startswith(f"curriculum/modules/{theme.id}/") for path in curriculum.unread)
        if theme.id not in covered and not has_unread:
            yield RULE.at(curriculum.at("themes", index, "id"), theme=theme.title)
