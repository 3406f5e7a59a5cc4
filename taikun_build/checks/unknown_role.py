"""The roles that a module names are among those of `curriculum.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule("unknown-role", msg("«{value}» is not a role of the curriculum."), msg("{advice}"))
NEEDS = frozenset({"roles"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report roles that `curriculum.yml` does not list."""
    known = tuple(role.id for role in curriculum.settings.roles)
    for index, wanted in enumerate(module.meta.roles):
        if wanted not in known:
            advice = (
                msg(
                    "{suggestion}Choose one of: {allowed}.",
                    suggestion=did_you_mean(wanted, known),
                    allowed=", ".join(known),
                )
                if known
                else msg("The curriculum has no roles. List them in curriculum/curriculum.yml, or delete «roles» here.")
            )
            yield RULE.at(module.at("roles", index), value=wanted, advice=advice)
