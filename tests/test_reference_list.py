"""The bibliography from text, with each fault at its own place."""

from __future__ import annotations

import pytest

from taikun_build.reference_list import read_references

GOOD = '{"id": "a", "type": "book", "title": "A"}'


def found(text: str) -> list[tuple[str, int, int]]:
    _, problems = read_references(text, "r.json")
    return [(problem.code, problem.where.line, problem.where.column) for problem in problems]


def test_references_are_found_by_their_ids() -> None:
    references, problems = read_references(f"\n[\n{GOOD}]\n", "r.json")
    assert problems == []
    assert references == {"a": {"id": "a", "type": "book", "title": "A"}}
    assert read_references("[ ]", "r.json") == ({}, [])


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"[{GOOD}\n", 2, 1),
        (f"[{GOOD},\n]", 2, 1),
        (f"[\n{GOOD}\n{GOOD}]", 3, 1),
        (f"[{GOOD}]\n, mer", 2, 1),
        ('[{"id": "a", "year": NaN}]', 1, 22),
        ('[{"id": "a",\n "id": "b"}]', 2, 2),
        ('[{"id": "a"', 1, 12),
        ("{}", 1, 1),
        ("", 1, 1),
        ('["' + "\\ud800", 1, 4),
        ('[{"id": ' + "9" * 5_000 + "}]", 1, 2),
        ("[" * 100_000, 1, 2),
    ],
)
def test_what_is_no_list_of_references_is_placed(text: str, line: int, column: int) -> None:
    assert read_references(text, "r.json")[0] is None
    assert found(text) == [("references-syntax", line, column)]


def test_what_a_reference_lacks_is_said_where_its_id_stands() -> None:
    assert found('[{"type": "book", "id": "a"}]') == [("reference-incomplete", 1, 25)]
    assert found(f"[{GOOD},\n {GOOD}]") == [("reference-incomplete", 2, 9)]
    assert found("[\n  3]") == [("reference-incomplete", 2, 3)]
