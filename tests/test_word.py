"""Guide and participants' sheet for a word processor: real styles, the same bytes, nothing of the machine."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from pypdf import PdfReader

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.sheets import Layout, layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources
from taikun_build.word import word_document

MOMENT = 1_700_000_000
TVIL = "curriculum/modules/etikk/tvil.md"


def layouts(curriculum: Curriculum) -> Mapping[str, Layout]:
    """All that is made for word processors of a curriculum, by path."""
    plan = plan_site(curriculum, draft_of_the_tree())
    imprint = Imprint("Eksempel", plan.shown, reference_lists(curriculum.references), cache(load_catalogue))
    return {one.path: layout(one.sheet, imprint) for one in plan.documents if one.path.endswith(".docx")}


@pytest.fixture(scope="module")
def data(curriculum: Curriculum) -> Mapping[str, Layout]:
    return layouts(curriculum)


@pytest.fixture(scope="module")
def made(data: Mapping[str, Layout]) -> Mapping[str, bytes]:
    return {path: word_document(one, MOMENT) for path, one in data.items()}


def opened(document: bytes) -> Document:
    return docx.Document(io.BytesIO(document))


def with_body(one: Layout, *parts: Mapping[str, Any]) -> Document:
    """A sheet whose body is made of parts of the test's own."""
    return opened(word_document(Layout(one.template, {**one.data, "body": list(parts)}), MOMENT))


def test_there_is_one_for_each_format_of_each_module(made: Mapping[str, bytes]) -> None:
    every = ("physical", "digital", "hybrid")
    formats: Mapping[str, tuple[str, ...]] = {"tvil": every, "uferdig": every, "finne": ("digital",)}
    assert set(made) == {
        f"{folder}/{module}-{form}.docx"
        for module, forms in formats.items()
        for form in forms
        for folder in ("guides", "deltakerark")
    }


def test_the_same_data_and_time_give_the_same_bytes(data: Mapping[str, Layout], made: Mapping[str, bytes]) -> None:
    for path, one in data.items():
        assert word_document(Layout(one.template, dict(sorted(one.data.items(), reverse=True))), MOMENT) == made[path]
        assert word_document(one, MOMENT + 2) != made[path]


def test_nothing_of_the_machine_is_in_it(made: Mapping[str, bytes]) -> None:
    for document in made.values():
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
            assert archive.namelist()[0] == "[Content_Types].xml"
            for name in archive.namelist():
                assert b"python" not in archive.read(name).lower(), name
                assert b"rsid" not in archive.read(name), name


def test_it_says_what_it_is(made: Mapping[str, bytes]) -> None:
    about = opened(made["guides/finne-digital.docx"]).core_properties
    assert about.title.startswith("Å finne fram <i> & «søke» – Rettleiing for fasilitatorar, Digitalt, ")
    assert (about.author, about.last_modified_by, about.language) == ("Eksempel", "Eksempel", "nn-NO")
    assert about.comments
    when = datetime.fromtimestamp(MOMENT, UTC)
    assert (about.created, about.modified) == (when, when)


def test_a_property_that_is_too_long_is_cut_and_the_text_is_not(data: Mapping[str, Layout]) -> None:
    one = data["guides/tvil-physical.docx"]
    summary = "ord " * 100 + "slutt."
    document = opened(word_document(Layout(one.template, {**one.data, "summary": summary}), MOMENT))
    assert document.core_properties.comments.endswith("ord …")
    assert summary in [paragraph.text for paragraph in document.paragraphs]


def test_odd_characters_survive(made: Mapping[str, bytes]) -> None:
    document = opened(made["guides/finne-digital.docx"])
    (title,) = (one.text for one in document.paragraphs if one.style is not None and one.style.name == "Title")
    assert title == "Å finne fram <i> & «søke»"
    assert document.sections[0].footer.paragraphs[0].text == "Å finne fram <i> & «søke» · Digitalt"


@pytest.mark.parametrize(
    ("path", "tag", "note"),
    [
        ("guides/tvil-physical.docx", "nb-NO", "Til deg som leder"),
        ("guides/finne-digital.docx", "nn-NO", "Til deg som leier"),
    ],
)
def test_it_has_the_language_of_the_module_and_its_styles_have_names_in_it(
    made: Mapping[str, bytes], path: str, tag: str, note: str
) -> None:
    document = opened(made[path])
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == tag
    assert note in [style.name for style in document.styles]


def test_every_style_that_is_used_is_defined(made: Mapping[str, bytes]) -> None:
    for path, data in made.items():
        document = opened(data)
        known = {style.style_id for style in document.styles}
        used = {
            element.get(qn("w:val"))
            for name in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
            for root in (document.element, document.styles.element)
            for element in root.iter(qn(name))
        }
        assert used <= known, path


