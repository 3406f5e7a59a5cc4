"""One plan, many outputs: the guide's page, its PDF and its DOCX show the run sheet of the plan and nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import docx
import lxml.html
import pytest
from markdown import Markdown
from pypdf import PdfReader
from support import EXAMPLE, ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import ReferenceLists, reference_lists
from taikun_build.lessons import Lesson, Row
from taikun_build.problems import msg
from taikun_build.reading import ROOT as CONTENT
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_site
from taikun_build.sheets import layout
from taikun_build.sheets.guide import guide_data
from taikun_build.sheets.parts import Imprint
from taikun_build.site.pages import guide_page
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site
from taikun_build.word import word_document

HALF_PAST_NINE = 9 * 60 + 30
catalogues = cache(load_catalogue)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the run sheet as people see it."""

    time: str
    minutes: str
    activity: tuple[str, ...]
    facilitator: str
    participants: str
    equipment: tuple[str, ...]
    plan_b: str

    @property
    def squeezed(self) -> str:
        """All of it as one string."""
        texts = (self.facilitator, self.participants, " · ".join(self.equipment), self.plan_b)
        return squeezed("".join((self.time, self.minutes, *self.activity, *texts)))


@dataclass(frozen=True, slots=True)
class Guides:
    """The guides of a curriculum, by the name of their files without the suffix, and what they are made with."""

    plan: SitePlan
    references: ReferenceLists
    lessons: Mapping[str, Lesson]

    def imprint(self, start: int | None) -> Imprint:
        return Imprint(self.plan.settings.title, self.plan.shown, self.references, catalogues, start)


def squeezed(text: str) -> str:
    """A text without spaces, bullets and hyphens: lines are broken in other places on every page."""
    return re.sub(r"[\s•\u00ad-]", "", text)


def words(text: str) -> str:
    return " ".join(text.split())


def time_of_day(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


def expected(row: Row, lesson: Lesson, start: int) -> Line:
    """What a row of the plan should look like."""
    method = catalogues(lesson.module.meta.language).say(row.method.label)
    title = words(row.title)
    named = f"{row.number} {title}" if row.number else title
    return Line(
        f"{time_of_day(start + row.start)}–{time_of_day(start + row.end)}",
        str(row.minutes),
        (named, *([method] if method != title else []), words(row.purpose)),
        words(row.facilitator),
        words(row.participants),
        tuple(map(words, row.equipment)),
        words(row.plan_b),
    )


def lines_of_docx(data: bytes, lesson: Lesson, imprint: Imprint) -> list[Line]:
    """The rows of the run sheet, read back from a DOCX by the names of its columns."""
    labels = guide_data(lesson, imprint)["labels"]
    document = docx.Document(io.BytesIO(data))
    (table,) = (table for table in document.tables if labels["facilitator"] in [c.text for c in table.rows[0].cells])
    head, *rows = ([[p.text for p in cell.paragraphs if p.text] for cell in row.cells] for row in table.rows)
    place = {name: index for index, (name,) in enumerate(head)}
    assert (labels["clock"] in place) == (imprint.start is None)

    def line(cells: list[list[str]]) -> Line:
        def of(name: str) -> tuple[str, ...]:
            return tuple(cells[place[labels[name]]])

        time, minutes, facilitator, participants, plan_b = (
            "".join(of(name)) for name in ("time", "minutes", "facilitator", "participants", "plan_b")
        )
        return Line(time, minutes, of("activity"), facilitator, participants, of("equipment"), plan_b)

    return [line(cells) for cells in rows]


def text_of_pdf(pdf: bytes) -> str:
    """The squeezed text of the pages that lie: they hold the run sheet alone."""
    lying = (page for page in PdfReader(io.BytesIO(pdf)).pages if page.mediabox.width > page.mediabox.height)
    return squeezed("".join(page.extract_text() for page in lying))


def lines_of_page(page: str, lesson: Lesson) -> list[Line]:
    """The rows of the run sheet in a staged guide page, in the lesson's format, by the labels of their boxes."""
    root: Any = lxml.html.document_fromstring(Markdown(extensions=["tables", "pymdownx.blocks.html"]).convert(page))
    say = catalogues(lesson.module.meta.language).say
    labels = [say(msg(name)) for name in ("You do and say", "The participants", "Equipment", "Plan B")]
    (panel,) = root.xpath("//div[contains(@class, 'tk-runsheet')]/div[@data-format=$form]", form=str(lesson.form))
    shown = []
    for row in panel.xpath("ol/li"):
        boxes = {text_of(box.find("dt")): text_of(box.find("dd")) for box in row.xpath("dl/div")}
        assert boxes.keys() <= set(labels)
        facilitator, participants, equipment, plan_b = (boxes.get(label, "") for label in labels)
        (time,), (minutes,), (title,), (meta,) = (
            row.xpath(path)
            for path in (
                "p[@class='tk-when']/strong",
                "p[@class='tk-when']/span",
                "div/p[@class='tk-what']",
                "div/p[2]",
            )
        )
        method = [text_of(strong) for strong in meta.iter("strong")]
        purpose = text_of(meta).removeprefix("".join(method)).strip()
        shown.append(
            Line(
                text_of(time),
                text_of(minutes).partition(" ")[0],
                (text_of(title), *method, purpose),
                facilitator,
                participants,
                tuple(equipment.split(" · ")) if equipment else (),
                plan_b,
            )
        )
    return shown


def text_of(element: Any) -> str:
    return words("".join(map(str, element.itertext())))


@pytest.fixture(scope="module", params=[EXAMPLE, ROOT], ids=["example", "curriculum"])
def guides(request: pytest.FixtureRequest) -> Guides:
    curriculum, _ = read_curriculum(DiskSources(request.param, CONTENT))
    assert curriculum is not None
    plan = plan_site(curriculum, draft_of_the_tree())
    sheets = ((document.path.removesuffix(".docx"), document.sheet) for document in plan.documents)
    lessons = {path: sheet for path, sheet in sheets if isinstance(sheet, Lesson) and not path.endswith(".pdf")}
    assert len(lessons) == sum(len(module.meta.format) for module in curriculum.modules)
    return Guides(plan, reference_lists(curriculum.references), lessons)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("fonts"))


