"""A gathering leaves time for what the participants come with."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, OwnSlot
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import SessionKind, SlotKind

RULE = Rule(
    "samling-agenda",
    msg("The gathering has no open time for what the participants ask about."),
    msg("Put in an entry with «kind: work», or say «kind: course» if everything is settled beforehand."),
    Severity.WARNING,
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report gatherings without open time. A module in a gathering is fine."""
    for session in curriculum.sessions:
        kinds = {slot.kind for slot in session.meta.programme if isinstance(slot, OwnSlot)}
        if session.meta.kind is SessionKind.SAMLING and SlotKind.WORK not in kinds:
            yield RULE.at(session.at("kind"))
