"""Success criteria of WCAG that axe cannot see, each tried on every reader's page in a real browser.

`curriculum/accessibility.yml` names these tests as the basis of what the site says of itself.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support import ROOT
from test_published import USE_EVERYTHING, html_pages

from taikun_build.adapters.environment import today
from taikun_build.checking import check
from taikun_build.vocabulary import Conformance
from taikun_build.wcag import ADDED, REQUIRED

pytestmark = pytest.mark.xdist_group("criteria")

WIDE = {"width": 1280, "height": 1024}
NOT_FOR_READERS = ("forfattere", "kontroller")
CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
    const style = getComputedStyle(element);
    const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    return hides && element.clientHeight > 1 && !element.closest("svg") &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""
"""Everything whose text is cut off."""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element);
    const [box] = element.getClientRects();
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, (top + bottom) / 2];
    const above = document.elementFromPoint(x, y);
    const own = [element, ...(element.labels || [])];
    return {
        html: element.outerHTML.slice(0, 120),
        mark: Math.max(parseFloat(style.outlineWidth) * (style.outlineStyle !== "none"), style.boxShadow !== "none"),
        isCovered: !above || !own.some((one) => one.contains(above) || above.contains(one)),
        order: [...document.querySelectorAll("*")].indexOf(element),
    };
}"""
"""What has the focus: how it is marked, whether something lies over it, where it stands; null when nothing has it."""
CONTRASTS = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => numbers(colour).slice(0, 3)
        .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (element) => {
        for (let one = element; one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor;
            if (numbers(colour)[3] !== 0) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const ratio = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const controls = document.querySelectorAll("input:not([type=checkbox], [type=radio]), select, textarea, button");
    return [...controls].filter((one) => one.checkVisibility()).map((one) => {
        const style = getComputedStyle(one);
        const around = ground(one.parentElement);
        const border = parseFloat(style.borderTopWidth) ? ratio(style.borderTopColor, around) : 0;
        const text = one.matches("button") ? ratio(style.color, ground(one)) : 0;
        return [one.outerHTML.slice(0, 120), Math.max(border, ratio(ground(one), around), text)];
    });
}"""
"""How clearly each control stands out from what is around it: by its border, its ground, or for buttons its text."""


@pytest.fixture(scope="module")
def reader_pages(site: Path) -> list[str]:
    """The draft's pages but those for authors: it has every kind of page."""
    return [
        path for path in html_pages(site) if path.startswith("draft/") and path.split("/")[1] not in NOT_FOR_READERS
    ]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of common size."""
    opened = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
    yield opened
    opened.close()


def test_text_flows_in_one_column_on_the_narrowest_screen(page: Page, address: str, reader_pages: list[str]) -> None:
    """1.4.10: 320 pixels, which is 400 per cent of 1280. Tables may be wider, and scroll in a frame of their own."""
    page.set_viewport_size({"width": 320, "height": 256})
    for path in reader_pages:
        page.goto(address + path)
        assert page.evaluate(TOO_WIDE) <= 0, path
        page.evaluate(USE_EVERYTHING)
        assert page.evaluate(TOO_WIDE) <= 0, f"{path}, used"


def test_text_can_be_twice_as_large(page: Page, address: str, reader_pages: list[str]) -> None:
    """1.4.4: letters of 200 per cent, and nothing is cut off or too wide."""
    for path in reader_pages:
        page.goto(address + path)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        assert page.evaluate(TOO_WIDE) <= 0, path
        assert page.evaluate(CUT_OFF) == [], path


def test_text_can_be_set_with_more_space(page: Page, address: str, reader_pages: list[str]) -> None:
    """1.4.12: the four distances of the criterion at once."""
    page.set_viewport_size({"width": 375, "height": 700})
    for path in reader_pages:
        page.goto(address + path)
        page.evaluate(
            """() => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`* {line-height: 1.5 !important; letter-spacing: .12em !important;
                    word-spacing: .16em !important} p {margin-bottom: 2em !important}`);
                document.adoptedStyleSheets = [sheet];
            }"""
        )
        assert page.evaluate(TOO_WIDE) <= 0, path
        assert page.evaluate(CUT_OFF) == [], path


def test_the_keyboard_reaches_everything_in_order_sees_where_it_is_and_gets_out(
    page: Page, address: str, reader_pages: list[str]
) -> None:
    """2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 3.2.1: first stop to last, and out or round to the first."""
    for path in reader_pages:
        page.goto(address + path)
        number = page.evaluate(
            """[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
                .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.disabled).length"""
        )
        stops: list[dict[str, object]] = []
        page.keyboard.press("Tab")
        while (stop := page.evaluate(FOCUSED)) not in (None, *stops[:1]):
            stops.append(stop)
            assert len(stops) <= 2 * number, f"{path}: the focus does not get out"
            page.keyboard.press("Tab")
        assert len(stops) >= number - _radio_groups(page), path
        assert [stop["html"] for stop in stops if not stop["mark"]] == [], path
        assert [stop["html"] for stop in stops if stop["isCovered"]] == [], path
        assert [stop["order"] for stop in stops] == sorted(stop["order"] for stop in stops), path  # type: ignore[type-var]
        assert page.url == address + path


def test_nothing_leads_elsewhere_because_something_is_filled_in(
    page: Page, address: str, reader_pages: list[str]
) -> None:
    """3.2.2: every field, choice and tab is used, and the reader is where she was."""
    for path in reader_pages:
        page.goto(address + path)
        page.evaluate(USE_EVERYTHING)
        assert page.evaluate("location.pathname") == "/" + path


def test_the_first_stop_leads_past_the_header(page: Page, address: str, reader_pages: list[str]) -> None:
    """2.4.1."""
    for path in reader_pages:
        page.goto(address + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "tk-skip", path
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN", path


def test_every_page_has_a_title_of_its_own_and_two_ways_lead_to_it(
    page: Page, address: str, reader_pages: list[str]
) -> None:
    """2.4.2 and 2.4.5: another page links to it, and the search is on every page."""
    titles: dict[str, str] = {}
    linked: set[str] = set()
    for path in reader_pages:
        page.goto(address + path)
        assert page.title() not in titles, (path, titles)
        titles[page.title()] = path
        linked |= set(page.evaluate("[...document.links].map((link) => link.origin + link.pathname)"))
        assert page.locator("[type=search]").count() > 0, path
    assert [path for path in reader_pages if address + path not in linked] == []


def test_navigation_is_the_same_everywhere(page: Page, address: str, reader_pages: list[str]) -> None:
    """3.2.3 and 3.2.4: the same links with the same names in the same order, at the top and at the bottom."""
    seen = set()
    for path in reader_pages:
        page.goto(address + path)
        seen.add(
            page.evaluate(
                """JSON.stringify([...document.querySelectorAll(".tk-nav a, .tk-menu a, .tk-footer nav a")]
                    .map((link) => [link.textContent, link.href]))"""
            )
        )
    assert len(seen) == 1


def test_what_a_control_is_called_holds_what_it_says(page: Page, address: str, reader_pages: list[str]) -> None:
    """2.5.3: one who speaks to the machine says what she sees."""
    for path in reader_pages:
        page.goto(address + path)
        page.evaluate(USE_EVERYTHING)
        named = page.evaluate(
            """[...document.querySelectorAll("a[aria-label], button[aria-label], [role=tab][aria-label]")]
                .map((one) => [one.innerText.trim().toLowerCase(), one.ariaLabel.toLowerCase()])"""
        )
        assert [(said, name) for said, name in named if said not in name] == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_stand_out_from_what_is_around_them(
    browser: Browser, address: str, reader_pages: list[str], scheme: str
) -> None:
    """1.4.11: at least 3 to 1."""
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    for path in reader_pages:
        page.goto(address + path)
        page.evaluate(USE_EVERYTHING)
        assert [(html, ratio) for html, ratio in page.evaluate(CONTRASTS) if ratio < 3] == [], path
    page.close()


def test_nothing_moves_blinks_sounds_or_hurries(page: Page, address: str, reader_pages: list[str]) -> None:
    """1.2.1, 1.2.2, 1.2.5, 1.4.2, 2.2.1, 2.2.2 and 2.3.1: no such thing is on any page."""
    kinds = "audio, video, iframe, object, embed, canvas, marquee, blink, animate, [src$='.gif'], [http-equiv=refresh]"
    for path in reader_pages:
        page.goto(address + path)
        assert page.locator(kinds).count() == 0, path
        assert page.evaluate("document.getAnimations().length") == 0, path
    for script in _scripts():
        moving = re.search(r"setInterval|\.animate\(|new Audio", script.read_text())
        assert not moving, script.name


def test_a_pointer_need_only_press_and_a_device_need_not_be_moved() -> None:
    """1.3.4, 2.5.1, 2.5.2, 2.5.4 and 2.5.7: no script waits for strokes, drags or tilting, and none acts before the
    pointer is lifted. `terms.js` notes on the way down whether a word is open, and does nothing then."""
    waited = {
        (script.name, event)
        for script in _scripts()
        for event in re.findall(r"addEventListener\(\s*[\"'](\w+)[\"']", script.read_text())
    }
    events = {event for _name, event in waited}
    assert {"click", "keydown"} <= events
    assert {one for one in waited if re.match(r"(pointer|mouse|touch|drag|device|gesture)", one[1])} == {
        ("terms.js", "pointerdown")
    }
    sheets = (ROOT / "overrides/assets/stylesheets").glob("*.css")
    assert not [sheet.name for sheet in sheets if "orientation" in sheet.read_text()]


def test_no_single_letter_is_a_command(page: Page, address: str, reader_pages: list[str]) -> None:
    """2.1.4: typing all letters, digits and signs on a page does nothing."""
    signs = "abcdefghijklmnopqrstuvwxyzæøå0123456789.,-/?!"
    for path in (*reader_pages, "draft/dilemmaer/?show=regelverk-i-praksis--intervjuene&step=1"):
        page.goto(address + path)
        page.wait_for_selector(".tk-edition details", state="attached")
        page.evaluate("document.activeElement.blur()")
        before = page.evaluate("document.body.innerHTML")
        for sign in signs:
            page.evaluate(
                "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))", sign
            )
        assert page.evaluate("document.body.innerHTML") == before, path
        assert page.url == address + path


def test_changes_are_told_without_moving_the_focus(page: Page, address: str) -> None:
    """4.1.3: how many there are after a choice, a search, an assessment."""
    for path in ("draft/moduler/", "draft/dilemmaer/", "draft/kompetanse/", "draft/sok/"):
        page.goto(address + path)
        page.evaluate(USE_EVERYTHING)
        told = page.locator("main [role=status], main [aria-live=polite], main output")
        assert told.count() > 0, path
        assert any(text.strip() for text in told.all_text_contents()), path


def test_one_who_fills_in_her_name_is_helped(page: Page, address: str) -> None:
    """1.3.5: the only field of the site that asks for something about the reader herself."""
    page.goto(address + "draft/kursbevis/")
    assert page.get_by_label("Navn", exact=True).get_attribute("autocomplete") == "name"


def test_what_the_site_says_of_its_tests_is_true() -> None:
    """Every test that is named is there; what is not tested has no result, unless it is not relevant."""
    curriculum = check(ROOT, today()).curriculum
    assert curriculum is not None
    assert curriculum.accessibility is not None
    told = curriculum.accessibility.meta.criteria
    numbers = [one.criterion for one in told]
    assert numbers == [number for number in (*REQUIRED, *ADDED) if number in numbers]
    for one in told:
        assert bool(one.automated) == bool(one.tests), one.criterion
        assert [test for test in one.tests if not _exists(test)] == [], one.criterion
        is_tested = bool(one.automated or one.by_hand)
        assert is_tested or one.result in (None, Conformance.NOT_RELEVANT), one.criterion
        assert not one.automated or one.result, one.criterion


def test_a_test_that_is_not_there_is_noticed() -> None:
    own = "tests/test_wcag.py::"
    assert _exists(own + "test_a_test_that_is_not_there_is_noticed")
    assert not _exists(own + "test_a_test_that_is_nowhere")


def _exists(test: str) -> bool:
    path, _, name = test.partition("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def _scripts() -> list[Path]:
    """The scripts of the site's pages. Slides are no such page, and have tests of their own in `test_slides.py`."""
    return sorted(path for path in (ROOT / "overrides/assets/javascripts").glob("*.js") if path.stem != "slides")


def _radio_groups(page: Page) -> int:
    """How many radio buttons the Tab key passes over: it stops once in each group."""
    return int(
        page.evaluate(
            """(() => {
                const all = [...document.querySelectorAll("[type=radio]")];
                return all.length - new Set(all.map((one) => one.name)).size;
            })()"""
        )
    )
