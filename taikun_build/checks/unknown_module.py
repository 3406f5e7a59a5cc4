"""What a session's programme names is a module of the curriculum."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, ModuleSlot
from taikun_build.problems import Problem, Rule, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-module",
    msg("The programme names the module «{value}», and there is none with that id."),
    msg("{suggestion}«module» takes the id of a module, which is the name of its file without .md."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report modules of a programme that do not exist. One that could not be read has been reported already."""
    known = tuple(module.meta.id for module in curriculum.modules)
    for session in curriculum.sessions:
        for index, slot in enumerate(session.meta.programme):
            if not isinstance(slot, ModuleSlot) or slot.module in known:
                continue
            if not any(path.endswith(f"/{slot.module}.md") for path in curriculum.unread):
                where = session.at("programme", index, "module")
                yield RULE.at(where, value=slot.module, suggestion=did_you_mean(slot.module, known))
