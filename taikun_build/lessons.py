"""A module as it is held in one format: what the page, the printed guide, the slides and the timetable all show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from taikun_build.model import Activity, BodyPart, FormatVariant, Module, Theme
from taikun_build.vocabulary import Format, Method


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the run sheet. `start` and `end` are minutes from the session's start; breaks have no number."""

    id: str
    number: int | None
    title: str
    method: Method
    purpose: str
    start: int
    end: int
    facilitator: str
    participants: str
    equipment: tuple[str, ...]
    plan_b: str

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start

    @property
    def is_break(self) -> bool:
        """Whether nothing is done but rest."""
        return self.method is Method.BREAK


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module in one of its formats: the run sheet, and the body without what is for other formats."""

    module: Module
    theme: Theme
    form: Format
    rows: tuple[Row, ...]
    body: tuple[BodyPart, ...]

    @property
    def equipment(self) -> tuple[str, ...]:
        """What must be at hand."""
        return self.module.meta.facilitator_notes.equipment.for_format(self.form)


def lesson(module: Module, theme: Theme, form: Format) -> Lesson:
    """The plan of a module held in a format."""
    return Lesson(module, theme, form, run_sheet(module, form), in_format(module.body, form))


def run_sheet(module: Module, form: Format) -> tuple[Row, ...]:
    """The activities one after the other from minute 0, with what each needs in a format."""
    return tuple(_rows(module, form))


def _rows(module: Module, form: Format) -> Iterator[Row]:
    start = number = 0
    for activity in module.activities:
        options = activity.options
        is_break = options.method is Method.BREAK
        number += not is_break
        end = start + options.minutes
        yield Row(
            options.id,
            None if is_break else number,
            activity.title,
            options.method,
            options.purpose,
            start,
            end,
            options.facilitator or "",
            options.participants or "",
            options.equipment.for_format(form),
            options.plan_b or "",
        )
        start = end


_Part = TypeVar("_Part", bound=BodyPart)


def in_format(parts: tuple[_Part, ...], form: Format) -> tuple[_Part, ...]:
    """The parts of a body, those inside activities included, without what is for other formats."""
    return tuple(
        replace(part, parts=in_format(part.parts, form)) if isinstance(part, Activity) else part
        for part in parts
        if not isinstance(part, FormatVariant) or part.form is form
    )
