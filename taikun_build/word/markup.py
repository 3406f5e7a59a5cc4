"""The few elements of WordprocessingML (ISO/IEC 29500-1) that a document is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from taikun_build.vocabulary import Language

Xml = etree._Element
"""An element of a document."""
LANGUAGES: Mapping[str, str] = {"nb": "nb-NO", "nn": "nn-NO", "no": "nb-NO", "en": "en-GB", "se": "se-NO"}
"""Word processors choose their dictionary by language and country."""
_STYLED: Mapping[str, str] = {"strong": "Strong", "em": "Emphasis", "code": "HTMLCode", "kbd": "HTMLKeyboard"}
_LINKED: Mapping[str, str] = {"a": "Hyperlink", "cite": "Hyperlink"}
_SHIFTED: Mapping[str, str] = {"sub": "subscript", "sup": "superscript"}


def language_tag(language: str | Language) -> str:
    """A language (ISO 639) as word processors know it."""
    return LANGUAGES.get(language, str(language))


def element(tag: str, /, *children: Xml, **values: str) -> Xml:
    """An element with children, and with attributes, all of the main namespace."""
    made = OxmlElement(f"w:{tag}", {qn(f"w:{key}"): value for key, value in values.items()})
    made.extend(children)
    return made


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: the marks around them from outside in, named as nodes are, and their language."""

    marks: tuple[str, ...] = ()
    language: str = ""

    def within(self, mark: str, language: str = "") -> Letters:
        """The same inside one more mark."""
        return replace(self, marks=(*self.marks, mark), language=language or self.language)

    def properties(self) -> list[Xml]:
        """A run has one style; what other marks around it mean is said beside it. A link's style goes before."""
        styles = [style for known in (_STYLED, _LINKED) for mark in self.marks if (style := known.get(mark))]
        shift = next((_SHIFTED[mark] for mark in reversed(self.marks) if mark in _SHIFTED), "")
        style = styles[-1] if styles else ""
        found = [element("rStyle", val=style)] if style else []
        found += [element("b")] if "strong" in self.marks and style != "Strong" else []
        found += [element("i")] if "em" in self.marks and style != "Emphasis" else []
        found += [element("vertAlign", val=shift)] if shift else []
        return found + ([element("lang", val=language_tag(self.language))] if self.language else [])


PLAIN = Letters()
STRONG = Letters(("strong",))


def run(letters: Letters, content: Xml) -> Xml:
    """A text, a break or a tab with its looks."""
    properties = letters.properties()
    return element("r", *([element("rPr", *properties)] if properties else []), content)


def text_run(text: str, letters: Letters = PLAIN) -> Xml:
    """A stretch of text; its spaces are kept."""
    content = element("t")
    content.text = text
    content.set(qn("xml:space"), "preserve")
    return run(letters, content)


def field(instruction: str) -> Xml:
    """What the word processor counts itself, as PAGE. The 1 is shown until it has."""
    return element("fldSimple", text_run("1"), instr=instruction)


def paragraph(style: str, runs: Iterable[Xml], *properties: Xml) -> Xml:
    """A paragraph in a style. The properties are given in the order of the standard."""
    chosen = [] if style == "Normal" else [element("pStyle", val=style)]
    return element("p", element("pPr", *chosen, *properties), *runs)


def keep_with_next() -> Xml:
    """The paragraph stands on the same page as what follows."""
    return element("keepNext")


def numbering(number: str, depth: int) -> Xml:
    """The paragraph is an item of a list."""
    return element("numPr", element("ilvl", val=str(depth)), element("numId", val=number))


def bookmarked(name: str, number: int, runs: Iterable[Xml]) -> list[Xml]:
    """What links within the document can lead to."""
    start = element("bookmarkStart", id=str(number), name=name)
    return [start, *runs, element("bookmarkEnd", id=str(number))]


def link_within(name: str, runs: Iterable[Xml]) -> Xml:
    """A link to a bookmark."""
    return element("hyperlink", *runs, anchor=name)


def link_to(relationship: str, runs: Iterable[Xml]) -> Xml:
    """A link to an address, which the document's part knows by its relationship."""
    made = element("hyperlink", *runs)
    made.set(qn("r:id"), relationship)
    return made


Cell = Sequence[Xml]
"""The paragraphs of a cell, at least one."""


def table(title: str, widths: Sequence[int], head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Xml:
    """A table with fixed widths (twentieths of a point) whose rows stay whole. `head` is repeated on each page."""
    heading = [_row(widths, head, is_head=True)] if head else []
    caption = [element("tblCaption", val=title)] if title else []
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="RuledTable"),
            element("tblW", w=str(sum(widths)), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="0020" if head else "0000", firstRow=str(int(bool(head)))),
            *caption,
        ),
        element("tblGrid", *(element("gridCol", w=str(width)) for width in widths)),
        *heading,
        *(_row(widths, row, is_head=False) for row in rows),
    )


def _row(widths: Sequence[int], cells: Sequence[Cell], *, is_head: bool) -> Xml:
    marks = [element("cantSplit"), *([element("tblHeader")] if is_head else [])]
    return element(
        "tr",
        element("trPr", *marks),
        *(
            element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), *cell)
            for width, cell in zip(widths, cells, strict=True)
        ),
    )
