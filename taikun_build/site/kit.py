"""The files of the trainer's kit: what is printed, shown and handed out, each from a value that says all it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taikun_build.lessons import Lesson, in_format, lesson
from taikun_build.model import BodyPart, Futures, Module, Theme
from taikun_build.problems import Text, msg
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.futures import FuturesPage, futures_of
from taikun_build.site.pages import ALL_DILEMMA_CARDS, FUTURES_PDF, ThemeCard, dilemma_cards_pdf, guide_pdf, handout_pdf
from taikun_build.vocabulary import Format, Language


@dataclass(frozen=True, slots=True)
class Handout:
    """What the participants get on paper: a module in one format, with nothing that is for the facilitator."""

    module: ReaderModule
    form: Format
    body: tuple[BodyPart, ...]


@dataclass(frozen=True, slots=True)
class DilemmaCards:
    """Dilemmas to deal out, each with the module it belongs to and without the facilitator's hint."""

    title: str | Text
    language: Language
    cards: tuple[tuple[ReaderDilemma, ReaderModule], ...]


Sheet = Lesson | Handout | DilemmaCards | FuturesPage
"""What a document shows."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the kit: where it is put, which also tells what kind of file it is, and what it shows."""

    path: str
    sheet: Sheet


def kit(
    themed: tuple[tuple[Module, Theme], ...],
    readers: Mapping[str, ReaderModule],
    cards: tuple[ThemeCard, ...],
    futures: Futures | None,
    language: Language,
) -> Iterator[Document]:
    """Every file for every module in every format, the cards of all dilemmas, and what the scenario workshop needs.

    `language` is that of what belongs to the whole curriculum.
    """
    for module, theme in themed:
        yield from module_kit(module, theme, readers[module.meta.id], module.meta.format)
    yield from card_documents(cards, language)
    if futures:
        yield Document(FUTURES_PDF, futures_of(futures.meta))


def module_kit(module: Module, theme: Theme, reader: ReaderModule, forms: tuple[Format, ...]) -> Iterator[Document]:
    """The files for one module held in some of its formats."""
    for form in forms:
        yield from lesson_documents(lesson(module, theme, form))
        yield from handout_documents(reader, form)


def lesson_documents(plan: Lesson) -> Iterator[Document]:
    """The facilitator's guide."""
    yield Document(guide_pdf(plan.module.meta.id, plan.form), plan)


def handout_documents(module: ReaderModule, form: Format) -> Iterator[Document]:
    """The participants' sheet."""
    handout = Handout(module, form, in_format(module.body, form))
    yield Document(handout_pdf(module.id, form), handout)


def card_documents(cards: tuple[ThemeCard, ...], language: Language) -> Iterator[Document]:
    """The dilemmas of each module, and all of them in the order of the themes."""
    modules = tuple(module for card in cards for module in card.modules if module.dilemmas)
    for module in modules:
        yield Document(dilemma_cards_pdf(module.id), DilemmaCards(module.title, module.language, _dealt((module,))))
    if modules:
        yield Document(ALL_DILEMMA_CARDS, DilemmaCards(msg("All dilemmas"), language, _dealt(modules)))


def _dealt(modules: tuple[ReaderModule, ...]) -> tuple[tuple[ReaderDilemma, ReaderModule], ...]:
    return tuple((dilemma, module) for module in modules for dilemma in module.dilemmas.values())
