"""Headings come in steps, one level at a time, so that whoever moves by them finds the way."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Activity, BodyPart, Curriculum, DilemmaPlace, Module, Page, Prose
from taikun_build.problems import Problem, Rule, Severity, Text, msg

RULE = Rule(
    "heading-level",
    msg("The heading «{heading}» is on level {level}, but {why}."),
    msg("Begin the line with {wanted} and a space. Screen readers move from heading to heading by the levels."),
    Severity.WARNING,
)

PAGE, ACTIVITY = 1, 2
"""The levels of the headings that the built page makes itself: its own title, and the title of an activity."""


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report headings that skip a level, or that stand on the level of what they belong to (WCAG 2.1, 1.3.1)."""
    if isinstance(text, Page):
        found, _ = _in_prose(text.prose, PAGE, PAGE)
        yield from found
    else:
        yield from _in_parts(text.body, PAGE)


def _in_parts(parts: tuple[BodyPart, ...], base: int) -> Iterator[Problem]:
    """A box, a note or a variant may have headings of its own, but what follows goes on from before it."""
    above = base
    for part in parts:
        match part:
            case Activity():
                yield from _in_parts(part.parts, ACTIVITY)
                above = base
            case DilemmaPlace():
                above = base
            case Prose():
                found, above = _in_prose(part, base, above)
                yield from found
            case _:
                found, _ = _in_prose(part.prose, base, above)
                yield from found


def _in_prose(prose: Prose, base: int, above: int) -> tuple[list[Problem], int]:
    """The problems of one stretch of text that comes after a heading on the level `above`, and its last level."""
    problems = []
    for heading in prose.tree.headings:
        wanted = min(max(heading.level, base + 1), above + 1)
        if heading.level != wanted:
            where, why = prose.location(heading.offset), _reason(heading.level, base, above)
            problems.append(RULE.at(where, heading=heading.text, level=heading.level, why=why, wanted="#" * wanted))
        above = wanted
    return problems, above


def _reason(level: int, base: int, above: int) -> Text:
    if level == PAGE:
        return msg("level 1 is the title of the page itself")
    if level <= base:
        return msg("so is the title of the activity that it stands in")
    if above == base:
        return msg("the first heading here belongs on level {level}", level=base + 1)
    return msg("the heading above is on level {level}", level=above)
