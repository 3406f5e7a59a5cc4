"""Dilemma cards on paper: four to a sheet, each back behind its front, every word there and none of it too small."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from printed import Piece, pieces
from pydantic import ValidationError
from pypdf import PdfReader
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.model import Curriculum, Dilemma, Perspective
from taikun_build.reading import read_curriculum
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.kit import DilemmaCards
from taikun_build.site.pages import ALL_DILEMMA_CARDS
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.vocabulary import Language, Sensitivity

STRIP, WIDTH, HEIGHT = 9, 96, 139.5
"""In millimetres: what is cut off all around, and the cards."""
SMALLEST = 8.5
"""In points."""
PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


def card_of(one: Piece) -> tuple[int, int] | None:
    """The row and the column of the card that a piece of text stands on; none in the strip."""
    x, y = one.x - STRIP, one.y - STRIP
    return (int(y // HEIGHT), int(x // WIDTH)) if 0 <= x < 2 * WIDTH and 0 <= y < 2 * HEIGHT else None


def words(text: str) -> str:
    """A text without what differs when its lines are broken elsewhere."""
    return "".join(text.split())


def text_of(pdf: PdfReader) -> str:
    return words("".join(sheet.extract_text() for sheet in pdf.pages))


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def real() -> Curriculum:
    found, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert found is not None
    return found


@pytest.fixture
def module(curriculum: Curriculum) -> ReaderModule:
    """The reader's part of the example's first module."""
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    decks = [document.sheet for document in plan.documents if isinstance(document.sheet, DilemmaCards)]
    return decks[0].cards[0][1]


def printed(deck: DilemmaCards, press: Press, curriculum: Curriculum) -> bytes:
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), load_catalogue)
    return press.print(layout(deck, imprint), 1_000_000_000)


def deck_of(dilemmas: Iterator[ReaderDilemma], module: ReaderModule) -> DilemmaCards:
    return DilemmaCards("Prøve", Language.NB, tuple((dilemma, module) for dilemma in dilemmas))


def numbered(module: ReaderModule, count: int) -> Iterator[ReaderDilemma]:
    (dilemma,) = module.dilemmas.values()
    return (replace(dilemma, title=f"Sak {number}") for number in range(1, count + 1))


@pytest.mark.parametrize(("count", "pages"), [(1, 2), (4, 2), (5, 4), (8, 4), (9, 6)])
def test_there_is_a_page_of_backs_for_each_page_of_at_most_four_fronts(
    count: int, pages: int, module: ReaderModule, press: Press, curriculum: Curriculum
) -> None:
    pdf = PdfReader(io.BytesIO(printed(deck_of(numbered(module, count), module), press, curriculum)))
    assert len(pdf.pages) == pages


def test_each_back_lies_behind_its_front_when_the_paper_is_flipped_on_its_long_edge(
    module: ReaderModule, press: Press, curriculum: Curriculum
) -> None:
    pdf = PdfReader(io.BytesIO(printed(deck_of(numbered(module, 6), module), press, curriculum)))
    titles = [{one.text: card_of(one) for one in pieces(sheet) if one.text.startswith("Sak")} for sheet in pdf.pages]
    assert titles == [
        {"Sak 1": (0, 0), "Sak 2": (0, 1), "Sak 3": (1, 0), "Sak 4": (1, 1)},
        {"Sak 1": (0, 1), "Sak 2": (0, 0), "Sak 3": (1, 1), "Sak 4": (1, 0)},
        {"Sak 5": (0, 0), "Sak 6": (0, 1)},
        {"Sak 5": (0, 1), "Sak 6": (0, 0)},
    ]


def test_a_front_asks_nothing_and_a_back_tells_no_story(
    module: ReaderModule, press: Press, curriculum: Curriculum
) -> None:
    (dilemma,) = module.dilemmas.values()
    pdf = PdfReader(io.BytesIO(printed(deck_of(numbered(module, 1), module), press, curriculum)))
    front, back = (words(sheet.extract_text()) for sheet in pdf.pages)
    own = [words(text) for text in (dilemma.situation, *dilemma.values, "Lite følsomt tema")]
    asked = [words(text) for text in (*dilemma.questions, "10 minutter", f"Versjon {module.version}", "Arbeidsutkast")]
    assert [text in front for text in own] == [True] * len(own)
    assert [text in back for text in asked] == [True] * len(asked)
    assert [text for text in own if text in back] + [text for text in asked if text in front] == []
    assert words(module.title) in front
    assert words(module.title) in back


def test_how_to_print_stands_where_it_is_cut_off(module: ReaderModule, press: Press, curriculum: Curriculum) -> None:
    pdf = PdfReader(io.BytesIO(printed(deck_of(numbered(module, 1), module), press, curriculum)))
    fronts, backs = pdf.pages
    assert [one.text for one in pieces(fronts) if card_of(one) is None] == [
        "Skriv ut på begge sider, snu på langsida.",
        "Skriv ut i 100 prosent. Klipp ved merkene.",
    ]
    assert [one for one in pieces(backs) if card_of(one) is None] == []


def test_bookmarks_lead_to_the_fronts_alone(module: ReaderModule, press: Press, curriculum: Curriculum) -> None:
    pdf = PdfReader(io.BytesIO(printed(deck_of(numbered(module, 5), module), press, curriculum)))
    found = [(mark.title, pdf.get_destination_page_number(mark)) for mark in pdf.outline]  # type: ignore[union-attr, arg-type]
    assert found == [("Sak 1", 0), ("Sak 2", 0), ("Sak 3", 0), ("Sak 4", 0), ("Sak 5", 2)]


def filled(length: int, sentence: str = "Retten til å bli hørt i saker som gjelder egen arbeidsplass. ") -> str:
    """A text of just so many characters."""
    return (sentence * length)[: length - 1] + "."


LONGEST = Dilemma(
    id="lang",
    title=filled(90),
    situation=filled(1000),
    values=(filled(60),) * 4,
    perspectives=(Perspective(role="Veilederen", view="Vil ha framdrift, og vet ikke at spørsmålet er stilt."),) * 4,
    questions=(filled(240),) * 5,
    facilitator_hint="Vent.",
    minutes=120,
    sensitivity=Sensitivity.HIGH,
)
"""Every text of its front and every question is as long as it may be."""


def for_reader(dilemma: Dilemma, questions: tuple[str, ...]) -> ReaderDilemma:
    return ReaderDilemma(
        dilemma.id,
        dilemma.title,
        dilemma.situation,
        dilemma.values,
        dilemma.perspectives,
        questions,
        dilemma.minutes,
        dilemma.sensitivity,
        None,
    )


@pytest.mark.parametrize(
    "longer",
    [
        {"title": filled(91)},
        {"situation": filled(1001)},
        {"values": [filled(61), "Ro"]},
        {"questions": [filled(241), "Hva?", "Hvem?"]},
    ],
    ids=["title", "situation", "value", "question"],
)
def test_no_text_of_a_card_may_be_longer(longer: Mapping[str, Any]) -> None:
    with pytest.raises(ValidationError, match="string_too_long"):
        Dilemma.model_validate({**LONGEST.model_dump(exclude={"source"}), **longer})


def test_the_longest_dilemma_that_an_author_may_write_has_room(
    module: ReaderModule, press: Press, curriculum: Curriculum
) -> None:
    module = replace(module, title="Et modulnavn som er så langt som et navn får lov til å være " * 2)
    dilemma = for_reader(LONGEST, LONGEST.questions)
    pdf = printed(deck_of(iter([dilemma] * 4), module), press, curriculum)
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 2
    for sheet in reader.pages:
        on_cards = [one for one in pieces(sheet) if one.y > STRIP]
        assert {card_of(one) for one in on_cards} == {(0, 0), (0, 1), (1, 0), (1, 1)}
        assert all((one.y - STRIP) % HEIGHT < HEIGHT - 6 for one in on_cards)
        assert min(one.size for one in on_cards) >= SMALLEST
    assert all(page_validation.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in PROFILES)


def test_perspectives_give_way_where_the_questions_need_the_room(
    module: ReaderModule, press: Press, curriculum: Curriculum
) -> None:
    few, many = (for_reader(LONGEST, questions) for questions in (("Hva nå?",) * 3, LONGEST.questions))
    back, crowded = (
        PdfReader(io.BytesIO(printed(deck_of(iter([one]), module), press, curriculum))).pages[1].extract_text()
        for one in (few, many)
    )
    assert "Veilederen" in back
    assert "Veilederen" not in crowded


def test_all_words_of_all_real_dilemmas_are_on_their_cards_and_none_is_too_small(
    real: Curriculum, press: Press
) -> None:
    plan = plan_site(real, draft_of_the_tree())
    decks: Mapping[str, DilemmaCards] = {
        document.path: document.sheet for document in plan.documents if isinstance(document.sheet, DilemmaCards)
    }
    for deck in decks.values():
        pdf = PdfReader(io.BytesIO(printed(deck, press, real)))
        everything = text_of(pdf)
        for dilemma, module in deck.cards:
            views = (text for one in dilemma.perspectives for text in (one.role, one.view))
            told = (dilemma.title, dilemma.situation, *dilemma.values, *dilemma.questions, *views, module.title)
            assert [text for text in told if words(text) not in everything] == []
        found = [one for sheet in pdf.pages for one in pieces(sheet)]
        assert min(one.size for one in found) >= SMALLEST
        assert all((one.y - STRIP) % HEIGHT < HEIGHT - 6 for one in found if card_of(one))
        assert len(pdf.pages) == 2 * -(-len(deck.cards) // 4)
    assert [d.id for d, _ in decks[ALL_DILEMMA_CARDS].cards] == [
        dilemma.id
        for theme in real.settings.themes
        for module in real.modules
        if module.meta.theme == theme.id
        for dilemma in module.meta.dilemmas
    ]


def test_the_same_deck_gives_the_same_bytes(
    module: ReaderModule, press: Press, curriculum: Curriculum, tmp_path: Path
) -> None:
    deck = deck_of(numbered(module, 5), module)
    assert printed(deck, press, curriculum) == printed(deck, Press(tmp_path / "fonts"), curriculum)
