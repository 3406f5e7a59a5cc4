"""From the bytes of a Markdown file to its front matter and its body, each with its first line."""

from __future__ import annotations

from dataclasses import dataclass

from taikun_build.problems import Location, Problem, Rule, Severity, msg
from taikun_build.sources import Source
from taikun_build.yaml_tree import CONTROL_CHARACTER, Mapping, find_control_character, read_yaml

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
    NOT_A_MAPPING,
    CONFLICT_MARKER,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text, and split in two: the front matter's tree and the body's text with its first line."""

    path: str
    text: str
    matter: Mapping
    body: str
    body_line: int


def decode(source: Source) -> tuple[str | None, list[Problem]]:
    """Bytes to text with LF line ends. Returns None when the bytes are no text."""
    start = Location(source.path)
    if len(source.data) > MAX_FILE_BYTES:
        size = len(source.data) // 1024
        return None, [FILE_TOO_LARGE.at(start, size=size, limit=MAX_FILE_BYTES // 1024)]
    problems: list[Problem] = []
    data = source.data
    if data.startswith(b"\xef\xbb\xbf"):
        problems.append(BYTE_ORDER_MARK.at(start))
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
        line = text[: text.index("\r")].count("\n") + 1
        return None, [*problems, LINE_ENDS.at(Location(source.path, line))]
    conflict = _conflict_line(text)
    if conflict:
        return None, [*problems, CONFLICT_MARKER.at(Location(source.path, conflict))]
    return text, problems


def read_document(source: Source, recover_keys: tuple[str, ...] = ()) -> tuple[Document | None, list[Problem]]:
    """Split a file into front matter and body. Returns None when there is no readable front matter.

    Front matter that is never closed is a problem; with `recover_keys` (the keys it may have) reading goes on all the
    same, with the body beginning at the first line that cannot belong to it, so that other faults are found too.
    """
    text, problems = decode(source)
    if text is None:
        return None, problems
    start = Location(source.path)
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != FENCE:
        return None, [*problems, FRONT_MATTER_MISSING.at(start)]
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip(" \t") == FENCE), None)
    if closing is None:
        problems.append(FRONT_MATTER_UNCLOSED.at(start))
        if not recover_keys:
            return None, problems
        closing = _likely_end(lines, recover_keys)
        lines.insert(closing, FENCE)
        moved = 1
    else:
        moved = 0
    body = "\n".join(lines[closing + 1 :])
    body_line = closing + 2 - moved
    bad = find_control_character(body)
    if bad is not None:
        column = bad - body.rfind("\n", 0, bad)
        where = Location(source.path, body_line + body.count("\n", 0, bad), column)
        problems.append(CONTROL_CHARACTER.at(where, number=f"{ord(body[bad]):04X}"))
        return None, problems
    tree, found = read_yaml("\n".join(lines[1:closing]) + "\n", source.path, first_line=2)
    problems += found
    if isinstance(tree, Mapping):
        return Document(source.path, text, tree, body, body_line), problems
    if not found:
        problems.append(NOT_A_MAPPING.at(Location(source.path, 2 if "\n" in text else 1)))
    return None, problems


def _likely_end(lines: list[str], keys: tuple[str, ...]) -> int:
    """The index of the first line after line 1 that cannot belong to front matter with these keys."""
    for index, line in enumerate(lines[1:], 1):
        key = line.partition(":")[0]
        if line.strip() and not line.startswith((" ", "- ", "}", "]")) and key not in keys:
            return index
    return len(lines)


def _conflict_line(text: str) -> int | None:
    """The line of the first merge conflict marker, if one is left."""
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            return number
    return None
