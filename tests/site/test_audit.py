"""The last look at a built site finds what should not be there."""

from __future__ import annotations

import pytest

from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.site.audit import audit_site, facilitator_sentences, html_path
from taikun_build.site.offline import offline_copy
from taikun_build.site.pages import Shown
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site
from taikun_build.site.search import INDEX

HTML = "<!doctype html><html><head>{head}</head><body>{body}</body></html>"
ONLY_FOR_FACILITATORS = "HEMMELIG HINT om å la stillheten vare til den tredje har sagt noe"


@pytest.fixture
def plan(curriculum: Curriculum) -> SitePlan:
    return plan_site(published_part(curriculum), draft_of_the_tree())


@pytest.fixture
def built(plan: SitePlan) -> dict[str, bytes]:
    """A site with everything that is planned and nothing in it."""
    return everything(plan)


def everything(plan: SitePlan) -> dict[str, bytes]:
    """All that is planned, empty, but for the archive."""
    documents = [document.path for document in plan.documents]
    pages = [html_path(page.path) for page in plan.pages] + [path for path in documents if path.endswith(".html")]
    others = dict.fromkeys((*plan.assets, *plan.data, *plan.cards, *documents), b"")
    return others | dict.fromkeys(pages, HTML.format(head="", body="").encode())


def found(plan: SitePlan, files: dict[str, bytes]) -> list[tuple[str, str]]:
    return [(problem.code, problem.where.path) for problem in audit_site(plan, files)]


def page(body: str = "", head: str = "") -> bytes:
    return HTML.format(head=head, body=body).encode()


def test_a_whole_site_is_fine(plan: SitePlan, built: dict[str, bytes]) -> None:
    assert found(plan, built) == []


def test_the_archive_of_an_edition_holds_all_its_files_and_nothing_else(curriculum: Curriculum) -> None:
    shown = Shown("first", "Første", "utgave-1", is_draft=False, is_candidate=False, date="2026-11-25")
    plan = plan_site(published_part(curriculum), shown)
    files = everything(plan)
    assert found(plan, files) == [("site-page-missing", "taikun-utgave-1.zip")]
    whole = files | {plan.archive: offline_copy(files, plan.archive, 0)}
    assert found(plan, whole) == []
    other = {path: data for path, data in files.items() if path != "feed.xml"} | {"notat.txt": b""}
    assert found(plan, files | {plan.archive: offline_copy(other, plan.archive, 0)}) == [
        ("site-page-missing", "taikun-utgave-1.zip"),
        ("site-page-unplanned", "taikun-utgave-1.zip"),
    ]


def test_what_is_missing_and_what_is_too_much(plan: SitePlan, built: dict[str, bytes]) -> None:
    del built["guides/tvil-hybrid.pdf"]
    del built["index.html"]
    built["moduler/uferdig/index.html"] = page()
    built["moduler/tvil/hemmelig.txt"] = b"x"
    assert found(plan, built) == [
        ("site-page-missing", "guides/tvil-hybrid.pdf"),
        ("site-page-missing", "index.html"),
        ("site-page-unplanned", "moduler/tvil/hemmelig.txt"),
        ("site-page-unplanned", "moduler/uferdig/index.html"),
    ]


@pytest.mark.parametrize(
    ("body", "dead"),
    [
        ('<a href="../tvil/">x</a>', False),
        ('<a href="../tvil/#her">x</a>', True),
        ('<p id="æ"><a href="#%C3%A6">x</a>', False),
        ('<a href="../borte/">x</a>', True),
        ('<img src="skjema.svg">', False),
        ('<img src="../skjema.svg">', True),
        ('<a href="https://nb.no">x</a>', False),
        ('<a href="?q=1">x</a>', False),
    ],
)
def test_links_within_the_site_are_followed(plan: SitePlan, built: dict[str, bytes], body: str, dead: bool) -> None:
    built["moduler/finne/index.html"] = page(body)
    assert found(plan, built) == ([("site-dead-link", "moduler/finne/index.html")] if dead else [])


