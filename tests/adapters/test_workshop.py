"""The scenario workshop on paper: pages for the one who leads, a poster, the futures as cards, a worksheet."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import page as page_validation
import pytest
from pypdf import PdfReader
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.futures import FuturesPage, futures_of
from taikun_build.site.plan import draft_of_the_tree
from taikun_build.sources import MemorySources

FILE = "curriculum/futures.yml"
PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("fonts"))


def axes_of(curriculum: Curriculum) -> FuturesPage:
    assert curriculum.futures is not None
    return futures_of(curriculum.futures.meta)


def printed(curriculum: Curriculum, press: Press, start: int | None = None) -> bytes:
    references = reference_lists(curriculum.references)
    imprint = Imprint("Eksempel", draft_of_the_tree(), references, load_catalogue, start)
    return press.print(layout(axes_of(curriculum), imprint), 1_000_000_000)


def pages(pdf: bytes) -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages]


def test_each_step_follows_the_one_before(curriculum: Curriculum) -> None:
    assert [(step.title, begins, ends) for step, begins, ends in axes_of(curriculum).run_sheet] == [
        ("Les", 0, 5),
        ("Snakk", 5, 30),
    ]


def test_what_is_printed_for_the_group_stands_on_pages_of_its_own(curriculum: Curriculum, press: Press) -> None:
    led, told, poster, upper, lower, worksheet = pages(printed(curriculum, press))
    assert "0.00–0.05 5 Les Les dei fire. 0.05–0.30 25 Snakk Snakk om dei." in led + told
    assert "3 Plakat med dei to aksane Éin, helst på A3" in led + told
    assert "4–5 Dei fire framtidene" in led + told
    assert "6 Arbeidsark Eitt til kvar gruppe" in led + told
    assert "Aksane er henta frå Berg. Resten er vårt eige." in led + told
    for text in (
        "Låg fart",
        "Høg fart",
        "Lite ro",
        "Mykje ro",
        "Kor fort går det?",
        "Hagen",
        "Toget",
        "Køen",
        "Basaren",
    ):
        assert text in poster
    assert upper.index("Hagen") < upper.index("Toget")
    assert lower.index("Køen") < lower.index("Basaren")
    for text in ("Alt veks sakte.", "Lange pausar", "Kva veks?"):
        assert text in upper
    for text in ("Framtida vår heiter", "Dette ser vi i 2040", "Dette gjer vi", "Kven", "Innan når"):
        assert text in worksheet


def test_from_a_chosen_start_the_times_are_those_of_the_clock(curriculum: Curriculum, press: Press) -> None:
    led = " ".join(pages(printed(curriculum, press, start=9 * 60 + 45)))
    assert "9.45–9.50" in led
    assert "9.50–10.15" in led


def test_a_future_that_is_too_long_for_a_card_gets_pages_of_its_own(content: Mapping[str, bytes], press: Press) -> None:
    story = "Alt veks sakte. " * 400
    found, _ = read_curriculum(
        MemorySources({**content, FILE: content[FILE].replace(b"Alt veks sakte.", story.encode())})
    )
    assert found is not None
    pdf = printed(found, press)
    assert " ".join(pages(pdf)).count("Alt veks sakte.") == 400
    assert all(page_validation.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in PROFILES)


def test_the_real_one_keeps_both_standards_has_even_pages_and_the_same_bytes_every_time(
    press: Press, tmp_path: Path
) -> None:
    real, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert real is not None
    pdf = printed(real, press)
    assert all(page_validation.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in PROFILES)
    assert len(pages(pdf)) == 6
    assert printed(real, Press(tmp_path / "fonts")) == pdf
    everything = "".join("".join(pages(pdf)).split())
    for _, corners in axes_of(real).rows:
        for corner in corners:
            told = (corner.future.name, corner.future.story, *corner.future.signs, *corner.future.questions)
            assert [text for text in told if "".join(text.split()) not in everything] == []
