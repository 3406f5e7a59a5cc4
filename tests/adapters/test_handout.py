"""The participants' sheet on paper: what is done in one format, room to write, and not much paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.kit import Handout
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.vocabulary import Format

MOST_PAGES = 6
"""Three sheets of paper."""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("fonts"))


def handouts(curriculum: Curriculum) -> list[Handout]:
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    printed = [document.sheet for document in plan.documents if document.path.endswith(".pdf")]
    return [sheet for sheet in printed if isinstance(sheet, Handout)]


def printed(sheet: Handout, curriculum: Curriculum, press: Press) -> PdfReader:
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), load_catalogue)
    return PdfReader(io.BytesIO(press.print(layout(sheet, imprint), 1_000_000_000)))


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)


def test_it_tells_what_is_done_in_its_own_format_in_order_with_room_to_write(
    curriculum: Curriculum, press: Press
) -> None:
    (sheet,) = (one for one in handouts(curriculum) if one.module.id == "tvil" and one.form is Format.PHYSICAL)
    text = text_of(printed(sheet, curriculum, press))
    wanted = [
        "Å stå i tvil",
        "Læringsutbytte",
        "Program",
        "Stå i ring",
        "Egne notater",
        "Dette tar jeg med meg",
        "Kilder",
    ]
    assert sorted(wanted, key=text.index) == wanted
    assert "chatten" not in text
    assert "HEMMELIG" not in text


def test_the_programme_has_numbered_activities_breaks_and_minutes(curriculum: Curriculum, press: Press) -> None:
    (sheet,) = (one for one in handouts(curriculum) if one.module.id == "tvil" and one.form is Format.HYBRID)
    text = text_of(printed(sheet, curriculum, press))
    assert "Nr. Aktivitet Min. 1 " in text
    assert " Pause 5 3 " in text


@pytest.fixture(scope="module")
def real() -> Curriculum:
    found, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert found is not None
    return found


@pytest.mark.parametrize("form", Format)
def test_every_real_sheet_has_room_on_three_sheets_of_paper(form: Format, real: Curriculum, press: Press) -> None:
    pages = {sheet.module.id: len(printed(sheet, real, press).pages) for sheet in handouts(real) if sheet.form is form}
    assert pages
    assert {name: count for name, count in pages.items() if count > MOST_PAGES} == {}


def test_the_same_sheet_gives_the_same_bytes(curriculum: Curriculum, press: Press, tmp_path: Path) -> None:
    sheet = handouts(curriculum)[0]
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), load_catalogue)
    made = layout(sheet, imprint)
    assert press.print(made, 1) == Press(tmp_path / "fonts").print(made, 1)
