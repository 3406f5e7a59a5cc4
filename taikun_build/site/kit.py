"""The files of the trainer's kit: what is printed, shown and handed out, each from a value that says all it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taikun_build.lessons import Lesson, in_format
from taikun_build.model import BodyPart, Futures, Module, Theme
from taikun_build.problems import Text, msg
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.evaluation import WRITTEN, Evaluation
from taikun_build.site.futures import FuturesPage, futures_of
from taikun_build.site.pages import (
    ALL_DILEMMA_CARDS,
    FUTURES_PDF,
    dilemma_cards_pdf,
    evaluation_pdf,
    guide_docx,
    guide_pdf,
    handout_docx,
    handout_pdf,
    session_pdf,
    slides_page,
)
from taikun_build.timetable import Timetable
from taikun_build.vocabulary import Format, Language


@dataclass(frozen=True, slots=True)
class Handout:
    """What the participants get on paper: a module in one format, with nothing that is for the facilitator."""

    module: ReaderModule
    form: Format
    body: tuple[BodyPart, ...]


@dataclass(frozen=True, slots=True)
class EvaluationSheet:
    """The evaluation forms of a module, to be filled in by hand, in one written language."""

    evaluation: Evaluation
    language: Language


@dataclass(frozen=True, slots=True)
class Deck:
    """What is shown in the room, and what the one who leads reads beside it: a module in one format or several."""

    lessons: tuple[Lesson, ...]

    @property
    def module(self) -> Module:
        """The module that is held."""
        return self.lessons[0].module

    @property
    def theme(self) -> Theme:
        """Its theme."""
        return self.lessons[0].theme

    @property
    def forms(self) -> tuple[Format, ...]:
        """The formats that it is made for."""
        return tuple(plan.form for plan in self.lessons)


@dataclass(frozen=True, slots=True)
class DilemmaCards:
    """Dilemmas to deal out, each with the module it belongs to and without the facilitator's hint."""

    title: str | Text
    language: Language
    cards: tuple[tuple[ReaderDilemma, ReaderModule], ...]


Sheet = Lesson | Handout | Deck | EvaluationSheet | DilemmaCards | FuturesPage | Timetable
"""What a document shows."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the kit: where it is put, which also tells what kind of file it is, and what it shows."""

    path: str
    sheet: Sheet


def kit(
    modules: Iterable[tuple[tuple[Lesson, ...], Evaluation]],
    plans: Iterable[Timetable],
    futures: Futures | None,
    language: Language,
) -> Iterator[Document]:
    """Every file for every module, in every format where these differ, for every session, and what belongs to none.

    A module is given as its lessons, one for each format, and its evaluation; `language` is that of what belongs to the
    whole curriculum.
    """
    readers = []
    for lessons, evaluation in modules:
        yield from module_kit(lessons, evaluation)
        readers.append(evaluation.module)
    for plan in plans:
        yield session_document(plan)
    yield from shared_kit(tuple(readers), futures, language)


def module_kit(lessons: tuple[Lesson, ...], evaluation: Evaluation) -> Iterator[Document]:
    """The files for one module, held in one format or several. What participants get is made of the reader's module."""
    for plan in lessons:
        yield from lesson_documents(plan)
        yield from handout_documents(evaluation.module, plan.form)
    yield Document(slides_page(evaluation.module.id), Deck(lessons))
    yield from card_documents(evaluation.module)
    yield from evaluation_documents(evaluation)


def lesson_documents(plan: Lesson) -> Iterator[Document]:
    """The facilitator's guide, to print and to adapt."""
    yield Document(guide_pdf(plan.module.meta.id, plan.form), plan)
    yield Document(guide_docx(plan.module.meta.id, plan.form), plan)


def session_document(plan: Timetable) -> Document:
    """The facilitator's plan of a session."""
    return Document(session_pdf(plan.session.meta.id), plan)


def handout_documents(module: ReaderModule, form: Format) -> Iterator[Document]:
    """The participants' sheet, to print and to adapt."""
    handout = Handout(module, form, in_format(module.body, form))
    yield Document(handout_pdf(module.id, form), handout)
    yield Document(handout_docx(module.id, form), handout)


def evaluation_documents(evaluation: Evaluation) -> Iterator[Document]:
    """The evaluation forms, in every written language."""
    for language in WRITTEN:
        yield Document(evaluation_pdf(evaluation.module.id, language), EvaluationSheet(evaluation, language))


def card_documents(module: ReaderModule) -> Iterator[Document]:
    """The dilemmas of a module as cards, if it has any."""
    if module.dilemmas:
        yield Document(dilemma_cards_pdf(module.id), DilemmaCards(module.title, module.language, _dealt((module,))))


def shared_kit(modules: tuple[ReaderModule, ...], futures: Futures | None, language: Language) -> Iterator[Document]:
    """The cards of all dilemmas in the order of the modules, and what the scenario workshop needs."""
    if cards := _dealt(modules):
        yield Document(ALL_DILEMMA_CARDS, DilemmaCards(msg("All dilemmas"), language, cards))
    if futures:
        yield Document(FUTURES_PDF, futures_of(futures.meta))


def _dealt(modules: tuple[ReaderModule, ...]) -> tuple[tuple[ReaderDilemma, ReaderModule], ...]:
    return tuple((dilemma, module) for module in modules for dilemma in module.dilemmas.values())
