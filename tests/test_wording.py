"""Phrases are found as whole words, and an outcome's verb behind the words that may stand before it."""

from __future__ import annotations

import unicodedata

import pytest

from taikun_build.vocabulary import Language
from taikun_build.wording import Lexicon, holds, lexicon, opening, phrases_in

PLACES = lexicon(norwegian="rom, rommet, i ring, chat*, på stedet", english="room, chat*")
VERBS = lexicon(norwegian="gjøre rede for, gjere greie for, vite, vere klar over", english="know, be aware of")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rommet først, så chatten.", ["Rommet", "chatten"]),
        ("Stå i\nring", ["i\nring"]),
        ("På stedet, ikke på stedene", ["På stedet"]),
        ("Bruk grupperom og romskip", []),
        ("", []),
    ],
)
def test_phrases_are_whole_words_and_stems_take_any_ending(text: str, found: list[str]) -> None:
    assert [match.group() for match in phrases_in(text, Language.NB, PLACES)] == found


def test_of_two_phrases_the_longer_is_found() -> None:
    known = lexicon(norwegian="fasit, fasit er", english="key")
    assert [match.group() for match in phrases_in("Fasit er fem.", Language.NB, known)] == ["Fasit er"]


def test_a_letter_typed_as_two_characters_is_one() -> None:
    assert holds(unicodedata.normalize("NFD", "De er på stedet"), Language.NN, PLACES)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("phrases", [{}, {Language.NB: frozenset()}])
def test_a_language_without_phrases_finds_nothing(language: Language, phrases: Lexicon) -> None:
    assert not holds("rommet", language, phrases)
    assert opening("vite", language, phrases) == ""


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        (Language.NB, "Gjøre rede for reglene", "Gjøre rede for"),
        (Language.NB, "Deltakeren skal kunne gjøre rede for reglene", "gjøre rede for"),
        (Language.NB, "å vite hvem", "vite"),
        (Language.NB, "Forklare hva det er å vite noe", ""),
        (Language.NB, "Vitebegjær", ""),
        (Language.NN, "Gjere greie for reglane", "Gjere greie for"),
        (Language.EN, "Be able to know the rules", "know"),
        (Language.EN, "Be aware of the rules", "Be aware of"),
        (Language.EN, "Vite reglene", ""),
        (Language.SE, "Vite reglene", ""),
    ],
)
def test_an_outcome_begins_with_its_verb(language: Language, text: str, verb: str) -> None:
    assert opening(text, language, VERBS) == verb
