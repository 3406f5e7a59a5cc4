"""The slides as data: what the run sheet says, in its order and with its times, and a note for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.lessons import run_sheet
from taikun_build.model import Curriculum, DilemmaPlace, FacilitatorNote, Module
from taikun_build.reading import read_curriculum
from taikun_build.sheets.guide import guide_data
from taikun_build.sheets.parts import Imprint
from taikun_build.sheets.room import SIZES, flow, size_for, text_of
from taikun_build.sheets.slides import deck_data
from taikun_build.site.audit import facilitator_sentences
from taikun_build.site.kit import Deck
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources


def decks_of(curriculum: Curriculum, start: int | None = None) -> Iterator[tuple[Deck, Mapping[str, Any], Imprint]]:
    """Each module's plan, its slides, and what they were made with."""
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    references = reference_lists(curriculum.references)
    imprint = Imprint(plan.settings.title, plan.shown, references, cache(load_catalogue), start, address=plan.address)
    for document in plan.documents:
        if isinstance(document.sheet, Deck):
            yield document.sheet, deck_data(document.sheet, imprint), imprint


Made = tuple[Deck, Mapping[str, Any], Imprint]


@pytest.fixture(scope="module")
def real() -> list[Made]:
    """The slides of the working tree's curriculum, from half past nine."""
    found, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert found is not None
    return list(decks_of(found, 570))


@pytest.fixture(scope="module")
def tvil(curriculum: Curriculum) -> list[Mapping[str, Any]]:
    """The slides of the example's first module, from half past nine."""
    return next(data["slides"] for deck, data, _ in decks_of(curriculum, 570) if deck.module.meta.id == "tvil")


def slides_of(data: Mapping[str, Any], *kinds: str) -> list[Mapping[str, Any]]:
    return [slide for slide in data["slides"] if slide["kind"] in kinds]


def test_activities_minutes_and_clock_times_are_those_of_the_run_sheet(real: list[Made]) -> None:
    assert len(real) >= 6
    for deck, data, imprint in real:
        shown = [
            (
                slide["activity"],
                slide["heading"],
                slide["number"] or None,
                slide["minutes"],
                slide["start"],
                slide["end"],
            )
            for slide in slides_of(data, "activity", "break")
        ]
        listed = [row for slide in slides_of(data, "programme") for row in slide["rows"]]
        back = [slide["back_at"] for slide in slides_of(data, "break")]
        for form in deck.module.meta.format:
            rows = run_sheet(deck.module, form)
            assert shown == [(row.id, row.title, row.number, row.minutes, row.start, row.end) for row in rows]
        for lesson in deck.lessons:
            guide = guide_data(lesson, imprint)["run_sheet"]
            assert [(row["clock"], row["title"]) for row in listed] == [(row["start"], row["title"]) for row in guide]
            assert back == [row["end"] for row in guide if row["is_break"]]


def test_every_dilemma_that_is_placed_is_shown_in_its_place(real: list[Made]) -> None:
    for deck, data, _ in real:
        placed = [part.dilemma for part in deck.module.parts() if isinstance(part, DilemmaPlace)]
        shown = list(dict.fromkeys(slide["dilemma"] for slide in slides_of(data, "dilemma")))
        assert shown == placed
        titles = {dilemma.id: dilemma.title for dilemma in deck.module.meta.dilemmas}
        questions = list(dict.fromkeys(slide["heading"] for slide in slides_of(data, "questions")))
        assert questions == [titles[dilemma] for dilemma in placed]


def test_no_slide_lacks_notes_and_nothing_for_the_facilitator_is_left_out_or_shown(real: list[Made]) -> None:
    for deck, data, _ in real:
        assert [slide["heading"] for slide in data["slides"] if not slide["notes"]] == []
        notes = _folded([slide["notes"] for slide in data["slides"]])
        seen = _folded([{**slide, "notes": []} for slide in data["slides"]])
        for sentence in facilitator_sentences(deck.module):
            assert _folded(sentence) in notes, sentence
            assert _folded(sentence) not in seen, sentence
        assert len(_notes_in(deck.module)) > 5


def test_the_slides_come_in_the_order_of_the_session(tvil: list[Mapping[str, Any]]) -> None:
    assert [(slide["kind"], slide["heading"], slide["minutes"]) for slide in tvil] == [
        ("title", "Å stå i tvil", 0),
        ("programme", "Program", 0),
        ("outcomes", "Læringsutbytte", 0),
        ("activity", "Innsjekk", 10),
        ("activity", "Dilemmaet", 35),
        ("dilemma", "Svaret i skranken", 0),
        ("questions", "Svaret i skranken", 10),
        ("reflection", "Tenk etter", 0),
        ("break", "Pause", 5),
        ("activity", "Utsjekk", 10),
        ("key-points", "Ta med deg", 0),
        ("sources", "Kilder", 0),
    ]


