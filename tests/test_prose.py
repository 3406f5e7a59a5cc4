"""Markdown as a tree: what links, headings and raw HTML a text holds, and where."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taikun_build.prose import _ONLY_PARAGRAPHS, Heading, MarkdownReader, Tree, opening, slug


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


PLAIN = "aÅø1 .,;:!?()«»–…%+=/§'\"-\n"
WORDS = st.one_of(st.text(PLAIN, min_size=1, max_size=40), st.text(PLAIN + "*_[]<#|&\\`\t", min_size=1, max_size=40))


@settings(max_examples=600, deadline=None)
@given(text=WORDS.map(lambda drawn: drawn.strip("\n")))
def test_plain_paragraphs_are_read_as_markdown_would_read_them(text: str) -> None:
    quick, slow = MarkdownReader(), MarkdownReader()
    with patch("taikun_build.prose._ONLY_PARAGRAPHS", re.compile("(?!)")):
        expected = slow.read(text, {"a": "#b"})
    assert quick.read(text, {"a": "#b"}) == expected


@pytest.mark.parametrize(
    "text", ["Stå i ring.", "Én linje\nog en til.\n\nNytt avsnitt: ja!", "Ta 10 minutter, ikke 5."]
)
def test_paragraphs_of_words_need_no_parser(text: str) -> None:
    assert _ONLY_PARAGRAPHS.fullmatch(text)


@pytest.mark.parametrize("text", ["1. liste", "a  \nb", "- a", "a\n===", " a", "a *b* c", "a\n- b", "a\n\n\tb"])
def test_what_means_something_in_markdown_is_left_to_the_parser(text: str) -> None:
    assert not _ONLY_PARAGRAPHS.fullmatch(text)


def test_anchors_keep_norwegian_letters() -> None:
    assert slug("Dilemma: ærlighet på øya!") == "dilemma-ærlighet-på-øya"


@pytest.mark.parametrize(
    "written",
    ["java&#9;script:alert(1)", "javascript&colon;alert(1)", "a\\_b.md", "<a&amp;b.md>"],
)
def test_a_target_that_is_written_with_signs_for_signs_has_a_place_too(reader: MarkdownReader, written: str) -> None:
    text = f"Se [a]({written})."
    (link,) = read(reader, text).links
    assert link.written == written.strip("<>")
    assert text[link.offset :].startswith(link.written)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Se [**her**](x.md).", "[**her**]"),
        ("Se ![](x.png).", "![]("),
        ("Se [[a] b](x.md).", "[[a]"),
        ('Se [ ](x.md "tittel").', "[ ]("),
        ("Se [her].\n\n[her]: https://nb.no", "[her]."),
        ("Se [her][k].\n\n[k]: https://nb.no", "[her][k]"),
        ("Se ![][k].\n\n[k]: x.png", "![][k]"),
    ],
)
def test_a_link_begins_with_its_bracket(reader: MarkdownReader, text: str, begins: str) -> None:
    (link,) = read(reader, text).links
    assert text[opening(link, text) :].startswith(begins)


def test_the_bracket_of_each_of_two_links_is_its_own(reader: MarkdownReader) -> None:
    text = "[![bilde](b.svg)](x.md) og [her](x.md)"
    found = read(reader, text).links
    assert [text[opening(link, text) :][:4] for link in found] == ["[![b", "![bi", "[her"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Se [teksten](a/AI.md) nå", "Se teksten nå"),
        ('Se [teksten](a.md "AI") nå', "Se teksten nå"),
        ("Sagt ([Berg, AI 2020][berg]) nå", "Sagt nå"),
        ("Se [teksten][egen] nå\n\n[egen]: https://example.org/AI", "Se teksten nå"),
        ("Se ![et bilde](AI.svg) nå", "Se et bilde nå"),
        ("Se <https://example.org/AI> og https://example.org/AI nå", "Se og nå"),
        ("Skriv til ai@example.org nå", "Skriv til nå"),
        ("Slå opp 10.1000/AI.1 nå", "Slå opp nå"),
        ("Bruk `AI` nå", "Bruk nå"),
        ("Kode:\n\n```text\nAI\n```\n\nnå", "Kode nå"),
        ('Ordet <span lang="en">AI tool</span> nå', "Ordet nå"),
        ('Ordet <span lang="nn">verktøy</span> nå', "Ordet verktøy nå"),
        ('Et <q lang="en">AI</q> og <abbr title="AI">KI</abbr> nå', "Et og KI nå"),
    ],
)
def test_the_wording_is_the_author_s_own_words_in_their_places(reader: MarkdownReader, text: str, left: str) -> None:
    wording = read(reader, text, berg="#kilde-berg").wording
    assert " ".join(re.findall(r"\w+", wording)) == left
    assert len(wording) == len(text)
    assert all(kept in (" ", original) for kept, original in zip(wording, text, strict=True))
