"""The real curriculum, built as it is published: its files, its guides, and every page in a real browser."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import page as page_validation
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from support import ROOT

from taikun_build.adapters.disk import DiskSources
from taikun_build.adapters.environment import today
from taikun_build.checking import check
from taikun_build.editions import is_built, read_editions
from taikun_build.model import Curriculum
from taikun_build.site.audit import facilitator_sentences

pytestmark = pytest.mark.xdist_group("published")

FORMATS = ("physical", "digital", "hybrid")
KINDS = (
    "",
    "moduler/",
    "dekning/",
    "temaer/etikk/",
    "dilemmaer/",
    "ordliste/",
    "kompetanse/",
    "ressurser/",
    "kilder/",
    "arrangementer/",
    "kursbevis/",
    "evaluering/hva-er-ki/",
    "evaluering/etiske-dilemma-i-rettleiing/",
    "spraak/",
    "laeringslop/",
    "laeringslop/innkjop-og-leiing/",
    "laeringslop/sok-og-publisering/",
    "fasilitator/",
    "fasilitator/metoder/",
    "om/",
    "tilgjengelighet/",
    "sok/",
)
WEB = ROOT / ".web"
"""Where `scripts/test` puts the validators."""
AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
USE_EVERYTHING = """() => {
    const places = [...document.querySelectorAll("details")];
    for (const place of places) place.open = true;
    const main = document.querySelector("main");
    const controls = [...main.querySelectorAll("[role=tab], input, select, .tk-term")];
    const change = (control) => {
        for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, {bubbles: true}));
    };
    for (const tab of main.querySelectorAll("[role=tab]")) tab.click();
    const [first, choice, word] = ["[type=checkbox], [type=radio]", "select", "[type=search], [type=text]"].map(
        (kind) => main.querySelector(kind)
    );
    if (first) first.click();
    if (choice) { choice.selectedIndex = choice.options.length - 1; change(choice); }
    if (word) { word.value = "kilder"; change(word); }
    const term = main.querySelector(".tk-term");
    if (term) term.click();
    return controls.length;
}"""
"""Opens what is folded, turns tabs, ticks, chooses, searches, asks for a word; tells how many controls there are."""


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    """The working tree's curriculum."""
    found = check(ROOT, today()).curriculum
    assert found is not None
    return found


def folders(site: Path) -> list[str]:
    """The folders with an edition or the draft."""
    return [entry["version"] for entry in json.loads((site / "versions.json").read_text(encoding="utf-8"))]


def html_pages(site: Path) -> list[str]:
    """Every page's address below the site."""
    return sorted(
        path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html") if path.parent != site
    )


def test_the_frozen_first_edition_is_there_with_its_six_themes(site: Path) -> None:
    assert folders(site) == ["utgave-1", "draft"]
    for folder in folders(site):
        data = json.loads((site / folder / "api" / "modules.json").read_text(encoding="utf-8"))
        assert [theme["letter"] for theme in data["themes"]] == list("abcdef")
        assert all(theme["modules"] for theme in data["themes"])
    editions = json.loads((site / "editions.json").read_text(encoding="utf-8"))["editions"]
    assert [(edition["id"], edition["status"]) for edition in editions] == [
        ("first", "candidate"),
        ("revised", "planned"),
    ]


def test_every_module_has_a_guide_for_each_format_and_all_that_is_printed_keeps_both_standards(site: Path) -> None:
    for folder in folders(site):
        data = json.loads((site / folder / "api" / "modules.json").read_text(encoding="utf-8"))
        guides = {path for module in data["modules"] for path in module["guides"].values()}
        assert len(guides) == 18
        printed = {path.relative_to(site / folder).as_posix() for path in (site / folder).rglob("*.pdf")}
        assert guides < printed
        assert len(printed) == 60
        for path in sorted(printed):
            pdf = (site / folder / path).read_bytes()
            for profile in (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A):
                report = page_validation.validate_pdf_bytes(pdf, profile=profile)
                assert report.is_compliant, (path, report.failures)


def test_a_guide_says_what_the_facilitator_needs(site: Path, curriculum: Curriculum) -> None:
    for module in curriculum.modules:
        pdf = (site / "draft" / "guides" / f"{module.meta.id}-physical.pdf").read_bytes()
        text = "".join("".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages)
        text = text.replace("\u00ad", "").replace("-", "")
        for activity in module.activities:
            assert "".join(activity.title.split()).replace("-", "") in text, activity.title


