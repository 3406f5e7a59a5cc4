"""What is new between two checks."""

from __future__ import annotations

import pytest

from taikun_build.problems import Location, Problem, Rule, msg, new_since

SUM = Rule("sum", msg("It is {sum}."), msg("Mend it."))
LINK = Rule("link", msg("«{target}» leads nowhere."), msg("Mend it."))


def wrong_sum(line: int, number: int, path: str = "a.md") -> Problem:
    return SUM.at(Location(path, line), sum=number)


def dead(line: int, target: str) -> Problem:
    return LINK.at(Location("a.md", line), target=target)


@pytest.mark.parametrize(
    ("situation", "before", "now", "new"),
    [
        ("nothing was wrong", [], [dead(3, "x")], [dead(3, "x")]),
        ("it has moved to another line", [dead(3, "x")], [dead(9, "x")], []),
        ("its wording has changed", [wrong_sum(3, 70)], [wrong_sum(3, 80)], []),
        ("another of the kind has come", [dead(3, "x")], [dead(3, "x"), dead(4, "y")], [dead(4, "y")]),
        ("one has gone and another has come", [dead(3, "x")], [dead(4, "y")], []),
        ("the same stands twice now", [dead(3, "x")], [dead(3, "x"), dead(4, "x")], [dead(4, "x")]),
        ("it is in another file", [wrong_sum(3, 70)], [wrong_sum(3, 70, "b.md")], [wrong_sum(3, 70, "b.md")]),
        ("all is mended", [dead(3, "x")], [], []),
    ],
)
def test_only_what_was_not_there_before_is_new(
    situation: str, before: list[Problem], now: list[Problem], new: list[Problem]
) -> None:
    assert new_since(now, before) == tuple(new), situation
