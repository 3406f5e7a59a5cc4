"""YAML read defensively into a tree of texts in which everything knows its line and column.

The event stream is walked before anything is composed: bytes, depth and nodes are capped, and anchors, aliases, tags
and merge keys are refused. Every scalar stays a text; what it means is decided by the model, not by YAML 1.1, for
which `no` is false, `12:30` a number and `010` eight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from collections.abc import Sequence as PySequence
from dataclasses import dataclass
from typing import NoReturn, Protocol

import yaml

from taikun_build.problems import Location, Problem, Rule, Text, msg
from taikun_build.yaml_faults import Cure, Mender, explain

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
MAX_NODES = 6_000
MAX_FAULTS = 25

SYNTAX = Rule("yaml-syntax", msg("The YAML cannot be read here: {reason}."), msg("{advice}"))
TOO_LARGE = Rule(
    "yaml-too-large",
    msg("The YAML is larger than TAIKun reads: {what}."),
    msg("Move long text to the body of the module, and lists to files of their own."),
)
FEATURE = Rule(
    "yaml-feature",
    msg("TAIKun does not use {feature} in YAML."),
    msg("{advice}"),
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
    """A text as it stands, and whether it stood without quotation marks.

    A lost one could not be read, or only in part; that has been reported.
    """

    text: str
    where: Location
    plain: bool = True
    lost: bool = False


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
    """Carries a problem out of the event walk, and what lets reading go on behind it; never leaves this file."""

    def __init__(self, problem: Problem, cure: Cure | None = None) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.cure = cure


def read_yaml(
    text: str, path: str, *, first_line: int = 1, cuts: PySequence[int] = ()
) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document.

    `first_line` is the line of the file on which `text` begins, `cuts` the columns that were cut from the left of each
    of its lines, if any were.
    Returns the tree and all problems found. Values that could not be read are lost scalars in the tree; the tree is
    None when it could not be read at all.
    """
    first_cut = cuts[0] if cuts else 0
    start = Location(path, first_line, first_cut + 1)
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return None, [TOO_LARGE.at(start, what=msg("more than {limit} kB", limit=MAX_BYTES // 1024))]
    unreadable = find_control_character(text)
    if unreadable is not None:
        line = text.count("\n", 0, unreadable)
        cut = cuts[line] if line < len(cuts) else 0
        column = cut + unreadable - text.rfind("\n", 0, unreadable)
        number = f"{ord(text[unreadable]):04X}"
        return None, [CONTROL_CHARACTER.at(Location(path, first_line + line, column), number=number)]
    mender = Mender(text)
    found: list[Problem] = []
    for _ in range(MAX_FAULTS):
        reader = _Reader(mender, path, first_line, cuts)
        try:
            return reader.document(), [*found, *reader.problems]
        except _RefusedError as refused:
            problem, cure = refused.problem, refused.cure
        except yaml.MarkedYAMLError as error:
            fault = explain(error, mender.lines)
            where = reader.location(fault.line, fault.column)
            problem, cure = SYNTAX.at(where, reason=fault.reason, advice=fault.advice), fault.cure
        line = problem.where.line - first_line
        if not mender.is_touched(line):
            found.append(problem)
        if cure is None or not mender.mend(line, cure):
            break
    return None, [*found, *reader.problems]


def find_control_character(text: str) -> int | None:
    """The offset of the first character that has no place in a text.

    Those are controls, marks and overrides of writing direction (Unicode's bidi controls), line separators, invisible
    spaces and tags, lone surrogates and non-characters. The joiners that emoji are made with are let through.
    """
    found = _UNREADABLE.search(text)
    return found.start() if found else None


def without_control_characters(text: str) -> str:
    """A text without the characters that `find_control_character` finds."""
    return _UNREADABLE.sub("", text)


def plain(node: Node) -> Plain:
    """The tree as lists, dictionaries and texts, without positions. A key without a value becomes None."""
    match node:
        case Scalar():
            return None if node.lost or (node.plain and node.text in ("", "~", "null")) else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}


def place_of_key(node: Node, path: Path) -> Location:
    """Where the field or list item at a path is written (a field where its key stands), or the nearest thing around."""
    return _reached(node, path)[0]


def place_of_value(node: Node, path: Path) -> Location:
    """Where the value at a path begins when it is a text, else the same as `place_of_key`."""
    where, value = _reached(node, path)
    return value.where if isinstance(value, Scalar) and value.text else where


def _reached(node: Node, path: Path) -> tuple[Location, Node]:
    """How far one comes on a path: where that field or item is written, and its value."""
    where = node.where
    for step in path:
        found = next(((at, value) for name, at, value in _below(node) if name == step), None)
        if found is None:
            break
        where, node = found
    return where, node


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


def _with_paragraphs(event: yaml.ScalarEvent) -> str:
    """A value in which a blank line ends a paragraph. Folding has left one line end of each blank line it met."""
    return re.sub(r"\n+", "\n\n", event.value) if event.style == ">" else str(event.value)


def _after_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace() or text.startswith("\\\n", at):
        at += 1
    return at


def lost_locations(node: Node, path: Path = ()) -> Iterator[tuple[Path, Location]]:
    """Where the values stood that could not be read."""
    if isinstance(node, Scalar) and node.lost:
        yield path, node.where
    for step, _, value in _below(node):
        yield from lost_locations(value, (*path, step))


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
_IN_FULL = msg("Write the value out in full where it is used.")
_QUOTE_OR_IN_FULL = msg(
    'Put straight quotation marks (") round the text if it begins with this character. Otherwise, write the value out'
    " in full where it is used."
)


class _Reader:
    """Walks the events of one document and builds the tree."""

    def __init__(self, mender: Mender, path: str, first_line: int, cuts: PySequence[int]) -> None:
        self.text = mender.text
        self.path = path
        self.first_line = first_line
        self.cuts = cuts
        self.lost: Set[int] = mender.lost
        self.shift = mender.shift
        self.widths = mender.widths
        self.problems: list[Problem] = []
        self.nodes = 0
        self.events: Iterator[yaml.Event] = iter(yaml.parse(self.text, Loader=yaml.CSafeLoader))
        self.last_line = self.text.rstrip("\n").count("\n")

    def location(self, line: int, column: int) -> Location:
        """A place in the file, from a line and a column of the text that is parsed; never behind the line's end."""
        line = min(line, len(self.widths) - 1)
        column = min(column + self.shift.get(line, 0), self.widths[line])
        cut = self.cuts[line] if line < len(self.cuts) else 0
        return Location(self.path, self.first_line + line, cut + max(column, 0) + 1)

    def mark_location(self, mark: _Mark | None) -> Location:
        if mark is None:
            return self.location(0, 0)
        if mark.index >= len(self.text) or mark.line > self.last_line:
            end = self.text.rstrip("\n")
            return self.location(self.last_line, len(end) - (end.rfind("\n") + 1))
        return self.location(mark.line, mark.column)

    def document(self) -> Node | None:
        """The one document of the text, or None when it is empty."""
        node: Node | None = None
        for event in self.events:
            match event:
                case yaml.StreamStartEvent() | yaml.StreamEndEvent() | yaml.DocumentEndEvent():
                    continue
                case yaml.DocumentStartEvent():
                    if node is not None:
                        advice = msg("Delete this line with hyphens, so that all keys stand together.")
                        self.refuse(event, msg("several documents"), advice, Cure.REST)
                case _:
                    node = self.node(event, 1)
        return node

    def refuse(self, event: yaml.Event, feature: Text, advice: Text, cure: Cure = Cure.VALUE) -> NoReturn:
        where = self.mark_location(event.start_mark)
        raise _RefusedError(FEATURE.at(where, feature=feature, advice=advice), cure)

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.nodes += 1
        where = self.mark_location(event.start_mark)
        if self.nodes > MAX_NODES:
            raise _RefusedError(TOO_LARGE.at(where, what=msg("more than {limit} values", limit=MAX_NODES)))
        if depth > MAX_DEPTH:
            raise _RefusedError(TOO_LARGE.at(where, what=msg("more than {limit} levels", limit=MAX_DEPTH)))
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, msg("references (*)"), _QUOTE_OR_IN_FULL)
        if getattr(event, "anchor", None):
            self.refuse(event, msg("anchors (&)"), _QUOTE_OR_IN_FULL)
        if getattr(event, "tag", None):
            self.refuse(event, msg("type tags (!)"), _QUOTE_OR_IN_FULL)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event, where)
            case yaml.SequenceStartEvent():
                return self.sequence(where, depth)
            case yaml.MappingStartEvent():
                return self.mapping(where, depth)
            case _:
                reason = msg("the text does not follow the rules of YAML")
                raise _RefusedError(SYNTAX.at(where, reason=reason, advice=_IN_FULL))

    def scalar(self, event: yaml.ScalarEvent, where: Location) -> Scalar:
        if event.start_mark and event.start_mark.line in self.lost and not event.value and event.style == '"':
            return Scalar("", where, plain=False, lost=True)
        bad = find_control_character(event.value) if event.style == '"' else None
        if bad is not None:  # written as an escape: those that stand as they are have been found already
            problem = CONTROL_CHARACTER.at(where, number=f"{ord(event.value[bad]):04X}")
            raise _RefusedError(problem, Cure.VALUE)
        is_plain = not event.style
        is_cut = is_plain and self.has_comment_after(event)
        if is_cut:
            self.problems.append(COMMENT_CUTS.at(self.mark_location(event.end_mark)))
        return Scalar(_with_paragraphs(event), where, is_plain, lost=is_cut and not event.value)

    def has_comment_after(self, event: yaml.ScalarEvent) -> bool:
        """Whether YAML takes the rest of the line behind a text for a comment."""
        return bool(event.end_mark and _COMMENT.match(self.text, event.end_mark.index))

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
                feature = msg("lists or mappings as keys")
                raise _RefusedError(FEATURE.at(key.where, feature=feature, advice=_IN_FULL))
            if key.plain and key.text == "<<":
                raise _RefusedError(FEATURE.at(key.where, feature=msg("merge keys (<<)"), advice=_IN_FULL), Cure.LINE)
            if key.text in seen and isinstance(value, Scalar) and value.lost:
                continue
            if key.text in seen:
                first = seen[key.text]
                self.problems.append(DUPLICATE_KEY.at(key.where, related=(first,), key=key.text, first=first.line))
                continue
            seen[key.text] = key.where
            entries.append((key, value))
        return Mapping(tuple(entries), where)