def test_no_facilitator_sentence_is_where_readers_look(site: Path, curriculum: Curriculum) -> None:
    """A second look, with other means than the build's own: the raw bytes of pages, search index and data."""
    guides = {path for path in site.rglob("*") if {"fasilitator", "guides", "lysbilder"} & set(path.parts)}
    readers = [
        path for path in site.rglob("*") if path.suffix in (".html", ".json", ".xml", ".txt") and path not in guides
    ]
    texts = {path: "".join(path.read_text(encoding="utf-8").split()) for path in readers}
    for module in curriculum.modules:
        sentences = ["".join(sentence.split()) for sentence in facilitator_sentences(module)]
        assert len(sentences) > 20
        for path, text in texts.items():
            assert not [sentence for sentence in sentences if sentence in text], path


def test_every_page_loads_nothing_from_elsewhere_stores_nothing_and_complains_of_nothing(
    site: Path, address: str, browser: Browser
) -> None:
    page = browser.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in html_pages(site):
        page.goto(address + path)
        page.wait_for_selector(".tk-edition details", state="attached")
        page.evaluate(USE_EVERYTHING)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""], path
        assert complaints == [], path
    assert len(requests) > len(html_pages(site))
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    page.close()


def test_a_search_from_any_page_stays_on_the_site_and_is_no_part_of_the_address_that_is_sent(
    site: Path, address: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type != "info" else None)
    for path in html_pages(site):
        if not path.startswith("utgave-1/") or path == "utgave-1/sok/":
            continue
        page.goto(address + path)
        page.locator(".tk-search [type=search]").fill("bibliotekene")
        page.locator(".tk-search [type=search]").press("Enter")
        page.wait_for_url(address + "utgave-1/sok/#q=bibliotekene")
        page.wait_for_selector("main li h2 a")
        assert complaints == [], path
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
    assert [url for url in requests if "bibliotekene" in url] == []
    page.close()


def test_an_edition_can_be_read_from_a_folder_without_a_server(site: Path, browser: Browser, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / "utgave-1" / "taikun-utgave-1.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "taikun-utgave-1"
    page = browser.new_page()
    requests: set[str] = set()
    complaints: list[str] = []
    page.on("request", lambda request: requests.add(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    pages = sorted(folder.rglob("*.html"))
    targets: set[str] = set()
    for path in pages:
        page.goto(path.as_uri(), wait_until="load")
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans Pro\"'))"), path
        targets |= set(page.evaluate("[...document.links].map(link => link.href)"))
    own = {unquote(urlsplit(target).path) for target in targets if target.startswith("file:")}
    assert len(own) > len(pages)
    assert [path for path in own if not Path(path).is_file() or not Path(path).is_relative_to(folder)] == []
    assert [url for url in requests if not url.startswith((tmp_path.as_uri(), "data:"))] == []
    assert complaints == []
    page.close()


def test_the_front_door_leads_to_the_first_edition_and_keeps_query_and_anchor(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + "?a=1#b")
    page.wait_for_url(address + "utgave-1/?a=1#b")
    page.close()


def test_the_list_of_editions_goes_to_the_same_page_there(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "utgave-1/moduler/hva-er-ki/?format=digital#sources", wait_until="networkidle")
    page.locator(".tk-edition summary").press("Enter")
    links = page.locator(".tk-edition a")
    assert links.all_text_contents() == ["Første utgave (kandidat)", "Arbeidsutkast"]
    assert links.nth(0).get_attribute("aria-current") == "true"
    links.nth(1).press("Enter")
    page.wait_for_url(address + "draft/moduler/hva-er-ki/")
    page.close()


def test_a_page_that_an_edition_lacks_leads_to_its_front_page(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/kontroller/", wait_until="networkidle")
    page.locator(".tk-edition summary").click()
    page.locator(".tk-edition a").nth(0).click()
    page.wait_for_url(address + "utgave-1/")
    page.close()


def test_variants_are_tabs_that_the_arrow_keys_turn_all_over_the_page(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 900})
    page.goto(address + "draft/moduler/hva-er-ki/", wait_until="networkidle")
    chosen = page.locator(".tk-tabs [aria-selected=true]")
    assert set(chosen.all_text_contents()) == {"Fysisk"}
    chosen.nth(0).press("ArrowRight")
    assert set(chosen.all_text_contents()) == {"Digitalt"}
    assert page.evaluate("document.activeElement.textContent") == "Digitalt"
    assert page.url.endswith("?format=digital")
    shown = page.locator(".tk-format:visible")
    assert {shown.nth(at).get_attribute("data-format") for at in range(shown.count())} == {"digital"}
    page.keyboard.press("End")
    assert set(chosen.all_text_contents()) == {"Hybrid"}
    page.keyboard.press("ArrowRight")
    assert set(chosen.all_text_contents()) == {"Fysisk"}
    page.emulate_media(media="print")
    assert page.locator(".tk-format:visible").count() == page.locator(".tk-format").count()
    page.close()


def test_a_format_in_the_address_is_chosen_and_an_unknown_one_is_not(address: str, browser: Browser) -> None:
    page = browser.new_page()
    for wanted, name in (("hybrid", "Hybrid"), ("<script>", "Fysisk")):
        page.goto(f"{address}draft/moduler/hva-er-ki/?format={wanted}", wait_until="networkidle")
        assert set(page.locator(".tk-tabs [aria-selected=true]").all_text_contents()) == {name}
    page.close()


def test_without_a_script_all_variants_stand_there(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "draft/moduler/hva-er-ki/")
    assert page.locator(".tk-format:visible").count() == page.locator(".tk-format").count() > 2
    assert page.locator("[role=tab]").count() == 0
    context.close()


def test_the_menu_closes_with_escape_and_gives_the_focus_back(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 900})
    page.goto(address + "draft/")
    page.locator(".tk-menu summary").press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(".tk-menu nav").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".tk-menu nav").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Meny"
    page.close()


