"""The search in a real browser, against the real curriculum: the language, the finding, and the page.

The page stands in a frame of the test's own, under the strictest policy for what may run.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import snowballstemmer
from axe_playwright_python.sync_playwright import Axe
from browsing import Quiet, served
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from playwright.sync_api import Browser, BrowserContext, Page, expect
from search_queries import HELD_OUT, QUERIES
from support import ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_site
from taikun_build.site.pages import SEARCH
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.site.search import INDEX

pytestmark = pytest.mark.xdist_group("search")

FRAME = """<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><title>Søk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="../assets/stylesheets/taikun.css">
<link rel="stylesheet" href="../assets/stylesheets/search.css">
<script src="../assets/javascripts/search-index.js" defer></script>
<script src="../assets/javascripts/search.js" defer></script>
</head><body><main><article class="tk-article">{content}</article></main></body></html>
"""
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'"
LETTERS = "abcdefghijklmnoprstuvyzæøåéôü"
WORDS = st.builds(
    str.__add__,
    st.text(LETTERS, max_size=8),
    st.sampled_from(
        ["", "heten", "hetenes", "ene", "ers", "s", "erte", "dt", "leg", "els", "slov", "skapers", "kapers"]
    ),
)


class _Handler(Quiet):
    """Serves files under the policy, and keeps silent."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page of the real curriculum, with its scripts and styles."""
    made = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "overrides" / "assets", made / "assets")
    curriculum, _ = read_curriculum(DiskSources(ROOT, "curriculum"))
    assert curriculum is not None
    plan = plan_site(curriculum, draft_of_the_tree())
    plan = replace(plan, pages=tuple(page for page in plan.pages if page.path == SEARCH))
    staged = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))
    body = staged[SEARCH].split("---\n", 2)[2]
    markdown = Markdown(extensions=["sane_lists", "pymdownx.blocks.html"])
    content = re.sub(r'href="(\w[^"]*)\.md"', r'href="../\1/"', markdown.convert(body))
    (made / "sok").mkdir()
    (made / "sok" / "index.html").write_text(FRAME.format(content=content), encoding="utf-8")
    (made / INDEX).write_text(staged[INDEX], encoding="utf-8")
    target = made / "moduler" / "ki-i-litteratursok"
    target.mkdir(parents=True)
    (target / "index.html").write_text("<!doctype html><title>x</title><p>x", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The page's address on a local server."""
    with served(folder, _Handler) as address:
        yield f"{address}sok/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The search page, which must stay without any error."""
    faults: list[str] = []
    opened = browser.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    opened.goto(address)
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture(scope="module")
def engine(browser: Browser, address: str) -> Iterator[Page]:
    """A search page whose functions are tried on their own."""
    opened = browser.new_page()
    opened.goto(address)
    yield opened
    opened.close()


def call(engine: Page, function: str, arguments: list[Any]) -> list[Any]:
    """What a function of the search makes of each argument."""
    return list(engine.evaluate(f"words => words.map(word => window.taikunSearch.{function}(word))", arguments))


def found(engine: Page, query: str) -> list[str]:
    """The ids of the pages found, best first."""
    urls = engine.evaluate("query => window.taikunSearch.find(query).map(answer => answer.page.url)", query)
    return [url.removeprefix("moduler/").rstrip("/") for url in urls]


def field(page: Page) -> Any:
    """The field for the query."""
    return page.get_by_role("searchbox", name="Hva leter du etter?")


def test_the_stems_are_those_of_snowball_for_every_word_of_the_curriculum(engine: Page) -> None:
    stemmer = snowballstemmer.stemmer("norwegian")
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "curriculum").rglob("*.md")))
    words = sorted(set(re.findall(r"[^\W\d_]+", texts.lower())))
    assert len(words) > 3000
    assert dict(zip(words, call(engine, "stem", words), strict=True)) == {w: stemmer.stemWord(w) for w in words}


@settings(max_examples=10, deadline=None)
@given(st.lists(WORDS, min_size=100, max_size=400))
def test_the_stems_are_those_of_snowball_for_any_word(engine: Page, words: list[str]) -> None:
    assert call(engine, "stem", words) == snowballstemmer.stemmer("norwegian").stemWords(words)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(LETTERS + LETTERS.upper(), max_size=12), min_size=50, max_size=200))
