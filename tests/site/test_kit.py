"""Which files the trainer's kit consists of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.site.audiences import ReaderDilemma
from taikun_build.site.kit import DilemmaCards
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

TVIL, FINNE = "curriculum/modules/etikk/tvil.md", "curriculum/modules/sok/finne.md"


def planned(curriculum: Curriculum) -> list[str]:
    return [document.path for document in plan_site(published_part(curriculum), draft_of_the_tree()).documents]


def read(content: Mapping[str, bytes]) -> Curriculum:
    found, _ = read_curriculum(MemorySources(content))
    assert found is not None
    return found


def test_there_are_a_guide_and_a_sheet_for_each_format_cards_for_the_dilemmas_and_one_workshop(
    curriculum: Curriculum,
) -> None:
    lessons = ("tvil-physical", "tvil-digital", "tvil-hybrid", "finne-digital")
    of_lessons = [
        f"{folder}/{name}.{kind}"
        for name in lessons
        for folder in ("guides", "deltakerark")
        for kind in ("pdf", "docx")
    ]
    of_tvil, of_finne = of_lessons[:12], of_lessons[12:]
    assert planned(curriculum) == [
        *of_tvil,
        "lysbilder/tvil.html",
        "dilemmakort/tvil.pdf",
        "evaluering/tvil-nb.pdf",
        "evaluering/tvil-nn.pdf",
        *of_finne,
        "lysbilder/finne.html",
        "evaluering/finne-nb.pdf",
        "evaluering/finne-nn.pdf",
        "guides/kursdager/fagdag.pdf",
        "guides/kursdager/samling.pdf",
        "dilemmakort/alle.pdf",
        "guides/framtidsverksted.pdf",
    ]


def test_without_futures_there_is_no_workshop(content: Mapping[str, bytes]) -> None:
    without = {path: data for path, data in content.items() if path != "curriculum/futures.yml"}
    assert [path for path in planned(read(without)) if "framtid" in path] == []


def test_without_dilemmas_there_are_no_cards(content: Mapping[str, bytes]) -> None:
    without = {path: data for path, data in content.items() if path != TVIL}
    paths = planned(read(without))
    assert "guides/finne-digital.pdf" in paths
    assert [path for path in paths if path.startswith("dilemmakort/")] == []


def test_all_dilemmas_come_in_the_order_of_the_themes_not_of_the_files(content: Mapping[str, bytes]) -> None:
    last = content[TVIL].replace(b"\nid: tvil\n", b"\nid: annen\n").replace(b"theme: etikk", b"theme: sok")
    first = content[TVIL].replace(b"\nid: tvil\n", b"\nid: zebra\n")
    files = {**content, "curriculum/modules/etikk/zebra.md": first, "curriculum/modules/sok/annen.md": last}
    plan = plan_site(published_part(read(files)), draft_of_the_tree())
    decks = {one.path: one.sheet for one in plan.documents if isinstance(one.sheet, DilemmaCards)}
    assert [[module.id for _, module in deck.cards] for deck in decks.values()] == [
        ["tvil"],
        ["zebra"],
        ["annen"],
        ["tvil", "zebra", "annen"],
    ]


def test_a_card_has_nowhere_to_hold_a_hint() -> None:
    assert [field.name for field in fields(ReaderDilemma) if "hint" in field.name] == []
