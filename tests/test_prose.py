"""Markdown as a tree: what links, headings and raw HTML a text holds, and where."""

from __future__ import annotations

import pytest

from taikun_build.prose import Heading, MarkdownReader, Tree, slug


@pytest.fixture(scope="module")
def reader() -> MarkdownReader:
    return MarkdownReader()


def read(reader: MarkdownReader, text: str, **definitions: str) -> Tree:
    return reader.read(text, definitions)


def test_links_know_where_their_targets_stand(reader: MarkdownReader) -> None:
    text = "Se [a](x.md) og [a igjen](x.md), [Berg][berg] og ![bilde](b.svg).\n\n<https://nb.no>"
    links = read(reader, text, berg="#kilde-berg").links
    assert [(link.target, link.text, link.is_image) for link in links] == [
        ("x.md", "a", False),
        ("x.md", "a igjen", False),
        ("#kilde-berg", "Berg", False),
        ("b.svg", "bilde", True),
        ("https://nb.no", "https://nb.no", False),
    ]
    assert [text[link.offset : link.offset + 4] for link in links] == ["x.md", "x.md", "berg", "b.sv", "http"]
    assert links[0].offset != links[1].offset


def test_a_link_shown_as_code_is_not_taken_for_the_link(reader: MarkdownReader) -> None:
    text = "`[x](a.md)` som i [x](a.md)\n\n```text\n[y](b.md)\n```\n\n[y](b.md)"
    assert [link.offset for link in read(reader, text).links] == [text.rindex("a.md"), text.rindex("b.md")]


def test_a_definition_of_the_author_s_own_is_a_link_that_others_may_use(reader: MarkdownReader) -> None:
    text = "[a][x]\n\n[x]: https://nb.no\n[y]: javascript:alert(1)"
    assert [(link.target, link.offset) for link in read(reader, text).links] == [
        ("https://nb.no", text.index("https")),
        ("javascript:alert(1)", text.index("javascript")),
    ]


def test_a_label_nobody_defines_is_told_but_not_in_code(reader: MarkdownReader) -> None:
    tree = read(reader, "[Berg][borg] og `[a][b]`", berg="#x")
    assert tree.unresolved == ((7, "borg"),)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("a <b>c</b>", ["<b>", "</b>"]),
        ("<!-- til kursleder -->", ["<!-- til kursleder -->"]),
        ("a <!-- b --> c", ["<!-- b -->"]),
        ("a <!-- b", ["<!-- b"]),
        ("b --> c", ["-->"]),
        ('a <p title="', ['<p title="']),
        ("<div>\nx\n</div>", ["<div>", "</div>"]),
        ('<script src="x"></script>', ['<script src="x">', "</script>"]),
    ],
)
def test_raw_html_is_told(reader: MarkdownReader, text: str, raw: list[str]) -> None:
    assert [html for _, html in read(reader, text).raw_html] == raw


@pytest.mark.parametrize("text", ["`<b>`", "1 < 2", "```html\n<script>\n```", "<https://nb.no>", "&amp; &lt;"])
def test_what_only_looks_like_html(reader: MarkdownReader, text: str) -> None:
    assert read(reader, text).raw_html == ()


def test_the_tree_has_the_names_of_html_and_no_wrappers(reader: MarkdownReader) -> None:
    tree = read(reader, "# Å lese\n\n- *en*\n- to\n\n| A |\n|---|\n| b |\n\n```text\nx < y\n```")
    assert [block.name for block in tree.blocks] == ["h1", "ul", "table", "pre"]
    assert [element.name for element in tree.blocks[1].walk()] == ["ul", "li", "em", "li"]
    assert [element.name for element in tree.blocks[2].walk()] == ["table", "tr", "th", "tr", "td"]
    assert tree.text() == "Å lese\nento\nAb\nx < y"
    assert tree.headings == (Heading(1, "Å lese", 0),)


def test_anchors_keep_norwegian_letters() -> None:
    assert slug("Dilemma: ærlighet på øya!") == "dilemma-ærlighet-på-øya"
