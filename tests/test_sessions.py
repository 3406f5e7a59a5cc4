"""Page, printed plan and calendar tell the same times of every session, and the page of the day that is chosen."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import served
from icalendar import Calendar
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from support import ROOT

from taikun_build.adapters import folders, mkdocs
from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.calendars import DAY_ZERO, session_calendar
from taikun_build.catalogue import Catalogue
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.rendering import in_attribute, render_config, render_site
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.pages import HOME, SESSIONS, session_page, session_pdf
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site
from taikun_build.site.sessions import SessionPage, SessionsPage
from taikun_build.timetable import Timetable, timetables
from taikun_build.timing import clock
from taikun_build.vocabulary import Language, SessionKind

pytestmark = pytest.mark.xdist_group("sessions")
MOMENT = 1_795_000_000
CATALOGUES = cache(load_catalogue)
SPAN = re.compile(r"\d{1,2}\.\d\d–\d{1,2}\.\d\d")


@pytest.fixture(scope="module")
def real() -> Curriculum:
    """The curriculum of this checkout, as an edition shows it."""
    found, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert found is not None
    return published_part(found)


@pytest.fixture(scope="module", params=["real", "example"])
def shown(request: pytest.FixtureRequest) -> Curriculum:
    """One of the two curricula."""
    found: Curriculum = request.getfixturevalue("real" if request.param == "real" else "curriculum")
    return published_part(found)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("fonts"))


def staged(curriculum: Curriculum) -> tuple[SitePlan, Mapping[str, str]]:
    """The plan of a site, and the Markdown of its pages."""
    plan = plan_site(curriculum, draft_of_the_tree(MOMENT))
    return plan, render_site(plan, reference_lists(curriculum.references), CATALOGUES)


def spans(text: str) -> list[str]:
    """The times from … to that a text tells, in order."""
    return SPAN.findall(re.sub(r"<[^>]+>", "", text))


def spans_of(plan: Timetable, *, in_detail: bool) -> list[str]:
    """The times of a timetable, line by line or activity by activity."""
    return [
        f"{clock(one.start)}–{clock(one.end)}"
        for sitting in plan.sittings
        for one in (sitting.steps if in_detail else sitting.lines)
    ]


def printed(plan: Timetable, curriculum: Curriculum, press: Press) -> list[str]:
    """The text of each page of the printed plan."""
    references = reference_lists(curriculum.references)
    imprint = Imprint("Eksempel", draft_of_the_tree(MOMENT), references, CATALOGUES)
    reader = PdfReader(io.BytesIO(press.print(layout(plan, imprint), MOMENT)))
    return [page.extract_text() for page in reader.pages]


def test_there_are_four_days_in_the_real_curriculum_and_none_overruns(real: Curriculum) -> None:
    plans = list(timetables(real))
    assert len(plans) >= 4
    assert {plan.session.meta.format for plan in plans} == {"physical", "digital", "hybrid"}
    assert SessionKind.SAMLING in {plan.session.meta.kind for plan in plans}
    ends = [(sitting.end, sitting.planned_end) for plan in plans for sitting in plan.sittings]
    assert [(end, planned) for end, planned in ends if planned is None or end > planned] == []


def entries(text: str) -> list[tuple[str, datetime, datetime]]:
    """The entries of a calendar: UID, beginning and end."""
    found = []
    for entry in Calendar.from_ical(text).walk("VEVENT"):
        begins, ends = entry.decoded("dtstart"), entry.decoded("dtend")
        assert isinstance(begins, datetime)
        assert isinstance(ends, datetime)
        found.append((str(entry["uid"]), begins, ends))
    return found


def test_the_page_tells_the_times_of_the_plan(shown: Curriculum) -> None:
    _, pages = staged(shown)
    for plan in timetables(shown):
        page = pages[session_page(plan.session.meta.id)]
        rows = [row for row in page.split("\n") if row.startswith("| <span data-clock")]
        assert spans("\n".join(rows)) == spans_of(plan, in_detail=False)
        marks = [int(number) for row in rows for number in re.findall(r'data-clock="(\d+)"', row)]
        assert marks == [time for s in plan.sittings for line in s.lines for time in (line.start, line.end)]


def test_the_printed_plan_tells_the_same_at_a_glance_and_in_detail(shown: Curriculum, press: Press) -> None:
    for plan in timetables(shown):
        lines, steps = spans_of(plan, in_detail=False), spans_of(plan, in_detail=True)
        found = spans("\n".join(printed(plan, shown, press)))
        whole = [f"{clock(sitting.start)}–{clock(sitting.end)}" for sitting in plan.sittings]
        assert found[: len(whole) + len(lines) + len(steps)] == [*whole, *lines, *steps]


def test_the_calendar_on_the_page_has_an_entry_for_each_part(shown: Curriculum) -> None:
    plan, pages = staged(shown)
    for one in timetables(shown):
        page = pages[session_page(one.session.meta.id)]
        attribute = re.search(r'data-calendar="([^"]+)"', page)
        assert attribute is not None
        found = entries(html.unescape(attribute[1]).replace("\n", "\r\n"))
        times = [(begins.replace(tzinfo=None), ends.replace(tzinfo=None)) for _, begins, ends in found]
        assert times == [sitting.period.times(DAY_ZERO) for sitting in one.sittings]
    assert plan.shown.moment == MOMENT


def test_summer_time_begins_between_two_parts(real: Curriculum, nb: Catalogue) -> None:
    plan = next(plan for plan in timetables(real) if plan.session.meta.id == "verktoy-og-reglar")
    periods = [sitting.period for sitting in plan.sittings]
    text = session_calendar(plan.session.meta, periods, date(2027, 3, 24), MOMENT, nb.say)
    assert [(uid, begins.astimezone(UTC)) for uid, begins, _ in entries(text)] == [
        ("20270324T090000-1-verktoy-og-reglar@taikun", datetime(2027, 3, 24, 8, 0, tzinfo=UTC)),
        ("20270331T090000-2-verktoy-og-reglar@taikun", datetime(2027, 3, 31, 7, 0, tzinfo=UTC)),
    ]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_plan_gathers_what_the_modules_need_in_the_order_of_the_day(real: Curriculum, press: Press) -> None:
    plan = next(plan for plan in timetables(real) if plan.session.meta.id == "fagdag-ki-i-skranken")
    data = layout(plan, Imprint("Eksempel", draft_of_the_tree(), reference_lists(real.references), CATALOGUES)).data
    assert data["equipment"] == [
        item
        for module in plan.modules
        for item in module.meta.facilitator_notes.equipment.for_format(plan.session.meta.format)
    ]
    assert [one["title"] for one in data["preparation"]] == ["Før økta", "Underveis", "Etter økta"]
    text = " ".join(" ".join(printed(plan, real, press)).split())
    assert all(" ".join(row.facilitator.split())[:20] in text for m in plan.steps if (row := m.row) and row.facilitator)


def test_what_two_modules_need_is_said_once(curriculum: Curriculum) -> None:
    (fagdag, _) = timetables(curriculum)
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), CATALOGUES)
    one, both = (layout(replace(fagdag, modules=fagdag.modules[:1] * number), imprint).data for number in (1, 2))
    assert both == one
    assert one["equipment"]


def test_a_gathering_brings_its_texts_and_a_course_none(shown: Curriculum, press: Press) -> None:
    _, pages = staged(shown)
    for plan in timetables(shown):
        meta = plan.session.meta
        texts = printed(plan, shown, press)
        titles = {"Invitasjon"} if meta.kind is SessionKind.SAMLING else set()
        assert bool(titles & {line for text in texts for line in text.split("\n")}) is bool(titles)
        assert ("tk-paper" in pages[session_page(meta.id)]) is bool(titles)


def test_the_reader_s_page_holds_nothing_for_the_facilitator(curriculum: Curriculum) -> None:
    plan, pages = staged(published_part(curriculum))
    days = [page for page in plan.pages if isinstance(page.value, SessionPage | SessionsPage)]
    assert [page.path for page in days] == [SESSIONS, session_page("fagdag"), session_page("samling")]
    for page in days:
        assert "HEMMELIG" not in pages[page.path]
        if isinstance(page.value, SessionPage):
            assert "HEMMELIG" not in repr(page.value.sittings)
    assert [d.path for d in plan.documents if d.path.startswith("guides/kursdager/")] == [
        session_pdf("fagdag"),
        session_pdf("samling"),
    ]


def test_without_sessions_there_is_no_list_of_them(curriculum: Curriculum) -> None:
    plan, pages = staged(replace(published_part(curriculum), sessions=()))
    assert [path for path in pages if path.startswith("kursdager/")] == []
    assert "kursdager" not in repr(plan.nav)


@pytest.mark.parametrize("text", ['a"b', "a]b", "æ=ø:[å]", "en\r\nto", "&amp; <i>", "\\n"])
def test_a_text_of_any_kind_is_a_value_of_an_attribute(text: str) -> None:
    value = in_attribute(text)
    assert re.fullmatch(r"[\w .,&#;-]*", value)
    assert html.unescape(value) == text.replace("\r\n", "\n")


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(real: Curriculum, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The session pages of the real curriculum, built by the site tool, on a local server."""
    plan, pages = staged(real)
    stage = tmp_path_factory.mktemp("stage")
    days = tuple(page for page in plan.pages if page.path == HOME or page.path.startswith("kursdager/"))
    folders.write_files(stage / "docs", {page.path: pages[page.path] for page in days})
    config = render_config(replace(plan, pages=days, nav=()), (ROOT / "mkdocs.yml").read_text(), CATALOGUES)
    config = re.sub(r"(not_found|anchors|omitted_files|unrecognized_links): warn", r"\1: info", config)
    folders.write_files(stage, {"mkdocs.yml": config})
    folders.copy_frame(ROOT / "overrides", stage / "overrides")
    with served(mkdocs.build(stage, MOMENT)) as found:
        yield found


