"""What a YAML parser stumbles on, in words an author can use, and how reading goes on behind it.

One slip at the top of a file must not hide the others. A line that cannot be read is therefore mended in a copy of the
text: its indentation is set right, or its value is given up (`Mender.lost`), and the text is parsed again. Lines keep
their numbers, and nobody is told about what follows from a mend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import yaml

from taikun_build.problems import Text, msg

LOST = '""'
"""What stands in the copy where a value has been given up."""


class Cure(Enum):
    """What has to change before a text can be read past a fault."""

    TABS = auto()
    INDENTATION = auto()
    VALUE = auto()
    LINE = auto()
    REST = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """Where reading stopped (line and column from 0), why, what the author can do, and what lets reading go on."""

    line: int
    column: int
    reason: Text
    advice: Text
    cure: Cure = Cure.VALUE


_QUOTE_IT = msg('Put straight quotation marks (") round the whole text.')
_INDENT = msg("Indent the line as far as the others that belong with it. Use spaces, two for each level.")
_BRACKETS = msg("Check that there is a comma between all items, and a bracket after the last one.")
_GENERAL = msg(
    'Put straight quotation marks (") round a text with special characters, and check indentation and brackets.'
)
_WORD_AND_COLON = re.compile(r"[ \t]*(?:- +)*[^\W\d][\w-]*[ ]*:")
_KEY = re.compile(r"( *(?:- +)*)([^\W\d][\w-]*) *:")
_BEGINS_BLOCK = (" >", " >-", " |", " |-")
_FIRST_WORD = re.compile(r"( *)([^\W\d][\w-]*)")
_ITEM = re.compile(r"( *(?:- +)*)-")
_MARGIN_OF_ITEM = re.compile(r" *(?:- +)+")


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Fault:  # noqa: PLR0911, PLR0912 - one case a complaint
    """Say the parser's complaint about a text (given by its lines) in words that a person can use."""
    line, column = _place(error.problem_mark)
    began = _place(error.context_mark) if error.context_mark else (line, column)
    text = lines[line] if line < len(lines) else ""
    before, character = text[:column], text[column : column + 1]
    match error.problem or "":
        case "mapping values are not allowed in this context":
            if _WORD_AND_COLON.fullmatch(before + ":"):
                return _indentation(line, text)
            return Fault(line, column, msg("a colon in the middle of a text"), _QUOTE_IT)
        case "found character that cannot start any token" if character != "\t":
            return _bad_beginning(line, column, character)
        case "found character that cannot start any token" | "found a tab character that violates indentation":
            advice = msg("Write spaces instead of the tab, two for each level.")
            return Fault(line, column, msg("a tab in the indentation"), advice, Cure.TABS)
        case "did not find expected alphabetic or numeric character" | "did not find the expected '>'":
            return _bad_beginning(*began, lines[began[0]][began[1] : began[1] + 1])
        case "mapping keys are not allowed in this context":
            return _bad_beginning(line, column, character)
        case "block sequence entries are not allowed in this context":
            advice = msg(
                'Begin the list on the next line. If the hyphen is part of the text, put straight quotation marks (")'
                " round all of it."
            )
            return Fault(line, column, msg("a hyphen right after the colon"), advice)
        case "did not find expected node content" if not any(rest.strip() for rest in lines[line:]):
            return Fault(*_last_bracket(lines), msg("a bracket that is never closed"), _BRACKETS)
        case "did not find expected node content" if before.rstrip().endswith((",", "[", "{")):
            return Fault(line, column, msg("nothing between two commas or brackets"), _BRACKETS)
        case "did not find expected node content":
            return _bad_beginning(line, column, character)
        case "did not find expected ',' or ']'" | "did not find expected ',' or '}'":
            if line != began[0]:
                return Fault(*began, msg("a bracket that is never closed"), _BRACKETS)
            return Fault(line, column, msg("a comma or a bracket is missing"), _BRACKETS)
        case "found unexpected end of stream":
            advice = msg("Put a quotation mark of the same kind at the end of the text.")
            return Fault(*began, msg("a quotation mark that is never closed"), advice)
        case "found unknown escape character" | "did not find expected hexdecimal number":
            return _backslash(line, before + character)
        case "found invalid Unicode character escape code":
            return _backslash(line, before + character)
        case "did not find expected comment or line break":
            advice = msg(
                "Begin the text on the next line, indented by two spaces. If > or | is part of the text, put straight"
                ' quotation marks (") round all of it.'
            )
            return Fault(line, column, msg("text on the same line as > or |"), advice)
        case "could not find expected ':'":
            return _no_colon(began[0], lines[began[0]])
        case "did not find expected key" if (opening := _opening_quote(lines, line, before)) is not None:
            advice = msg("Put a quotation mark of the same kind at the end of the text.")
            return Fault(*opening, msg("a quotation mark that is never closed"), advice)
        case "did not find expected key" if before.rstrip().endswith(('"', "'")):
            advice = msg(
                "Put the quotation marks round the whole text, or delete them. Inside the text, use « and » instead."
            )
            return Fault(line, column, msg("text after the closing quotation mark"), advice)
        case "did not find expected key" if before.rstrip().endswith(("]", "}")):
            return Fault(line, column, msg("text after the closing bracket"), _BRACKETS)
        case "did not find expected key" | "did not find expected '-' indicator":
            return _indentation(line, text)
        case "did not find expected <document start>" if "..." in lines[:line]:
            end = max(number for number in range(line) if lines[number] == "...")
            return Fault(end, 0, msg("a line of three dots"), msg("Delete the line."), Cure.LINE)
        case _:
            return Fault(line, column, msg("the text does not follow the rules of YAML"), _GENERAL)


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _last_bracket(lines: Sequence[str]) -> tuple[int, int]:
    """Where the last opening bracket of a text stands: the one that was open when the text ended."""
    places = ((number, max(text.rfind("["), text.rfind("{"))) for number, text in enumerate(lines))
    return max((place for place in places if place[1] >= 0), default=(0, 0))


