"""What one can do after each module, and which competences of known frameworks that answers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taikun_build.model import Competence, Framework
from taikun_build.problems import msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import SKILLS, SitePage, ThemeCard
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class FrameworkCoverage:
    """A framework: each of its competences with the modules that have an outcome for it, perhaps none."""

    framework: Framework
    rows: tuple[tuple[Competence, tuple[ReaderModule, ...]], ...]

    @property
    def covered(self) -> int:
        """How many of the competences at least one module works with."""
        return sum(bool(modules) for _, modules in self.rows)


@dataclass(frozen=True, slots=True)
class SkillsPage:
    """The outcomes by theme, to rate oneself by, and what they cover of each framework."""

    themes: tuple[ThemeCard, ...]
    frameworks: tuple[FrameworkCoverage, ...]


def skills_page(cards: Iterable[ThemeCard], frameworks: Iterable[Framework], language: Language) -> Iterator[SitePage]:
    """The page, when there are modules for it."""
    with_modules = tuple(card for card in cards if card.modules)
    if with_modules:
        modules = tuple(module for card in with_modules for module in card.modules)
        covered = tuple(FrameworkCoverage(framework, _rows(framework, modules)) for framework in frameworks)
        value = SkillsPage(with_modules, covered)
        yield SitePage(
            SKILLS,
            "skills",
            msg("What can you do already?"),
            msg(
                "Everything you can do after the modules, point by point. Mark how sure you are, and see where to "
                "begin. Nothing you mark is stored or sent: it is gone when you close the page."
            ),
            language,
            value,
            styles=("skills",),
            scripts=("skills",),
        )


def _rows(
    framework: Framework, modules: tuple[ReaderModule, ...]
) -> tuple[tuple[Competence, tuple[ReaderModule, ...]], ...]:
    """Each competence and the modules that name it in an outcome."""
    return tuple(
        (known, tuple(m for m in modules if any(known.id in outcome.competences for outcome in m.outcomes)))
        for known in framework.competences
    )
