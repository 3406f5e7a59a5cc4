"""What readers can search in: all that is theirs, and nothing else."""

from __future__ import annotations

import pytest

from taikun_build.editions import published_part
from taikun_build.model import Curriculum, CurriculumSettings, Term
from taikun_build.problems import msg
from taikun_build.prose import MarkdownReader
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site
from taikun_build.site.search import INDEX, SearchedPage, SearchIndex, plain, same_words


@pytest.fixture
def plan(curriculum: Curriculum) -> SitePlan:
    return plan_site(published_part(curriculum), draft_of_the_tree())


@pytest.fixture
def index(plan: SitePlan) -> SearchIndex:
    found = plan.data[INDEX]
    assert isinstance(found, SearchIndex)
    return found


def page(index: SearchIndex, path: str) -> SearchedPage:
    return next(found for found in index.pages if found.path == path)


def test_every_page_of_the_readers_is_searched_but_the_front_page_the_search_itself_and_the_evaluation_forms(
    plan: SitePlan, index: SearchIndex
) -> None:
    readers = {found.path for found in plan.pages if found.is_for_readers}
    assert {found.path for found in index.pages} == readers - {
        "index.md",
        "sok.md",
        "evaluering/tvil.md",
        "evaluering/finne.md",
    }
    assert len({found.path for found in index.pages}) == len(index.pages)


def test_a_module_is_searched_section_by_section_in_reading_order(index: SearchIndex) -> None:
    tvil = page(index, "moduler/tvil.md")
    assert [section.anchor for section in tvil.sections] == [
        "",
        "tk-outcomes",
        "",
        "før-du-begynner",
        "innsjekk",
        "dilemmaet",
        "svaret",
        "pause",
        "utsjekk",
    ]
    assert tvil.minutes == 60
    assert tvil.sections[4].text.startswith("Si navnet ditt og et spørsmål du har fått. Stå i ring.")


def test_no_text_for_facilitators_and_no_draft_is_searched(index: SearchIndex) -> None:
    assert "HEMMELIG" not in repr(index)
    assert "uferdig" not in repr(index)


def test_the_glossary_is_searched_term_by_term_under_all_its_names(index: SearchIndex) -> None:
    terms = page(index, "ordliste.md").sections
    assert [(term.anchor, term.heading) for term in terms] == [("sok", "søk / search"), ("tvil", "tvil / doubt")]


def test_of_other_pages_title_and_description_are_searched(index: SearchIndex) -> None:
    methods = page(index, "fasilitator/metoder.md")
    assert methods.summary == msg("The ways of working that the modules use, each in a few words.")
    assert methods.sections == ()


def test_words_that_mean_the_same(curriculum: Curriculum) -> None:
    settings = curriculum.settings.model_dump(by_alias=True) | {
        "search": [["Kilde", "kjelde"]],
        "wording": [{"avoid": "chatbot", "use": "samtalerobot"}],
    }
    terms = (
        Term.model_validate({"id": "a", "term": {"nb": "a", "nn": "b", "en": "c"}, "forms": ["d"], "definition": "x"}),
        Term.model_validate({"id": "e", "term": "alene", "definition": "x"}),
        Term.model_validate({"id": "f", "term": {"nb": "kilde", "nn": "kjelde"}, "definition": "x"}),
    )
    assert same_words(CurriculumSettings.model_validate(settings), terms) == (
        ("kilde", "kjelde"),
        ("chatbot", "samtalerobot"),
        ("a", "b", "c", "d"),
    )


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Et *ord* og `kode`.", "Et ord og kode."),
        ("- en\n- to!", "en. to!"),
        ("| a | b |\n|---|---|\n| c | d? |", "a – b. c – d?"),
        ("> «Nei.»\n>\n> Jo", "«Nei.» Jo."),
        ("#### Under\n\nTekst", "Under. Tekst."),
    ],
)
def test_what_stands_apart_on_the_page_does_not_run_together(markdown: str, text: str) -> None:
    blocks = MarkdownReader().read(markdown, {}).blocks
    assert " ".join("".join(map(plain, blocks)).split()) == text