def test_headings_go_down_step_by_step_and_no_paragraph_is_there_for_its_space(made: Mapping[str, bytes]) -> None:
    for path, data in made.items():
        levels = [0]
        for paragraph in opened(data).paragraphs:
            assert paragraph.text.strip(), path
            name = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
            levels += [int(name.removeprefix("Heading "))] if name.startswith("Heading ") else []
        assert all(below <= above + 1 for above, below in pairwise(levels)), path
        assert levels.count(1) > 1


def test_the_run_sheet_lies_and_its_header_is_repeated_above_rows_that_stay_whole(made: Mapping[str, bytes]) -> None:
    document = opened(made["guides/tvil-physical.docx"])
    sizes = [(one.orientation, one.page_width, one.page_height) for one in document.sections]
    upright = (WD_ORIENT.PORTRAIT, docx.shared.Twips(11906), docx.shared.Twips(16838))
    assert sizes == [upright, (WD_ORIENT.LANDSCAPE, upright[2], upright[1]), upright]
    table = document.tables[0]
    marks = [[mark.tag for mark in row.iter(qn("w:tblHeader"), qn("w:cantSplit"))] for row in table._tbl.tr_lst]
    assert marks == [[qn("w:cantSplit"), qn("w:tblHeader")], *[[qn("w:cantSplit")]] * 4]
    lying = document.sections[1]
    assert lying.page_width is not None
    room = lying.page_width - (lying.left_margin or 0) - (lying.right_margin or 0)
    widths = sum(column.width or 0 for column in table.columns)
    assert 0 <= room - widths < docx.shared.Pt(1)


