"""Blocks read once from the source: nested, with lines, and blind to what stands in code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taikun_build.body import Block, Markdown, Segment, read_blocks
from taikun_build.problems import Location
from taikun_build.yaml_tree import plain


def read(text: str) -> tuple[tuple[Segment, ...], list[tuple[str, int, int]]]:
    segments, problems = read_blocks(text, "a.md", 1)
    return segments, [(problem.code, problem.where.line, problem.where.column) for problem in problems]


def walk(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    for segment in segments:
        yield segment
        if isinstance(segment, Block):
            yield from walk(segment.children)


def test_blocks_nest_and_keep_title_options_and_line() -> None:
    text = (
        "Først\n\n//// activity | To | tre\n    id: x\n    minutes: 5\n\nInni\n\n"
        "/// format | digital\n\nSkjerm\n\n///\n\n////\n\nSist\n"
    )
    segments, problems = read(text)
    assert problems == []
    first, activity, last = segments
    assert isinstance(activity, Block)
    assert (activity.name, activity.title, activity.where.line) == ("activity", "To | tre", 3)
    assert activity.options is not None
    assert plain(activity.options) == {"id": "x", "minutes": "5"}
    inner, form = activity.children
    assert isinstance(first, Markdown)
    assert isinstance(inner, Markdown)
    assert isinstance(form, Block)
    assert isinstance(last, Markdown)
    assert [s.where.line for s in (first, inner, form, last)] == [1, 7, 9, 17]
    assert [first.text, inner.text, last.text] == ["Først", "Inni", "Sist"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/// facilitator\n\nx\n", [("block-unclosed", 1, 1)]),
        ("//// activity | A\n    id: a\n\n/// facilitator\n\nx\n\n////\n", [("block-unclosed", 4, 1)]),
        ("/// a\n\n/// b\n\n///\n", [("block-unclosed", 1, 1)]),
        ("x\n\n///\n", [("block-stray-end", 3, 1)]),
        ("/// a\n\n////\n\n///\n", [("block-stray-end", 3, 1)]),
        ("- x\n\n  /// a\n", [("block-indented", 3, 1)]),
        ("- x\n\n\t/// a\n", [("block-indented", 3, 1)]),
        ("> /// html | script\n", [("block-indented", 1, 1)]),
        ("- /// html | script\n", [("block-indented", 1, 1)]),
        ("1. > /// a\n", [("block-indented", 1, 1)]),
        ("``` a b c\n\n/// a\n\n///\n", []),
        ("/// example\n    - x\n\n///\n", [("block-options", 2, 5)]),
        ("```\n/// a\n///\n", [("code-unclosed", 1, 1)]),
    ],
)
def test_faults_are_placed_where_the_author_can_mend_them(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert read(text)[1] == expected


def test_what_is_no_fence_for_the_site_tool_hides_no_block() -> None:
    segments, _ = read("``` a b c\n\n/// html | script\n\nx\n\n///\n\n```\n```\n")
    assert "html" in [segment.name for segment in segments if isinstance(segment, Block)]


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_blocks_in_code_are_code(fence: str) -> None:
    text = f"{fence}text\n/// facilitator\n///\n{fence}\n"
    segments, problems = read(text)
    assert problems == []
    assert segments == (Markdown(text.rstrip(), segments[0].where),)


def test_slashes_in_a_sentence_are_no_block() -> None:
    segments, problems = read("Se https://example.org/// og a/b.\n\n// ikke\n")
    assert problems == []
    assert len(segments) == 1


LINES = st.sampled_from(
    [
        "x",
        "",
        "/// a",
        "//// b | t",
        "///",
        "////",
        "/////",
        "```",
        "    k: v",
        "  ///",
        "/// a | ",
        "~~~",
        "- y",
        "    - z",
    ]
)


@given(st.lists(LINES, max_size=30))
def test_no_line_of_text_is_lost_or_told_twice(lines: list[str]) -> None:
    segments, _ = read_blocks("\n".join(lines), "a.md", 1)
    told = [line for segment in walk(segments) if isinstance(segment, Markdown) for line in segment.text.split("\n")]
    assert [line for line in told if line in ("x", "- y")] == [line for line in lines if line in ("x", "- y")]


@given(st.text(alphabet="/`~ ab|:\n-", max_size=200))
def test_any_text_is_read(text: str) -> None:
    segments, problems = read_blocks(text, "a.md", 1)
    assert all(1 <= segment.where.line <= text.count("\n") + 1 for segment in walk(segments))
    assert all(1 <= problem.where.line <= text.count("\n") + 1 for problem in problems)


@pytest.mark.parametrize("line", [" /// a", "> /// a"])
def test_lines_after_a_block_line_in_the_wrong_place_keep_their_numbers(line: str) -> None:
    (segment,), _ = read(f"x\n{line}\ny\n")
    assert segment == Markdown("x\n\ny", Location("a.md", 1))


def test_an_option_that_is_not_indented_is_placed_where_it_stands() -> None:
    text = "//// activity | A\nid: [a\n      minutes: [b\n\n////\n"
    problems = read_blocks(text, "a.md", 1)[1]
    places = [(problem.code, problem.where.line, problem.where.column) for problem in problems]
    assert places[:2] == [("block-options-indent", 2, 1), ("yaml-syntax", 2, 5)]
