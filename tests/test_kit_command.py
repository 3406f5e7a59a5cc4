"""`taikun guide` as a trainer meets it: the right files, the right times, the library's own box, and clear refusals."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import page as page_validation
import pytest
from pypdf import PdfReader
from support import run_git
from test_cli import taikun

PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages)


def test_a_librarys_own_guide_begins_at_a_chosen_time_and_leaves_the_curriculum_alone(project: Path) -> None:
    asked = ("guide", "tvil", "--format", "hybrid", "--start", "9.55", "--institution", "eksempelbiblioteket")
    done = taikun(project, *asked)
    assert (done.returncode, done.stderr) == (0, "")
    assert "utskrift/guides/tvil-hybrid.pdf\n" in done.stdout
    assert "utskrift/deltakerark/tvil-hybrid.pdf\n" in done.stdout
    assert "finne" not in done.stdout
    assert "physical" not in done.stdout
    assert run_git(project, "status", "--porcelain", "curriculum", "institutions") == ""
    guide = (project / "utskrift/guides/tvil-hybrid.pdf").read_bytes()
    text = text_of(guide)
    for words in (
        *("9.55–10.05", "10.05–10.40", "10.40–10.45", "10.45–10.55"),
        "Hos oss: Eksempelbiblioteket",
        "Spør fagansvarlig for KI på personalrommet.",
        "Prøveroboten: Utkast og idéarbeid Ikke til: Opplysninger om lånere",
        "(https://example.org/retningslinjer/ki)",
    ):
        assert words in text, words
    assert all(page_validation.validate_pdf_bytes(guide, profile=profile).is_compliant for profile in PROFILES)
    written = docx.Document(str(project / "utskrift/guides/tvil-hybrid.docx"))
    lines = [paragraph.text for paragraph in written.paragraphs]
    assert "Hos oss: Eksempelbiblioteket" in lines
    assert "Prøveroboten: Utkast og idéarbeid (Ikke til: Opplysninger om lånere)" in lines
    assert [shape._inline.docPr.get("descr") for shape in written.inline_shapes] == ["Eksempelbiblioteket"]
    slides = (project / "utskrift/lysbilder/tvil.html").read_text(encoding="utf-8")
    assert "<p>Spør fagansvarlig for KI på personalrommet.</p>" in slides
    assert 'data-start="595"' in slides
    used = set(re.findall(r'(?:src|href)="\.\./(assets/[^"]+)"', slides))
    assert used
    assert all((project / "utskrift" / path).is_file() for path in used)
    sheet = text_of((project / "utskrift/deltakerark/tvil-hybrid.pdf").read_bytes())
    assert "Hos oss: Eksempelbiblioteket" in sheet
    assert "HEMMELIG" not in sheet
    assert taikun(project, *asked).returncode == 0
    assert (project / "utskrift/guides/tvil-hybrid.pdf").read_bytes() == guide


def test_without_a_library_and_a_start_the_times_count_from_the_start(project: Path) -> None:
    done = taikun(project, "guide", "finne", "--output", "mappe")
    assert done.returncode == 0
    text = text_of((project / "mappe/guides/finne-digital.pdf").read_bytes())
    assert "0.00–0.30" in text
    assert "Hos oss" not in text


def test_of_all_modules_those_that_are_not_made_for_the_format_are_passed_over(project: Path) -> None:
    done = taikun(project, "guide", "--format", "physical")
    assert (done.returncode, done.stderr) == (0, "")
    assert "utskrift/guides/tvil-physical.pdf\n" in done.stdout
    assert "finne" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("tvill",), "Det finnes ingen modul «tvill». Mente du «tvil»?"),
        (("finne", "--format", "physical"), "«finne» er ikke laget for den formen. Den har: digital."),
        (("tvil", "--format", "fysisk"), "«--format» må være en av disse: physical, digital, hybrid."),
        (
            ("tvil", "--start", "25.00"),
            "«25.00» er ikke et klokkeslett. Skriv det som 09:30. Se `taikun guide --help`.",
        ),
        (
            ("tvil", "--institution", "eksempel"),
            "Det finnes ingen fil institutions/eksempel.yml. Bibliotek der: eksempelbiblioteket.",
        ),
    ],
)
def test_a_mistake_in_the_command_is_told_in_one_sentence(
    project: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = taikun(project, "guide", *arguments)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", sentence)
    assert not (project / "utskrift").exists()


def test_with_errors_in_the_content_nothing_is_made(project: Path) -> None:
    path = project / "institutions" / "eksempelbiblioteket.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("logo.png", "vaapen.png"), encoding="utf-8")
    done = taikun(project, "guide", "tvil")
    assert (done.returncode, done.stderr) == (1, "Ingenting ble laget.\n")
    assert "[institution-logo]" in done.stdout
    assert not (project / "utskrift").exists()


def test_a_folder_that_cannot_be_written_in_is_told(project: Path) -> None:
    (project / "opptatt").write_text("", encoding="utf-8")
    done = taikun(project, "guide", "tvil", "--output", "opptatt")
    assert done.returncode == 2