@pytest.mark.parametrize(
    ("head", "foreign"),
    [
        ('<script src="https://cdn.example/x.js"></script>', True),
        ('<link rel="stylesheet" href="//fonts.example/x.css">', True),
        ('<link rel="canonical" href="https://taikun.example/">', False),
    ],
)
def test_nothing_is_fetched_from_elsewhere(plan: SitePlan, built: dict[str, bytes], head: str, foreign: bool) -> None:
    built["om/index.html"] = page(head=head)
    assert found(plan, built) == ([("site-foreign-request", "om/index.html")] if foreign else [])


@pytest.mark.parametrize(
    "where", ["moduler/tvil/index.html", "moduler/finne/index.html", "index.html", "api/modules.json", INDEX]
)
def test_a_facilitator_s_sentence_is_found_where_readers_look(
    plan: SitePlan, built: dict[str, bytes], where: str
) -> None:
    built[where] = (
        page(f"<p>Før. {ONLY_FOR_FACILITATORS.replace(' ', chr(10), 1)}. Etter.</p>")
        if where.endswith("html")
        else f'"{ONLY_FOR_FACILITATORS}"'.encode()
    )
    assert found(plan, built) == [("site-leak", where)]


@pytest.mark.parametrize(
    ("body", "active"),
    [
        ("<article><script>alert(1)</script></article>", True),
        ('<article><p onclick="alert(1)">x</p></article>', True),
        ('<article><a href=" JavaScript:alert(1)">x</a></article>', True),
        ("<article><!-- til kursleder --></article>", True),
        ("<article><p>onclick=1 &lt;script&gt;</p></article>", False),
        ("<script>1</script><article></article>", False),
    ],
)
def test_nothing_in_the_text_of_a_page_runs(plan: SitePlan, built: dict[str, bytes], body: str, active: bool) -> None:
    built["om/index.html"] = page(body)
    assert found(plan, built) == ([("site-active-content", "om/index.html")] if active else [])


@pytest.mark.parametrize("where", ["fasilitator/tvil/index.html", "lysbilder/tvil.html"])
def test_the_guide_page_and_the_slides_may_say_it(plan: SitePlan, built: dict[str, bytes], where: str) -> None:
    built[where] = page(f"<p>{ONLY_FOR_FACILITATORS}</p>")
    assert found(plan, built) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="../moduler/tvil/">x</a>', ""),
        ('<a href="moduler/tvil/">x</a>', "site-dead-link"),
        ('<img src="https://example.org/x.png">', "site-foreign-request"),
        ("<article><script>alert(1)</script></article>", "site-active-content"),
    ],
)
def test_slides_are_looked_through_as_pages_are(plan: SitePlan, built: dict[str, bytes], body: str, code: str) -> None:
    built["lysbilder/tvil.html"] = page(body)
    assert found(plan, built) == ([(code, "lysbilder/tvil.html")] if code else [])


def test_slides_that_nobody_planned_are_refused(plan: SitePlan, built: dict[str, bytes]) -> None:
    built["lysbilder/uferdig.html"] = page()
    del built["lysbilder/finne.html"]
    assert found(plan, built) == [
        ("site-page-missing", "lysbilder/finne.html"),
        ("site-page-unplanned", "lysbilder/uferdig.html"),
    ]


def test_every_kind_of_note_is_watched(curriculum: Curriculum) -> None:
    sentences = " ".join(facilitator_sentences(curriculum.modules[0]))
    for word in (
        "OVERSIKT",
        "AVSNITT",
        "FORBEREDELSE",
        "UNDERVEIS",
        "ETTERPÅ",
        "FALLGRUVE",
        "RESERVEPLAN",
        "HINT",
        "NOTAT",
        "PUNKT",
        "LEDETRÅD",
        "AVSLUTNING",
    ):
        assert f"HEMMELIG {word}" in sentences.replace("ANDRE ", ""), word
