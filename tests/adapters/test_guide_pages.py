"""The facilitator's guide on paper: no page is left half empty before a box that is kept whole."""

from __future__ import annotations

import io

import pytest
from printed import pieces
from pypdf import PdfReader
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.lessons import Lesson
from taikun_build.reading import read_curriculum
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.plan import draft_of_the_tree, plan_site

TOP, BOTTOM = 22, 272
"""Between these a page has its text, in millimetres from the top."""


def share_used(pdf: PdfReader) -> list[float]:
    """How far down each page of the session is used, but for the last, on which the guide ends."""
    lying = [number for number, sheet in enumerate(pdf.pages) if sheet.mediabox.width > sheet.mediabox.height]
    session = list(pdf.pages)[lying[-1] + 1 : -1]
    lowest = [max(one.y for one in pieces(sheet) if one.y < BOTTOM) for sheet in session]
    return [(y - TOP) / (BOTTOM - TOP) for y in lowest]


def test_no_page_of_a_real_session_is_left_more_than_a_third_empty(tmp_path_factory: pytest.TempPathFactory) -> None:
    real, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert real is not None
    shown = draft_of_the_tree()
    press = Press(tmp_path_factory.mktemp("fonts"))
    imprint = Imprint("Eksempel", shown, reference_lists(real.references), load_catalogue)
    lessons = [document.sheet for document in plan_site(real, shown).documents if isinstance(document.sheet, Lesson)]
    used = {
        (one.module.meta.id, str(one.form)): share_used(PdfReader(io.BytesIO(press.print(layout(one, imprint), 0))))
        for one in lessons
    }
    assert all(len(shares) > 5 for shares in used.values())
    assert {guide: shares for guide, shares in used.items() if min(shares) < 2 / 3} == {}