def test_the_minutes_of_a_plan_are_those_of_its_module_without_a_gap(guides: Guides) -> None:
    for path, lesson in guides.lessons.items():
        assert sum(row.minutes for row in lesson.rows) == lesson.module.meta.duration, path
        assert lesson.rows[0].start == 0
        assert all(before.end == after.start for before, after in pairwise(lesson.rows))
        assert [row.number for row in lesson.rows if not row.is_break] == [
            number for number, _ in enumerate((row for row in lesson.rows if not row.is_break), 1)
        ]


@pytest.mark.parametrize("start", [None, HALF_PAST_NINE], ids=["from 0", "from 9.30"])
def test_pdf_and_docx_show_the_rows_of_the_plan(guides: Guides, press: Press, start: int | None) -> None:
    imprint = guides.imprint(start)
    one_each = {lesson.module.meta.id: path for path, lesson in guides.lessons.items()}
    for path, lesson in guides.lessons.items():
        if start and path not in one_each.values():
            continue  # what differs between formats has been compared from 0
        sheet = layout(lesson, imprint)
        rows = [expected(row, lesson, start or 0) for row in lesson.rows]
        assert lines_of_docx(word_document(sheet, 0), lesson, imprint) == rows, path
        places = [text_of_pdf(press.print(sheet, 0)).find(row.squeezed) for row in rows]
        assert -1 not in places, (path, rows[places.index(-1)])
        assert places == sorted(places), path


def test_the_page_shows_the_rows_of_the_plan(guides: Guides) -> None:
    pages = render_site(guides.plan, guides.references, catalogues)
    for path, lesson in guides.lessons.items():
        _, _, page = pages[guide_page(lesson.module.meta.id)].removeprefix("---").partition("---")
        assert lines_of_page(page, lesson) == [expected(row, lesson, 0) for row in lesson.rows], path


def test_from_a_chosen_start_the_clock_runs_across_the_hour_and_through_breaks(guides: Guides) -> None:
    lesson = next(lesson for lesson in guides.lessons.values() if any(row.is_break for row in lesson.rows))
    imprint = guides.imprint(HALF_PAST_NINE)
    times = [line.time.split("–") for line in lines_of_docx(word_document(layout(lesson, imprint), 0), lesson, imprint)]
    assert times[0][0] == "9.30"
    assert [end for _, end in times][:-1] == [start for start, _ in times][1:]
    hours, minutes = map(int, times[-1][1].split("."))
    assert minutes < 60
    assert hours * 60 + minutes - HALF_PAST_NINE == lesson.module.meta.duration


def test_a_minute_or_a_word_too_many_is_found(guides: Guides, press: Press) -> None:
    lesson = next(iter(guides.lessons.values()))
    first, *others = lesson.rows
    imprint = guides.imprint(None)
    for wrong in (replace(first, end=first.end + 1), replace(first, purpose=f"{first.purpose} Mer.")):
        sheet = layout(replace(lesson, rows=(wrong, *others)), imprint)
        row = expected(first, lesson, 0)
        assert lines_of_docx(word_document(sheet, 0), lesson, imprint)[0] != row
        assert row.squeezed not in text_of_pdf(press.print(sheet, 0))
