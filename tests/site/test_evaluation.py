"""The forms ask the same with the same codes in both written languages, and a code changes only when an id does."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.reading import ROOT as CURRICULUM
from taikun_build.reading import read_curriculum
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.evaluation import (
    LONGEST_CODE,
    WRITTEN,
    Evaluation,
    Form,
    Option,
    Words,
    codebook,
    evaluation,
    phrase,
    row_code,
)
from taikun_build.site.kit import EvaluationSheet
from taikun_build.site.pages import Shown
from taikun_build.site.plan import EvaluationPage, draft_of_the_tree, plan_site
from taikun_build.vocabulary import Language

CATALOGUES = cache(load_catalogue)
SHOWN = Shown("first", "Første utgave", "2026-1", is_draft=False, is_candidate=False, date="2026-11-25")


def modules_of(curriculum: Curriculum) -> dict[str, ReaderModule]:
    """The readers' modules of a curriculum by id."""
    pages = plan_site(published_part(curriculum), draft_of_the_tree()).pages
    return {
        page.value.evaluation.module.id: page.value.evaluation.module
        for page in pages
        if isinstance(page.value, EvaluationPage)
    }


@pytest.fixture(scope="module")
def forms(curriculum: Curriculum) -> dict[str, Evaluation]:
    """The forms of the example."""
    roles = curriculum.settings.roles
    return {name: evaluation(module, roles, SHOWN) for name, module in modules_of(curriculum).items()}


@pytest.fixture(scope="module")
def real() -> list[Evaluation]:
    """The forms of this project's own modules."""
    curriculum, _ = read_curriculum(DiskSources(ROOT, CURRICULUM))
    assert curriculum is not None
    plan = plan_site(curriculum, draft_of_the_tree())
    return [page.value.evaluation for page in plan.pages if isinstance(page.value, EvaluationPage)]


def said(words: Words | None, language: Language) -> str:
    """What stands in a form of a language, with the language before it where that is another."""
    if words is None:
        return ""
    one = phrase(words, language)
    text = CATALOGUES(one.language).say(one.text)
    return text if one.language is language else f"[{one.language}] {text}"


def written_out(form: Form, language: Language) -> list[str]:
    """A form as lines: code, kind and wording of each question, then its rows and its options."""

    def listed(options: tuple[Option, ...]) -> list[str]:
        return [f"  {option.code} {said(option.words, language)}".rstrip() for option in options]

    return [
        line
        for one in form.questions
        for line in (
            f"{one.code} ({one.kind}) {said(one.words, language)}",
            *(f"-{row}" for row in listed(one.rows)),
            *listed(one.options),
        )
    ]


