"""The page for those who do not read Norwegian: what the curriculum is, and each module in a few words of English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taikun_build.model import CurriculumSettings, EnglishModule, EnglishSettings
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import SitePage
from taikun_build.vocabulary import Language

ENGLISH = "english.md"
ENGLISH_TITLE = "In English"
"""The same in every language: those it is for look for it in their own."""


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """The curriculum in English, with the modules that have been described in English."""

    settings: CurriculumSettings
    english: EnglishSettings
    modules: tuple[tuple[ReaderModule, EnglishModule], ...]
    archive: str


def english_page(settings: CurriculumSettings, modules: tuple[ReaderModule, ...], archive: str) -> Iterator[SitePage]:
    """The page, when the curriculum has been described in English."""
    english = settings.english
    if english:
        described = tuple((module, module.english) for module in modules if module.english)
        value = EnglishPage(settings, english, described, archive)
        yield SitePage(ENGLISH, "english", ENGLISH_TITLE, english.description.split("\n\n")[0], Language.EN, value)
