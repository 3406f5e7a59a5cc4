"""YAML read defensively into a tree of texts in which everything knows its line and column.

The event stream is walked before anything is composed: bytes, depth and nodes are capped, and anchors, aliases, tags
and merge keys are refused. Every scalar stays a text; what it means is decided by the model, not by YAML 1.1, for
which `no` is false, `12:30` a number and `010` eight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from taikun_build.problems import Location, Problem, Rule, Text, msg

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
MAX_NODES = 6_000

SYNTAX = Rule(
    "yaml-syntax",
    msg("The YAML cannot be read here: {reason}."),
    msg(
        "Put quotation marks round a text that contains a colon followed by a space, and check indentation and"
        " brackets."
    ),
)
TOO_LARGE = Rule(
    "yaml-too-large",
    msg("The YAML is larger than TAIKun reads: {what}."),
    msg("Move long text to the body of the module, and lists to files of their own."),
)
FEATURE = Rule(
    "yaml-feature",
    msg("TAIKun does not use {feature} in YAML."),
    msg("Write the value out in full where it is used."),
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    msg("The key «{key}» stands twice; the first time on line {first}."),
    msg("Keep one of them."),
)
COMMENT_CUTS = Rule(
    "comment-cuts-value",
    msg("The text stops at « #», because YAML reads the rest of the line as a comment."),
    msg("Put the whole text in quotation marks if # is part of it, or move the comment to a line of its own."),
)
CONTROL_CHARACTER = Rule(
    "control-character",
    msg("There is an invisible control character here (U+{number})."),
    msg("Delete it. It often comes along when text is pasted from a PDF or a web page."),
)
RULES = (SYNTAX, TOO_LARGE, FEATURE, DUPLICATE_KEY, COMMENT_CUTS, CONTROL_CHARACTER)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it stands, and whether it stood in quotation marks or was a block."""

    text: str
    where: Location
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order they were written."""

    entries: tuple[tuple[Scalar, Node], ...]
    where: Location


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"] | None


class _Mark(Protocol):
    """A place in the text, as PyYAML's two readers give it; line and column count from 0."""

    line: int
    column: int
    index: int