def test_the_pages_are_counted_by_the_word_processor(made: Mapping[str, bytes]) -> None:
    document = opened(made["guides/tvil-physical.docx"])
    assert [section.footer.is_linked_to_previous for section in document.sections] == [False, True, True]
    what, count = document.sections[0].footer.paragraphs
    assert what.text == "Å stå i tvil · Fysisk"
    assert "".join(text.text or "" for text in count._p.iter(qn("w:t"))) == "Arbeidsutkast · Side 1 av 1"
    fields = [field.get(qn("w:instr")) for field in count._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_participants_get_nothing_that_is_for_the_facilitator(made: Mapping[str, bytes]) -> None:
    for path, data in made.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = b"".join(archive.read(name) for name in archive.namelist()).decode()
        secrets = text.replace("UFERDIG HEMMELIG UTKAST", "").count("HEMMELIG")
        assert (secrets > 0) == (path.startswith("guides/") and "finne" not in path), path


def test_the_address_of_a_link_is_there_on_paper_unless_it_is_its_text(data: Mapping[str, Layout]) -> None:
    links = (
        {"t": "a", "href": "https://example.org/a", "c": ["Boka"]},
        ", ",
        {"t": "a", "href": "https://example.org/b", "c": ["https://example.org/b"]},
        ", ",
        {"t": "a", "href": "mailto:a@example.org", "c": ["a@example.org"]},
    )
    part = {"kind": "prose", "nodes": [{"t": "p", "c": list(links)}]}
    document = with_body(data["deltakerark/tvil-physical.docx"], part)
    (paragraph,) = (one for one in document.paragraphs if "Boka" in one.text)
    assert paragraph.text == "Boka (https://example.org/a), https://example.org/b, a@example.org"
    assert [link.address for link in paragraph.hyperlinks] == [
        "https://example.org/a",
        "https://example.org/b",
        "mailto:a@example.org",
    ]


def test_links_within_lead_to_what_is_there(made: Mapping[str, bytes]) -> None:
    for data in made.values():
        document = opened(data)
        body = document.element.body
        names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
        wanted = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
        assert wanted <= names
    guide = opened(made["guides/tvil-physical.docx"])
    assert len(list(guide.tables[0]._tbl.iter(qn("w:hyperlink")))) == 4


def test_marks_within_marks_and_other_languages(data: Mapping[str, Layout]) -> None:
    nodes = [
        {"t": "strong", "c": ["sterkt ", {"t": "em", "c": ["begge"]}]},
        {"t": "span", "lang": "en", "c": [" retrieval"]},
        {"t": "q", "lang": "se", "c": ["girji"]},
        {"t": "sub", "c": ["2"]},
        {"t": "br", "c": []},
        " etter",
    ]
    part = {"kind": "prose", "nodes": [{"t": "p", "c": nodes}]}
    document = with_body(data["deltakerark/tvil-physical.docx"], part)
    (paragraph,) = (one for one in document.paragraphs if "begge" in one.text)
    assert paragraph.text == "sterkt begge retrieval«girji»2\netter"
    runs = {run.text: run for run in paragraph.runs}
    assert [runs[text].style.name for text in ("sterkt ", "begge")] == ["Strong", "Emphasis"]
    assert runs["begge"].bold
    assert runs["2"].font.subscript
    languages = {text: run._r.find(f".//{qn('w:lang')}") for text, run in runs.items()}
    assert {text: found.get(qn("w:val")) for text, found in languages.items() if found is not None} == {
        " retrieval": "en-GB",
        "girji": "se-NO",
    }


def item(*nodes: Any) -> Mapping[str, Any]:
    return {"t": "li", "c": list(nodes)}


def test_each_numbered_list_begins_with_1_and_lists_stand_in_lists(data: Mapping[str, Layout]) -> None:
    inner = {"t": "ul", "c": [item("indre")]}
    lists = [{"t": "ol", "c": [item("en ", inner), item("to")]}, {"t": "ol", "c": ["\n", item("ny")]}]
    document = with_body(data["deltakerark/tvil-physical.docx"], {"kind": "prose", "nodes": lists})
    found = {one.text: one for one in document.paragraphs if one.text in ("en", "indre", "to", "ny")}
    assert list(found) == ["en", "indre", "to", "ny"]
    assert [one.style.name for one in found.values() if one.style is not None] == [
        "List Number",
        "List Bullet",
        "List Number",
        "List Number",
    ]
    numbers = {text: one._p.pPr.numPr.numId.val for text, one in found.items()}  # type: ignore[union-attr]
    assert numbers["en"] == numbers["to"] != numbers["ny"]
    assert found["indre"]._p.pPr.numPr.ilvl.val == 1  # type: ignore[union-attr]
    starts = document.part.numbering_part.element.xpath("w:num/w:lvlOverride/w:startOverride/@w:val")
    assert set(starts) == {"1"}


def test_a_part_that_it_does_not_know_is_shown_as_text(data: Mapping[str, Layout]) -> None:
    one = data["deltakerark/tvil-physical.docx"]
    document = with_body(one, {"kind": "new", "nodes": [{"t": "p", "c": ["Noe nytt."]}]}, {"kind": "newer", "x": 1})
    assert "Noe nytt." in [paragraph.text for paragraph in document.paragraphs]


def test_blocks_have_styles_of_their_own_and_checklists_boxes(made: Mapping[str, bytes]) -> None:
    document = opened(made["guides/tvil-physical.docx"])
    styles = {one.text: one.style.name for one in document.paragraphs if one.style is not None}
    assert styles["HEMMELIG FORBEREDELSE der du skriver ut kortene og ordner rommet."] == "Sjekkliste"
    assert styles["En bruker vil ha et svar nå. Bibliotekaren er usikker på kilden."] == "Dilemma"
    (note,) = {style for text, style in styles.items() if "HEMMELIG NOTAT" in text}
    assert note == "Til deg som leder"
    boxes = document.part.numbering_part.element.xpath("w:abstractNum/w:lvl[w:pStyle/@w:val='Checklist']/w:lvlText")
    assert [box.get(qn("w:val")) for box in boxes] == ["☐"]


def test_a_table_of_the_authors_has_a_header_only_if_its_first_row_is_one(content: Mapping[str, bytes]) -> None:
    table = "Si én ting.\n\n| a | b |\n|---|---|\n| c | [d](https://example.org/) |"
    files = {**content, TVIL: content[TVIL].replace("Si én ting.".encode(), table.encode())}
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    assert problems == ()
    document = opened(word_document(layouts(curriculum)["deltakerark/tvil-physical.docx"], MOMENT))
    (found,) = (table for table in document.tables if table.rows[0].cells[0].text == "a")
    assert [[cell.text for cell in row.cells] for row in found.rows] == [["a", "b"], ["c", "d (https://example.org/)"]]
    assert len(list(found._tbl.iter(qn("w:tblHeader")))) == 1
    row = {"t": "tr", "c": [{"t": "td", "c": ["a"]}]}
    plain = {"kind": "prose", "nodes": [{"t": "table", "c": [row]}]}
    without = with_body(layouts(curriculum)["deltakerark/tvil-physical.docx"], plain)
    assert len(list(without.tables[0]._tbl.iter(qn("w:tblHeader")))) == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_it(made: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(made["guides/tvil-physical.docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = PdfReader(tmp_path / "a.pdf").pages
    assert [page.mediabox.width > page.mediabox.height for page in pages].count(True) == 1
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert f"Side 1 av {len(pages)}" in text
    assert "HEMMELIG NØDLØSNING" in text