PARTICIPANTS_NB = """\
modul_id (radio) Modul
  tvil Å stå i tvil
utgave (radio) Utgave
  2026_1 Første utgave
form (radio) Hvordan ble økta holdt?
  fysisk Fysisk
  digital Digitalt
  hybrid Hybrid
rolle (radio) Hva arbeider du mest med?
  veiledning Skranke og veiledning
  ledelse Ledelse
  annet Annet
bibliotektype (radio) Hva slags bibliotek arbeider du i?
  folkebibliotek Folkebibliotek
  fylkesbibliotek Fylkesbibliotek
  uh_bibliotek Universitets- eller høyskolebibliotek
  skolebibliotek Skolebibliotek
  fagbibliotek Fagbibliotek
  annet Annet
relevans (linear_scale) Hvor nyttig var økta for arbeidet ditt?
  1 Ikke nyttig
  2
  3
  4
  5 Svært nyttig
tilfredshet (linear_scale) Hvor fornøyd er du med økta i det hele?
  1 Ikke fornøyd
  2
  3
  4
  5 Svært fornøyd
tempo (radio) Hvordan var tempoet?
  for_sakte For sakte
  passe Passe
  for_fort For fort
dilemma_nyttig (linear_scale) Hvor nyttig var det å snakke om dilemmaene?
  1 Ikke nyttig
  2
  3
  4
  5 Svært nyttig
trygghet_for (radio_matrix) Hvor trygg var du på dette før økta?
-  tvil__kjenne_igjen Kjenne igjen et dilemma i egen hverdag
-  tvil__svare Svare en bruker ærlig når fagfolk er uenige
  1 ikke trygg
  2
  3
  4
  5 svært trygg
trygghet_etter (radio_matrix) Hvor trygg er du på dette nå?
-  tvil__kjenne_igjen Kjenne igjen et dilemma i egen hverdag
-  tvil__svare Svare en bruker ærlig når fagfolk er uenige
  1 ikke trygg
  2
  3
  4
  5 svært trygg
laert_nytt (text) Hva lærte du som var nytt for deg?
forbedring (text) Hva bør gjøres annerledes neste gang?
"""
PARTICIPANTS_NN = """\
modul_id (radio) Modul
  tvil [nb] Å stå i tvil
utgave (radio) Utgåve
  2026_1 Første utgave
form (radio) Korleis blei økta halden?
  fysisk Fysisk
  digital Digitalt
  hybrid Hybrid
rolle (radio) Kva arbeider du mest med?
  veiledning Skranke og rettleiing
  ledelse Leiing
  annet Anna
bibliotektype (radio) Kva slags bibliotek arbeider du i?
  folkebibliotek Folkebibliotek
  fylkesbibliotek Fylkesbibliotek
  uh_bibliotek Universitets- eller høgskulebibliotek
  skolebibliotek Skulebibliotek
  fagbibliotek Fagbibliotek
  annet Anna
relevans (linear_scale) Kor nyttig var økta for arbeidet ditt?
  1 Ikkje nyttig
  2
  3
  4
  5 Svært nyttig
tilfredshet (linear_scale) Kor nøgd er du med økta i det heile?
  1 Ikkje nøgd
  2
  3
  4
  5 Svært nøgd
tempo (radio) Korleis var tempoet?
  for_sakte For sakte
  passe Passe
  for_fort For fort
dilemma_nyttig (linear_scale) Kor nyttig var det å snakke om dilemmaa?
  1 Ikkje nyttig
  2
  3
  4
  5 Svært nyttig
trygghet_for (radio_matrix) Kor trygg var du på dette før økta?
-  tvil__kjenne_igjen Kjenne att eit dilemma i eigen kvardag
-  tvil__svare Svare ein brukar ærleg når fagfolk er usamde
  1 ikkje trygg
  2
  3
  4
  5 svært trygg
trygghet_etter (radio_matrix) Kor trygg er du på dette no?
-  tvil__kjenne_igjen Kjenne att eit dilemma i eigen kvardag
-  tvil__svare Svare ein brukar ærleg når fagfolk er usamde
  1 ikkje trygg
  2
  3
  4
  5 svært trygg
laert_nytt (text) Kva lærte du som var nytt for deg?
forbedring (text) Kva bør gjerast annleis neste gong?
"""
LATER_NB = """\
modul_id (radio) Modul
  tvil Å stå i tvil
utgave (radio) Utgave
  2026_1 Første utgave
brukt_i_jobb (radio) Har du brukt noe fra økta i arbeidet ditt?
  nei Nei
  en_gang Ja, én gang
  flere_ganger Ja, flere ganger
holdt_selv_opplaering (radio) Har du selv holdt opplæring for andre om noe fra økta?
  nei Nei
  planlagt Nei, men det er planlagt
  ja Ja
hinder (checkbox) Hva har stått i veien? Kryss av for alt som stemmer.
  tid For lite tid
  leder Lite støtte fra leder
  verktoy Mangler verktøy vi har lov til å bruke
  usikker Er ikke trygg nok
  anledning Har ikke hatt anledning
  annet Noe annet
  ingenting Ingenting
brukt_hvordan (text) Hva har du brukt det til?
lettere_i_bruk (text) Hva ville gjort det lettere å ta i bruk?
"""
LATER_NN = """\
modul_id (radio) Modul
  tvil [nb] Å stå i tvil
utgave (radio) Utgåve
  2026_1 Første utgave
brukt_i_jobb (radio) Har du brukt noko frå økta i arbeidet ditt?
  nei Nei
  en_gang Ja, éin gong
  flere_ganger Ja, fleire gonger
holdt_selv_opplaering (radio) Har du sjølv halde opplæring for andre om noko frå økta?
  nei Nei
  planlagt Nei, men det er planlagt
  ja Ja
hinder (checkbox) Kva har stått i vegen? Kryss av for alt som stemmer.
  tid For lite tid
  leder Lite støtte frå leiar
  verktoy Manglar verktøy vi har lov til å bruke
  usikker Er ikkje trygg nok
  anledning Har ikkje hatt høve
  annet Noko anna
  ingenting Ingenting
brukt_hvordan (text) Kva har du brukt det til?
lettere_i_bruk (text) Kva ville gjort det lettare å ta i bruk?
"""
FACILITATOR_NB = """\
modul_id (radio) Modul
  tvil Å stå i tvil
utgave (radio) Utgave
  2026_1 Første utgave
form (radio) Hvordan ble økta holdt?
  fysisk Fysisk
  digital Digitalt
  hybrid Hybrid
antall_deltakere (number) Hvor mange deltok?
minutter_tvil__innsjekk (number) Innsjekk
minutter_tvil__dilemmaet (number) Dilemmaet
minutter_tvil__pause (number) Pause
minutter_tvil__utsjekk (number) Utsjekk
kuttet (checkbox) Hva ble kuttet eller kortet ned?
  tvil__innsjekk Innsjekk
  tvil__dilemmaet Dilemmaet
  tvil__pause Pause
  tvil__utsjekk Utsjekk
  ingenting Ingenting
kuttet_hvorfor (text) Hvorfor ble det kuttet?
tilpasset (text) Hva gjorde du annerledes enn planen?
endre_modulen (text) Hva bør endres i modulen?
"""
FACILITATOR_NN = """\
modul_id (radio) Modul
  tvil [nb] Å stå i tvil
utgave (radio) Utgåve
  2026_1 Første utgave
form (radio) Korleis blei økta halden?
  fysisk Fysisk
  digital Digitalt
  hybrid Hybrid
antall_deltakere (number) Kor mange deltok?
minutter_tvil__innsjekk (number) [nb] Innsjekk
minutter_tvil__dilemmaet (number) [nb] Dilemmaet
minutter_tvil__pause (number) [nb] Pause
minutter_tvil__utsjekk (number) [nb] Utsjekk
kuttet (checkbox) Kva blei kutta eller korta ned?
  tvil__innsjekk [nb] Innsjekk
  tvil__dilemmaet [nb] Dilemmaet
  tvil__pause [nb] Pause
  tvil__utsjekk [nb] Utsjekk
  ingenting Ingenting
kuttet_hvorfor (text) Kvifor blei det kutta?
tilpasset (text) Kva gjorde du annleis enn planen?
endre_modulen (text) Kva bør endrast i modulen?
"""


