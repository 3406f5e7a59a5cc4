"""The words of a text: where passages stand, where sentences end, how hard they are, which language they are."""

from __future__ import annotations

import pytest

from taikun_build.language import (
    Passage,
    Sentence,
    lix,
    marks_of_language,
    passages,
    readers_sentences,
    sentences,
    share,
    words,
    words_by_language,
)
from taikun_build.model import Curriculum, Written
from taikun_build.problems import Location
from taikun_build.vocabulary import Language


def nowhere(_offset: int) -> Location:
    return Location("a.md")


def read(text: str) -> tuple[Sentence, ...]:
    return Passage(text, nowhere, None, is_for_readers=True).sentences


def texts(curriculum: Curriculum) -> list[Written]:
    return [*curriculum.modules, *curriculum.pages, *curriculum.data_files]


def test_every_passage_leads_back_to_where_it_is_written(curriculum: Curriculum) -> None:
    for text in texts(curriculum):
        lines = text.text.split("\n")
        for passage in passages(text):
            for offset, character in enumerate(passage.text):
                if not character.isspace():
                    where = passage.locate(offset)
                    assert lines[where.line - 1][where.column - 1] == character, (passage.text, offset)


def test_readers_and_facilitators_have_their_own_passages(curriculum: Curriculum) -> None:
    for text in texts(curriculum):
        for passage in passages(text):
            if text.path != "curriculum/modules/etikk/uferdig.md":
                is_secret = "HEMMELIG" in passage.text or "LØYND" in passage.text or "LØYNT" in passage.text
                assert not (is_secret and passage.is_for_readers), passage.text


def test_all_that_people_read_is_a_passage(curriculum: Curriculum) -> None:
    module = next(module for module in curriculum.modules if module.meta.id == "tvil")
    read = "\n".join(passage.text for passage in passages(module))
    for text in (
        "Å stå i tvil",
        "Ansatte i skranken",
        "HEMMELIG PUNKT",
        "Svaret i skranken",
        "Har liten tid",
        "Tenk etter",
    ):
        assert text in read
    for key in ("sources", "berg2020", "CC-BY-4.0", "Eksempelbiblioteket", "eks-1"):
        assert key not in read


def read_of(curriculum: Curriculum, name: str) -> list[tuple[str, Language | None]]:
    """The passages of a YAML file, each with its language."""
    (file,) = (file for file in curriculum.data_files if file.path == f"curriculum/{name}")
    return [(passage.text, passage.language) for passage in passages(file)]


def test_of_yaml_files_what_is_in_our_own_words_is_a_passage(curriculum: Curriculum) -> None:
    assert read_of(curriculum, "resources.yml") == [("Øvelser i å lete.", None), ("En bok om å spørre.", None)]
    assert [text for text, _ in read_of(curriculum, "sessions/fagdag.yml")] == [
        "Fagdag om tvil og søk",
        "En formiddag der deltakerne øver på tvil og på søk.",
        "Velkommen",
        "Pause",
        "Ansatte i skranken",
    ]
    settings = [text for text, _ in read_of(curriculum, "curriculum.yml")]
    assert "Om å stå i tvil." in settings
    assert not {"AI", "KI", "AI Act", "lete", "CC-BY-4.0", "etikk", "https://example.org/taikun/"} & set(settings)


def test_a_passage_of_a_yaml_file_is_in_the_language_that_is_said_nearest_to_it(curriculum: Curriculum) -> None:
    assert ("Two themes and three modules, as small as can be.", Language.EN) in read_of(curriculum, "curriculum.yml")
    assert ("Etikk", Language.NB) in read_of(curriculum, "curriculum.yml")
    assert ("Alt veks sakte.", Language.NN) in read_of(curriculum, "futures.yml")
    events = dict(read_of(curriculum, "events.yml"))
    assert (events["Vinterdag om tvil"], events["Sommarsamling"]) == (Language.NB, Language.NN)
    assert read_of(curriculum, "glossary.yml")[:3] == [
        ("søk", Language.NB),
        ("search", Language.EN),
        ("Å lete etter noe du ikke vet hvor er.", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Én. To! Tre? Fire", ["Én.", "To!", "Tre?", "Fire"]),
        ("Det går linje\nfor linje. Så nytt.", ["Det går linje\nfor linje.", "Så nytt."]),
        ("Si: «Hva nå?» Vent litt.", ["Si:", "«Hva nå?»", "Vent litt."]),
        ("Husk dette: ordet er lite.", ["Husk dette: ordet er lite."]),
        ("Bruk f.eks. Oria, jf. Lov om x. Ferdig.", ["Bruk f.eks. Oria, jf. Lov om x.", "Ferdig."]),
        ("Den 1. mars kl. 9 er det 3.5 av 4.", ["Den 1. mars kl. 9 er det 3.5 av 4."]),
        ("- Én ting\n- To ting\n  på to linjer\n\nSlutt", ["Én ting", "To ting\n  på to linjer", "Slutt"]),
        ("# Tittel\nTekst", ["Tekst"]),
        ("| a | b |\n|---|---|\n| Ja. | Nei. |", []),
        ("> Et sitat.\n> Et til.", ["Et sitat.", "Et til."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    found = list(sentences(text))
    assert [sentence for _, sentence in found] == expected
    assert all(text.startswith(sentence.split()[0], offset) for offset, sentence in found)


def test_words_are_letters_and_hyphens() -> None:
    assert words("KI-forordningen (EU) 2024/1689 er på 144 sider, d’accord?") == [
        "KI-forordningen",
        "EU",
        "er",
        "på",
        "sider",
        "d’accord",
    ]


def test_lix_is_words_per_sentence_plus_long_words_in_a_hundred() -> None:
    assert lix(read("En liten hund. Biblioteket åpner tidlig nå.")) == round(7 / 2 + 100 * 1 / 7)
    assert lix(read("")) == 0
    assert lix(read("123.")) == 0


def test_readers_sentences_are_those_of_the_body_that_are_for_them() -> None:
    passages = [
        Passage("En overskrift.", nowhere, None, is_for_readers=True),
        Passage("Et notat.", nowhere, None, is_for_readers=False, is_body=True),
        Passage("Les dette. 12.", nowhere, None, is_for_readers=True, is_body=True),
    ]
    assert list(readers_sentences(passages)) == [Sentence(0, ("Les", "dette")), Sentence(11, ())]


def test_small_words_tell_bokmal_from_nynorsk() -> None:
    marks = marks_of_language("Jeg vet ikke hva en er. Eg veit ikkje.")
    assert marks == {Language.NB: ["jeg", "ikke", "hva", "en"], Language.NN: ["eg", "ikkje"]}


def test_the_words_of_a_module_count_for_its_language(curriculum: Curriculum) -> None:
    counted = words_by_language(curriculum.modules)
    assert counted[Language.NB] > counted[Language.NN] > 50
    assert counted[Language.SE] == counted[Language.EN] == 0


def test_a_share_is_never_rounded_up() -> None:
    assert (share(249, 1000), share(1, 4), share(0, 0)) == (24, 25, 0)