def test_a_task_is_what_the_participants_do_and_its_notes_tell_what_differs_between_formats(
    tvil: list[Mapping[str, Any]],
) -> None:
    slide = tvil[3]
    assert text_of(slide["nodes"][0]) == "Sier navnet sitt og et spørsmål de har fått."
    assert [(note["title"], note["form"]) for note in slide["notes"]] == [
        ("Du gjør og sier", ""),
        ("Hensikt", ""),
        ("Til deg som leder", ""),
        ("Slik gjør dere det", "physical"),
        ("Slik gjør dere det", "digital"),
        ("Slik gjør dere det", "hybrid"),
        ("Utstyr", "physical"),
        ("Utstyr", "digital"),
        ("Utstyr", "hybrid"),
        ("Plan B", ""),
    ]
    equipment = [note for note in tvil[4]["notes"] if note["title"] == "Utstyr"]
    assert [(note["form"], _folded(note["nodes"]).count("Situasjonenpåark")) for note in equipment] == [("", 1)]


def test_a_task_that_nobody_wrote_is_told_by_the_purpose(content: Mapping[str, bytes]) -> None:
    path = "curriculum/modules/etikk/tvil.md"
    without = content[path].replace("    participants: Sier én ting hver.\n".encode(), b"")
    found, _ = read_curriculum(MemorySources({**content, path: without}))
    assert found is not None
    data = next(data for deck, data, _ in decks_of(found) if deck.module.meta.id == "tvil")
    assert text_of(slides_of(data, "activity")[-1]["nodes"][0]) == "Alle tar noe med seg."


def test_notes_of_the_module_s_own_body_go_with_the_slide_before_them(content: Mapping[str, bytes]) -> None:
    path = "curriculum/modules/etikk/tvil.md"
    text = content[path].decode()
    first = text.replace("## Før du begynner", "/// facilitator\n\nFØRST.\n\n///\n\n## Før du begynner")
    text = first.rstrip() + "\n\n/// facilitator\n\nSIST.\n\n///\n"
    found, _ = read_curriculum(MemorySources({**content, path: text.encode()}))
    assert found is not None
    data = next(data for deck, data, _ in decks_of(found) if deck.module.meta.id == "tvil")
    for mark, kinds in (("FØRST", ["outcomes"]), ("SIST", ["key-points"])):
        assert [slide["kind"] for slide in data["slides"] if mark in _folded(slide["notes"])] == kinds


def test_sources_stand_there_by_names_and_year_and_the_address_where_the_site_has_one(
    real: list[Made], curriculum: Curriculum
) -> None:
    ethics = next(data for deck, data, _ in real if deck.module.meta.id == "etiske-dilemma-i-rettleiing")
    (sources,) = slides_of(ethics, "sources")
    short = text_of(sources["nodes"][0]).split(" · ")
    assert {"Gray og Suri (2019)", "Liang mfl. (2023)", "Digitaliseringsdirektoratet (u.å.)", "UNRIC (2025)"} <= {
        *short
    }
    assert sources["address"] == ""
    example = next(data for deck, data, _ in decks_of(curriculum) if deck.module.meta.id == "tvil")
    assert slides_of(example, "sources")[-1]["address"] == "https://example.org/taikun/draft/moduler/tvil/"


def test_a_long_list_is_divided_between_its_items_and_keeps_its_numbers() -> None:
    items = [f"Punkt {number} " + "ord " * 20 for number in range(1, 15)]
    pages = list(flow([{"t": "ol", "c": [{"t": "li", "c": [item]} for item in items]}], 34))
    assert len(pages) > 1
    assert [text_of(item) for _, page in pages for part in page for item in part["c"]] == items
    starts = [page[0].get("start", 1) for _, page in pages]
    counts = [len(page[0]["c"]) for _, page in pages]
    assert starts == [1 + sum(counts[:number]) for number in range(len(counts))]
    assert max(counts) - min(counts) <= 2


def test_a_long_paragraph_is_divided_between_sentences_and_a_short_one_is_not() -> None:
    sentences = [f"Setning {number} sier noe som er verdt å høre." for number in range(40)]
    pages = list(flow([{"t": "p", "c": [" ".join(sentences)]}], 34))
    assert len(pages) > 1
    assert " ".join(text_of(part) for _, page in pages for part in page) == " ".join(sentences)
    assert all(len(page) == 1 for _, page in pages)
    short = [{"t": "p", "c": [" ".join(sentences[:5])]}]
    assert list(flow(short, 34)) == [(size_for(short, 34), short)]


@given(lengths=st.lists(st.integers(1, 300), min_size=1, max_size=30), room=st.floats(10, 40))
def test_no_word_is_lost_and_letters_are_never_too_small(lengths: list[int], room: float) -> None:
    nodes = [{"t": "ul", "c": [{"t": "li", "c": ["x" * length]} for length in lengths]}]
    pages = list(flow(nodes, room))
    assert "".join(text_of(part) for _, page in pages for part in page) == "x" * sum(lengths)
    assert {size for size, _ in pages} <= SIZES.keys()
    crowded = [page for _, page in pages if size_for(page, room) is None]
    assert all(len(page[0]["c"]) == 1 for page in crowded)


def _notes_in(module: Module) -> list[FacilitatorNote]:
    return [part for part in module.parts() if isinstance(part, FacilitatorNote)]


def _folded(data: Any) -> str:
    """All the text of some data without white space, so that how it is divided makes no difference."""

    def texts(value: Any) -> Iterator[str]:
        match value:
            case str():
                yield value
            case Mapping() if "t" in value:
                yield text_of(value)
            case Mapping():
                yield from (text for inner in value.values() for text in texts(inner))
            case list():
                yield from (text for inner in value for text in texts(inner))

    return "".join("".join(texts(data)).split())