@pytest.mark.parametrize(
    ("number", "language", "wanted"),
    [
        (0, Language.NB, PARTICIPANTS_NB),
        (0, Language.NN, PARTICIPANTS_NN),
        (1, Language.NB, LATER_NB),
        (1, Language.NN, LATER_NN),
        (2, Language.NB, FACILITATOR_NB),
        (2, Language.NN, FACILITATOR_NN),
    ],
)
def test_the_forms_of_the_example_word_for_word(
    number: int, language: Language, wanted: str, forms: dict[str, Evaluation]
) -> None:
    assert written_out(forms["tvil"].forms[number], language) == wanted.splitlines()


def test_what_is_planned_are_the_minutes_of_the_run_sheet(forms: dict[str, Evaluation]) -> None:
    planned = {one.code: one.planned for one in forms["tvil"].facilitator.questions if one.planned}
    assert planned == {
        "minutter_tvil__innsjekk": 10,
        "minutter_tvil__dilemmaet": 35,
        "minutter_tvil__pause": 5,
        "minutter_tvil__utsjekk": 10,
    }


def test_nothing_is_asked_about_dilemmas_where_there_are_none(forms: dict[str, Evaluation]) -> None:
    codes = {name: [one.code for one in of.participants.questions] for name, of in forms.items()}
    assert "dilemma_nyttig" in codes["tvil"]
    assert "dilemma_nyttig" not in codes["finne"]


def test_a_module_that_is_held_in_one_way_answers_how_it_was_held(forms: dict[str, Evaluation]) -> None:
    given = {name: [one.code for one in of.participants.questions if one.is_given] for name, of in forms.items()}
    assert given == {"tvil": ["modul_id", "utgave"], "finne": ["modul_id", "utgave", "form"]}


def test_an_outcome_without_a_parallel_stands_in_its_own_language(curriculum: Curriculum) -> None:
    module = modules_of(curriculum)["finne"]
    alone = replace(module, outcomes=tuple(o.model_copy(update={"parallel": None}) for o in module.outcomes))
    (row,) = next(one.rows for one in evaluation(alone, (), SHOWN).participants.questions if one.rows)
    assert [said(row.words, language) for language in WRITTEN] == ["[nn] Samanlikne to søk", "Samanlikne to søk"]
    (row,) = next(one.rows for one in evaluation(module, (), SHOWN).participants.questions if one.rows)
    assert [said(row.words, language) for language in WRITTEN] == ["Sammenligne to søk", "Samanlikne to søk"]