def test_folding_keeps_the_length_and_folds_once_for_all(engine: Page, words: list[str]) -> None:
    folded = call(engine, "fold", words)
    assert call(engine, "fold", folded) == folded
    assert [len(word) for word in folded] == [len(word) for word in words]
    assert all(re.fullmatch("[a-z]*", word) for word in folded)
    assert call(engine, "fold", [word.upper() for word in words]) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Språkmodell", "sprakmodell"), ("LÆRING", "laring"), ("Søk", "sok"), ("idé", "ide"), ("sa\u030a", "sa")],
)
def test_folding(engine: Page, written: str, folded: str) -> None:
    assert call(engine, "fold", [written]) == [folded]


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("kritikk", "kritkk", True),
        ("kritikk", "krittikk", True),
        ("kritikk", "kritukk", True),
        ("kritikk", "krtiikk", True),
        ("kritikk", "kritikk", True),
        ("kritikk", "krikk", False),
        ("kritikk", "krtiukk", False),
        ("kritikk", "kkitirk", False),
    ],
)
def test_one_slip_of_the_finger(engine: Page, one: str, other: str, is_slip: bool) -> None:
    script = "([one, other]) => [window.taikunSearch.isOneSlip(one, other), window.taikunSearch.isOneSlip(other, one)]"
    assert engine.evaluate(script, [one, other]) == [is_slip, is_slip]


def test_librarians_find_their_module_among_the_first_three(engine: Page) -> None:
    """At least 38 of 40."""
    missed = {
        query: found(engine, query)[:3] for query, wanted in QUERIES if not wanted & set(found(engine, query)[:3])
    }
    assert len(QUERIES) == 40
    assert len(missed) <= 2, missed


def test_so_they_do_with_queries_that_the_search_was_never_tuned_for(engine: Page) -> None:
    """At least 8 of 10; one was missed when they were written."""
    missed = {
        query: found(engine, query)[:3] for query, wanted in HELD_OUT if not wanted & set(found(engine, query)[:3])
    }
    assert len(HELD_OUT) == 10
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("språkmodeller", "sprakmodeller"),
        ("språkmodeller", "SPRÅKMODELLENE"),
        ("søkelogg", "soekelogg"),
        ("maskinlæring", "maskinlaering"),
        ("kildene", "hvor er kildene"),
        ("taushetsplikt", "taushets-plikt taushetsplikt"),
    ],
)
def test_two_ways_of_asking_for_the_same(engine: Page, one: str, other: str) -> None:
    assert found(engine, one)[0] == found(engine, other)[0]


def answers(browser: Browser, address: str, query: str, *pages: dict[str, Any], same: Any = ()) -> list[str]:
    """The titles found in an index of these pages, best first."""
    bare = {"url": "x/", "lang": "nb", "isModule": True, "summary": "", "facts": [], "sections": []}
    index = json.dumps({"same": same, "pages": [{**bare, "title": f"x{n}", **page} for n, page in enumerate(pages)]})
    opened = browser.new_page()
    opened.route(
        "**/search-index.js",
        lambda route: route.fulfill(body=f"window.taikunSearch = {index};", content_type="text/javascript"),
    )
    opened.goto(address)
    titles = opened.evaluate("query => window.taikunSearch.find(query).map(answer => answer.page.title)", query)
    opened.close()
    return list(titles)


def text(words: str, heading: str = "", anchor: str = "a", weight: int = 1) -> dict[str, Any]:
    """A page with one section."""
    return {"sections": [[anchor, heading, words, weight]]}


def test_title_before_heading_before_outcome_before_body(browser: Browser, address: str) -> None:
    pages = (text("kilder"), text("kilder", weight=2), text("", "Kilder"), {"title": "Kilder"}, {"summary": "kilder"})
    assert answers(browser, address, "kilde", *pages) == ["Kilder", "x2", "x4", "x1", "x0"]


