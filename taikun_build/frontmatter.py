"""From the bytes of a Markdown file to its front matter and its body, each with its first line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taikun_build.problems import Location, Problem, Rule, Severity, msg
from taikun_build.shapes import Shaped, ShapeT, read_shape
from taikun_build.sources import Source
from taikun_build.yaml_tree import (
    CONTROL_CHARACTER,
    Mapping,
    find_control_character,
    read_yaml,
    without_control_characters,
)

MAX_FILE_BYTES = 512 * 1024
FENCE = "---"

NOT_UTF8 = Rule(
    "not-utf8",
    msg("This is not UTF-8 text (byte {byte} of the file)."),
    msg("Save the file as UTF-8 in the editor («Save with encoding»)."),
)
BYTE_ORDER_MARK = Rule(
    "byte-order-mark",
    msg("The file begins with a byte order mark (BOM)."),
    msg("Save the file as «UTF-8», not «UTF-8 with BOM». TAIKun reads it all the same."),
    Severity.WARNING,
)
LINE_ENDS = Rule(
    "line-ends",
    msg("The file has lone CR characters as line ends."),
    msg("Save the file with LF or CRLF line ends."),
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    msg("The file is {size} kB; TAIKun reads up to {limit} kB."),
    msg("Divide the module in two, or move data to a file of its own."),
)
FRONT_MATTER_MISSING = Rule(
    "front-matter-missing",
    msg("The file does not begin with front matter."),
    msg("The first line must be exactly ---, with nothing before it, and the front matter ends with a new line ---."),
)
FRONT_MATTER_UNCLOSED = Rule(
    "front-matter-unclosed",
    msg("The front matter that begins here is never closed."),
    msg("Put a line with exactly --- after the last key of the front matter."),
)
FRONT_MATTER_SPLIT = Rule(
    "front-matter-split",
    msg("The front matter ends here, but more keys follow."),
    msg("Delete this line, so that all keys stand together between the first line --- and the last one."),
)
NOT_A_MAPPING = Rule(
    "front-matter-not-keys",
    msg("The front matter must be keys with values."),
    msg("Write one «key: value» a line, as in the other modules."),
)
CONFLICT_MARKER = Rule(
    "conflict-marker",
    msg("There is an unresolved merge conflict here."),
    msg("Choose the text that shall stand, and delete the lines with <<<<<<<, ======= and >>>>>>>."),
)
RULES = (
    NOT_UTF8,
    BYTE_ORDER_MARK,
    LINE_ENDS,
    FILE_TOO_LARGE,
    FRONT_MATTER_MISSING,
    FRONT_MATTER_UNCLOSED,
    FRONT_MATTER_SPLIT,
    NOT_A_MAPPING,
    CONFLICT_MARKER,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text, and split in two: the front matter's tree and the body's text with its first line.

    The tree is None when the front matter could not be read, which has been reported.
    """

    path: str
    text: str
    matter: Mapping | None
    body: str
    body_line: int