class _RefusedError(Exception):
    """Carries a problem out of the event walk; never leaves this file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_yaml(text: str, path: str, *, first_line: int = 1, indent: int = 0) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document.

    `first_line` is the line of the file on which `text` begins, `indent` the columns that were cut from its left.
    Returns the tree, or None when it could not be read, and the problems found.
    """
    reader = _Reader(text, path, first_line, indent)
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return None, [TOO_LARGE.at(reader.start, what=msg("more than {limit} kB", limit=MAX_BYTES // 1024))]
    unreadable = find_control_character(text)
    if unreadable is not None:
        where = reader.offset_location(unreadable)
        return None, [CONTROL_CHARACTER.at(where, number=f"{ord(text[unreadable]):04X}")]
    try:
        return reader.document(), reader.problems
    except _RefusedError as refused:
        return None, [*reader.problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        began_earlier = error.problem in _BEGAN_EARLIER and error.context_mark
        mark = error.context_mark if began_earlier else error.problem_mark
        where = reader.mark_location(mark) if mark else reader.start
        return None, [*reader.problems, SYNTAX.at(where, reason=_reason(error.problem or ""))]
    except yaml.YAMLError:
        return None, [*reader.problems, SYNTAX.at(reader.start, reason=_reason(""))]


def find_control_character(text: str) -> int | None:
    """The offset of the first character that has no place in a text.

    Those are controls, marks and overrides of writing direction (Unicode's bidi controls), line separators, invisible
    spaces and tags, lone surrogates and non-characters. The joiners that emoji are made with are let through.
    """
    found = _UNREADABLE.search(text)
    return found.start() if found else None


def plain(node: Node) -> Plain:
    """The tree as lists, dictionaries and texts, without positions. A key without a value becomes None."""
    match node:
        case Scalar():
            return None if node.plain and node.text in ("", "~", "null") else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}


def key_locations(node: Node, path: Path = ()) -> Iterator[tuple[Path, Location]]:
    """Where every field and list item is written: a field where its key stands."""
    if path == ():
        yield (), node.where
    for step, where, value in _below(node):
        yield (*path, step), where
        yield from key_locations(value, (*path, step))


def value_locations(node: Node, path: Path = ()) -> Iterator[tuple[Path, Location]]:
    """Where every value that is a text begins."""
    if isinstance(node, Scalar) and node.text:
        yield path, node.where
    for step, _, value in _below(node):
        yield from value_locations(value, (*path, step))


def offset_in_file(text: str, where: Location, value: str, offset: int) -> int:
    """Where a character of a value stands in the file's text; the value is written at `where`.

    Blank characters differ between a folded value and its source, so the others are counted.
    """
    at = sum(len(line) + 1 for line in text.split("\n")[: where.line - 1]) + where.column - 1
    block = _BLOCK_SCALAR.match(text, at)
    quote = text[at] if text[at : at + 1] in ("'", '"') else ""
    at = block.end() if block else at + len(quote)
    for character in value[:offset]:
        if not character.isspace():
            at = _after_space(text, at)
            escape = _ESCAPE[quote].match(text, at) if quote else None
            at = escape.end() if escape else at + 1
    return _after_space(text, at)


def _after_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace() or text.startswith("\\\n", at):
        at += 1
    return at


def _below(node: Node) -> Iterator[tuple[str | int, Location, Node]]:
    """The fields of a mapping or the items of a list: name or index, where it is written, value."""
    match node:
        case Scalar():
            return
        case Sequence():
            yield from ((index, item.where, item) for index, item in enumerate(node.items))
        case Mapping():
            yield from ((key.text, key.where, value) for key, value in node.entries)


_UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_COMMENT = re.compile(r" +#")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?[0-9]?[+-]?[ \t]*\n")
_ESCAPE = {"'": re.compile("''"), '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)")}
_BEGAN_EARLIER = ("found unexpected end of stream", "could not find expected ':'")


def _reason(text: str) -> Text:
    """Say the parser's most frequent complaints in words that a person can use."""
    known = {
        "mapping values are not allowed in this context": msg("a colon in the middle of a text"),
        "found character that cannot start any token": msg("a tab, or a character that a value cannot begin with"),
        "did not find expected key": msg("the indentation does not fit the line above"),
        "did not find expected node content": msg("a list in square brackets is not closed"),
        "did not find expected ',' or ']'": msg("a list in square brackets is not closed"),
        "did not find expected ',' or '}'": msg("a mapping in curly brackets is not closed"),
        "found unexpected end of stream": msg("a quotation mark is not closed"),
        "could not find expected ':'": msg("a line without a colon after the key"),
        "did not find expected '-' indicator": msg("the indentation does not fit the list above"),
        "found unknown escape character": msg("a backslash in a text with double quotation marks"),
        "did not find expected alphabetic or numeric character": msg("a text that begins with & or *"),
    }
    return known.get(text, msg("the text does not follow the rules of YAML"))


class _Reader:
    """Walks the events of one document and builds the tree."""

    def __init__(self, text: str, path: str, first_line: int, indent: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.indent = indent
        self.problems: list[Problem] = []
        self.nodes = 0
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.start = Location(path, first_line, indent + 1)
        self.last_line = text.rstrip("\n").count("\n")

    def mark_location(self, mark: _Mark | None) -> Location:
        if mark is None:
            return self.start
        if mark.index >= len(self.text) or mark.line > self.last_line:
            return self.offset_location(len(self.text.rstrip("\n")))
        return Location(self.path, self.first_line + mark.line, self.indent + mark.column + 1)

    def offset_location(self, offset: int) -> Location:
        line_start = self.text.rfind("\n", 0, offset) + 1
        line = self.text.count("\n", 0, offset)
        return Location(self.path, self.first_line + line, self.indent + offset - line_start + 1)

    def document(self) -> Node | None:
        """The one document of the text, or None when it is empty."""
        node: Node | None = None
        for event in self.events:
            match event:
                case yaml.StreamStartEvent() | yaml.StreamEndEvent() | yaml.DocumentEndEvent():
                    continue
                case yaml.DocumentStartEvent():
                    if node is not None:
                        self.refuse(event, msg("several documents"))
                case _:
                    node = self.node(event, 1)
        return node

    def refuse(self, event: yaml.Event, feature: Text) -> None:
        raise _RefusedError(FEATURE.at(self.mark_location(event.start_mark), feature=feature))

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.nodes += 1
        where = self.mark_location(event.start_mark)
        if self.nodes > MAX_NODES:
            raise _RefusedError(TOO_LARGE.at(where, what=msg("more than {limit} values", limit=MAX_NODES)))
        if depth > MAX_DEPTH:
            raise _RefusedError(TOO_LARGE.at(where, what=msg("more than {limit} levels", limit=MAX_DEPTH)))
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, msg("references (*)"))
        if getattr(event, "anchor", None):
            self.refuse(event, msg("anchors (&)"))
        if getattr(event, "tag", None):
            self.refuse(event, msg("type tags (!)"))
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event, where)
            case yaml.SequenceStartEvent():
                return self.sequence(where, depth)
            case yaml.MappingStartEvent():
                return self.mapping(where, depth)
            case _:
                raise _RefusedError(SYNTAX.at(where, reason=_reason("")))

    def scalar(self, event: yaml.ScalarEvent, where: Location) -> Scalar:
        end = event.end_mark.index if event.end_mark else 0
        is_plain = not event.style
        if is_plain and event.value and _COMMENT.match(self.text, end):
            self.problems.append(COMMENT_CUTS.at(self.mark_location(event.end_mark)))
        bad = find_control_character(event.value)
        if bad is not None:
            raise _RefusedError(CONTROL_CHARACTER.at(where, number=f"{ord(event.value[bad]):04X}"))
        return Scalar(event.value, where, is_plain)

    def sequence(self, where: Location, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), where)

    def mapping(self, where: Location, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Location] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                raise _RefusedError(FEATURE.at(key.where, feature=msg("lists or mappings as keys")))
            if key.plain and key.text == "<<":
                raise _RefusedError(FEATURE.at(key.where, feature=msg("merge keys (<<)")))
            if key.text in seen:
                first = seen[key.text]
                self.problems.append(DUPLICATE_KEY.at(key.where, related=(first,), key=key.text, first=first.line))
                continue
            seen[key.text] = key.where
            entries.append((key, value))
        return Mapping(tuple(entries), where)
