"""What must come before a module is a module of the curriculum."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-prerequisite",
    msg("No module has the id «{value}»."),
    msg("{suggestion}«prerequisites» takes the ids of other modules."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report prerequisites that do not exist, unless a file of that name has another id: that is another rule's."""
    ids = dict.fromkeys(module.meta.id for module in curriculum.modules)
    files = {*curriculum.unread, *(module.path for module in curriculum.modules)}
    names = {path.rpartition("/")[2] for path in files}
    for module in curriculum.modules:
        for index, wanted in enumerate(module.meta.prerequisites):
            if wanted not in ids and f"{wanted}.md" not in names:
                where = module.at("prerequisites", index)
                yield RULE.at(where, value=wanted, suggestion=did_you_mean(wanted, tuple(ids)))