def decode(source: Source) -> tuple[str | None, list[Problem]]:
    """Bytes to text with LF line ends. Returns None when the bytes are no text."""
    top = Location(source.path)
    if len(source.data) > MAX_FILE_BYTES:
        size = len(source.data) // 1024
        return None, [FILE_TOO_LARGE.at(top, size=size, limit=MAX_FILE_BYTES // 1024)]
    problems: list[Problem] = []
    data = source.data
    if data.startswith(b"\xef\xbb\xbf"):
        problems.append(BYTE_ORDER_MARK.at(top))
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8")) + 1
        where = Location(source.path, before.count(b"\n") + 1, column)
        return None, [*problems, NOT_UTF8.at(where, byte=error.start + 1)]
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        start = text[: text.index("\r")]
        where = Location(source.path, start.count("\n") + 1, len(start) - start.rfind("\n"))
        return None, [*problems, LINE_ENDS.at(where)]
    lines = text.split("\n")
    conflicts = [CONFLICT_MARKER.at(Location(source.path, line)) for line in _conflicts(lines)]
    if conflicts:
        return None, [*problems, *conflicts]
    for number, line in enumerate(lines):
        bad = find_control_character(line)
        if bad is not None:
            where = Location(source.path, number + 1, bad + 1)
            problems.append(CONTROL_CHARACTER.at(where, number=f"{ord(line[bad]):04X}"))
            lines[number] = without_control_characters(line)
    return "\n".join(lines), problems


def read_document(source: Source, recover_keys: tuple[str, ...] = ()) -> tuple[Document | None, list[Problem]]:
    """Split a file into front matter and body. Returns None when it has no front matter.

    With `recover_keys` (the keys that the front matter may have) reading goes on behind a first line that stands too
    low, a last line that is missing, and a line of hyphens among the keys, so that other faults are found too.
    """
    text, problems = decode(source)
    if text is None:
        return None, problems
    lines = text.split("\n")
    opening = 0 if _is_fence(lines[0]) else _late_opening(lines, recover_keys)
    if not _is_fence(lines[0]):
        problems.append(FRONT_MATTER_MISSING.at(Location(source.path)))
    if opening is None:
        return None, problems
    closing = next((number for number in range(opening + 1, len(lines)) if _is_fence(lines[number])), len(lines))
    if closing == len(lines) or _beginning_of_body(lines, opening, closing) != closing:
        problems.append(FRONT_MATTER_UNCLOSED.at(Location(source.path, opening + 1)))
        if not recover_keys:
            return None, problems
        closing = _likely_end(lines, opening, recover_keys)
        body_begins = closing
    else:
        while (more := _more_keys(lines, closing, recover_keys)) is not None:
            problems.append(FRONT_MATTER_SPLIT.at(Location(source.path, closing + 1)))
            first, last = more
            lines[closing:first] = [""] * (first - closing)
            closing = last
        body_begins = closing + 1
    body = "\n".join(lines[body_begins:])
    matter = "\n".join(lines[opening + 1 : closing]) + "\n"
    tree, found = read_yaml(matter, source.path, first_line=opening + 2)
    problems += found
    if isinstance(tree, Mapping):
        return Document(source.path, text, tree, body, body_begins + 1), problems
    if not found:
        problems.append(NOT_A_MAPPING.at(Location(source.path, min(opening + 2, text.count("\n") + 1))))
    return Document(source.path, text, None, body, body_begins + 1), problems


_BLOCK = re.compile(r"/{3,} *[a-z]")
_HEADING = re.compile(r"#{2,6} ")


def read_data_file(source: Source, shape: type[ShapeT]) -> tuple[Shaped[ShapeT] | None, str, list[Problem]]:
    """A YAML file as a shape, its text, and all that is wrong with it. Without keys there is no shape."""
    text, problems = decode(source)
    if text is None:
        return None, "", problems
    tree, found = read_yaml(text, source.path)
    problems += found
    if not isinstance(tree, Mapping):
        return None, text, problems if found else [*problems, NOT_A_MAPPING.at(Location(source.path))]
    shaped = read_shape(shape, tree, keys_at=Location(source.path))
    return shaped, text, [*problems, *shaped.problems]


def _is_fence(line: str) -> bool:
    return line.rstrip(" \t") == FENCE


def _late_opening(lines: Sequence[str], keys: tuple[str, ...]) -> int | None:
    """The index of the line with which front matter begins that does not begin on the first line."""
    for index, line in enumerate(lines[:-1]):
        if line.strip() == FENCE and _key_of(lines[index + 1]) in keys:
            return index
    return None


def _likely_end(lines: Sequence[str], opening: int, keys: tuple[str, ...]) -> int:
    """The index of the first line below the last of these keys that cannot belong to its value."""
    limit = _beginning_of_body(lines, opening, len(lines))
    last = max((n for n in range(opening + 1, limit) if _key_of(lines[n]) in keys), default=opening)
    for index in range(last + 1, limit):
        if lines[index].strip() and not lines[index].startswith((" ", "- ", "}", "]")):
            return index
    return limit


def _beginning_of_body(lines: Sequence[str], start: int, end: int) -> int:
    """The index of the first line that stands only in a body: that of a block, or a heading after a blank line."""
    for index in range(start + 1, end):
        if _BLOCK.match(lines[index]) or (_HEADING.match(lines[index]) and not lines[index - 1].strip()):
            return index
    return end


def _more_keys(lines: Sequence[str], closing: int, keys: tuple[str, ...]) -> tuple[int, int] | None:
    """The indices of the first key and of the line of hyphens below it, when keys go on behind the closing line."""
    rest = range(closing + 1, len(lines))
    first = next((number for number in rest if lines[number].strip() and not _is_fence(lines[number])), None)
    if first is None or _key_of(lines[first]) not in keys:
        return None
    last = next((number for number in range(first, len(lines)) if _is_fence(lines[number])), None)
    return None if last is None else (first, last)


def _key_of(line: str) -> str:
    """What stands before the first colon of a line, if there is one."""
    key, colon, _ = line.partition(":")
    return key if colon else ""


def _conflicts(lines: Sequence[str]) -> Iterator[int]:
    """The lines (from 1) on which merge conflicts begin, or end when their beginning is gone."""
    is_open = False
    for number, line in enumerate(lines, 1):
        if _MARKER.match(line):
            if line.startswith("<") or not is_open:
                yield number
            is_open = line.startswith("<")


_MARKER = re.compile(r"(?:<{7}|>{7})(?: |$)")