def test_equals_come_in_reading_order_and_modules_before_other_pages(browser: Browser, address: str) -> None:
    pages = ({**text("kilde"), "isModule": False}, text("kilde"), text("kilde"))
    assert answers(browser, address, "kilde", *pages) == ["x1", "x2", "x0"]


def test_the_word_itself_before_another_word_for_it_before_a_compound(browser: Browser, address: str) -> None:
    pages = (text("kildekritikk"), text("kjelda"), text("kildene"), text("einskilde"))
    assert answers(browser, address, "kilde", *pages, same=[["kilde", "kjelde"]]) == ["x2", "x1", "x0"]


def test_a_short_word_is_the_last_part_only_after_a_word_that_is_known(browser: Browser, address: str) -> None:
    pages = (text("datakilde"), text("einskilde"), text("data"))
    assert answers(browser, address, "kilder nå", *pages) == ["x0"]


def test_a_slip_counts_only_when_there_is_nothing_else(browser: Browser, address: str) -> None:
    pages = (text("kritikk"), text("lov"))
    assert answers(browser, address, "kritukk", *pages) == ["x0"]
    assert answers(browser, address, "kritukk", *pages, text("kritukk")) == ["x2"]
    assert answers(browser, address, "klide", text("kilde")) == []


def test_a_short_word_that_is_there_is_taken_for_finished(browser: Browser, address: str) -> None:
    assert answers(browser, address, "ki", text("kilder"), text("KI")) == ["x1"]
    assert answers(browser, address, "ki", text("kilder")) == ["x0"]


def test_the_pieces_of_a_compound_count_when_no_module_has_the_whole(browser: Browser, address: str) -> None:
    whole = text("fagfellevurdering")
    assert answers(browser, address, "fagfellevurderinger", text("fagfelle"), whole) == ["x1"]
    assert answers(browser, address, "fagfellevurderinger", text("fagfelle"), {**whole, "isModule": False}) == [
        "x1",
        "x0",
    ]


def test_a_phrase_is_another_word_for_what_it_means(browser: Browser, address: str) -> None:
    pages = (text("intelligens"), text("KI"), text("kunstig"))
    assert answers(browser, address, "kunstig intelligens", *pages, same=[["ki", "kunstig intelligens"]])[0] == "x1"


def test_the_site_s_own_headings_are_not_searched(browser: Browser, address: str) -> None:
    assert answers(browser, address, "lærer", text("x", "Dette lærer du", "tk-outcomes"), text("x", "Å lære")) == ["x1"]


def test_without_pages_nothing_is_found(browser: Browser, address: str) -> None:
    assert answers(browser, address, "kilde") == []


def test_an_unfinished_word_finds_what_the_whole_would(engine: Page) -> None:
    for size in range(6, len("kildekritikk")):
        assert "ki-i-litteratursok" in found(engine, "kildekritikk"[:size])[:3]


def test_a_page_with_every_word_comes_before_pages_with_some(engine: Page) -> None:
    assert found(engine, "kilde")[0] != "hva-er-ki"
    assert found(engine, "kilde terning")[0] == "hva-er-ki"


@pytest.mark.parametrize("query", ["", " ", "?!…", "<>", "og", "xyzzyq", "%", "\\", "'; --", "\0", "(", "😀"])
def test_queries_that_ask_for_nothing_find_nothing(engine: Page, query: str) -> None:
    assert found(engine, query) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_query_is_too_odd(engine: Page, query: str) -> None:
    found(engine, query)


def test_typing_shows_results_keeps_the_address_and_tells_how_many(page: Page, address: str) -> None:
    field(page).focus()
    page.keyboard.type("kjeldekritikk")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ treff på «kjeldekritikk»$"))
    assert page.url == address + "#q=kjeldekritikk"
    first = page.locator(".tk-results > li").first
    assert first.locator("h2 mark").first.text_content() == "kildekritikk"
    results = page.locator(".tk-results > li").count()
    assert page.get_by_role("status").text_content() == f"{results} treff på «kjeldekritikk»"
    assert page.locator("#tk-search-all").is_hidden()


