"""What is too much: texts that no person writes and that Markdown would spend minutes on.

Python-Markdown takes time with the square of some texts' length: twenty thousand opening brackets in one paragraph
take half a minute, and lists nested four hundred levels deep break it. The limits lie far above what is written (the
longest paragraph of the first edition has 1,400 characters, its busiest text under 200 marks) and well below what
hurts. What slips past them is stopped by a guard on time, which the machine lends the core.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from taikun_build.problems import Location, Problem, Rule, Text, msg

MAX_LINES = 5_000
MAX_LINE = 5_000
MAX_PARAGRAPH = 10_000
MAX_PARAGRAPH_LINES = 500
MAX_PARAGRAPH_MARKS = 300
MAX_MARKS = 1_500
MAX_COLUMNS = 50
SECONDS = 2

TOO_DEEP = Rule(
    "too-deep",
    msg("Lists or quotations are nested too deeply from here on."),
    msg("Use at most a few levels. A deep list is easier to read as headings with short lists below them."),
)
TOO_COMPLEX = Rule(
    "too-complex",
    msg("The text is more than TAIKun can read here: {what}."),
    msg(
        "Divide the text with blank lines, or into several modules. Put data and pasted code in a file of its own,"
        " and link to it."
    ),
)
TOO_SLOW = Rule(
    "too-slow",
    msg("TAIKun gave up on this after {seconds} seconds."),
    msg(
        "Write what begins here more simply: shorter paragraphs, fewer brackets, stars and nested lists. If it is"
        " ordinary text, the fault is TAIKun's; please report it."
    ),
)
RULES = (TOO_DEEP, TOO_COMPLEX, TOO_SLOW)


class TookTooLong(BaseException):
    """Raised by a guard in the midst of the work it watches. No library's `except Exception` may swallow it."""


Guard = Callable[[], AbstractContextManager[None]]
"""Watches the work in a `with` block and raises TookTooLong in it after `SECONDS`."""


def unguarded() -> AbstractContextManager[None]:
    """A guard that lets everything take its time."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Excess:
    """A place where a text becomes too much, the last line that shall not be parsed because of it, and whether it is
    the whole text that is too much.
    """

    problem: Problem
    last_line: int
    is_of_all: bool = False

    def touches(self, first_line: int, last_line: int) -> bool:
        """Whether it makes a stretch of lines unfit for parsing."""
        return self.problem.where.line <= last_line and first_line <= self.last_line


@dataclass(slots=True)
class _Count:
    """What has been met so far, in a paragraph or in the whole text."""

    lines: int = 0
    characters: int = 0
    marks: int = 0


_MARK = re.compile(r"[\[<*_`&\\]")
_SHOWN_MARKS = "[ < * _ ` & \\"
_DEEP = re.compile(
    r"[ \t]{48}"  # twelve levels of indentation
    r"|(?:[ \t]*>){12}"
    r"|(?=[^\n]*>|[^\n]*\w)(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}"  # but not the rule «* * * *»
)


def excesses(text: str, where: Location) -> Iterator[Excess]:
    """Where a text that begins at a place is too much: at most one finding for each paragraph, in reading order."""
    lines = text.split("\n")
    whole, paragraph, is_reported = _Count(), _Count(), False
    for number, line in enumerate(lines, where.line):
        marks = [match.start() for match in _MARK.finditer(line)]
        if not line.strip(" \t"):
            paragraph, is_reported = _Count(), False
        elif not is_reported:
            if _DEEP.match(line):
                yield Excess(TOO_DEEP.at(Location(where.path, number)), number)
                is_reported = True
            elif found := _too_much_in_paragraph(line, marks, paragraph):
                yield Excess(TOO_COMPLEX.at(Location(where.path, number, found[0]), what=found[1]), number)
                is_reported = True
        if found := _too_much_in_all(marks, whole):
            last_line = where.line + len(lines) - 1
            yield Excess(
                TOO_COMPLEX.at(Location(where.path, number, found[0]), what=found[1]), last_line, is_of_all=True
            )
            return


def _too_much_in_paragraph(line: str, marks: Sequence[int], before: _Count) -> tuple[int, Text] | None:
    """The column at which a line with marks at these offsets goes over a limit of its paragraph, and which.

    Counts the line in.
    """
    over = _column_over(marks, MAX_PARAGRAPH_MARKS - before.marks)
    before.lines += 1
    before.marks += len(marks)
    before.characters += len(line)
    if len(line) > MAX_LINE:
        return MAX_LINE + 1, msg("a line of more than {limit} characters", limit=MAX_LINE)
    if before.characters > MAX_PARAGRAPH:
        column = len(line) - (before.characters - MAX_PARAGRAPH) + 1
        return column, msg("a paragraph of more than {limit} characters", limit=MAX_PARAGRAPH)
    if before.lines > MAX_PARAGRAPH_LINES:
        return 1, msg("more than {limit} lines without a blank one between them", limit=MAX_PARAGRAPH_LINES)
    if over:
        what = msg(
            "more than {limit} of the marks {marks} in a paragraph", limit=MAX_PARAGRAPH_MARKS, marks=_SHOWN_MARKS
        )
        return over, what
    if line.count("|") > MAX_COLUMNS:
        bars = [offset for offset, character in enumerate(line) if character == "|"]
        return bars[MAX_COLUMNS] + 1, msg("a table of more than {limit} columns", limit=MAX_COLUMNS)
    return None


def _too_much_in_all(marks: Sequence[int], before: _Count) -> tuple[int, Text] | None:
    """The column at which a line with marks at these offsets goes over a limit of the whole text, and which.

    Counts the line in.
    """
    over = _column_over(marks, MAX_MARKS - before.marks)
    before.lines += 1
    before.marks += len(marks)
    if before.lines > MAX_LINES:
        return 1, msg("more than {limit} lines in one file", limit=MAX_LINES)
    if over:
        return over, msg("more than {limit} of the marks {marks} in one file", limit=MAX_MARKS, marks=_SHOWN_MARKS)
    return None


def _column_over(marks: Sequence[int], allowance: int) -> int | None:
    """The column of the first mark that is one too many."""
    return marks[max(allowance, 0)] + 1 if len(marks) > allowance else None
