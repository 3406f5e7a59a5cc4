"""The sheets as PDF: both standards, the same bytes every time, the fonts inside, the text right."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import page as page_validation
import pytest
from PIL import Image
from pypdf import PdfReader

from taikun_build.adapters.disk import load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.metadata import CARD_SIZE
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.sheets import Layout, layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


def layouts(curriculum: Curriculum) -> list[Layout]:
    """All sheets of a curriculum, ready for the press."""
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    imprint = Imprint("Eksempel", plan.shown, reference_lists(curriculum.references), load_catalogue)
    return [layout(document.sheet, imprint) for document in plan.documents if document.path.endswith(".pdf")]


@pytest.fixture(scope="module")
def data(curriculum: Curriculum) -> list[Layout]:
    return layouts(curriculum)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def pdfs(data: list[Layout], press: Press) -> list[bytes]:
    return [press.print(guide, 1_000_000_000) for guide in data]


@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_every_sheet_keeps_both_standards(pdfs: list[bytes], profile: page_validation.ValidationProfile) -> None:
    for pdf in pdfs:
        report = page_validation.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, report


def test_the_same_data_and_time_give_the_same_bytes(
    data: list[Layout], pdfs: list[bytes], press: Press, tmp_path: Path
) -> None:
    assert Press(tmp_path / "elsewhere").print(data[0], 1_000_000_000) == pdfs[0]
    assert press.print(data[0], 1_000_000_001) != pdfs[0]


def test_the_text_is_there_in_reading_order_with_title_and_language(pdfs: list[bytes]) -> None:
    reader = PdfReader(io.BytesIO(pdfs[0]))
    assert reader.metadata is not None
    assert "Å stå i tvil" in str(reader.metadata.title)
    assert str(reader.root_object["/Lang"]) == "nb"
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    wanted = [
        "Å stå i tvil",
        "HEMMELIG OVERSIKT",
        "HEMMELIG FORBEREDELSE",
        "Stå i ring",
        "HEMMELIG NOTAT",
        "HEMMELIG FALLGRUVE",
    ]
    assert sorted(wanted, key=text.index) == wanted
    assert "Ta runden i chatten" not in text
    assert len(reader.outline) > 3


def test_only_the_fonts_that_come_with_the_program_are_used(pdfs: list[bytes]) -> None:
    for pdf in pdfs:
        for sheet in PdfReader(io.BytesIO(pdf)).pages:
            for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
                assert any(name in str(font.get_object()["/BaseFont"]) for name in ("SourceS", "DejaVuSansMono"))


def test_the_few_tags_that_text_may_hold_are_printed(content: Mapping[str, bytes], press: Press) -> None:
    path = "curriculum/modules/etikk/tvil.md"
    new = (
        'Si <span lang="en">retrieval</span>, <q lang="en">a quote</q>, <kbd>Ctrl</kbd>, H<sub>2</sub>O, m<sup>2</sup>,'
        ' <abbr title="kunstig intelligens">KI</abbr>.<br>Takk.'
    )
    found, problems = read_curriculum(
        MemorySources({**content, path: content[path].replace(b"Si \xc3\xa9n ting.", new.encode())})
    )
    assert found is not None
    assert problems == ()
    pdf = press.print(layouts(found)[0], 1_000_000_000)
    assert all(page_validation.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in PROFILES)
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages)
    assert "Si retrieval, «a quote»," in text
    assert "H2O, m2, KI. Takk." in text


def test_a_picture_for_those_who_share_a_page_has_its_size_and_the_same_bytes_every_time(press: Press) -> None:
    card = {"title": "Å finne fram <i> & «søke»", "line": "Søk", "language": "nn", "site": "Eksempel"}
    png = press.picture(card)
    assert Image.open(io.BytesIO(png)).size == CARD_SIZE
    assert press.picture(dict(reversed(card.items()))) == png
    assert press.picture({**card, "title": "Noe annet"}) != png
