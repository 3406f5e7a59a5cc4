"""YAML read defensively: everything keeps its place, nothing is interpreted, nothing hostile gets through."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taikun_build.problems import Location
from taikun_build.yaml_tree import (
    MAX_BYTES,
    Mapping,
    Scalar,
    Sequence,
    offset_in_file,
    place_of_key,
    place_of_value,
    plain,
    read_yaml,
)


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_yaml(text, "a.yml")[1]]


def test_scalars_stay_texts_and_know_their_place() -> None:
    tree, problems = read_yaml("a: no\nb: [010, 12:30]\n", "a.yml", first_line=2)
    assert problems == []
    assert tree == Mapping(
        (
            (Scalar("a", Location("a.yml", 2, 1)), Scalar("no", Location("a.yml", 2, 4))),
            (
                Scalar("b", Location("a.yml", 3, 1)),
                Sequence(
                    (Scalar("010", Location("a.yml", 3, 5)), Scalar("12:30", Location("a.yml", 3, 10))),
                    Location("a.yml", 3, 4),
                ),
            ),
        ),
        Location("a.yml", 2, 1),
    )


def test_an_indented_text_gets_the_columns_of_the_file() -> None:
    tree, _ = read_yaml("id: x\n", "a.md", first_line=9, cuts=[4])
    assert tree is not None
    assert place_of_value(tree, ("id",)) == Location("a.md", 9, 9)


@pytest.mark.parametrize(
    ("style", "value"),
    [
        (">-", "Først dette. Så dette.\n\nNytt avsnitt."),
        (">", "Først dette. Så dette.\n\nNytt avsnitt.\n\n"),
        ("|-", "Først dette.\nSå dette.\n\nNytt avsnitt."),
    ],
)
def test_a_blank_line_ends_a_paragraph_in_folded_text_too(style: str, value: str) -> None:
    tree, problems = read_yaml(f"a: {style}\n  Først dette.\n  Så dette.\n\n  Nytt avsnitt.\n", "x.yml")
    assert problems == []
    assert isinstance(tree, Mapping)
    ((_, found),) = tree.entries
    assert isinstance(found, Scalar)
    assert found.text == value


def test_paths_lead_to_keys_and_values() -> None:
    tree, _ = read_yaml("a:\n  - b: æø\n", "a.yml")
    assert tree is not None
    assert place_of_key(tree, ("a", 0, "b")) == Location("a.yml", 2, 5)
    assert place_of_value(tree, ("a", 0, "b")) == Location("a.yml", 2, 8)
    assert place_of_key(tree, ("a", 0)) == place_of_value(tree, ("a", 0)) == Location("a.yml", 2, 5)
    assert place_of_key(tree, ("a",)) == place_of_value(tree, ("a",)) == Location("a.yml", 1, 1)


def test_a_path_that_leads_nowhere_gives_what_is_nearest() -> None:
    tree, _ = read_yaml("a:\n  - b: æø\nc:\n", "a.yml")
    assert tree is not None
    assert place_of_key(tree, ("a", 1)) == Location("a.yml", 1, 1)
    assert place_of_key(tree, ("a", 0, "b", "d")) == Location("a.yml", 2, 5)
    assert place_of_value(tree, ("a", 0, "b", "d")) == Location("a.yml", 2, 8)
    assert place_of_value(tree, ("c",)) == Location("a.yml", 3, 1)
    assert place_of_key(tree, ("d",)) == place_of_key(tree, ()) == Location("a.yml", 1, 1)


def test_a_tree_is_read_as_plain_values() -> None:
    tree, _ = read_yaml("a:\n  - b: æø\n", "a.yml")
    assert tree is not None
    assert plain(tree) == {"a": [{"b": "æø"}]}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: a: b\n", "yaml-syntax", 1, 9),
        ("a: 'x\nb: y\n", "yaml-syntax", 1, 4),
        ("a: 1\na: 2\n", "duplicate-key", 2, 1),
        ("a: &x 1\n", "yaml-feature", 1, 4),
        ("a: *x\n", "yaml-feature", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-feature", 1, 4),
        ("a: {<<: b}\n", "yaml-feature", 1, 5),
        ("? [a]\n: b\n", "yaml-feature", 1, 3),
        ("a: 1\n---\nb: 2\n", "yaml-feature", 2, 1),
        ("title: Modul #2\n", "comment-cuts-value", 1, 13),
        ("a: b\x07\n", "control-character", 1, 5),
        ('a: "\\u202e"\n', "control-character", 1, 4),
        ("a: @x\n", "yaml-syntax", 1, 4),
        ("a: [b\n\n", "yaml-syntax", 1, 4),
        ("a:\n  - {b", "yaml-syntax", 2, 5),
        ("a: [b éi sidtl:\n", "yaml-syntax", 1, 4),
        ("a: [b,\n\n", "yaml-syntax", 1, 4),
    ],
)
def test_what_yaml_offers_and_taikun_refuses(text: str, code: str, line: int, column: int) -> None:
    (problem,) = read_yaml(text, "a.yml")[1]
    assert (problem.code, problem.where.line, problem.where.column) == (code, line, column)


@pytest.mark.parametrize(
    "text", ['a: "b: c"\n', "a: b:c\n", 'title: "Modul #2"\n', "a: C#\n", "a: 'it''s'\n", "# bare\n"]
)
def test_near_misses_are_read(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["[" * 60_000, "{a: " * 20_000, "- " * 30_000, "a:\n " * 9_000])
def test_depth_and_size_are_capped_before_anything_is_composed(text: str) -> None:
    started = time.perf_counter()
    assert set(codes(text)) & {"yaml-too-large", "yaml-syntax", "duplicate-key"}
    assert time.perf_counter() - started < 2


def test_a_text_over_the_limit_is_not_parsed() -> None:
    assert codes("a: " + "x" * MAX_BYTES) == ["yaml-too-large"]


@given(st.text(max_size=400))
def test_any_text_gives_a_tree_or_problems_in_the_text(text: str) -> None:
    tree, problems = read_yaml(text, "a.yml")
    assert tree is not None or problems or not text.strip() or text.lstrip().startswith(("#", "%", "-"))
    lines = text.count("\n") + text.count("\r") + 2
    assert all(1 <= problem.where.line <= lines + 1 and problem.where.column >= 1 for problem in problems)


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(alphabet="abc æøå:#-'\"[]{}", max_size=30))
)
def test_quoted_values_come_back_as_written(values: dict[str, str]) -> None:
    text = "".join(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in values.items())
    tree, problems = read_yaml(text, "a.yml")
    assert problems == []
    assert (plain(tree) if tree else {}) == values


@pytest.mark.parametrize(
    "source",
    [
        "a: en linje her",
        "a: >-\n  en linje\n  her",
        "a: >-\n  en linje\n\n  et avsnitt\n  til",
        "a: |\n  en linje\n  her\n",
        "a: en\n  linje her",
        "a: 'en ''linje'' her'",
        'a: "en \\"linje\\" her"',
        'a: "en \\\n  linje her"',
        "b: 1\na:\n  - [x, en linje her]",
    ],
)
def test_every_character_of_a_value_is_found_in_the_file(source: str) -> None:
    tree, _ = read_yaml(source, "a.yml")
    assert tree is not None
    text = str(plain(tree)["a"]) if not source.startswith("b") else "en linje her"  # type: ignore[call-overload, index]
    where = place_of_value(tree, ("a", 0, 1) if source.startswith("b") else ("a",))
    for offset, character in enumerate(text):
        if character not in " \n'\"":
            assert source[offset_in_file(source, where, text, offset)] == character, offset
