"""The facilitator's page in a real browser: start and format are chosen, and the run sheet follows, on paper too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from support import ROOT

from taikun_build.adapters.disk import DiskSources
from taikun_build.lessons import run_sheet
from taikun_build.model import Curriculum, Module
from taikun_build.reading import ROOT as CONTENT
from taikun_build.reading import read_curriculum
from taikun_build.timing import clock
from taikun_build.vocabulary import Format

pytestmark = pytest.mark.xdist_group("criteria")

START = 9 * 60 + 35


@pytest.fixture(scope="module")
def real() -> Curriculum:
    """The real curriculum."""
    curriculum, _ = read_curriculum(DiskSources(ROOT, CONTENT))
    assert curriculum is not None
    return curriculum


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nb-NO")
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, module: Module, query: str = "") -> Page:
    page.goto(f"{address}draft/fasilitator/{module.meta.id}/{query}")
    return page


def rows_shown(page: Page, form: Format) -> list[tuple[str, str]]:
    """The times and the titles in the run sheet of a format, as they stand on the page."""
    rows = page.locator(f".tk-runsheet [data-format={form}] .tk-run > li")
    times = rows.locator(".tk-when strong").all_inner_texts()
    titles = rows.locator(".tk-what").all_inner_texts()
    return list(zip(times, titles, strict=True))


def rows_planned(module: Module, form: Format, start: int) -> list[tuple[str, str]]:
    return [
        (
            f"{clock(start + row.start)}–{clock(start + row.end)}",
            f"{row.number} {row.title}" if row.number else row.title,
        )
        for row in run_sheet(module, form)
    ]


def test_every_run_sheet_follows_the_format_and_the_start_across_the_hour_and_with_breaks(
    address: str, page: Page, real: Curriculum
) -> None:
    for module in real.modules:
        opened(page, address, module)
        for form in module.meta.format:
            page.locator(f".tk-runsheet [role=tab][data-format={form}]").click()
            page.locator("#tk-start-time").fill("")
            assert rows_shown(page, form) == rows_planned(module, form, 0)
            page.locator("#tk-start-time").fill("09:35")
            shown = rows_shown(page, form)
            assert shown == rows_planned(module, form, START)
            assert shown[-1][0].endswith(clock(START + module.meta.duration))
        expect(page.locator(".tk-start [role=status]")).to_contain_text("9.35")


def test_the_choices_stand_in_the_address_and_hold_when_the_page_is_opened_again(
    address: str, page: Page, real: Curriculum
) -> None:
    (module, *_) = real.modules
    opened(page, address, module)
    page.locator("#tk-start-time").fill("12:50")
    page.locator(".tk-runsheet [role=tab][data-format=digital]").click()
    assert page.url.endswith("?start=12.50&format=digital")
    page.reload()
    assert rows_shown(page, Format.DIGITAL) == rows_planned(module, Format.DIGITAL, 12 * 60 + 50)
    page.locator("#tk-start-time").fill("")
    assert page.url.endswith("?format=digital")


@pytest.mark.parametrize("start", ["25.00", "9", "<b>", "9.3x", ""])
def test_a_start_that_is_no_time_of_day_is_left_out(address: str, page: Page, real: Curriculum, start: str) -> None:
    (module, *_) = real.modules
    opened(page, address, module, f"?start={start}")
    assert rows_shown(page, Format.PHYSICAL)[0][0].startswith("0.00")


def test_on_paper_only_the_chosen_format_stands_with_its_clock_times(
    address: str, page: Page, real: Curriculum
) -> None:
    (module, *_) = real.modules
    opened(page, address, module, "?start=9.35&format=hybrid")
    page.emulate_media(media="print")
    for kind in (".tk-runsheet", ".tk-activity .tk-formats"):
        for panel in page.locator(f"{kind} > .tk-format").all():
            assert panel.is_visible() is (panel.get_attribute("data-format") == "hybrid")
    expect(page.locator(".tk-start")).to_contain_text("9.35")
    expect(page.locator("#tk-start-time")).to_be_hidden()
    for box in page.locator(".tk-kit").all():
        expect(box).to_be_hidden()


def test_without_a_script_every_format_is_there_with_times_from_the_start(
    address: str, browser: Browser, real: Curriculum
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    (module, *_) = real.modules
    opened(page, address, module)
    for form in module.meta.format:
        assert rows_shown(page, form) == rows_planned(module, form, 0)
        assert page.locator(f".tk-runsheet [data-format={form}]").is_visible()
    context.close()


def test_two_clicks_lead_from_the_front_page_to_the_guide_of_the_right_format(
    address: str, page: Page, real: Curriculum
) -> None:
    (module, *_) = real.modules
    page.goto(f"{address}draft/")
    page.get_by_role("link", name="For fasilitatorer").first.click()
    card = page.locator(".tk-guide", has=page.get_by_role("link", name=module.meta.title, exact=True))
    with page.expect_response(f"**/guides/{module.meta.id}-hybrid.pdf") as found:
        card.get_by_role("link", name="Hybrid (PDF)").click()
    assert (found.value.status, found.value.headers["content-type"]) == (200, "application/pdf")
