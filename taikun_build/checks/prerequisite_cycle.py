"""No module waits for itself, not even by way of others."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "prerequisite-cycle",
    msg("The prerequisites go in a circle: {circle}."),
    msg("Take one of them out, so that there is a place to begin."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report each module from which the prerequisites lead back to itself."""
    wanted = {module.meta.id: module.meta.prerequisites for module in curriculum.modules}
    for module in curriculum.modules:
        circle = _way_back(module.meta.id, wanted)
        if circle:
            yield RULE.at(module.at("prerequisites"), circle=" → ".join(circle))


def _way_back(start: str, wanted: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from a module through its prerequisites back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for before in wanted.get(way[-1], ()):
            if before == start:
                return (*way, start)
            if before not in seen:
                seen.add(before)
                ways.append((*way, before))
    return ()
