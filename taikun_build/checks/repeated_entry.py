"""No two resources, no two events and no two roles have one id, and no criterion stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Location, Problem, Rule, msg

RULE = Rule(
    "repeated-entry",
    msg("«{id}» stands in the list already, on line {first}."),
    msg("Give one of them another id. If they are the same, delete one."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report the second of two entries with one id, in each of the lists."""
    resources, events = curriculum.resources, curriculum.events
    yield from _repeated((entry.id, resources.at("resources", n, "id")) for n, entry in enumerate(resources))
    yield from _repeated((entry.id, events.at("events", n, "id")) for n, entry in enumerate(events))
    roles = curriculum.settings.roles
    yield from _repeated((role.id, curriculum.at("roles", n, "id")) for n, role in enumerate(roles))
    if curriculum.accessibility:
        criteria, at = curriculum.accessibility.meta.criteria, curriculum.accessibility.at
        yield from _repeated((one.criterion, at("criteria", n, "criterion")) for n, one in enumerate(criteria))


def _repeated(entries: Iterator[tuple[str, Location]]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for entry, where in entries:
        if entry in seen:
            yield RULE.at(where, related=(seen[entry],), id=entry, first=seen[entry].line)
        seen.setdefault(entry, where)