def test_the_list_of_sections_marks_the_one_that_is_read(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/moduler/hva-er-ki/", wait_until="networkidle")
    last = page.locator(".tk-toc a").last
    last.click()
    page.wait_for_selector(".tk-toc li:last-child .tk-read")
    assert page.locator(".tk-toc .tk-read").count() == 1
    page.close()


def test_skills_are_marked_with_the_keyboard_and_nothing_is_kept(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/kompetanse/", wait_until="networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    status = page.locator(".tk-skills [role=status]")
    rows = page.locator(".tk-skills tbody tr")
    assert status.text_content() == "Du har ikke krysset av for noe ennå."
    choices = rows.nth(0).locator("input")
    choices.nth(0).press("Space")
    assert status.text_content() == f"Du har krysset av for 1 av {rows.count()} punkter."
    assert page.locator(".tk-skills__sum li a").all_text_contents() == [
        page.locator(".tk-skills h3 a").first.text_content()
    ]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert choices.nth(3).is_checked()
    assert "holde en økt selv" in str(status.text_content())
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]") == [
        0,
        0,
        "",
        address + "draft/kompetanse/",
    ]
    page.get_by_role("button", name="Fjern alle kryss").press("Enter")
    assert page.locator(".tk-skills input:checked").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
    assert requests == []
    page.close()


