"""Words in authors' texts: phrases found as whole words, and what a learning outcome begins with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from taikun_build.vocabulary import Language

Lexicon = Mapping[Language, frozenset[str]]
"""Phrases by language. A language without phrases finds nothing."""


def lexicon(norwegian: str, english: str) -> Lexicon:
    """Phrases separated by commas, for bokmål and nynorsk together and for English.

    A phrase that ends in «*» is a stem: «chat*» finds «chat», «chatten» and «chattane». The two written standards
    share most forms, and within each an author may choose among several; so one list serves both.
    """
    listed = {Language.NB: norwegian, Language.NN: norwegian, Language.EN: english}
    return {
        language: frozenset(" ".join(phrase.split()) for phrase in phrases.split(","))
        for language, phrases in listed.items()
    }


LEAD_INS = lexicon(
    norwegian="å, kan, kunne, skal, du, deltakeren, deltakerne, deltakaren, deltakarane",
    english="to, be, able, can, will, you, the, participant, participants",
)
"""Words that may stand before the verb of an outcome, as in «Deltakeren skal kunne forklare …»."""


def phrases_in(text: str, language: Language, phrases: Lexicon) -> Iterator[re.Match[str]]:
    """Every phrase that the text holds as whole words, from left to right; capitals and line ends do not matter."""
    return re.finditer(rf"(?<!\w)(?:{_any_of(phrases, language)})(?!\w)", _composed(text), re.IGNORECASE)


def holds(text: str, language: Language, phrases: Lexicon) -> bool:
    """Whether the text holds any of the phrases."""
    return any(phrases_in(text, language, phrases))


def opening(text: str, language: Language, phrases: Lexicon) -> str:
    """The phrase that a text begins with, as it is written there, lead-ins left out; empty when it is none of them."""
    begins = rf"\s*(?:(?:{_any_of(LEAD_INS, language)})\s+)*({_any_of(phrases, language)})(?!\w)"
    found = re.match(begins, _composed(text), re.IGNORECASE)
    return found.group(1) if found else ""


def _any_of(phrases: Lexicon, language: Language) -> str:
    return _alternatives(phrases.get(language, frozenset()))


@cache
def _alternatives(phrases: frozenset[str]) -> str:
    """A pattern for any of the phrases, the longest first; for no phrase at all, one that never fits."""
    written = (re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for phrase in phrases)
    return "|".join(sorted(written, key=lambda phrase: (-len(phrase), phrase))) or r"(?!)"


def _composed(text: str) -> str:
    """The text with å as one character, however it was typed."""
    return unicodedata.normalize("NFC", text)
