"""The files of the trainer's kit: what is printed, shown and handed out, each from the plan of a module in a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taikun_build.lessons import Lesson, in_format, lesson
from taikun_build.model import BodyPart, Module, Theme
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import guide_pdf, handout_pdf, slides_page
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
        for form in module.meta.format:
            yield from lesson_documents(lesson(module, theme, form))
            yield from handout_documents(readers[module.meta.id], form)
        yield from deck_documents(module, theme)


def lesson_documents(plan: Lesson) -> Iterator[Document]:
    """The facilitator's guide."""
    yield Document(guide_pdf(plan.module.meta.id, plan.form), plan)


def handout_documents(module: ReaderModule, form: Format) -> Iterator[Document]:
    """The participants' sheet."""
    handout = Handout(module, form, in_format(module.body, form))
    yield Document(handout_pdf(module.id, form), handout)


def deck_documents(module: Module, theme: Theme) -> Iterator[Document]:
    """The slides."""
    lessons = tuple(lesson(module, theme, form) for form in module.meta.format)
    yield Document(slides_page(module.meta.id), Deck(module, theme, lessons))