def test_filters_narrow_the_catalogue_and_stand_in_the_address(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/moduler/", wait_until="networkidle")
    status = page.locator(".tk-filtered [role=status]")
    shown = page.locator(".tk-filtered .tk-card:visible h3")
    assert status.text_content() == "6 av 6 moduler"
    page.get_by_role("checkbox", name="Nynorsk").press("Space")
    assert status.text_content() == "2 av 6 moduler"
    assert page.url.endswith("?sprak=nn")
    page.get_by_label("Tid").select_option("90")
    assert shown.all_text_contents() == ["Etiske dilemma i rettleiing"]
    assert page.locator(".tk-filtered > section:visible").count() == 1
    page.go_back()
    assert status.text_content() == "2 av 6 moduler"
    page.reload(wait_until="networkidle")
    assert page.get_by_role("checkbox", name="Nynorsk").is_checked()
    page.get_by_label("Ord i tittel").press_sequentially("tilra")
    assert status.text_content() == "1 av 6 moduler"
    page.get_by_label("Ord i tittel").press_sequentially("xyz")
    assert str(status.text_content()).startswith("Ingen moduler passer")
    page.get_by_role("button", name="Vis alle").press("Enter")
    assert status.text_content() == "6 av 6 moduler"
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
    assert page.url == address + "draft/moduler/"
    page.close()


def test_a_role_narrows_the_catalogue_and_stands_in_the_address(
    address: str, browser: Browser, curriculum: Curriculum
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/moduler/", wait_until="networkidle")
    offered = page.get_by_role("group", name="Arbeider med")
    assert offered.locator("label").all_text_contents() == [role.title.nb for role in curriculum.settings.roles]
    page.get_by_role("checkbox", name="Ledelse").press("Space")
    assert page.url.endswith("?rolle=ledelse")
    leading = [module.meta.title for module in curriculum.modules if "ledelse" in module.meta.roles]
    shown = page.locator(".tk-filtered .tk-card:visible h3")
    assert (
        shown.all_text_contents()
        == leading
        == ["Etiske dilemma i rettleiing", "Er det lov? Regelverk for KI i praksis"]
    )
    page.get_by_role("checkbox", name="Undervisning og kurs").press("Space")
    assert page.url.endswith("?rolle=undervisning&rolle=ledelse")
    assert shown.count() == 3
    page.go_back()
    assert shown.all_text_contents() == leading
    page.close()


def test_odd_filters_in_the_address_choose_nothing(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + "draft/moduler/?tema=finnes-ikke&tid=abc&x=%3Cb%3E", wait_until="networkidle")
    assert page.locator(".tk-filtered [role=status]").text_content() == "6 av 6 moduler"
    page.close()


def test_without_a_script_the_catalogue_is_a_list(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "draft/moduler/")
    assert page.locator(".tk-filtered .tk-card:visible").count() == 6
    assert page.locator("input, select, button").count() == 0
    context.close()


def test_a_term_shows_its_meaning_by_mouse_and_keyboard_and_keeps_the_focus(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.goto(address + "draft/moduler/hva-er-ki/", wait_until="networkidle")
    term = page.locator(".tk-term").first
    meaning = page.locator(f"#{term.get_attribute('aria-controls')}")
    acts: tuple[tuple[bool, Callable[[], None]], ...] = (
        (True, term.click),
        (False, term.click),
        (True, lambda: term.press("Enter")),
        (False, lambda: page.keyboard.press("Escape")),
        (True, lambda: page.keyboard.press("Space")),
    )
    for shown, act in acts:
        act()
        assert meaning.is_visible() is shown
        page.wait_for_function(
            "([link, shown]) => link.ariaExpanded === shown", arg=[term.element_handle(), str(shown).lower()]
        )
        assert page.evaluate("document.activeElement.className") == "tk-term"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Les mer i ordlista"
    edges = page.evaluate("(([m]) => [m.left, m.right])(document.querySelector(':popover-open').getClientRects())")
    assert edges[0] >= 0
    assert edges[1] <= 375
    page.close()


def test_each_term_is_marked_once_and_without_a_script_leads_to_the_glossary(
    address: str, browser: Browser, curriculum: Curriculum
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    for module in curriculum.modules:
        page.goto(f"{address}draft/moduler/{module.meta.id}/")
        assert page.locator(".tk-words dt").count() == len(module.meta.terms)
        for term in module.meta.terms:
            assert page.locator(f'.tk-article a[href="../../ordliste/#{term}"]:not(dl a)').count() <= 1
        assert page.locator('.tk-article a[href^="../../ordliste/#"]:not(dl a)').count() > 0
    page.close()


def test_a_proof_is_filled_in_printed_on_one_sheet_in_either_language_and_kept_nowhere(
    address: str, browser: Browser, curriculum: Curriculum
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/kursbevis/", wait_until="networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    for label, value in (("Navn", "Kari Øy"), ("Dato", "2027-01-20"), ("Sted", "Tromsø"), ("Kursholder", "Ola By")):
        page.get_by_label(label, exact=True).fill(value)
    for choice in page.get_by_role("checkbox").all():
        choice.press("Space")
    for name, language, words in (
        ("Bokmål", "nb", ("Navn", "Sted", "har vært med på", "90 minutter", "minutter i alt")),
        ("Nynorsk", "nn", ("Namn", "Stad", "har vore med på", "90 minutt", "minutt i alt")),
    ):
        page.get_by_role("radio", name=name).check()
        shown = page.locator(".tk-proof:visible")
        assert [proof.get_attribute("lang") for proof in shown.all()] == [language]
        said = " ".join(str(shown.inner_text()).split())
        for word in ("Kari Øy", "20. januar 2027", "Tromsø", "Ola By", *words):
            assert word in said
        assert ("minutter" in said) is (language == "nb")
        titles = {module.meta.title: str(module.meta.language) for module in curriculum.modules}
        written = shown.locator(".tk-proof-what [lang]").all()
        assert titles.items() <= {str(one.text_content()): one.get_attribute("lang") for one in written}.items()
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert [round(float(sheet.mediabox.width)) for sheet in sheets] == [842]
        assert words[0] in sheets[0].extract_text()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]") == [
        0,
        0,
        "",
        address + "draft/kursbevis/",
    ]
    assert requests == []
    page.reload()
    assert "Kari" not in page.locator("main").inner_text()
    page.close()


def test_without_a_script_the_proof_is_a_sheet_in_each_language_to_fill_in_by_hand(
    address: str, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "draft/kursbevis/")
    assert page.locator("input, button, form").count() == 0
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    wanted = {
        "nb": ["Navn", "Økter og varighet", "Dato", "Sted", "Kursholder", "Underskrift"],
        "nn": ["Namn", "Økter og varigheit", "Dato", "Stad", "Kurshaldar", "Underskrift"],
    }
    for (language, lines), sheet in zip(wanted.items(), sheets, strict=True):
        blanks = page.locator(f".tk-proof[lang={language}] .tk-blank").all_text_contents()
        assert [str(line).strip() for line in blanks] == lines
        printed = sheet.extract_text()
        assert [line for line in lines if line not in printed] == []
    assert page.get_by_text("Skriv ut den siden du trenger.").is_visible()
    page.close()


def test_dilemmas_are_chosen_between_as_modules_are(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "draft/dilemmaer/?niva=nonsense", wait_until="networkidle")
    status = page.locator(".tk-bank [role=status]")
    shown = page.locator(".tk-bank .tk-dilemma:visible")
    number = page.locator(".tk-bank .tk-dilemma").count()
    assert status.text_content() == f"{number} av {number} dilemmaer"
    page.get_by_role("checkbox", name="Etiske utfordringer").press("Space")
    assert page.url.endswith("?tema=etikk")
    ethics = shown.count()
    assert 0 < ethics < number
    assert status.text_content() == f"{ethics} av {number} dilemmaer"
    assert page.locator(".tk-bank > section:visible").count() == 1
    page.get_by_role("checkbox", name="Lite følsomt tema").press("Space")
    assert page.url.endswith("?tema=etikk&folsomhet=low")
    assert 0 < shown.count() < ethics
    page.go_back()
    page.reload(wait_until="networkidle")
    assert shown.count() == ethics
    page.get_by_label("Tid").select_option("12")
    assert shown.locator("[data-tid]").all_text_contents() == ["8 minutter"]
    page.get_by_label("Ord i dilemmaet").press_sequentially("xyz")
    assert status.text_content() == "Ingen dilemmaer passer til alle valgene. Fjern et valg, eller vis alle."
    assert not page.get_by_role("button", name="Vis ett om gangen").is_visible()
    page.get_by_role("button", name="Vis alle").press("Enter")
    assert shown.count() == number
    assert page.get_by_role("button", name="Vis ett om gangen").is_visible()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
    page.close()


def test_one_dilemma_at_a_time_is_walked_through_with_the_keyboard(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + "draft/dilemmaer/?tema=etikk", wait_until="networkidle")
    page.get_by_role("button", name="Vis ett om gangen").press("Enter")
    title, place = page.locator(".tk-stage h1"), page.locator(".tk-stage__place")
    first = title.text_content()
    assert page.evaluate("document.activeElement.id") == "tk-stage-title"
    assert str(place.text_content()).startswith("Dilemma 1 av ")
    heading = page.locator(".tk-stage h2")
    assert heading.text_content() == "Steg 1 av 4: Situasjonen"
    for key, said in (("Space", "Steg 2 av 4: På spill"), ("PageDown", "Steg 3 av 4: Perspektiver")):
        page.keyboard.press(key)
        assert heading.text_content() == said
    assert "step=3" in page.url
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert title.text_content() != first
    assert page.evaluate("document.activeElement.id") == "tk-stage-title"
    page.keyboard.press("ArrowLeft")
    assert (title.text_content(), heading.text_content()) == (first, "Steg 4 av 4: Spørsmål")
    page.reload(wait_until="networkidle")
    assert (title.text_content(), heading.text_content()) == (first, "Steg 4 av 4: Spørsmål")
    page.keyboard.press("Escape")
    assert page.locator(".tk-stage").count() == 0
    assert "show=" not in page.url
    assert page.url.endswith("?tema=etikk")
    assert page.evaluate("document.activeElement.className") == "tk-show"
    page.close()


def test_without_a_script_all_dilemmas_stand_there_each_with_its_link(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "draft/dilemmaer/")
    dilemmas = page.locator(".tk-bank .tk-dilemma")
    assert page.locator(".tk-bank .tk-dilemma:visible").count() == dilemmas.count() > 10
    assert page.locator(".tk-bank button").count() == 0
    for at in range(dilemmas.count()):
        assert dilemmas.nth(at).locator(f'a[href="#{dilemmas.nth(at).get_attribute("id")}"]').count() == 1
    context.close()


STRAY_ARROWS = """(place) => {
    const boxes = [...place.querySelectorAll(".tk-tension")].map((tension) =>
        [...tension.querySelectorAll("strong, span")].map((part) => part.getBoundingClientRect()));
    const besides = (a, b) => a.right <= b.left + 1 && a.top < b.bottom && b.top < a.bottom;
    const above = (a, b) => a.bottom <= b.top + 8;
    return boxes.filter((parts) =>
        ![besides, above].some((next) => parts.every((part, at) => !at || next(parts[at - 1], part))));
}"""
"""The tensions, as boxes, whose values and arrows stand neither all in one line nor all below each other."""


@pytest.mark.parametrize("width", [375, 768, 1440])
def test_no_arrow_between_values_is_left_at_the_end_of_a_line(address: str, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + "draft/dilemmaer/", wait_until="networkidle")
    assert page.locator(".tk-tension:has(strong:nth-of-type(3))").count() > 10
    assert page.evaluate_handle("document").evaluate(STRAY_ARROWS) == []
    for dilemma in page.locator(".tk-bank .tk-dilemma").all():
        dilemma.get_by_role("button", name="Vis på skjerm").click()
        page.keyboard.press("Space")
        stage = page.locator(".tk-stage:has(.tk-tension)")
        assert stage.evaluate(STRAY_ARROWS) == []
        assert stage.evaluate("place => place.scrollWidth <= place.clientWidth")
        page.keyboard.press("Escape")
    tensions = page.locator(".tk-tension")
    tensions.evaluate_all(
        "all => all.forEach(one => Object.assign(one.style, {display: 'flex', flexWrap: 'wrap', width: '12rem'}))"
    )
    assert len(page.evaluate_handle("document").evaluate(STRAY_ARROWS)) > tensions.count() / 2
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 1440])
def test_axe_finds_nothing_where_people_talk_and_nothing_is_too_wide(
    address: str, browser: Browser, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    steps = [f"?show=regelverk-i-praksis--intervjuene&step={step}" for step in (1, 2, 3, 4)]
    for path in ("", "refleksjon/", "framtidsbilder/", *steps):
        page.goto(f"{address}draft/dilemmaer/{path}", wait_until="networkidle")
        results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        faults = [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in results.response["violations"]]
        assert faults == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()


def test_nothing_runs_that_is_not_a_file_of_the_site(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + "draft/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title = 1\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))")
    page.wait_for_timeout(200)
    assert page.title() != "1"
    page.close()


def test_the_nu_validator_finds_no_error_in_any_page(site: Path) -> None:
    jar = WEB / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "gnu", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_html_validate_finds_no_error_in_any_page(site: Path) -> None:
    """Its standard and accessibility rules but two: a title may be long, for it has the page's name and the site's,
    and an id may begin with a digit, as HTML has it."""
    command = [str(WEB / "node_modules" / ".bin" / "html-validate"), "--config", str(WEB / "htmlvalidate.json")]
    done = subprocess.run([*command, f"{site}/**/*.html"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[-2000:] + done.stderr) == (0, "")


def test_the_validators_see_a_fault_when_there_is_one(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<!DOCTYPE html>\n<html lang="nb"><title>x</title><p id=a><p id=a>', encoding="utf-8")
    for test in (test_the_nu_validator_finds_no_error_in_any_page, test_html_validate_finds_no_error_in_any_page):
        with pytest.raises(AssertionError):
            test(tmp_path)


def test_everything_that_the_search_leads_to_is_there(site: Path) -> None:
    for folder in folders(site):
        index = site / folder / "assets" / "javascripts" / "search-index.js"
        assert index.stat().st_size <= 150_000
        for page in json.loads(index.read_text(encoding="utf-8").removeprefix("window.taikunSearch = ")[:-2])["pages"]:
            html = lxml.html.parse(site / folder / page["url"] / "index.html")
            anchors = {element.get("id") for element in html.iter()}
            assert {anchor for anchor, *_ in page["sections"] if anchor} <= anchors, page["url"]


@pytest.mark.parametrize(("width", "scheme"), [(375, "dark"), (1440, "light")])
def test_axe_finds_nothing_on_any_kind_of_page(
    address: str, browser: Browser, curriculum: Curriculum, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    modules = [f"{kind}/{module.meta.id}/" for module in curriculum.modules[:2] for kind in ("moduler", "fasilitator")]
    for path in (*KINDS, *modules):
        page.goto(f"{address}utgave-1/{path}", wait_until="networkidle")
        results = Axe().run(page, options={"runOnly": list(AXE_RULES)})
        faults = [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in results.response["violations"]]
        assert faults == [], path
        if page.evaluate(USE_EVERYTHING):
            results = Axe().run(page, options={"runOnly": list(AXE_RULES)})
            faults = [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in results.response["violations"]]
            assert faults == [], f"{path}, used"
    context.close()


def test_every_page_has_one_heading_its_language_and_its_edition(site: Path, address: str, browser: Browser) -> None:
    page = browser.new_page()
    for path in html_pages(site):
        page.goto(address + path)
        assert page.locator("main h1, article h1").count() == 1, path
        assert page.evaluate("document.documentElement.lang") == "nb"
        assert ("Arbeidsutkast" if path.startswith("draft/") else "Første utgave") in str(page.text_content("body")), (
            path
        )
        is_guide = path.split("/")[1] == "fasilitator" and path.split("/")[2] not in ("", "metoder")
        assert str(page.locator('meta[name="description"]').get_attribute("content")).strip(), path
        noindex = page.locator('meta[name="robots"][content="noindex"]').count()
        assert noindex == (1 if path.startswith("draft/") or is_guide else 0), path
    page.close()


def test_a_nynorsk_module_says_that_it_is_nynorsk(address: str, browser: Browser, curriculum: Curriculum) -> None:
    page = browser.new_page()
    for module in curriculum.modules:
        page.goto(f"{address}draft/moduler/{module.meta.id}/")
        assert _language_of_heading(page) == str(module.meta.language)
    assert {"nb", "nn"} <= {str(module.meta.language) for module in curriculum.modules}
    page.close()


def test_the_first_page_is_light(site: Path, address: str, browser: Browser) -> None:
    """At most 250 kB over the wire with gzip, fonts included, measured on the front page."""
    page = browser.new_page()
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url))
    page.goto(address + "utgave-1/", wait_until="networkidle")
    total = 0
    for url in fetched:
        path = site / url.removeprefix(address).partition("?")[0]
        path = path / "index.html" if path.is_dir() else path
        data = path.read_bytes()
        total += len(data) if path.suffix == ".woff2" else len(gzip.compress(data, mtime=0))
    assert total <= 250_000
    page.close()


def test_the_editions_of_this_project_are_found(site: Path) -> None:
    known, problems = read_editions(DiskSources(ROOT, "editions"))
    assert problems == ()
    assert [edition.path for edition in known if is_built(edition)] == ["utgave-1"]
    assert (site / "utgave-1").is_dir()


def _language_of_heading(page: Page) -> str:
    """The language that a screen reader takes the heading for."""
    return str(page.evaluate("document.querySelector('h1').closest('[lang]').lang"))