def test_a_role_that_is_called_other_is_not_there_twice(curriculum: Curriculum) -> None:
    role = curriculum.settings.roles[0].model_copy(update={"id": "annet"})
    asked = evaluation(modules_of(curriculum)["tvil"], (role,), SHOWN).participants.questions
    (roles,) = (one for one in asked if one.code == "rolle")
    assert [option.code for option in roles.options] == ["annet"]


def test_codes_do_not_change_when_the_order_does(curriculum: Curriculum) -> None:
    module, roles = modules_of(curriculum)["tvil"], curriculum.settings.roles
    turned = replace(module, outcomes=module.outcomes[::-1], body=module.body[::-1], formats=module.formats[::-1])
    for form, other in zip(
        evaluation(module, roles, SHOWN).forms, evaluation(turned, roles[::-1], SHOWN).forms, strict=True
    ):
        assert sorted(said_by_code(form)) == sorted(said_by_code(other))
    assert said_by_code(evaluation(module, roles, SHOWN).participants) != said_by_code(
        evaluation(turned, roles[::-1], SHOWN).participants
    )


def said_by_code(form: Form) -> list[tuple[str, str]]:
    """Each code with what it stands for."""
    return [
        (f"{one.code}.{option.code}", said(option.words, Language.NB))
        for one in form.questions
        for option in (*one.rows, *one.options)
    ]


def test_a_code_of_a_row_tells_modules_and_parts_apart() -> None:
    assert row_code("a-b", "c") == "a_b__c"
    assert row_code("a", "b-c") == "a__b_c"
    long = "lang-" * 12 + "modul"
    assert row_code(long, "svare") == "lang_lang_lang_lang_lang_lang_lang_lang__8e2b8a85"
    assert row_code(long, "svare") != row_code(long, "sverge")
    assert len(row_code("m" * 30, "u" * 17)) == LONGEST_CODE - len("trygghet_etter.")
    assert row_code("m" * 30, "u" * 17) == "m" * 30 + "__" + "u" * 17
    assert len(row_code("m" * 30, "u" * 18)) == LONGEST_CODE - len("trygghet_etter.")


def test_every_code_of_the_curriculum_is_one_that_can_be_written_and_is_there_once(real: list[Evaluation]) -> None:
    assert len(real) == 6
    for of_module in real:
        for form in of_module.forms:
            columns = [column for one in form.questions for column in one.columns]
            assert len(columns) == len(set(columns))
            assert [column for column in columns if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)?", column)] == []
            assert [column for column in columns if len(column) > LONGEST_CODE] == []
            for one in form.questions:
                assert len({option.code for option in one.options}) == len(one.options)
    rows = [row.code for of_module in real for one in of_module.participants.questions for row in one.rows]
    assert len(set(rows)) * 2 == len(rows)


def test_every_module_of_the_curriculum_has_each_form_whole_in_both_languages(real: list[Evaluation]) -> None:
    for of_module in real:
        for form in of_module.forms:
            shapes = [
                [re.sub(r"^(-? *\S+( \(\w+\))?).*", r"\1", line) for line in written_out(form, language)]
                for language in WRITTEN
            ]
            assert shapes[0] == shapes[1]
        for form in (of_module.participants, of_module.later):
            for language in WRITTEN:
                foreign = [line for line in written_out(form, language) if "[" in line]
                title = (
                    f"  {of_module.module.id.replace('-', '_')} [{of_module.module.language}] {of_module.module.title}"
                )
                assert foreign == ([] if of_module.module.language is language else [title])


def test_the_codebook_says_each_text_in_the_languages_it_is_there_in(forms: dict[str, Evaluation]) -> None:
    book = codebook(forms["finne"])
    assert [form["id"] for form in book["forms"]] == ["participants", "later", "facilitator"]
    module, *_ = book["forms"][0]["questions"]
    assert list(module["text"]) == ["nb", "nn"]
    assert list(module["options"][0]["text"]) == ["nn"]


def test_each_module_is_printed_in_both_languages(curriculum: Curriculum) -> None:
    documents = plan_site(published_part(curriculum), draft_of_the_tree()).documents
    assert [one.path for one in documents if isinstance(one.sheet, EvaluationSheet)] == [
        "evaluering/tvil-nb.pdf",
        "evaluering/tvil-nn.pdf",
        "evaluering/finne-nb.pdf",
        "evaluering/finne-nn.pdf",
    ]
