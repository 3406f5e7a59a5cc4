"""What a facilitator copies and what a guide's link ticks on the proof, in a real browser on the built example."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import served
from playwright.sync_api import Browser, Page, expect
from support import copy_project

from taikun_build import pipeline

pytestmark = pytest.mark.xdist_group("invitation")

INVITATION = """\
Å finne fram <i> & «søke»
Deltakarane søkjer på to måtar og samanliknar.
Dette kan du etter økta:
– Samanlikne to søk
Målgruppe: Rettleiarar
Lengd: 30 minutt med pausar
Slik går det føre seg: Vi møtest på nett.
Forkunnskapar: Det er ein fordel å ha vore med på «Å stå i tvil» først.
Ta med: Ein PC med kamera og hovudtelefonar, og ein stad der du kan snakke uforstyrra.
Gruppe: 2–10 deltakarar
Tid: [dag, dato og klokkeslett]
Lenkje: [lenkje til møtet]
Meld deg på innan: [dato og lenkje til påmeldinga]
Spørsmål: [namn og e-postadresse]"""


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example's working draft."""
    root = copy_project(tmp_path_factory.mktemp("example") / "project")
    built = pipeline.build(root, root / "site", date(2026, 11, 25), lambda _step: None)
    assert built.output is not None, built.problems
    with served(root / "site") as address:
        yield address + "draft/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may write to the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_an_invitation_is_copied_as_plain_text_and_the_page_says_so(draft: str, page: Page) -> None:
    page.goto(draft + "fasilitator/finne/")
    status = page.locator(".tk-copy [role=status]")
    expect(status).to_have_text("")
    page.get_by_role("button", name="Kopier teksten").press("Enter")
    expect(status).to_have_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()") == INVITATION


def test_the_invitation_of_the_chosen_format_is_the_one_that_is_copied(draft: str, page: Page) -> None:
    page.goto(draft + "fasilitator/tvil/")
    for name, words in (("Digitalt", "Vi møtes på nett."), ("Fysisk", "Vi møtes i samme rom.")):
        page.locator(".tk-invitation").get_by_role("tab", name=name).click()
        button = page.locator(".tk-invitation").get_by_role("button", name="Kopier teksten")
        expect(button).to_have_count(1)
        button.click()
        expect(page.locator(".tk-copy [role=status]:visible")).to_have_text("Kopiert")
        assert words in page.evaluate("navigator.clipboard.readText()")


def test_a_browser_that_will_not_copy_says_what_to_do(draft: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(draft.replace("127.0.0.1", "0.0.0.0") + "fasilitator/finne/")  # noqa: S104 - an address without a clipboard
    assert page.evaluate("isSecureContext") is False
    page.get_by_role("button", name="Kopier teksten").click()
    expect(page.locator(".tk-copy [role=status]")).to_have_text(
        "Nettlesaren ville ikkje kopiere. Merk teksten og kopier han sjølv."
    )
    page.close()


def test_without_a_script_every_invitation_is_there_to_mark(draft: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(draft + "fasilitator/tvil/")
    assert page.locator(".tk-copied:visible").count() == 3
    assert page.get_by_role("button", name="Kopier teksten").count() == 0
    context.close()


def test_on_paper_there_is_no_invitation(draft: str, page: Page) -> None:
    page.goto(draft + "fasilitator/tvil/")
    assert page.locator(".tk-invitation").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".tk-invitation").is_hidden()


def ticked(page: Page) -> list[str]:
    """The titles that are ticked on the page with the proof."""
    return [
        str(box.locator("xpath=..").locator("strong").text_content())
        for box in page.locator(":checked[type=checkbox]").all()
    ]


def test_the_link_of_a_guide_opens_the_proof_with_its_module_ticked(draft: str, page: Page) -> None:
    page.goto(draft + "fasilitator/tvil/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_role("article").get_by_role("link", name="Kursbevis").click()
    assert page.url == draft + "kursbevis/#modul=tvil"
    assert ticked(page) == ["Å stå i tvil"]
    assert "Å stå i tvil, 60 minutter" in page.locator(".tk-proof:visible").inner_text()
    expect(page.locator(".tk-proof-choices [role=status]")).to_have_text("60 minutter i alt")
    assert [url for url in requests if "modul=" in url] == []


@pytest.mark.parametrize(
    ("anchor", "titles"),
    [
        ("", []),
        ("modul=ukjent", []),
        ("modul=", []),
        ("modul=%&modul=%E0%A4%A", []),
        ('modul="]<i>', []),
        ("tvil", []),
        ("modul=ukjent&modul=tvil", ["Å stå i tvil"]),
        ("modul=finne&modul=tvil", ["Å stå i tvil", "Å finne fram <i> & «søke»"]),
    ],
)
def test_ids_that_nobody_knows_tick_nothing(anchor: str, titles: list[str], draft: str, page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{draft}kursbevis/#{anchor}")
    assert ticked(page) == titles
    assert page.get_by_role("button", name="Skriv ut").is_visible()
    assert faults == []


def test_another_link_on_the_same_page_ticks_one_more_and_leaves_what_was_chosen(draft: str, page: Page) -> None:
    page.goto(draft + "kursbevis/#modul=tvil")
    page.evaluate("location.hash = 'modul=finne'")
    expect(page.locator(".tk-proof-choices [role=status]")).to_have_text("90 minutter i alt")
    assert ticked(page) == ["Å stå i tvil", "Å finne fram <i> & «søke»"]


def test_without_a_script_the_link_leads_to_the_module_in_the_list(draft: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(draft + "kursbevis/#modul=finne")
    assert page.locator("li", has=page.locator(":target")).inner_text() == "Å finne fram <i> & «søke» · 30 minutter"
    context.close()


@pytest.mark.parametrize(
    "path", ["evaluering/tvil/", "evaluering/finne/", "fasilitator/tvil/", "kursbevis/#modul=tvil"]
)
def test_the_pages_are_accessible_and_fit_a_narrow_window(path: str, draft: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(draft + path)
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_each_wording_of_a_form_says_which_language_it_is_in(draft: str, page: Page) -> None:
    page.goto(draft + "evaluering/finne/")
    row = page.locator("li", has_text="finne__samanlikne")
    languages = [one.evaluate("item => item.closest('[lang]').lang") for one in row.all()]
    texts = [str(one.text_content()).split(maxsplit=1)[1] for one in row.all()]
    assert list(zip(languages, texts, strict=True))[:2] == [("nb", "Sammenligne to søk"), ("nn", "Samanlikne to søk")]
    assert page.locator("h1 span").get_attribute("lang") == "nn"
    assert page.locator("h1").inner_text() == "Evaluering: Å finne fram <i> & «søke»"
