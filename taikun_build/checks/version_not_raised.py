"""Two texts never have the same version: what differs from the published edition has a higher one."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.editions import changed_since_published
from taikun_build.model import Curriculum, Setting, version_order
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "version-not-raised",
    msg("The module has changed since «{edition}», so its version must be higher than {listed}."),
    msg(
        "Raise the last number for a correction, the middle one for new content, the first when the module is no longer"
        " the same. Then tell under «changes» what is new."
    ),
)


def check(curriculum: Curriculum, setting: Setting) -> Iterator[Problem]:
    """Report changed modules whose version is not higher than in the newest published edition."""
    for module, listed, edition in changed_since_published(curriculum, setting.editions):
        is_raised = version_order(module.meta.version) > version_order(listed.version)
        if not is_raised and "version" not in module.broken:
            yield RULE.at(module.at("version"), edition=edition.title, listed=listed.version)