def _opening_quote(lines: Sequence[str], line: int, before: str) -> tuple[int, int] | None:
    """Where the text began whose closing quotation mark stands last in `before`, if that was on a line above.

    A text that somebody forgot to close goes on to the next quotation mark, which was meant to open another one.
    """
    mark = before.rstrip()[-1:]
    if mark not in ('"', "'") or before.count(mark) % 2 == 0:
        return None
    number = next((number for number in range(line - 1, -1, -1) if lines[number].count(mark) % 2), None)
    return None if number is None else (number, lines[number].index(mark))


def _indentation(line: int, text: str) -> Fault:
    column = len(text) - len(text.lstrip())
    return Fault(line, column, msg("the indentation does not fit the lines above"), _INDENT, Cure.INDENTATION)


def _bad_beginning(line: int, column: int, character: str) -> Fault:
    return Fault(line, column, msg("a text that begins with «{character}»", character=character), _QUOTE_IT)


def _backslash(line: int, before: str) -> Fault:
    column = max(before.rfind("\\"), 0)
    advice = msg("Write two backslashes (\\\\), or use single quotation marks (') round the text.")
    return Fault(line, column, msg("a backslash in a text with double quotation marks"), advice)


def _no_colon(line: int, text: str) -> Fault:
    if re.match(r" *(?:- +)*-[^\W\d]", text):
        return Fault(line, text.index("-"), msg("no space after the hyphen"), msg("Put a space after the hyphen."))
    key = _KEY.match(text)
    if key:
        return Fault(line, key.end() - 1, msg("no space after the colon"), msg("Put a space after the colon."))
    advice = msg(
        "If it is a key, write a colon and a space after it. If it belongs to the text above, indent it by two spaces."
    )
    column = len(text) - len(text.lstrip())
    return Fault(line, column, msg("a line without a colon after the key"), advice, Cure.INDENTATION)


class Mender:
    """A copy of a text in which lines that cannot be read are mended one by one.

    `lost` are the lines (from 0) whose value was given up, `shift` how many columns a line was moved to the left, and
    `widths` how long each line was as it was written.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.widths = tuple(map(len, self.lines))
        self.lost: set[int] = set()
        self.shift: dict[int, int] = {}
        self._touched: set[int] = set()
        self._tried: dict[int, list[Callable[[int], None]]] = {}

    @property
    def text(self) -> str:
        """The copy as it is now."""
        return "\n".join(self.lines)

    def is_touched(self, line: int) -> bool:
        """Whether a line has been changed, so that a fault in it may be a consequence of that."""
        return line in self._touched

    def mend(self, line: int, cure: Cure) -> bool:
        """Change a line so that reading may go on; the second time in another way. False when all has been tried."""
        steps = {
            Cure.TABS: (self._expand_tabs, self._align, self._give_up_value, self._give_up_line),
            Cure.INDENTATION: (self._align, self._give_up_value, self._give_up_line),
            Cure.VALUE: (self._give_up_value, self._give_up_line),
            Cure.LINE: (self._give_up_line,),
            Cure.REST: (self._give_up_rest,),
        }[cure]
        tried = self._tried.setdefault(line, [])
        step = next((step for step in steps if step not in tried), None)
        if step is None or line >= len(self.lines):
            return False
        tried.append(step)
        self._touched.add(line)
        step(line)
        return True

    def _expand_tabs(self, line: int) -> None:
        """Replace every tab in the indentation from this line on; whoever uses one uses more."""
        for number in range(line, len(self.lines)):
            text = self.lines[number]
            indentation = text[: len(text) - len(text.lstrip(" \t"))]
            if "\t" in indentation:
                self._indent(number, len(indentation.expandtabs(2)))
                self._touched.add(number)

    def _align(self, line: int) -> None:
        """Move a line to where the one above lets it begin."""
        above = next((text for text in reversed(self.lines[:line]) if text.strip()), "")
        width = len(above) - len(above.lstrip(" "))
        if above.rstrip().endswith((":", *_BEGINS_BLOCK)):
            width += 2
        item = _MARGIN_OF_ITEM.match(above)
        if item and not self.lines[line].lstrip().startswith("-"):
            width = item.end()
        self._indent(line, width)

    def _give_up_value(self, line: int) -> None:
        """Put `LOST` in the place of a line's value and of all that is indented below it."""
        text = self.lines[line]
        item, key = _ITEM.match(text), _KEY.match(text)
        if key is None and item is None:
            key = _FIRST_WORD.match(text)
        if key is not None:
            margin = len(key[1])
            self.lines[line] = f"{key[1]}{key[2]}: {LOST}"
        elif item is not None:
            margin = len(item[1])
            self.lines[line] = f"{item[1]}- {LOST}"
        else:
            self._give_up_line(line)
            return
        self.lost.add(line)
        for number in range(line + 1, len(self.lines)):
            below = self.lines[number]
            if below.strip() and len(below) - len(below.lstrip(" ")) <= margin:
                break
            self._give_up_line(number)

    def _give_up_line(self, line: int) -> None:
        self.lines[line] = ""
        self.lost.discard(line)

    def _give_up_rest(self, line: int) -> None:
        for number in range(line, len(self.lines)):
            self._give_up_line(number)

    def _indent(self, line: int, width: int) -> None:
        bare = self.lines[line].lstrip(" \t")
        self.shift[line] = self.shift.get(line, 0) + len(self.lines[line]) - len(bare) - width
        self.lines[line] = " " * width + bare
