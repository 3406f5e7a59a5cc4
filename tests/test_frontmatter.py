"""A file split in two, from bytes that may be anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taikun_build.frontmatter import read_document
from taikun_build.problems import Location
from taikun_build.sources import Source
from taikun_build.yaml_tree import plain


def found(data: bytes, *keys: str) -> list[tuple[str, int, int]]:
    _, problems = read_document(Source("a.md", data), keys)
    return [(problem.code, problem.where.line, problem.where.column) for problem in problems]


def test_matter_and_body_know_their_lines() -> None:
    document, problems = read_document(Source("a.md", "---\r\ntitle: Å\r\n---\r\nTekst\r\n".encode()))
    assert problems == []
    assert document is not None
    assert document.matter is not None
    assert plain(document.matter) == {"title": "Å"}
    assert (document.body, document.body_line) == ("Tekst\n", 4)


def test_what_is_not_front_matter() -> None:
    assert found(b"\n---\na: b\n---\n") == [("front-matter-missing", 1, 1)]
    assert found(b"+++\na = 1\n+++\n") == [("front-matter-missing", 1, 1)]
    assert found(b"---\n- a\n---\n") == [("front-matter-not-keys", 2, 1)]
    assert found(b"---\n---\n") == [("front-matter-not-keys", 2, 1)]


def test_front_matter_that_ends_with_the_file_is_placed_inside_it() -> None:
    assert found(b"---", "id") == [("front-matter-unclosed", 1, 1), ("front-matter-not-keys", 1, 1)]
    assert found(b"---\nid: [a", "id") == [("front-matter-unclosed", 1, 1), ("yaml-syntax", 2, 5)]


def test_bytes_that_are_no_text_are_placed_to_the_character() -> None:
    assert found("---\ntitle: bø".encode() + b"\xe6\n---\n") == [("not-utf8", 2, 10)]
    assert found(b"---\ra: b\r---\r") == [("line-ends", 1, 4)]
    assert found(b"\xef\xbb\xbf---\na: b\n---\n") == [("byte-order-mark", 1, 1)]
    assert found(b"---\na: b\n---\nx\n<<<<<<< HEAD\n") == [("conflict-marker", 5, 1)]
    assert found("---\na: b\n---\nto\nab\u202ec\n".encode()) == [("control-character", 5, 3)]


def test_front_matter_that_is_never_closed_is_reported_and_reading_goes_on() -> None:
    text = b"---\ntitle: A\nlist:\n- b\n- c\n\nHer begynner teksten.\n\nMer: tekst.\n"
    assert found(text) == [("front-matter-unclosed", 1, 1)]
    document, problems = read_document(Source("a.md", text), ("title", "list"))
    assert [problem.code for problem in problems] == ["front-matter-unclosed"]
    assert document is not None
    assert document.matter is not None
    assert plain(document.matter) == {"title": "A", "list": ["b", "c"]}
    assert document.body.startswith("Her begynner")
    assert document.body_line == 7


def test_a_line_of_dashes_in_the_body_ends_nothing() -> None:
    document, problems = read_document(Source("a.md", b"---\na: b\n---\nx\n\n---\n\ny\n"))
    assert problems == []
    assert document is not None
    assert document.body == "x\n\n---\n\ny\n"


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: b"---\n" + text.encode() + b"\n---\nx"))
def test_any_bytes_give_a_document_or_problems(data: bytes) -> None:
    document, problems = read_document(Source("a.md", data), ("title",))
    assert document is not None or problems
    assert all(problem.where >= Location("a.md") for problem in problems)
