"""The files of the trainer's kit: what is printed, shown and handed out, each from the plan of a module in a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taikun_build.lessons import Lesson, in_format, lesson
from taikun_build.model import BodyPart, Module, Theme
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import guide_pdf, handout_pdf, session_pdf
from taikun_build.timetable import Timetable
from taikun_build.vocabulary import Format


@dataclass(frozen=True, slots=True)
class Handout:
    """What the participants get on paper: a module in one format, with nothing that is for the facilitator."""

    module: ReaderModule
    form: Format
    body: tuple[BodyPart, ...]


Sheet = Lesson | Handout | Timetable
"""What a document shows."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the kit: where it is put, which also tells what kind of file it is, and what it shows."""

    path: str
    sheet: Sheet


def kit(
    themed: tuple[tuple[Module, Theme], ...], readers: Mapping[str, ReaderModule], plans: Iterable[Timetable]
) -> Iterator[Document]:
    """Every file for every module in every format, and for every session."""
    for module, theme in themed:
        for form in module.meta.format:
            yield from lesson_documents(lesson(module, theme, form))
            yield from handout_documents(readers[module.meta.id], form)
    for plan in plans:
        yield session_document(plan)


def lesson_documents(plan: Lesson) -> Iterator[Document]:
    """The facilitator's guide."""
    yield Document(guide_pdf(plan.module.meta.id, plan.form), plan)


def session_document(plan: Timetable) -> Document:
    """The facilitator's plan of a session."""
    return Document(session_pdf(plan.session.meta.id), plan)


def handout_documents(module: ReaderModule, form: Format) -> Iterator[Document]:
    """The participants' sheet."""
    handout = Handout(module, form, in_format(module.body, form))
    yield Document(handout_pdf(module.id, form), handout)
