"""The bank of dilemmas: all of them by theme, to look through, to link to and to show to a group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taikun_build.model import Theme
from taikun_build.problems import msg
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.pages import DILEMMAS, SitePage, ThemeCard
from taikun_build.vocabulary import Language, Level, Sensitivity


@dataclass(frozen=True, slots=True)
class ThemeDilemmas:
    """A theme and its dilemmas, each with the module it belongs to."""

    theme: Theme
    dilemmas: tuple[tuple[ReaderDilemma, ReaderModule], ...]


@dataclass(frozen=True, slots=True)
class DilemmasPage:
    """Every dilemma, by theme. `order` holds the closed values that one can choose between, in their own order."""

    themes: tuple[ThemeDilemmas, ...]
    order: tuple[str, ...] = (*map(str, Level), *map(str, Sensitivity), *map(str, Language))


def dilemmas_page(cards: Iterable[ThemeCard], language: Language) -> SitePage:
    """The page. Themes without a dilemma are left out."""
    themes = (ThemeDilemmas(card.theme, tuple(_dilemmas(card))) for card in cards)
    value = DilemmasPage(tuple(theme for theme in themes if theme.dilemmas))
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
        styles=("dilemmas",),
        scripts=("dilemmas", "stage"),
    )


def _dilemmas(card: ThemeCard) -> Iterable[tuple[ReaderDilemma, ReaderModule]]:
    return ((dilemma, module) for module in card.modules for dilemma in module.dilemmas.values())
