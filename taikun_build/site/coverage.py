"""What the curriculum covers: themes by level, with the gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import ThemeCard
from taikun_build.vocabulary import Format, Level


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """The themes, and for each level the modules that a theme has there, perhaps none."""

    themes: tuple[ThemeCard, ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        """Every level, the easiest first."""
        return tuple(Level)

    @property
    def formats(self) -> tuple[Format, ...]:
        """Every format."""
        return tuple(Format)

    def at(self, card: ThemeCard, level: Level) -> tuple[ReaderModule, ...]:
        """The modules of a theme at a level."""
        return tuple(module for module in card.modules if module.level is level)

    def held(self, modules: Iterable[ReaderModule], form: Format) -> int:
        """How many of the modules can be held in a format."""
        return sum(form in module.formats for module in modules)

    def of_level(self, level: Level) -> tuple[ReaderModule, ...]:
        """All modules at a level."""
        return tuple(module for card in self.themes for module in self.at(card, level))

    @property
    def gaps(self) -> int:
        """How many pairs of theme and level have no module."""
        return sum(not self.at(card, level) for card in self.themes for level in self.levels)