def test_a_module_is_shown_with_its_facts_and_its_sections(page: Page, address: str) -> None:
    page.goto(address + "#q=kildekritikk")
    item = page.locator(".tk-results > li").filter(
        has=page.get_by_role("heading", name=re.compile("KI i litteratursøk"))
    )
    assert item.locator(".tk-meta").text_content() == "Litteratursøk og kildekritikk · Viderekommen · 120 minutter"
    assert 1 <= item.locator("ul li").count() <= 3
    target = str(item.locator("ul a").first.get_attribute("href"))
    assert target.startswith(address.replace("/sok/", "/moduler/ki-i-litteratursok/#"))


def test_enter_keeps_the_focus_and_does_not_leave_the_page(page: Page, address: str) -> None:
    page.evaluate("window.isTheSame = true")
    field(page).fill("lisens")
    field(page).press("Enter")
    assert page.evaluate("document.activeElement.id") == "tk-search-field"
    assert page.evaluate("window.isTheSame")
    assert page.url == address + "#q=lisens"
    assert page.locator(".tk-results > li").count() > 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Søk"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tk-results h2') !== null")


def test_the_address_is_read_and_back_leads_back_to_the_results(page: Page, address: str) -> None:
    page.goto(address + "#q=kildekritikk")
    assert field(page).input_value() == "kildekritikk"
    page.locator(".tk-results h2 a").filter(has_text="litteratursøk –").click()
    page.wait_for_url("**/moduler/**")
    page.go_back()
    expect(field(page)).to_have_value("kildekritikk")
    expect(page.locator(".tk-results > li").first).to_be_visible()


def test_without_a_query_or_a_result_the_page_says_what_there_is(page: Page) -> None:
    assert str(page.get_by_role("status").text_content()).startswith("Søk i modulene")
    assert page.locator("#tk-search-all").is_visible()
    field(page).fill("xyzzyq")
    field(page).press("Enter")
    assert page.get_by_role("status").text_content() == "Ingen treff på «xyzzyq»"
    assert page.get_by_text("se over skrivemåten").is_visible()
    assert page.get_by_role("link", name="Ordliste").is_visible()
    field(page).fill("")
    field(page).press("Enter")
    assert "?" not in page.url


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "{query} {number}", "a" * 5000, "$& $1 kilde", "\u202ekilde"]
)
def test_odd_queries_are_shown_as_they_are_and_do_no_harm(page: Page, query: str) -> None:
    page.evaluate("query => { location.hash = '#q=' + encodeURIComponent(query); }", query)
    page.wait_for_load_state()
    expect(page.get_by_role("status")).to_contain_text(query[:200])
    assert page.locator("#tk-search img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_only_the_two_scripts_are_fetched(browser: Browser, address: str) -> None:
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.resource_type != "font" else None)
    page.goto(address, wait_until="networkidle")
    before = list(fetched)
    field(page).fill("kilder")
    page.locator(".tk-results > li").first.wait_for()
    assert fetched == before
    assert [url.rpartition("/")[2] for url in fetched if url.endswith(".js")] == ["search-index.js", "search.js"]
    page.close()


def test_it_works_from_a_folder_too(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "sok" / "index.html").as_uri() + "#q=forlag")
    target = str(page.locator(".tk-results h2 a").first.get_attribute("href"))
    assert target == (folder / "moduler" / "forlag-lisens-og-ki" / "index.html").as_uri()
    page.close()


def test_without_script_the_page_says_so_and_lists_everything(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.get_by_text("Søket trenger JavaScript").is_visible()
    assert page.locator("#tk-search-all a").count() >= 12 + 5
    assert page.locator("input, button").count() == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("query", ["", "#q=kildekritikk", "#q=xyzzyq"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, address: str, query: str, width: int, scheme: Any
) -> None:
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + query)
    results = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in results.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("Math.min(...[...document.querySelectorAll('input, button')].map(e => e.offsetHeight))") >= 44
    context.close()


def test_a_search_takes_a_tenth_of_a_second_at_most(engine: Page) -> None:
    script = (
        "query => { const from = performance.now(); window.taikunSearch.find(query); return performance.now() - from; }"
    )
    query = " ".join(query for query, _ in QUERIES[:12])
    assert min(engine.evaluate(script, query) for _ in range(3)) < 100
