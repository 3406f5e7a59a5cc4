"""The slides in a real browser, opened from a folder: what the room sees, what the speaker sees, and paper.

All modules of the real curriculum and of the example, with their assets beside them and nothing else.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from support import EXAMPLE, ROOT

from taikun_build.adapters import folders, fonts
from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.reading import read_curriculum
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.sheets.web import ASSETS, html, web_page
from taikun_build.site.kit import Deck
from taikun_build.site.plan import draft_of_the_tree, plan_site

pytestmark = pytest.mark.xdist_group("slides")

REAL = sorted(path.stem for path in (ROOT / "curriculum" / "modules").rglob("*.md"))
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OVERFLOWING = """() => {
    const found = [];
    for (const slide of document.querySelectorAll(".tk-deck .tk-slide")) {
        const shown = document.querySelector(".tk-shown");
        const across = shown.scrollWidth - shown.clientWidth, along = shown.scrollHeight - shown.clientHeight;
        if (across > 0 || along > 0) found.push([shown.id, across, along]);
        document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
    }
    return found;
}"""
"""Goes through all slides; those with more than there is room for, and by how much across and along."""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".tk-deck .tk-face :is(p, li, h2)")]
    .filter((part) => part.textContent.trim()).map((part) => parseFloat(getComputedStyle(part).fontSize)))"""


def write_decks(folder: Path, root: Path) -> None:
    """Write the slides of every module of a project."""
    curriculum, _ = read_curriculum(DiskSources(root, "curriculum"))
    assert curriculum is not None
    plan = plan_site(curriculum, draft_of_the_tree())
    references = reference_lists(curriculum.references)
    imprint = Imprint(plan.settings.title, plan.shown, references, cache(load_catalogue), address=plan.address)
    for document in plan.documents:
        if isinstance(document.sheet, Deck):
            made = layout(document.sheet, imprint)
            folders.write_files(folder, {document.path: web_page(made.template, made.data, "../assets")})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All slides, and the assets that they say they need."""
    made = tmp_path_factory.mktemp("slides")
    write_decks(made, ROOT)
    write_decks(made, EXAMPLE)
    faces = fonts.web_fonts()
    for asset in ASSETS:
        source = ROOT / "overrides" / "assets" / asset
        target = made / "assets" / asset
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.exists():
            shutil.copyfile(source, target)
        else:
            target.write_bytes(faces[f"assets/{asset}"])
    return made


@pytest.fixture
def context(browser: Browser, folder: Path) -> Iterator[BrowserContext]:
    """A context in which no page may complain, or ask for anything outside the folder."""
    opened = browser.new_context(viewport={"width": 1280, "height": 720})
    faults: list[str] = []
    opened.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("weberror", lambda error: faults.append(str(error.error)))
    opened.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(folder.as_uri()) else None)
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture
def page(context: BrowserContext, folder: Path) -> Page:
    """The example's first module."""
    opened = context.new_page()
    opened.goto(deck(folder, "tvil"))
    return opened


def deck(folder: Path, module: str, more: str = "") -> str:
    return (folder / "lysbilder" / f"{module}.html").as_uri() + more


def at(page: Page) -> int:
    """The number of the slide that is shown, which must be the only one, and stand in the address."""
    assert page.locator(".tk-deck .tk-slide:visible").count() == 1
    number = int(str(page.locator(".tk-deck .tk-slide:visible").get_attribute("id")))
    assert page.url.endswith(f"#{number}")
    return number


def test_no_text_is_too_long_for_its_slide_or_too_small_for_the_back_of_the_room(
    context: BrowserContext, folder: Path
) -> None:
    page = context.new_page()
    for module in (*REAL, "tvil", "finne"):
        for width, height in ((1280, 720), (1024, 768)):
            page.set_viewport_size({"width": width, "height": height})
            page.goto(deck(folder, module, f"?{width}"))
            page.evaluate("document.fonts.ready")
            assert page.evaluate(OVERFLOWING) == [], (module, width)
            assert page.evaluate(SMALLEST) >= 28 * width / 1280, (module, width)
        page.set_viewport_size({"width": 375, "height": 667})
        assert [slide for slide in page.evaluate(OVERFLOWING) if slide[1] > 0] == [], module
        assert page.evaluate(SMALLEST) >= 19


