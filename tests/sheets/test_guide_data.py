"""A guide as data: the right format, the right times, and nothing for the template to decide."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from taikun_build.bibliography import reference_lists
from taikun_build.catalogue import Catalogue
from taikun_build.editions import published_part
from taikun_build.lessons import Lesson
from taikun_build.model import Curriculum
from taikun_build.prose import Element
from taikun_build.sheets.guide import guide_data
from taikun_build.sheets.nodes import nodes, paragraphs
from taikun_build.sheets.parts import Imprint
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.vocabulary import Format


def guides_from(curriculum: Curriculum, nb: Catalogue, start: int | None) -> Mapping[str, Mapping[str, Any]]:
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    imprint = Imprint("Eksempel", plan.shown, reference_lists(curriculum.references), lambda _language: nb, start)
    lessons = ((one.path, one.sheet) for one in plan.documents if one.path.endswith(".pdf"))
    return {path: guide_data(sheet, imprint) for path, sheet in lessons if isinstance(sheet, Lesson)}


@pytest.fixture
def guides(curriculum: Curriculum, nb: Catalogue) -> Mapping[str, Mapping[str, Any]]:
    return guides_from(curriculum, nb, start=None)


@pytest.mark.parametrize(
    ("form", "own", "other"), [("physical", "Stå i ring", "chatten"), ("digital", "chatten", "Stå i ring")]
)
def test_a_guide_has_the_instructions_of_its_format_and_no_other(
    guides: Mapping[str, Mapping[str, Any]], form: str, own: str, other: str
) -> None:
    first = json.dumps(guides[f"guides/tvil-{form}.pdf"]["body"][1], ensure_ascii=False)
    assert own in first
    assert other not in first


def test_the_run_sheet_sums_to_the_duration(guides: Mapping[str, Mapping[str, Any]]) -> None:
    for guide in guides.values():
        rows = guide["run_sheet"]
        assert rows[0]["start"] == "0.00"
        assert all(before["end"] == after["start"] for before, after in pairwise(rows))
        hours, minutes = map(int, rows[-1]["end"].split("."))
        assert hours * 60 + minutes == sum(row["minutes"] for row in rows)


def test_from_a_chosen_start_the_clock_runs_across_the_hour(curriculum: Curriculum, nb: Catalogue) -> None:
    rows = guides_from(curriculum, nb, start=9 * 60 + 30)["guides/tvil-hybrid.pdf"]["run_sheet"]
    assert [(row["start"], row["end"], row["number"]) for row in rows] == [
        ("9.30", "9.40", "1"),
        ("9.40", "10.15", "2"),
        ("10.15", "10.20", ""),
        ("10.20", "10.30", "3"),
    ]


def test_a_row_tells_who_does_what_with_what_and_what_to_do_when_it_fails(
    guides: Mapping[str, Mapping[str, Any]],
) -> None:
    (row, *_) = guides["guides/tvil-physical.pdf"]["run_sheet"]
    assert row["facilitator"].startswith("HEMMELIG ÅPNING")
    assert row["participants"] == "Sier navnet sitt og et spørsmål de har fått."
    assert row["equipment"] == ["Stoler i ring"]
    assert row["plan_b"].startswith("HEMMELIG NØDLØSNING")


def test_a_guide_has_everything_that_is_for_the_facilitator(guides: Mapping[str, Mapping[str, Any]]) -> None:
    text = json.dumps(guides["guides/tvil-hybrid.pdf"], ensure_ascii=False)
    for word in (
        "OVERSIKT",
        "FORBEREDELSE",
        "UNDERVEIS",
        "ETTERPÅ",
        "FALLGRUVE",
        "RESERVEPLAN",
        "HINT",
        "NOTAT",
        "LEDETRÅD",
    ):
        assert f"HEMMELIG {word}" in text, word
    assert guides["guides/tvil-hybrid.pdf"]["equipment"] == ["Rommikrofon"]


def test_links_become_citations_addresses_or_plain_text() -> None:
    tree = (
        Element(
            "p",
            (
                Element("a", ("Berg",), "#kilde-b"),
                Element("a", ("nb",), "https://nb.no"),
                Element("a", ("m",), "../m.md"),
            ),
        ),
        Element("p", (Element("a", ("x",), "javascript:x"), Element("i", ("y",)))),
    )
    assert nodes(tree) == [
        {
            "t": "p",
            "c": [{"t": "cite", "to": "kilde-b", "c": ["Berg"]}, {"t": "a", "href": "https://nb.no", "c": ["nb"]}, "m"],
        },
        {"t": "p", "c": ["x", {"t": "em", "c": ["y"]}]},
    ]


def test_paragraphs_are_divided_by_blank_lines() -> None:
    assert paragraphs("a\nb\n\nc") == ["a b", "c"]


def test_there_is_a_guide_for_each_format(guides: Mapping[str, Mapping[str, Any]]) -> None:
    assert [guide["format"] for guide in guides.values()] == ["Fysisk", "Digitalt", "Hybrid", "Digitalt"]
    assert set(Format) == {"physical", "digital", "hybrid"}
