"""Everything a person reads comes from one catalogue, and nothing is missing from it."""

from __future__ import annotations

import re
import sys

import pytest
from support import ROOT

from taikun_build.adapters.disk import load_catalogue
from taikun_build.catalogue import Catalogue, read_catalogue
from taikun_build.problems import Text, msg
from taikun_build.vocabulary import Language

sys.path.insert(0, str(ROOT / "scripts"))
from catalogue import texts

LANGUAGES = (Language.NB, Language.NN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_nothing_else_is_kept(language: Language) -> None:
    assert set(load_catalogue(language).messages) == set(texts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_values_and_the_edges(language: Language) -> None:
    for template, translated in load_catalogue(language).messages.items():
        assert sorted(re.findall(r"\{\w+\}", translated)) == sorted(re.findall(r"\{\w+\}", template)), template
        assert (translated[0].isspace(), translated[-1].isspace()) == (template[0].isspace(), template[-1].isspace()), (
            template
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_term_is_ki_and_quotation_marks_are_norwegian(language: Language) -> None:
    for translated in load_catalogue(language).messages.values():
        assert not re.search(r"\bAI\b", translated), translated
        assert '"' not in translated.replace('(")', ""), translated


def test_values_are_translated_too_and_counted() -> None:
    catalogue = Catalogue(Language.NB, {"a {b}": "en {b}", "{number} x": "{number} ting", "inner": "indre"})
    assert catalogue.say(msg("a {b}", b=msg("inner"))) == "en indre"
    assert catalogue.say(("x", "y")) == "x, y"
    assert catalogue.count(msg("{number} x"), msg("{number} xs"), 1) == "1 ting"
    assert catalogue.count(msg("{number} x"), msg("{number} xs"), 2) == "2 xs"
    assert catalogue.say(Text("unknown")) == "unknown"


def test_a_fuzzy_translation_does_not_count() -> None:
    po = b'#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n'
    assert read_catalogue(Language.NB, po).messages == {"c": "d"}


def test_what_a_rule_says_before_it_has_found_anything() -> None:
    english = Catalogue(Language.EN, {})
    assert english.outline(msg("{a} of {b}, not {a}.")) == "… of …, not …"