def test_and_a_text_that_is_would_be_found(page: Page) -> None:
    page.locator(".tk-outcomes .tk-text").evaluate("place => place.append('ord '.repeat(900))")
    (slide,) = page.evaluate(OVERFLOWING)
    assert slide[0] == "3"
    assert slide[2] > 0


def test_the_keyboard_leads_through_all_slides_and_says_where_one_is(page: Page) -> None:
    last = page.locator(".tk-deck .tk-slide").count()
    said = page.locator("[role=status]")
    assert at(page) == 1
    for key, number in (
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowDown", 5), ("ArrowLeft", 4), ("PageUp", 3),
        ("ArrowUp", 2), ("Shift+Space", 1), ("ArrowLeft", 1), ("End", last), ("ArrowRight", last), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert at(page) == number, key
    page.keyboard.press("ArrowRight")
    assert said.text_content() == f"Lysbilde 2 av {last}: Program"
    assert page.title() == f"Lysbilde 2 av {last}: Program – Å stå i tvil – Lysbilder – Eksempel"


def test_buttons_do_what_keys_do_and_are_large_enough_for_a_finger(page: Page) -> None:
    page.get_by_role("button", name="Neste lysbilde").click()
    page.get_by_role("button", name="Neste lysbilde").press("Space")
    assert at(page) == 3
    page.get_by_role("button", name="Forrige lysbilde").press("Enter")
    assert at(page) == 2
    page.keyboard.press("End")
    assert page.get_by_role("button", name="Neste lysbilde").get_attribute("aria-disabled") == "true"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 667})
        for button in page.locator("button:visible").all():
            box = button.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 44, button.text_content()


def test_a_finger_that_is_drawn_across_turns_the_slide_and_one_drawn_down_does_not(
    browser: Browser, folder: Path
) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 667}, has_touch=True)
    page = context.new_page()
    page.goto(deck(folder, "tvil"))
    swipe = """([across, along]) => {
        const target = document.querySelector(".tk-shown");
        const touch = (clientX, clientY) => new Touch({identifier: 1, target, clientX, clientY});
        const [from, to] = [touch(200, 300), touch(200 + across, 300 + along)];
        target.dispatchEvent(new TouchEvent("touchstart", {touches: [from], bubbles: true}));
        target.dispatchEvent(new TouchEvent("touchend", {changedTouches: [to], bubbles: true}));
    }"""
    for across, along, number in ((-120, 10, 2), (-120, -100, 2), (-40, 0, 2), (10, -200, 2), (120, 0, 1)):
        page.evaluate(swipe, [across, along])
        assert at(page) == number, (across, along)
    context.close()


def test_the_address_leads_to_a_slide_and_an_odd_one_to_the_first(page: Page, folder: Path) -> None:
    for more, number in (("#3", 3), ("?a#99", 1), ("?b#x", 1), ("?c#-1", 1)):
        page.goto(deck(folder, "tvil", more))
        assert at(page) == number
    page.evaluate("location.hash = '#4'")
    page.wait_for_selector("[id='4']:visible")
    page.evaluate("location.hash = '#99'")
    assert page.locator(".tk-deck .tk-slide:visible").get_attribute("id") == "4"


