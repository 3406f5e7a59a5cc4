"""Markdown read into a small tree: what the checks look at, and what the printed guide is made of.

The dialect is Python-Markdown with the extensions in `EXTENSIONS`; the site tool is configured with the same list, so
that what is checked is what is published.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import lxml.html
from lxml import etree
from markdown import Markdown
from pymdownx.slugs import slugify as _slugify_factory

EXTENSIONS = ("tables", "sane_lists", "pymdownx.superfences", "pymdownx.highlight")
EXTENSION_CONFIGS: Mapping[str, Mapping[str, object]] = {"pymdownx.highlight": {"use_pygments": False}}

_RAW_HTML = re.compile(r"<(?!(?:https?://|mailto:)[^\s<>]+>)[A-Za-z/!?][^<>\n]*>?|-->")
_HEADING = re.compile(r"^[ >]*(#{1,6})(?=[^#\n])|^[ >]*[^\s#].*\n[ >]*([=-])\2*[ ]*$", re.MULTILINE)
_WORDS = r"""(?!\d+[.)]|[-+=])[^\W_](?:[^\W_]|[ .,;:!?()«»“”„’'"–—…%+=§°€-])*+(?<! )"""
_ONLY_PARAGRAPHS = re.compile(rf"{_WORDS}(?:\n{{1,2}}{_WORDS})*+")
"""Paragraphs of words: nothing in them means anything in Markdown, so what it would make of them is known."""
_TARGET = re.compile(
    r"\]\(\s*(?:<([^>\n]*)>|((?:[^\s()]|\([^\s()]*\))*))|^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)|<([^<>\s]+)>",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_UNRESOLVED = re.compile(r"\]\[([^\[\]\n]{1,80})\]")
_NO_WORDING = (
    re.compile(r"^[ >]*(?:`{3,}|~{3,}).*$", re.MULTILINE),
    re.compile(r"^ {0,3}\[[^\[\]\n]+\]:.*$", re.MULTILINE),
    re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)"),
    re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@\w[\w.-]*|\b10\.\d{4,}/\S+"),
)
"""Code fences, definitions, targets of links, and addresses."""
_REFERENCE_LINK = re.compile(r"\[[^\[\]]*\](\[(?P<label>[^\[\]\n]*)\])")
_LANGUAGE = re.compile(r"\slang=[\"']?([a-zA-Z]+)")
_NORWEGIAN = ("nb", "nn", "no")


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the tree, named as in HTML (p, ul, ol, li, strong, em, a, code, pre, table …)."""

    name: str
    children: tuple[Element | str, ...] = ()
    target: str = ""
    language: str = ""

    def text(self) -> str:
        """All the text inside, without marks."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: its target, its text, and the offset of the target in the source (-1 when unknown).

    `written` is the target as the source has it, where Markdown reads it as another: `&#9;` is a tab.
    """

    target: str
    text: str
    offset: int
    is_image: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (1 to 6), its text, and its offset in the source (-1 when unknown)."""

    level: int
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What a stretch of Markdown holds.

    `wording` is the Markdown at the same length with blanks for all that is no text of the author's own: code, tags,
    targets of links, addresses, citations, and what is marked as another language.
    """

    blocks: tuple[Element, ...] = ()
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    raw_html: tuple[tuple[int, str], ...] = ()
    unresolved: tuple[tuple[int, str], ...] = ()
    wording: str = ""

    def text(self) -> str:
        """All the text, one block a line."""
        return "\n".join(block.text().strip() for block in self.blocks)


_slugify = _slugify_factory(case="lower")


def slug(text: str) -> str:
    """The anchor of a heading: lower case, words joined by hyphens, æøå kept."""
    return str(_slugify(text, "-"))


class MarkdownReader:
    """Reads stretches of Markdown, one after the other, with one configured Python-Markdown."""

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=list(EXTENSIONS),
            extension_configs={name: dict(options) for name, options in EXTENSION_CONFIGS.items()},
        )

    def read(self, text: str, definitions: Mapping[str, str]) -> Tree:
        """Read one stretch. `definitions` are link targets by label, as if they stood below the text.

        The time it takes is bounded only for texts in which `limits.excesses` finds nothing.
        """
        if _ONLY_PARAGRAPHS.fullmatch(text):
            paragraphs = tuple(Element("p", (paragraph,)) for paragraph in text.split("\n\n"))
            return Tree(paragraphs, wording=text)
        self._markdown.reset()
        made = self._markdown.convert(text + definition_lines(definitions))
        root = lxml.html.fragment_fromstring(made, create_parent="div") if made else lxml.html.Element("div")
        blocks = tuple(child for child in children_of(root) if isinstance(child, Element))
        code = tuple(element.text() for block in blocks for element in block.walk() if element.name == "code")
        masked = _masked(text, code)
        raw_html = tuple(_raw_html(masked))
        return Tree(
            blocks,
            self._links(masked, blocks, definitions),
            tuple(_locate_headings(masked, blocks)),
            raw_html,
            tuple(_locate_unresolved(text, blocks, code)),
            wording=_wording(masked, raw_html, frozenset(definitions)),
        )

    def _links(self, masked: str, blocks: tuple[Element, ...], definitions: Mapping[str, str]) -> tuple[Link, ...]:
        """The links of the text, and the targets of its own definitions, for another text may use those."""
        links = list(_locate_links(masked, blocks, definitions))
        known = {link.offset for link in links}
        for label, (target, _) in self._markdown.references.items():
            at = masked.find(f"]: {target}")
            if definitions.get(label) != target and (at < 0 or at + 3 not in known):
                links.append(Link(target, label, at + 3 if at >= 0 else -1))
        return tuple(links)


def definition_lines(definitions: Mapping[str, str]) -> str:
    """Reference definitions as Markdown, to stand at the end of a text."""
    if not definitions:
        return ""
    return "\n\n" + "\n".join(f"[{label}]: {target}" for label, target in sorted(definitions.items()))


_HOLDS_NO_TEXT = ("div", "ul", "ol", "table", "thead", "tbody", "tr", "blockquote")


def children_of(element: etree._Element) -> Iterator[Element | str]:
    """The children of an HTML element as elements and texts. Wrappers without meaning are dissolved."""
    first = element[0].tag if len(element) else ""
    only_blocks = element.tag in _HOLDS_NO_TEXT or (element.tag == "li" and first in ("p", "ul", "ol", "pre"))
    if element.text and not (only_blocks and element.text.isspace()):
        yield element.text
    for child in element:
        if not isinstance(child.tag, str):
            pass
        elif child.tag in ("div", "span", "thead", "tbody") and not child.get("lang"):
            yield from children_of(child)
        else:
            target = child.get("href") or child.get("src") or ""
            children = (child.get("alt", ""),) if child.tag == "img" else tuple(children_of(child))
            yield Element(child.tag, children, target, child.get("lang") or "")
        if child.tail and not (only_blocks and child.tail.isspace()):
            yield child.tail


def _locate_links(text: str, blocks: tuple[Element, ...], definitions: Mapping[str, str]) -> Iterator[Link]:
    """Every link with the offset of its target, found in the order of the source."""
    labels = {target: label for label, target in definitions.items()}
    cursor = 0
    for element in (element for block in blocks for element in block.walk()):
        if element.name not in ("a", "img"):
            continue
        target = element.target
        label = labels.get(target)
        written = f"][{label}]" if label else target
        opened = [written] if label else [f"]({target}", f"](<{target}", f"]( {target}", f"<{target}>", f"]: {target}"]
        found = [(at, form) for form in opened for start in (cursor, 0) if (at := text.find(form, start)) >= 0]
        if not found:
            offset, written = _differently_written(text, target)
            yield Link(target, element.text(), offset, element.name == "img", written)
            continue
        at, form = min(found, key=lambda item: (item[0] < cursor, item[0]))
        cursor = max(cursor, at + 1)
        offset = at + (2 if label else form.index(target))
        yield Link(target, element.text(), offset, element.name == "img", written=target)


def _differently_written(text: str, target: str) -> tuple[int, str]:
    """Where the source has a target with entities or escapes in it, and how it is written there."""
    for match in _TARGET.finditer(text):
        written = next(group for group in match.groups() if group is not None)
        if _ESCAPED.sub(r"\1", html.unescape(written)) == target:
            return text.index(written, match.start()), written
    return -1, ""


def opening(link: Link, text: str) -> int:
    """The offset of the bracket with which a link or an image begins (-1 when unknown): where its text is."""
    marks = "![" if link.is_image else "["
    before = text.rfind("]", 0, max(link.offset, 0))
    if before < 0 or text[before + 1 : before + 2] not in ("(", "["):
        at = text.find(f"{marks}{link.text}]")
        return at if at >= 0 else link.offset
    depth = 0
    for at in range(before, -1, -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0:
            return at - (1 if link.is_image and text[at - 1 : at] == "!" else 0)
    return link.offset


def _locate_headings(masked: str, blocks: tuple[Element, ...]) -> Iterator[Heading]:
    """Every heading with its place: those of the tree, and the lines that begin one, come in the same order."""
    lines = [(len(m.group(1)) if m.group(1) else 1 + (m.group(2) == "-"), m.start()) for m in _HEADING.finditer(masked)]
    for element in (element for block in blocks for element in block.walk()):
        if not re.fullmatch("h[1-6]", element.name):
            continue
        level = int(element.name[1])
        found = next((number for number, (size, _) in enumerate(lines) if size == level), None)
        yield Heading(level, element.text(), lines[found][1] if found is not None else -1)
        lines = lines if found is None else lines[found + 1 :]


def _raw_html(masked: str) -> Iterator[tuple[int, str]]:
    """Every piece of HTML in a text without its code, whole or not: pieces of a page are put together again."""
    for match in _RAW_HTML.finditer(masked):
        yield match.start(), match.group(0)


def _masked(text: str, code: tuple[str, ...]) -> str:
    """The text with what stands in code blotted out, at the same length, so that nothing is looked for there."""
    for piece in code:
        body = piece.strip("\n")
        for opening in ("`", "\n"):
            shown = opening + body
            if body and shown in text:
                text = text.replace(shown, opening + "\0" * len(body), 1)
                break
    return text


def _wording(masked: str, raw_html: tuple[tuple[int, str], ...], citations: frozenset[str]) -> str:
    """The author's own words at their offsets; `citations` are the labels of the references."""
    spans = [match.span() for form in _NO_WORDING for match in form.finditer(masked)]
    spans += [match.span(0 if match["label"] in citations else 1) for match in _REFERENCE_LINK.finditer(masked)]
    spans += [(offset, offset + len(html)) for offset, html in raw_html]
    spans += _in_another_language(raw_html)
    characters = list(masked.replace("\0", " "))
    for start, end in spans:
        characters[start:end] = ["\n" if character == "\n" else " " for character in characters[start:end]]
    return "".join(characters)


def _in_another_language(raw_html: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, int]]:
    """From each tag that names another language to the next one that closes its like."""
    closed_at: dict[str, int] = {}
    for offset, tag in reversed(raw_html):
        language = _LANGUAGE.search(tag)
        name = tag.strip("</>").partition(" ")[0]
        if tag.startswith("</"):
            closed_at[name] = offset
        elif name in closed_at and language and language.group(1).lower() not in _NORWEGIAN:
            yield offset, closed_at[name]


def _bracketed(element: Element) -> str:
    """The text of an element with its links in brackets again, as a half-resolved `[label][key]` leaves them."""
    inner = "".join(child if isinstance(child, str) else _bracketed(child) for child in element.children)
    return f"[{inner}]" if element.name == "a" else inner


def _locate_unresolved(text: str, blocks: tuple[Element, ...], code: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Reference links whose label nobody defines: Markdown leaves them standing as text."""
    for block in blocks:
        for match in _UNRESOLVED.finditer(_bracketed(block)):
            if not any(match.group(0) in piece for piece in code):
                yield max(text.find(match.group(0)) + 2, 0), match.group(1)
