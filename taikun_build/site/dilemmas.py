"""The bank of dilemmas: all of them by theme, to look through, to link to and to show to a group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taikun_build.model import Theme
from taikun_build.problems import msg
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.filters import BY_LANGUAGE, BY_LEVEL, BY_SENSITIVITY, Filter, by_theme
from taikun_build.site.pages import DILEMMAS, SitePage, ThemeCard
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class ThemeDilemmas:
    """A theme and its dilemmas, each with the module it belongs to."""

    theme: Theme
    dilemmas: tuple[tuple[ReaderDilemma, ReaderModule], ...]


@dataclass(frozen=True, slots=True)
class DilemmasPage:
    """Every dilemma, by theme, and what one can choose by."""

    themes: tuple[ThemeDilemmas, ...]
    filters: tuple[Filter, ...]


def dilemmas_page(cards: tuple[ThemeCard, ...], language: Language) -> SitePage:
    """The page. Themes without a dilemma are left out."""
    themes = (ThemeDilemmas(card.theme, tuple(_dilemmas(card))) for card in cards)
    filters = (by_theme(cards), BY_LEVEL, BY_SENSITIVITY, BY_LANGUAGE)
    value = DilemmasPage(tuple(theme for theme in themes if theme.dilemmas), filters)
    return SitePage(
        DILEMMAS,
        "dilemmas",
        msg("Dilemmas"),
        msg(
            "Situations from library work in which values pull in different directions. There is no answer key: the "
            "reasons are what you are here to find."
        ),
        language,
        value,
        styles=("filters", "dilemmas"),
        scripts=("filters", "stage"),
    )


def _dilemmas(card: ThemeCard) -> Iterable[tuple[ReaderDilemma, ReaderModule]]:
    return ((dilemma, module) for module in card.modules for dilemma in module.dilemmas.values())