def told(page: Page) -> list[str]:
    """The times in the timetable of an open page."""
    return [cell.inner_text() for cell in page.locator(".tk-timetable td:first-child").all()]


def test_the_day_and_the_hour_that_are_chosen_move_the_page_and_the_calendar(
    address: str, browser: Browser, real: Curriculum, tmp_path: Path
) -> None:
    plan = next(plan for plan in timetables(real) if plan.session.meta.id == "verktoy-og-reglar")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}kursdager/verktoy-og-reglar/")
    assert told(page) == spans_of(plan, in_detail=False)
    save = page.get_by_text("Legg i kalenderen")
    assert save.is_hidden()
    page.get_by_label("Dato").fill("2027-03-24")
    page.get_by_label("Begynner kl.").fill("12:45")
    later = plan.moved(225)
    assert told(page) == spans_of(later, in_detail=False)
    assert page.locator(".tk-facts").inner_text().count("12.45–14.45") == 1
    days = page.locator(".tk-day").all_inner_texts()
    assert days == ["Onsdag 24. mars 2027, kl. 12.45–14.45", "Onsdag 31. mars 2027, kl. 12.45–14.22"]
    with page.expect_download() as download:
        save.click()
    assert download.value.suggested_filename == "verktoy-og-reglar-2027-03-24.ics"
    download.value.save_as(tmp_path / "dag.ics")
    periods = [sitting.period for sitting in later.sittings]
    say = load_catalogue(Language.NN).say
    assert (tmp_path / "dag.ics").read_bytes().decode() == session_calendar(
        plan.session.meta, periods, date(2027, 3, 24), MOMENT, say
    )


