"""The files of the trainer's kit: what is printed, shown and handed out, each from the plan of a module in a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taikun_build.lessons import Lesson, in_format, lesson
from taikun_build.model import BodyPart, Module, Theme
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import guide_docx, guide_pdf, handout_docx, handout_pdf, slides_page
from taikun_build.vocabulary import Format


@dataclass(frozen=True, slots=True)
class Handout:
    """What the participants get on paper: a module in one format, with nothing that is for the facilitator."""

    module: ReaderModule
    form: Format
    body: tuple[BodyPart, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """What is shown in the room, and what the one who leads reads beside it: a module in all its formats."""

    module: Module
    theme: Theme
    lessons: tuple[Lesson, ...]

    @property
    def forms(self) -> tuple[Format, ...]:
        """The formats that it is made for."""
        return tuple(plan.form for plan in self.lessons)


Sheet = Lesson | Handout | Deck
"""What a document shows."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the kit: where it is put, which also tells what kind of file it is, and what it shows."""

    path: str
    sheet: Sheet


def kit(themed: tuple[tuple[Module, Theme], ...], readers: Mapping[str, ReaderModule]) -> Iterator[Document]:
    """Every file for every module, in every format where these differ."""
    for module, theme in themed:
        yield from module_kit(module, theme, readers[module.meta.id], module.meta.format)


def module_kit(module: Module, theme: Theme, reader: ReaderModule, forms: tuple[Format, ...]) -> Iterator[Document]:
    """The files for one module held in some of its formats."""
    for form in forms:
        yield from lesson_documents(lesson(module, theme, form))
        yield from handout_documents(reader, form)
    yield from deck_documents(module, theme, forms)


def lesson_documents(plan: Lesson) -> Iterator[Document]:
    """The facilitator's guide, to print and to adapt."""
    yield Document(guide_pdf(plan.module.meta.id, plan.form), plan)
    yield Document(guide_docx(plan.module.meta.id, plan.form), plan)


def handout_documents(module: ReaderModule, form: Format) -> Iterator[Document]:
    """The participants' sheet, to print and to adapt."""
    handout = Handout(module, form, in_format(module.body, form))
    yield Document(handout_pdf(module.id, form), handout)
    yield Document(handout_docx(module.id, form), handout)


def deck_documents(module: Module, theme: Theme, forms: tuple[Format, ...]) -> Iterator[Document]:
    """The slides."""
    lessons = tuple(lesson(module, theme, form) for form in forms)
    yield Document(slides_page(module.meta.id), Deck(module, theme, lessons))
