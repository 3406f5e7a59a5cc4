"""What a trainer adapts in a word processor: the guide and the participants' sheet as DOCX.

They are made of the data that the printed sheets are made of, so the two cannot disagree. How they look is said once,
in the styles of `templates/word`, which is a document of this format without content.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from textwrap import shorten
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from taikun_build.archives import archive, unpacked
from taikun_build.sheets import Layout
from taikun_build.sheets.parts import local_lists
from taikun_build.word.markup import (
    PLAIN,
    STRONG,
    Cell,
    Letters,
    Xml,
    element,
    field,
    language_tag,
    paragraph,
    run,
    table,
    text_run,
)
from taikun_build.word.writing import Place, Writer

_UPRIGHT, _LYING = ("11906", "16838"), ("16838", "11906")
_LYING_WIDTH = 15250
"""What a page that lies has between its margins, in twentieths of a point."""
_LOGO_HEIGHT = Mm(12)
_COLUMNS: Mapping[str, float] = {
    "clock": 1.4,
    "time": 1.75,
    "minutes": 0.9,
    "activity": 3.8,
    "facilitator": 4.3,
    "participants": 3.2,
    "equipment": 2.3,
    "plan_b": 2.7,
}
"""The columns of the run sheet with their shares of the width."""

Blocks = list[Xml]


def word_document(layout: Layout, timestamp: int) -> bytes:
    """A sheet as DOCX; the same data and timestamp (seconds since 1970) give the same bytes."""
    data = layout.data
    document = docx.Document(io.BytesIO(_template()))
    _speak(document, data)
    *_, pages = document.element.body
    for block in (*_logo(document, layout), *_SHEETS[layout.template](Writer(document, data), data)):
        pages.addprevious(block)
    _foot(document, data)
    _describe(document, data, datetime.fromtimestamp(timestamp, UTC))
    result = io.BytesIO()
    document.save(result)
    return archive(unpacked(result.getvalue()), timestamp)


# --- The document as such


@cache
def _template() -> bytes:
    return archive(dict(_files(files("taikun_build") / "templates" / "word")), 0)


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files(one, f"{above}{one.name}/")
        else:
            yield f"{above}{one.name}", one.read_bytes()


def _speak(document: Document, data: Mapping[str, Any]) -> None:
    """Give the document its language, and our own styles their names in it."""
    styles = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), language_tag(data["lang"]))
    for style in styles.style_lst:
        if style.styleId in data["styles"]:
            style.name_val = data["styles"][style.styleId]


def _foot(document: Document, data: Mapping[str, Any]) -> None:
    """The foot of every page: what it is, the edition, and the number of the page."""
    labels = data["labels"]
    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    first, *_ = foot.paragraphs
    counted = [text_run(f"{data['edition']} · {labels['page']} "), field("PAGE"), text_run(f" {labels['of']} ")]
    lines = [
        paragraph("Footer", [text_run(f"{data['title']} · {data['format']}")]),
        paragraph("Footer", [*counted, field("NUMPAGES")]),
    ]
    for line in lines:
        first._p.addprevious(line)
    first._p.getparent().remove(first._p)


def _describe(document: Document, data: Mapping[str, Any], moment: datetime) -> None:
    """What the document says of itself. Nothing in it is of the machine that made it."""
    about = document.core_properties
    kind = _kind(data)
    about.title = _short(f"{data['title']} – {kind}, {data['format']}, {data['theme']}")
    about.author = about.last_modified_by = _short(data["site"])
    about.comments = _short(data["summary"])
    about.keywords = _short(f"{data['format']}, {data['theme']}")
    about.language = language_tag(data["lang"])
    about.created = about.modified = moment
    about.revision = 1


def _short(text: str) -> str:
    """A property has room for 255 characters."""
    return shorten(text, 255, placeholder=" …")


def _kind(data: Mapping[str, Any]) -> str:
    labels = data["labels"]
    return str(labels.get("guide") or labels["handout"])


def _logo(document: Document, layout: Layout) -> Blocks:
    """The logo of the library that the document is made for, as the first thing in it."""
    local = layout.data.get("local")
    if not local or not local["logo"]:
        return []
    holder = document.add_paragraph()
    picture = holder.add_run().add_picture(io.BytesIO(layout.images[local["logo"]]), height=_LOGO_HEIGHT)
    picture._inline.docPr.set("descr", local["name"])
    document.element.body.remove(holder._p)
    return [holder._p]


# --- The two sheets


def _guide(write: Writer, data: Mapping[str, Any]) -> Blocks:
    """The facilitator's guide. The run sheet lies on pages of its own."""
    labels = write.labels
    checklists = [*data["preparation"], {"title": labels["equipment"], "items": data["equipment"]}]
    upright = [
        *_front(write, data),
        *write.paragraphs(data["overview"]),
        *_outcomes(write, data),
        *_local(write, data),
        *_section(write, labels["preparation"], _lists(write, checklists, write.checklist)),
    ]
    return [
        *(_pages(upright, _UPRIGHT) + _pages(_run_sheet(write, data), _LYING) if data["run_sheet"] else upright),
        *_section(write, labels["session"], write.parts(data["body"], 2)),
        *_section(write, labels["pitfalls"], write.bullets(data["pitfalls"])),
        *_section(write, labels["plan_b"], write.paragraphs(data["plan_b"])),
        *_closing(write, data),
    ]


