"""What is too much is told where it begins, and what people write is never too much."""

from __future__ import annotations

import pytest
from support import ROOT

from taikun_build import limits
from taikun_build.limits import excesses, unguarded
from taikun_build.problems import Location, Text

HERE = Location("a.md", 10)


def found(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding in a text that begins on line 10."""
    places = [excess.problem for excess in excesses(text, HERE)]
    return [(problem.code, problem.where.line, problem.where.column) for problem in places]


def reasons(text: str) -> list[str]:
    values = [excess.problem.message.values["what"] for excess in excesses(text, HERE)]
    return [value.template for value in values if isinstance(value, Text)]


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("a\n\n" + "b" * 5_001, 12, 5_001, "a line of more than {limit} characters"),
        ("\n".join(["b" * 4_000] * 3), 12, 2_001, "a paragraph of more than {limit} characters"),
        ("- a\n" * 501, 510, 1, "more than {limit} lines without a blank one between them"),
        ("a\n" + "[a] " * 301, 11, 1_201, "more than {limit} of the marks {marks} in a paragraph"),
        ("[a]\n" * 300 + "*a* ", 310, 1, "more than {limit} of the marks {marks} in a paragraph"),
        ("|" * 51, 10, 51, "a table of more than {limit} columns"),
        (("*" * 300 + "\n\n") * 5 + "a\n*", 21, 1, "more than {limit} of the marks {marks} in one file"),
        ("\n" * 5_000, 5_010, 1, "more than {limit} lines in one file"),
    ],
)
def test_too_much_is_told_where_it_begins(text: str, line: int, column: int, reason: str) -> None:
    assert found(text) == [("too-complex", line, column)]
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "b" * 5_000,
        "\n".join(["b" * 5_000] * 2),
        "- a\n" * 500,
        "[a](b) " * 300,
        "|" * 50,
        ("*" * 300 + "\n \t\n") * 5,
        "\n" * 4_999,
    ],
)
def test_what_is_just_within_the_limits_is_read(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["    " * 12 + "- a", "> " * 12 + "a", "> - " * 6 + "a", "1. " * 12 + "a"])
def test_nesting_too_deep_to_read_is_told(text: str) -> None:
    assert found(f"a\n{text}\nb\n") == [("too-deep", 11, 1)]


@pytest.mark.parametrize(
    "text", ["    " * 11 + "- a", "* " * 20, "- - - - - - - - - - - - - -", "3 > 2 > 1", "> - 1. a"]
)
def test_rules_and_ordinary_nesting_are_not_deep(text: str) -> None:
    assert found(text) == []


def test_a_paragraph_is_told_once_and_the_next_one_again() -> None:
    text = "*" * 301 + "\n" + "*" * 301 + "\n\n" + "b\n\n" + "*" * 301 + "\n"
    assert found(text) == [("too-complex", 10, 301), ("too-complex", 15, 301)]


def test_only_the_stretch_that_is_too_much_is_left_unread() -> None:
    (excess,) = excesses("a\n\n" + "*" * 301 + "\n\nb", HERE)
    assert excess.touches(10, 12)
    assert excess.touches(12, 14)
    assert not excess.touches(10, 11)
    assert not excess.touches(13, 14)


def test_when_the_file_is_too_much_nothing_after_it_is_read() -> None:
    (excess,) = excesses(("*" * 300 + "\n\n") * 6, HERE)
    assert not excess.touches(10, 19)
    assert excess.touches(22, 22)


def test_what_the_project_has_written_is_far_from_the_limits() -> None:
    for path in (ROOT / "curriculum").rglob("*.md"):
        text = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        assert len(text.split("\n")) < limits.MAX_LINES / 5
        assert max(map(len, text.split("\n"))) < limits.MAX_LINE / 5
        assert max(len(paragraph) for paragraph in text.split("\n\n")) < limits.MAX_PARAGRAPH / 2
        assert sum(map(text.count, "[<*_`&\\")) < limits.MAX_MARKS / 5


def test_nobody_watches_unless_asked_to() -> None:
    with unguarded():
        pass
