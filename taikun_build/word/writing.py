"""Nodes and the parts of a session as paragraphs and tables in the styles of `templates/word/word/styles.xml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from math import sqrt
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from taikun_build.word.markup import (
    PLAIN,
    STRONG,
    Cell,
    Letters,
    Xml,
    bookmarked,
    element,
    keep_with_next,
    link_to,
    link_within,
    numbering,
    paragraph,
    run,
    table,
    text_run,
)

TEXT_WIDTH = 9070
"""What a page has between its margins, in twentieths of a point."""
_BLOCKS = ("p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6")
_BOXES: Mapping[str, str] = {"reflection": "Reflection", "example": "Example", "key-points": "KeyPoints"}
_RUNNING_STYLES = ("Normal", "ListBullet", "ListNumber", "ListContinue")
_SPACE = re.compile(r"[ \t\r\n]+")
_IS_ADDRESS = re.compile(r"https?://|www\.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the style of their text, the level of an author's h2 (0 where headings cannot stand), and
    how deep in lists."""

    style: str = "Normal"
    level: int = 0
    depth: int = 0


_TEXT = Place()


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of a place: the style of their items (the place's own when there is none), the list of bullets, and
    what numbers look like (`templates/word/word/numbering.xml`)."""

    bullet_style: str
    number_style: str
    bullets: str
    numbers: int


_RUNNING, _IN_BLOCKS, _IN_TABLES = (
    _Lists("ListBullet", "ListNumber", "1", 1),
    _Lists("", "", "2", 3),
    _Lists("", "", "3", 5),
)


class Writer:
    """Writes into one document, whose part keeps the addresses of links, and the numbered lists."""

    def __init__(self, document: Document, data: Mapping[str, Any]) -> None:
        self._document = document
        self.labels: Mapping[str, str] = data["labels"]
        activities = [part for part in data.get("body", ()) if part["kind"] == "activity"]
        counted = (part["id"] for part in activities if not part["is_break"])
        self._numbers = {name: str(number) for number, name in enumerate(counted, 1)}
        self._times = {row["id"]: f"{row['start']}–{row['end']}" for row in data.get("run_sheet", ())}
        names = [*(f"aktivitet-{part['id']}" for part in activities), *(source["id"] for source in data["sources"])]
        self._bookmarks = {name: number for number, name in enumerate(names, 1)}

    # --- Words

    def words(self, nodes: Sequence[Any], letters: Letters = PLAIN) -> list[Xml]:
        """Nodes within a paragraph."""
        return [made for node in nodes for made in self._word(node, letters)]

    def _word(self, node: Any, letters: Letters) -> Iterator[Xml]:
        if isinstance(node, str):
            yield text_run(_SPACE.sub(" ", node), letters)
            return
        inner = letters.within(node["t"], node.get("lang", ""))
        match node["t"]:
            case "br":
                yield run(letters, element("br"))
            case "q":
                yield from (text_run("«", letters), *self.words(node["c"], inner), text_run("»", letters))
            case "a":
                yield from self._link(node, letters, inner)
            case "cite" if node["to"] in self._bookmarks:
                yield self._link_within(node["to"], self.words(node["c"], inner))
            case "cite":
                yield from self.words(node["c"], letters)
            case _:
                yield from self.words(node["c"], inner)

    def _link(self, node: Mapping[str, Any], outer: Letters, inner: Letters) -> Iterator[Xml]:
        """A link, and its address after it: on paper nobody can follow a link whose address does not show."""
        address = node["href"].removeprefix("mailto:")
        relationship = self._document.part.relate_to(node["href"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        yield link_to(relationship, self.words(node["c"], inner))
        shown = text_of(node)
        if shown != address and not _IS_ADDRESS.match(shown):
            yield text_run(f" ({address})", outer)

    def _link_within(self, name: str, runs: Iterable[Xml]) -> Xml:
        return link_within(f"_{self._bookmarks[name]}", runs)

    def _bookmarked(self, name: str, runs: Iterable[Xml]) -> list[Xml]:
        return bookmarked(f"_{self._bookmarks[name]}", self._bookmarks[name], runs)

    # --- Paragraphs of plain text

    def heading(self, level: int, text: str) -> Xml:
        """A heading, which is in the outline too."""
        return paragraph(f"Heading{level}", [text_run(text)])

    def paragraphs(self, texts: Iterable[str], style: str = "Normal") -> list[Xml]:
        """Plain texts, each a paragraph."""
        return [paragraph(style, self.words([text])) for text in texts if text.strip()]

    def label(self, text: str, style: str) -> Xml:
        """What the next paragraphs are, on a line of its own."""
        return paragraph(style, [text_run(text, STRONG)], keep_with_next())

    def bullets(self, texts: Iterable[str], place: Place = _TEXT) -> list[Xml]:
        """Plain texts as a list."""
        return self._list("ul", [[text] for text in texts], place)

    def checklist(self, texts: Iterable[str]) -> list[Xml]:
        """Plain texts with boxes to tick."""
        return self.paragraphs(texts, "Checklist")

    # --- Blocks

    def blocks(self, nodes: Sequence[Any], place: Place) -> list[Xml]:
        """Nodes as paragraphs and tables. Levels of headings are not skipped, whatever the author wrote."""
        made: list[Xml] = []
        last = place.level - 1
        groups = _paragraphs(nodes)
        for node, follows in zip_longest(groups, groups[1:]):
            if node["t"][0] == "h" and place.level:
                last = min(6, last + 1, max(place.level, place.level + int(node["t"][1]) - 2))
                made.append(paragraph(f"Heading{last}", self.words(node["c"])))
            else:
                made += self._block(
                    node, place, announces=follows is not None and follows["t"] in ("ul", "ol", "table")
                )
        return made

    def _block(self, node: Mapping[str, Any], place: Place, *, announces: bool) -> Iterator[Xml]:
        match node["t"]:
            case "p":
                kept = [keep_with_next()] if announces and text_of(node).strip().endswith(":") else []
                yield paragraph(place.style, self.words(node["c"]), *kept)
            case "ul" | "ol":
                items = [item["c"] for item in node["c"] if not isinstance(item, str)]
                yield from self._list(node["t"], items, place)
            case "table":
                yield from self._table(node)
            case "blockquote":
                yield from self.blocks(node["c"], replace(place, style="Quote", level=0))
            case "pre":
                lines = text_of(node).rstrip("\n").split("\n")
                broken = [made for line in lines for made in (run(PLAIN, element("br")), text_run(line))]
                yield paragraph("HTMLPreformatted", broken[1:])
            case _:
                yield self.label(text_of(node), place.style)

    def _list(self, kind: str, items: Iterable[Sequence[Any]], place: Place) -> list[Xml]:
        """A list. Its items have the style of the place, or in running text that of lists."""
        lists = _RUNNING if place.style in _RUNNING_STYLES else _IN_TABLES if place.style == "TableText" else _IN_BLOCKS
        if kind == "ul":
            number, style = lists.bullets, lists.bullet_style
        else:
            number, style = self._new_numbers(lists.numbers, place.depth), lists.number_style
        inner = replace(place, style=style or place.style, level=0, depth=min(2, place.depth + 1))
        made: list[Xml] = []
        for item in items:
            first, *others = _paragraphs(item) or [{"t": "p", "c": []}]
            if first["t"] != "p":
                first, others = {"t": "p", "c": []}, [first, *others]
            made.append(paragraph(inner.style, self.words(first["c"]), numbering(number, place.depth)))
            rest = replace(inner, style="ListContinue") if style else inner
            made += self.blocks(others, rest)
        return made

    def _new_numbers(self, look: int, depth: int) -> str:
        """A numbered list that begins with 1."""
        added = self._document.part.numbering_part.element.add_num(look)
        added.add_lvlOverride(ilvl=depth).add_startOverride(1)
        return str(added.numId)

    def _table(self, node: Mapping[str, Any]) -> Iterator[Xml]:
        """A table of the author's, its columns the wider the more they hold."""
        rows = [row["c"] for row in node["c"] if not isinstance(row, str) and row["c"]]
        if not rows:
            return
        width = max(map(len, rows))
        filled = [[*row, *({"t": "td", "c": []} for _ in range(width - len(row)))] for row in rows]
        has_head = all(cell["t"] == "th" for cell in rows[0])
        head = [[paragraph("TableHeading", self.words(cell["c"]))] for cell in filled[0]] if has_head else []
        cells = [[self._cell(cell["c"]) for cell in row] for row in filled[has_head:]]
        yield table("", _widths(filled), head, cells)

    def _cell(self, nodes: Sequence[Any]) -> Cell:
        return self.blocks(nodes, Place("TableText")) or [paragraph("TableText", [])]

    # --- The parts of a session

    def part(self, part: Mapping[str, Any], level: int) -> list[Xml]:
        """A part. Its headings, if it has any, begin with a level."""
        match part["kind"]:
            case "activity":
                return self._activity(part, level)
            case "dilemma":
                return self._dilemma(part, level)
            case "box":
                style = _BOXES[part["box"]]
                return [self.heading(level, part["title"]), *self.blocks(part["nodes"], Place(style, level + 1))]
            case "note":
                return [self.label(self.labels["note"], "Note"), *self.blocks(part["nodes"], Place("Note"))]
            case "format":
                return [self.label(part["name"], "Format"), *self.blocks(part["nodes"], Place("Format"))]
            case _:
                return self.blocks(part.get("nodes", ()), Place(level=level))

    def parts(self, parts: Iterable[Mapping[str, Any]], level: int) -> list[Xml]:
        """Parts in order."""
        return [made for part in parts for made in self.part(part, level)]

    def _activity(self, part: Mapping[str, Any], level: int) -> list[Xml]:
        number = self._numbers.get(part["id"], "")
        title = f"{number} {part['title']}".strip()
        method = "" if part["is_break"] else part["method"]
        facts = [fact for fact in (self._times.get(part["id"], ""), part["minutes"], method) if fact]
        return [
            paragraph(f"Heading{level}", self._bookmarked(f"aktivitet-{part['id']}", [text_run(title)])),
            paragraph("ActivityLine", [text_run(" · ".join(facts), STRONG)]),
            *self.paragraphs([part["purpose"]], "ActivityLine"),
            *self.parts(part["parts"], level + 1),
        ]

    def _dilemma(self, part: Mapping[str, Any], level: int) -> list[Xml]:
        place = Place("Dilemma")
        made = [
            self.heading(level, f"{self.labels['dilemma']}: {part['title']}"),
            self.label(f"{part['minutes']} · {part['sensitivity']}", place.style),
            *self.paragraphs(part["situation"], place.style),
        ]
        if part["values"]:
            made += [self.label(self.labels["at_stake"], place.style), *self.bullets(part["values"], place)]
        made += [
            paragraph(place.style, [text_run(f"{one['role']}: ", STRONG), text_run(one["view"])])
            for one in part["perspectives"]
        ]
        if part["questions"]:
            made.append(self.label(self.labels["questions"], place.style))
            made += self._list("ol", [[question] for question in part["questions"]], place)
        if part["hint"]:
            made += [self.label(self.labels["note"], "Note"), *self.paragraphs(part["hint"], "Note")]
        return made

    # --- Tables and lists of the sheets themselves

    def activity_link(self, row: Mapping[str, Any]) -> Xml:
        """The name of an activity in the run sheet, which leads to the activity."""
        words = [text_run(f"{row['number']} {row['title']}".strip(), STRONG)]
        name = f"aktivitet-{row['id']}"
        runs = [self._link_within(name, words)] if name in self._bookmarks else words
        return paragraph("TableText", runs)

    def sources(self, sources: Sequence[Mapping[str, Any]]) -> list[Xml]:
        """The reference list. The last one keeps what comes after it company."""
        return [
            paragraph("Bibliography", self._bookmarked(source["id"], self.words(_trimmed(source["nodes"]))), *kept)
            for source in sources
            for kept in ([keep_with_next()] if source == sources[-1] else [],)
        ]


def text_of(node: Any) -> str:
    """The text of a node, without marks."""
    return node if isinstance(node, str) else "".join(map(text_of, node["c"]))


def _paragraphs(nodes: Sequence[Any]) -> list[Mapping[str, Any]]:
    """Nodes as blocks: words that stand between blocks become paragraphs."""
    found: list[Mapping[str, Any]] = []
    for is_block, group in groupby(nodes, lambda node: not isinstance(node, str) and node["t"] in _BLOCKS):
        if is_block:
            found += [{**node, "c": _trimmed(node["c"])} if node["t"] == "p" else node for node in group]
        elif words := _trimmed(list(group)):
            found.append({"t": "p", "c": words})
    return found


def _trimmed(nodes: Sequence[Any]) -> list[Any]:
    """Nodes without space at the edges and after line breaks, which in Markdown means nothing."""
    found: list[Any] = []
    for node in nodes:
        is_first = not found or (not isinstance(found[-1], str) and found[-1]["t"] == "br")
        trimmed = node.lstrip() if isinstance(node, str) and is_first else node
        found += [trimmed] if trimmed else []
    while found and isinstance(found[-1], str) and not (end := found[-1].rstrip()):
        found.pop()
    return [*found[:-1], end] if found and isinstance(found[-1], str) else found


def _widths(rows: Sequence[Sequence[Any]]) -> list[int]:
    """Each column gets room for its longest cell, within limits, and some more the more text it holds."""
    columns = [[len(text_of(cell)) for cell in column] for column in zip(*rows, strict=True)]
    weights = [6 + min(42, max(10, *lengths)) + sqrt(sum(lengths)) / 2 for lengths in columns]
    return [int(TEXT_WIDTH * weight / sum(weights)) for weight in weights]