def _handout(write: Writer, data: Mapping[str, Any]) -> Blocks:
    """The participants' sheet."""
    return [
        *_front(write, data),
        *_outcomes(write, data),
        *_section(write, write.labels["programme"], write.bullets(_programme(data))),
        *write.parts(data["body"], 1),
        *_local(write, data),
        *_closing(write, data),
    ]


_SHEETS: Mapping[str, Callable[[Writer, Mapping[str, Any]], Blocks]] = {"guide": _guide, "handout": _handout}


def _front(write: Writer, data: Mapping[str, Any]) -> Blocks:
    """What it is, the title, the summary, the facts."""
    facts = [
        paragraph("Facts", [text_run(fact["label"], STRONG), run(PLAIN, element("tab")), text_run(fact["value"])])
        for fact in data["facts"]
    ]
    return [
        paragraph("Subtitle", [text_run(f"{_kind(data)} · {data['format']}")]),
        paragraph("Title", [text_run(data["title"])]),
        *write.paragraphs([data["summary"]], "Lead"),
        *facts,
    ]


def _outcomes(write: Writer, data: Mapping[str, Any]) -> Blocks:
    kinds = dict.fromkeys(outcome["kind"] for outcome in data["outcomes"])
    lists = [
        {"title": kind, "items": [one["text"] for one in data["outcomes"] if one["kind"] == kind]} for kind in kinds
    ]
    return _section(write, write.labels["outcomes"], _lists(write, lists, write.bullets))


def _programme(data: Mapping[str, Any]) -> list[str]:
    """What happens, in short."""
    minutes = data["labels"]["minutes"].lower()
    return [f"{one['title']}, {one['minutes']} {minutes}" for one in data["programme"]]


def _local(write: Writer, data: Mapping[str, Any]) -> Blocks:
    """What holds where the participants work, when it is known where that is."""
    local = data.get("local")
    if not local:
        return []
    labels = write.labels
    lists = ({"title": title, "items": lines} for title, lines in local_lists(local, labels))
    contact = [write.heading(2, labels["contact"]), *write.paragraphs(local["contact"])]
    return _section(write, f"{labels['local']}: {local['name']}", [*contact, *_lists(write, lists, write.bullets)])


def _lists(write: Writer, lists: Iterable[Mapping[str, Any]], make: Callable[[Sequence[str]], Blocks]) -> Blocks:
    """Lists under headings, without those that are empty."""
    return [block for one in lists if one["items"] for block in (write.heading(2, one["title"]), *make(one["items"]))]


def _section(write: Writer, title: str, blocks: Blocks) -> Blocks:
    return [write.heading(1, title), *blocks] if blocks else []


def _closing(write: Writer, data: Mapping[str, Any]) -> Blocks:
    sources = _section(write, write.labels["sources"], write.sources(data["sources"]))
    return [*sources, *write.paragraphs([data["colophon"]], "Colophon")]


def _run_sheet(write: Writer, data: Mapping[str, Any]) -> Blocks:
    """The plan of the session as a table. Where no start is chosen, there is room to write the time."""
    labels, rows = write.labels, data["run_sheet"]
    columns = {name: share for name, share in _COLUMNS.items() if name != "clock" or not data["has_start"]}
    widths = [int(_LYING_WIDTH * share / sum(columns.values())) for share in columns.values()]
    head = [[paragraph("TableHeading", [text_run(labels[name])])] for name in columns]
    cells = [[_CELLS[name](write, row) or [_table_text("")] for name in columns] for row in rows]
    return [
        write.heading(1, labels["run_sheet"]),
        *([] if data["has_start"] else write.paragraphs([labels["times_from_start"]])),
        table(labels["run_sheet"], widths, head, cells),
        _table_text(f"{labels['time']}: {rows[0]['start']}–{rows[-1]['end']}"),
    ]


def _table_text(text: str, letters: Letters = PLAIN) -> Xml:
    return paragraph("TableText", [text_run(text, letters)] if text else [])


def _activity(write: Writer, row: Mapping[str, Any]) -> Cell:
    method = [row["method"]] if row["method"] != row["title"] else []
    return [
        write.activity_link(row),
        *write.paragraphs(method, "TableText"),
        _table_text(row["purpose"], Letters(("em",))),
    ]


_CELLS: Mapping[str, Callable[[Writer, Mapping[str, Any]], Cell]] = {
    "clock": lambda _write, _row: [],
    "time": lambda _write, row: [_table_text(f"{row['start']}–{row['end']}", STRONG)],
    "minutes": lambda _write, row: [_table_text(str(row["minutes"]))],
    "activity": _activity,
    "facilitator": lambda write, row: write.paragraphs([row["facilitator"]], "TableText"),
    "participants": lambda write, row: write.paragraphs([row["participants"]], "TableText"),
    "equipment": lambda write, row: write.bullets(row["equipment"], Place("TableText")),
    "plan_b": lambda write, row: write.paragraphs([row["plan_b"]], "TableText"),
}


def _pages(blocks: Blocks, size: tuple[str, str]) -> Blocks:
    """Blocks on pages of their own, upright or lying: the last paragraph says so."""
    width, height = size
    turned = {"orient": "landscape"} if int(width) > int(height) else {}
    side, top, bottom = ("794", "680", "1134") if turned else ("1418", "1304", "1474")
    end = element(
        "sectPr",
        element("pgSz", w=width, h=height, **turned),
        element("pgMar", top=top, right=side, bottom=bottom, left=side, header="624", footer="624", gutter="0"),
    )
    properties, *_ = blocks[-1]
    properties.append(end)
    return blocks