def test_a_day_that_would_pass_midnight_is_refused_and_nothing_moves(
    address: str, browser: Browser, real: Curriculum
) -> None:
    plan = next(plan for plan in timetables(real) if plan.session.meta.id == "fagdag-ki-i-skranken")
    page = browser.new_page()
    page.goto(f"{address}kursdager/fagdag-ki-i-skranken/")
    page.get_by_label("Dato").fill("2027-03-24")
    page.get_by_label("Begynner kl.").fill("17:41")
    assert page.get_by_role("status").inner_text() == "Da går dagen over midnatt. Velg et annet klokkeslett."
    assert told(page) == spans_of(plan, in_detail=False)
    assert page.get_by_text("Legg i kalenderen").is_hidden()
    page.get_by_label("Begynner kl.").fill("17:40")
    assert page.get_by_role("status").is_hidden()
    assert told(page)[-1] == "23.45–24.00"


def test_the_texts_of_a_gathering_follow_the_day(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}kursdager/samling-ki-i-hverdagen/")
    invitation = page.locator(".tk-paper").first
    assert "kl. 10.00–14.30, med lunsj kl. 12.00" in invitation.inner_text()
    page.get_by_label("Dato").fill("2027-01-20")
    page.get_by_label("Begynner kl.").fill("09:30")
    assert "Dato: onsdag 20. januar 2027" in invitation.inner_text()
    assert "kl. 9.30–14.00, med lunsj kl. 11.30" in invitation.inner_text()
    page.get_by_label("Dato").fill("")
    assert "Dato: ……" in invitation.inner_text()


def test_without_a_script_the_page_tells_the_plan_s_own_times(address: str, browser: Browser, real: Curriculum) -> None:
    plan = next(plan for plan in timetables(real) if plan.session.meta.id == "sok-og-lisens")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}kursdager/sok-og-lisens/")
    assert told(page) == spans_of(plan, in_detail=False)
    assert page.locator("input:visible").count() == page.locator("header input:visible").count()
    assert "Klokkeslettene er et forslag." in page.locator(".tk-when").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 1440])
def test_axe_finds_nothing_in_any_state_and_nothing_is_too_wide(
    address: str, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path in ("", "samling-ki-i-hverdagen/", "verktoy-og-reglar/"):
        page.goto(f"{address}kursdager/{path}")
        for clock_time in ("10:30", "23:30") if path else ():
            page.get_by_label("Dato").fill("2027-03-24")
            page.get_by_label("Begynner kl.").fill(clock_time)
            results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
            assert [(fault["id"], fault["nodes"][0]["html"]) for fault in results.response["violations"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()
