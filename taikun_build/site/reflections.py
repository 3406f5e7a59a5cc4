"""The questions that the modules ask their participants to think about, gathered, to read or to write on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taikun_build.model import Activity, Box, Theme
from taikun_build.problems import msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import REFLECTIONS, SitePage, ThemeCard
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Reflection:
    """A box of questions, the module, and the activity it stands in (None when it stands between them)."""

    box: Box
    module: ReaderModule
    activity: Activity | None


@dataclass(frozen=True, slots=True)
class ThemeReflections:
    """A theme and its boxes, in the order of the modules."""

    theme: Theme
    reflections: tuple[Reflection, ...]


@dataclass(frozen=True, slots=True)
class ReflectionsPage:
    """All boxes, by theme."""

    themes: tuple[ThemeReflections, ...]


def reflections_page(cards: Iterable[ThemeCard], language: Language) -> Iterator[SitePage]:
    """The page, when there is something on it. Themes without a box are left out."""
    themes = (ThemeReflections(card.theme, tuple(_reflections(card.modules))) for card in cards)
    value = ReflectionsPage(tuple(theme for theme in themes if theme.reflections))
    if value.themes:
        title = msg("Questions for reflection")
        description = msg(
            "What the modules ask you to think about, alone or together. On paper there is room to write."
        )
        yield SitePage(REFLECTIONS, "reflections", title, description, language, value, styles=("reflections",))


def _reflections(modules: Iterable[ReaderModule]) -> Iterator[Reflection]:
    for module in modules:
        for part in module.body:
            activity = part if isinstance(part, Activity) else None
            for inner in activity.parts if activity else (part,):
                if isinstance(inner, Box) and inner.kind == "reflection":
                    yield Reflection(inner, module, activity)
