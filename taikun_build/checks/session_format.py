"""A session is held in a way in which each of its modules can be held."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, ModuleSlot
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "session-format",
    msg("The day is held as «{format}», but the module «{module}» can be held as {formats} only."),
    msg("Change «format» of the day, choose another module, or write in the module how it is done this way."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report modules that have not got the session's format."""
    formats = {m.meta.id: m.meta.format for m in curriculum.modules if "format" not in m.broken}
    for session in curriculum.sessions:
        form = session.meta.format
        for index, slot in enumerate(session.meta.programme):
            if isinstance(slot, ModuleSlot) and form not in formats.get(slot.module, (form,)):
                known = ", ".join(formats[slot.module])
                where = session.at("programme", index, "module")
                yield RULE.at(where, format=str(form), module=slot.module, formats=known)
