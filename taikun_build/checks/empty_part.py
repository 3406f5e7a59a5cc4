"""Every part of a session has something in it."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, PartSlot
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "empty-part",
    msg("Nothing happens {side} «{part}»."),
    msg(
        "The entries below a `part` belong to it, up to the next. What stands above the first `part` belongs to the "
        "beginning of the day, which needs no `part` of its own."
    ),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report a part with nothing before it, and parts with nothing in them."""
    for session in curriculum.sessions:
        programme = session.meta.programme
        for index, slot in enumerate(programme):
            if not isinstance(slot, PartSlot):
                continue
            where = session.at("programme", index, "part")
            if index == 0:
                yield RULE.at(where, side=msg("before"), part=slot.part)
            if isinstance(next(iter(programme[index + 1 :]), slot), PartSlot):
                yield RULE.at(where, side=msg("in"), part=slot.part)
