"""How much of the modules is written in each language: a report for readers, as the law asks of state bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taikun_build.language import share, words_by_language
from taikun_build.model import CurriculumSettings, Module
from taikun_build.problems import msg
from taikun_build.site.pages import SitePage
from taikun_build.vocabulary import Language

LANGUAGES = "spraak.md"
LEAST_SHARE = 25
"""Per cent of each written Norwegian, over time (språklova, section 13)."""


@dataclass(frozen=True, slots=True)
class LanguageShare:
    """A language, how many modules are written in it, and how many words they have; `share` is in per cent."""

    language: Language
    modules: int
    words: int
    share: int


@dataclass(frozen=True, slots=True)
class LanguagesPage:
    """The languages that modules are written in, in the order of the closed list."""

    shares: tuple[LanguageShare, ...]
    words: int
    least: int = LEAST_SHARE


def languages_page(modules: tuple[Module, ...], settings: CurriculumSettings) -> Iterator[SitePage]:
    """The page, when there are modules. Both written Norwegians are in it, also when one has no words."""
    if modules:
        words = words_by_language(modules)
        total = sum(words.values())
        shares = tuple(
            LanguageShare(
                language,
                sum(m.meta.language is language for m in modules),
                words[language],
                share(words[language], total),
            )
            for language in Language
            if words[language] or language in (Language.NB, Language.NN)
        )
        title = msg("Languages in the curriculum")
        description = msg(
            "Modules are written in bokmål or in nynorsk, and are not translated from one to the other. Here you see "
            "how the two share the space."
        )
        value = LanguagesPage(shares, total)
        yield SitePage(LANGUAGES, "languages", title, description, settings.language, value)
