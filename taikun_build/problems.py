"""What can be said about the content: rules and the problems they find, as values.

A problem is never raised and never logged. The core returns problems; `reports` turns them into text in the
reader's language. A rule keeps its message and its advice side by side, so that both change together. What a rule says
never repeats a secret or a national identity number that stood in the content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taikun_build.privacy import blotted


class Severity(StrEnum):
    """How much a problem weighs: an error stops publication, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Text:
        """What a person calls it."""
        return {"error": msg("error"), "warning": msg("warning"), "info": msg("info")}[self]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: path relative to the project's root with «/», line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{readable(self.path)}:{self.line}:{self.column}"

    @classmethod
    def of(cls, offset: int, text: str, path: str) -> Location:
        """The place of a character of a whole file's text."""
        return cls(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def readable(name: str) -> str:
    """A file's name as it can be shown: what has no sign of its own, or would turn the text about it, is escaped."""
    return "".join(
        character
        if character.isprintable()
        else f"\\x{ord(character) - 0xDC00:02X}"
        if "\udc80" <= character <= "\udcff"
        else f"\\u{ord(character):04X}"
        for character in name
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable sentence: an English template (the catalogue's key) and the values that fill it."""

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)


Value = str | int | Text | tuple[str, ...]


def msg(template: str, **values: Value) -> Text:
    """Mark a template for translation; Babel extracts the calls of this function."""
    return Text(template, values)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: what is wrong, where, and how to mend it."""

    code: str
    severity: Severity
    message: Text
    hint: Text
    where: Location
    related: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that content must keep: its code, how much it weighs, what it says and how to mend a breach."""

    code: str
    message: Text
    hint: Text
    severity: Severity = Severity.ERROR

    def at(self, where: Location, *, related: tuple[Location, ...] = (), **values: Value) -> Problem:
        """The problem that this rule finds at a place; `values` fill both message and hint."""
        values = {name: _blotted(value) for name, value in values.items()}
        return Problem(
            self.code,
            self.severity,
            Text(self.message.template, values),
            Text(self.hint.template, values),
            where,
            related,
        )


def _blotted(value: Value) -> Value:
    match value:
        case str():
            return blotted(value)
        case tuple():
            return tuple(blotted(part) for part in value)
        case _:
            return value


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems as a person meets them: by file, line and column; drop exact repetitions."""
    unique = {(problem.where, problem.code, repr(problem.message)): problem for problem in problems}
    return tuple(problem for _, problem in sorted(unique.items(), key=lambda item: item[0]))


def new_since(now: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of now that were not there before.

    A problem that has only moved to another line is the same. Where the wording has changed but a file has no more
    breaches of a rule than it had, nothing is new.
    """
    old = list(before)
    said = Counter((problem.where.path, problem.code, repr(problem.message)) for problem in old)
    counted = Counter((problem.where.path, problem.code) for problem in old)
    unknown = []
    for problem in now:
        key = (problem.where.path, problem.code, repr(problem.message))
        if said[key]:
            said[key] -= 1
            counted[key[:2]] -= 1
        else:
            unknown.append(problem)
    new = []
    for problem in unknown:
        if counted[problem.where.path, problem.code]:
            counted[problem.where.path, problem.code] -= 1
        else:
            new.append(problem)
    return tuple(new)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