def test_letters_are_keys_until_one_turns_that_off(page: Page) -> None:
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.get_by_label("La bokstavene virke som taster").press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert not page.locator("dialog").is_visible()
    page.keyboard.press("ArrowRight")
    assert at(page) == 2
    page.get_by_role("button", name="Taster og utskrift").press("Enter")
    page.get_by_label("La bokstavene virke som taster").press("Space")
    page.get_by_role("button", name="Lukk").press("Enter")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement")
    expect(page.get_by_role("button", name="Fullskjerm")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("f")
    page.wait_for_function("!document.fullscreenElement")


def test_text_can_be_twice_as_large_and_is_then_scrolled_by_keyboard(page: Page, folder: Path) -> None:
    page.goto(deck(folder, "tvil", "?a#6"))
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.tk-shown .tk-text')).fontSize)")
    for _ in range(6):
        page.keyboard.press("+")
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.tk-shown .tk-text')).fontSize)")
    assert after == pytest.approx(2 * before)
    assert page.locator(".tk-shown").get_attribute("tabindex") == "0"
    page.locator(".tk-shown").press("ArrowDown")
    assert page.url.endswith("#6")
    for _ in range(6):
        page.keyboard.press("-")
    assert page.locator(".tk-shown").get_attribute("tabindex") is None


def test_a_countdown_starts_stops_goes_on_and_tells_when_it_is_over(context: BrowserContext, folder: Path) -> None:
    page = context.new_page()
    page.clock.install(time="2026-11-25T09:30:00")
    page.goto(deck(folder, "tvil", "#4"))
    page.clock.pause_at("2026-11-25T10:00:00")
    count, button = page.locator(".tk-shown .tk-count"), page.locator(".tk-shown .tk-timer button")
    said = page.locator("[role=status]")
    assert (count.text_content(), button.text_content()) == ("10:00", "Start")
    page.keyboard.press("t")
    assert said.text_content() == "Nedtellinga er startet: 10 minutter."
    page.clock.run_for(61_500)
    assert (count.text_content(), button.text_content()) == ("8:59", "Stopp")
    button.press("Enter")
    page.clock.run_for(60_500)
    assert (count.text_content(), button.text_content()) == ("8:59", "Fortsett")
    page.keyboard.press("ArrowRight")
    assert page.locator(".tk-corner").text_content() == "8:59"
    page.keyboard.press("ArrowLeft")
    assert page.locator(".tk-corner").text_content() == ""
    page.keyboard.press("t")
    page.clock.run_for(8 * 60_000)
    assert said.text_content() == "Ett minutt igjen."
    page.clock.run_for(60_000)
    assert (count.text_content(), button.text_content(), said.text_content()) == (
        "0:00",
        "Start på nytt",
        "Tida er ute.",
    )
    page.keyboard.press("t")
    assert count.text_content() == "10:00"
    page.emulate_media(reduced_motion="reduce")
    line = "getComputedStyle(document.querySelector('.tk-shown .tk-timer'), '::after').visibility"
    assert page.evaluate(line) == "hidden"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(line) == "visible"


def test_from_a_chosen_start_the_slides_tell_the_clock_and_from_an_odd_one_they_do_not(
    page: Page, folder: Path
) -> None:
    for start, clocks, back in (
        ("?start=09.30", ["9.30", "9.40", "10.15", "10.20"], "Vi er tilbake klokka 10.20"),
        ("?start=23:30", ["23.30", "23.40", "0.15", "0.20"], "Vi er tilbake klokka 0.20"),
        ("?start=25.00", ["", "", "", ""], "Vi er tilbake om 5 minutter"),
        ("", ["", "", "", ""], "Vi er tilbake om 5 minutter"),
    ):
        page.goto(deck(folder, "tvil", start))
        assert page.locator(".tk-rows .tk-clock").all_text_contents() == clocks
        assert page.locator(".tk-back").text_content() == back
    text = (folder / "lysbilder" / "tvil.html").read_text(encoding="utf-8")
    (folder / "lysbilder" / "kl-ni.html").write_text(
        text.replace('data-start=""', 'data-start="540"'), encoding="utf-8"
    )
    page.goto(deck(folder, "kl-ni"))
    assert page.locator(".tk-rows .tk-clock").first.text_content() == "9.00"
    page.clock.set_fixed_time("2026-11-25T10:17:00")
    page.goto(deck(folder, "tvil", "?start=09.30#9"))
    page.keyboard.press("t")
    assert page.locator(".tk-back").text_content() == "Vi er tilbake klokka 10.22"


def test_the_speaker_s_view_keeps_in_step_both_ways_also_after_a_reload(page: Page, folder: Path) -> None:
    page.goto(deck(folder, "tvil", "?start=09.30&format=digital#3"))
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    here = speaker.locator("[data-part=now] h2")
    expect(here).to_have_text("Læringsutbytte")
    page.keyboard.press("ArrowRight")
    expect(here).to_have_text("Innsjekk")
    expect(speaker.locator("[data-part=then] h2")).to_have_text("Dilemmaet")
    expect(speaker.locator("[data-part=planned]")).to_have_text("9.30–9.40")
    notes = speaker.locator("[data-part=notes]")
    expect(notes).to_contain_text("HEMMELIG ÅPNING")
    expect(notes).to_contain_text("HEMMELIG NOTAT")
    assert notes.get_by_text("Ta runden i chatten.").is_visible()
    assert not notes.get_by_text("Stå i ring.").is_visible()
    speaker.get_by_label("Notater for").select_option("physical")
    assert notes.get_by_text("Stå i ring.").is_visible()
    speaker.get_by_role("button", name="Start").click()
    expect(page.locator(".tk-shown .tk-timer button")).to_have_text("Stopp")
    speaker.keyboard.press("ArrowRight")
    page.wait_for_selector("[id='5']:visible")
    expect(page.locator(".tk-corner")).to_have_text(re.compile(r"^(10:00|9:5\d)$"))
    page.reload()
    expect(page.locator(".tk-corner")).to_have_text(re.compile(r"^(10:00|9:5\d)$"))
    speaker.reload()
    expect(here).to_have_text("Dilemmaet")
    expect(speaker.locator("[data-part=count]")).to_have_text(re.compile(r"^(10:00|9:[45]\d)$"))
    expect(speaker.locator("[data-part=used]")).to_have_text(re.compile(r"^0:\d\d$"))
    page.keyboard.press("End")
    expect(speaker.locator("[data-part=then]")).to_have_text("Dette er det siste lysbildet.")


def test_a_message_that_is_no_state_of_these_slides_moves_nothing(page: Page) -> None:
    good = {"deck": "tvil", "changed": 9e15, "at": 3, "began": 0, "owner": -1, "left": 0, "end": 0}
    wrong: list[dict[str, Any]] = [{"deck": "finne"}, {"at": 99}, {"at": "3"}, {"end": None}, {"changed": 0}]
    for change in wrong:
        page.evaluate("message => window.postMessage(message, '*')", good | change)
    page.wait_for_timeout(100)
    assert at(page) == 1
    page.evaluate("message => window.postMessage(message, '*')", good)
    page.wait_for_selector("[id='4']:visible")


def test_without_a_script_it_is_a_document_that_shows_the_notes_when_they_are_wanted(
    browser: Browser, folder: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.goto(deck(folder, "tvil"))
    slides = page.locator(".tk-slide")
    assert page.locator(".tk-face:visible").count() == slides.count()
    assert page.locator("button:visible").count() == page.locator(".tk-notes:visible").count() == 0
    page.get_by_label("Vis notatene").check()
    assert page.locator(".tk-notes:visible").count() == slides.count()
    page.goto(deck(folder, "tvil", "#4"))
    assert page.locator("[id='4']").bounding_box()["y"] < 667  # type: ignore[index]
    context.close()


def test_on_paper_each_slide_has_a_sheet_and_the_notes_are_there_when_they_are_wanted(
    context: BrowserContext, folder: Path
) -> None:
    page = context.new_page()
    for module in ("tvil", *REAL[:2]):
        page.goto(deck(folder, module, "#4"))
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) == page.locator(".tk-deck .tk-slide").count()
        assert {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in sheets} == {
            (842, 595)
        }
        for number, sheet in enumerate(sheets):
            heading = str(page.locator(".tk-deck .tk-slide h2").nth(number).text_content())
            assert _folded(heading) in _folded(sheet.extract_text())
    page.goto(deck(folder, "tvil", "?x"))
    for wanted in (False, True):
        page.get_by_role("button", name="Taster og utskrift").click()
        page.get_by_label("Vis notatene").set_checked(wanted)
        page.keyboard.press("Escape")
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        text = _folded("".join(sheet.extract_text() for sheet in sheets))
        assert (_folded("HEMMELIG LEDETRÅD") in text) is wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(browser: Browser, folder: Path, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(deck(folder, "tvil", "#4"))
    assert _faults(page) == []
    page.clock.set_fixed_time("2026-11-25T10:17:00")
    page.keyboard.press("t")
    page.clock.set_fixed_time("2026-11-25T11:17:00")
    expect(page.locator(".tk-shown .tk-timer")).to_have_class("tk-timer tk-over")
    assert _faults(page) == []
    page.keyboard.press("?")
    page.get_by_label("Vis notatene").check()
    assert _faults(page) == []
    page.keyboard.press("Escape")
    page.evaluate("document.documentElement.className = ''")
    assert page.locator(".tk-face:visible, .tk-notes:visible, .tk-timer:visible").count() > 24
    assert _faults(page) == []
    for width, more in ((375, "?b#6"), (375, "?speaker=1#4"), (1280, "?speaker=2#5")):
        page.set_viewport_size({"width": width, "height": 720})
        page.goto(deck(folder, "tvil", more))
        assert _faults(page) == [], more
    context.close()


def test_everything_works_from_the_folder_and_nothing_is_stored(context: BrowserContext, folder: Path) -> None:
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(deck(folder, "finne"))
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('600 16px \"Source Serif Pro\"'))")
    for key in ("ArrowRight", "ArrowRight", "t", "?", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    used = {url.removeprefix(folder.as_uri() + "/assets/") for url in asked} - {deck(folder, "finne")}
    assert used <= set(ASSETS)
    named = set(re.findall(r"url\(\.\./([^)]+)\)", (folder / "assets/stylesheets/slides.css").read_text()))
    named |= set(re.findall(r'"\.\./assets/([^"]+)"', (folder / "lysbilder/finne.html").read_text()))
    assert named == set(ASSETS)


def test_a_title_with_marks_is_shown_as_it_is_and_the_page_is_in_the_module_s_language(
    context: BrowserContext, folder: Path
) -> None:
    page = context.new_page()
    page.goto(deck(folder, "finne"))
    assert page.locator(".tk-title h2").text_content() == "Å finne fram <i> & «søke»"
    assert page.locator("i").count() == 0
    assert page.locator("html").get_attribute("lang") == "nn"
    assert "Lysbilete" in page.title()
    assert page.locator('meta[name="robots"][content="noindex"]').count() == 1


@pytest.mark.parametrize(
    ("node", "written"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ({"t": "p", "c": ["a ", {"t": "em", "c": ["<"]}]}, "<p>a <em>&lt;</em></p>"),
        ({"t": "q", "c": ["x"], "lang": 'en"'}, '<q lang="en&#34;">x</q>'),
        ({"t": "ol", "c": [{"t": "li", "c": ["x"]}], "start": 4}, '<ol start="4"><li>x</li></ol>'),
        ({"t": "ul", "c": [{"t": "li", "c": ["x"]}], "start": 4}, "<ul><li>x</li></ul>"),
        ({"t": "h3", "c": ["x"]}, "<p><strong>x</strong></p>"),
        ({"t": "script", "c": ["x"]}, "x"),
        ({"t": "cite", "to": "kilde-x", "c": ["Berg"]}, "Berg"),
        ({"t": "a", "href": 'https://a.no/"', "c": ["x"]}, '<a href="https://a.no/&#34;">x</a>'),
        ({"t": "br", "c": []}, "<br>"),
    ],
)
def test_nodes_become_html_that_says_what_they_say(node: Any, written: str) -> None:
    assert html([node]) == written


def test_the_colours_are_those_of_the_site() -> None:
    palettes = []
    for name in ("taikun", "slides"):
        style = (ROOT / "overrides" / "assets" / "stylesheets" / f"{name}.css").read_text(encoding="utf-8")
        head = style[: style.index("@media print")] if name == "slides" else style
        palettes.append([dict(re.findall(r"(--[\w-]+): (#\w+);", block)) for block in head.split(":root {")[1:3]])
    for site, slides in zip(*palettes, strict=True):
        assert slides.items() <= site.items()
        assert len(slides) > 10


def _faults(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=AXE).response["violations"]
    return [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]


def _folded(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "").replace("-", "")
