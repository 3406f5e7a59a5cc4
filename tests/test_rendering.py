"""Planned pages as plain Markdown: plain text stays plain, links are turned, nothing engine-specific is left."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from support import ROOT

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.prose import EXTENSIONS, Element, MarkdownReader
from taikun_build.rendering import escape, escape_html, markdown_of, render_config, render_entrance, render_site
from taikun_build.site.pages import EVENTS
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site
from taikun_build.vocabulary import EventStatus

catalogues = cache(load_catalogue)


@pytest.fixture(scope="module")
def plan(curriculum: Curriculum) -> SitePlan:
    return plan_site(published_part(curriculum), draft_of_the_tree())


@pytest.fixture(scope="module")
def pages(plan: SitePlan, curriculum: Curriculum) -> dict[str, str]:
    return dict(render_site(plan, reference_lists(curriculum.references), catalogues))


TEXTS = st.text(
    alphabet=st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=60
) | st.sampled_from(
    [
        "- a",
        "1. b",
        "# c",
        "> d",
        "/// e",
        "| f |",
        "*g*",
        "[h](i)",
        "<b>",
        "&amp;",
        "`j`",
        "![k](l)",
        "~~~",
        "---",
        "=== x",
        "a_b_c",
    ]
)


@given(TEXTS.map(lambda text: " ".join(text.split())).filter(bool))
def test_a_plain_text_is_shown_as_it_stands(text: str) -> None:
    reader = MarkdownReader()
    tree = reader.read("Foran\n\n" + escape(text), {})
    assert [block.name for block in tree.blocks] == ["p", "p"]
    assert tree.blocks[1].text() == text
    assert tree.raw_html == ()


def test_html_is_escaped_in_text_and_attributes() -> None:
    assert escape_html('<i a="b">&') == "&lt;i a=&quot;b&quot;&gt;&amp;"


def test_a_tree_becomes_markdown_again() -> None:
    tree = Element("p", ("Berg. ", Element("i", ("Å *lete*",)), ". ", Element("a", ("x",), "https://nb.no")))
    assert markdown_of(tree) == "Berg. *Å &#42;lete&#42;*. [x](https://nb.no)"


def test_links_between_modules_lead_to_the_staged_pages_of_the_same_audience(pages: dict[str, str]) -> None:
    assert "[om søk](finne.md#slik-virker-det)" in pages["moduler/tvil.md"]
    assert "[om søk](finne.md#slik-virker-det)" in pages["fasilitator/tvil.md"]
    assert "![eit skjema](finne/skjema.svg)" in pages["moduler/finne.md"]
    assert "![eit skjema](../moduler/finne/skjema.svg)" in pages["fasilitator/finne.md"]
    assert "[tvil](moduler/tvil.md)" in pages["om.md"]


def test_a_title_can_hold_anything_and_does_no_harm(pages: dict[str, str]) -> None:
    front = yaml.safe_load(pages["moduler/finne.md"].split("---\n")[1])
    assert front["title"] == "Å finne fram &lt;i&gt; &amp; «søke»"
    assert front["lang"] == "nn"


def test_guides_are_kept_out_of_search_and_drafts_out_of_search_engines(pages: dict[str, str]) -> None:
    assert yaml.safe_load(pages["fasilitator/tvil.md"].split("---\n")[1])["search"] == {"exclude": True}
    assert "search:" not in pages["moduler/tvil.md"].split("---\n")[1]
    assert all("robots: noindex" in page for path, page in pages.items() if path.endswith(".md"))


def test_labels_follow_the_language_of_the_module(pages: dict[str, str]) -> None:
    assert "\nKilder\n" in pages["moduler/tvil.md"]
    assert "\nKjelder\n" in pages["moduler/finne.md"]


def test_a_past_event_stands_below_with_nothing_to_sign_up_for(curriculum: Curriculum) -> None:
    between = draft_of_the_tree(int(datetime(2027, 2, 1, tzinfo=UTC).timestamp()))
    plan = plan_site(published_part(curriculum), between)
    page = render_site(plan, reference_lists(curriculum.references), catalogues)[EVENTS]
    coming, past = page.split("\n## Tidligere arrangementer\n")
    assert re.findall("^#+ .*", coming, re.MULTILINE)[1:] == ['## <span lang="nn">Sommarsamling</span>']
    assert "[Legg i kalenderen (.ics)](arrangementer/sommarsamling.ics)" in coming
    assert "**Planlagt.** Det kan fortsatt bli endret." in coming
    assert re.findall("^#+ .*", past, re.MULTILINE) == ["### Vinterdag om tvil"]
    assert "- **Tid:** kl. 09.00–11.05" in past
    assert re.findall(r"\[.*?\]\(", past) == ["[Fagdag om tvil og søk](", "[Å stå i tvil]("]


def test_a_past_event_is_no_longer_planned_but_stays_cancelled(curriculum: Curriculum) -> None:
    events = tuple(
        event.model_copy(update={"status": status})
        for event, status in zip(curriculum.events, (EventStatus.PLANNED, EventStatus.CANCELLED), strict=True)
    )
    changed = replace(curriculum, events=replace(curriculum.events, items=events))
    later = draft_of_the_tree(int(datetime(2028, 1, 1, tzinfo=UTC).timestamp()))
    page = render_site(plan_site(published_part(changed), later), reference_lists(changed.references), catalogues)[
        EVENTS
    ]
    assert "Ingen arrangementer er kunngjort akkurat nå." in page
    assert re.findall(r"^\*\*.*", page, re.MULTILINE) == ["**Avlyst.**"]


def test_the_front_page_leads_to_no_page_that_is_not_there(curriculum: Curriculum) -> None:
    for known, is_led in ((curriculum, True), (replace(curriculum, modules=(), learning_paths=()), False)):
        empty = plan_site(known, draft_of_the_tree())
        home = render_site(empty, reference_lists(known.references), cache(load_catalogue))["index.md"]
        planned = {page.path for page in empty.pages}
        assert set(re.findall(r"\]\(([^)#]+\.md)", home)) <= planned
        assert ("kompetanse.md" in home) is is_led


def test_staged_pages_use_no_block_but_html_and_no_raw_html(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        outside_code = [part for number, part in enumerate(page.split("```")) if number % 2 == 0]
        blocks = [line for part in outside_code for line in part.split("\n") if line.startswith("///") and "|" in line]
        assert all(block.strip("/").startswith(" html | ") for block in blocks), path


def test_the_site_tool_reads_markdown_as_the_checks_do(plan: SitePlan) -> None:
    base = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = yaml.load(render_config(plan, base, catalogues), Loader=_Lenient)
    named = [next(iter(item)) if isinstance(item, dict) else item for item in config["markdown_extensions"]]
    assert set(EXTENSIONS) <= set(named)
    assert set(named) - set(EXTENSIONS) == {"pymdownx.blocks.html", "toc"}
    assert config["docs_dir"] == "docs"
    Markdown(extensions=list(EXTENSIONS))


def test_the_project_s_own_configuration_leaves_to_the_program_what_it_adds(plan: SitePlan) -> None:
    base = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own = set(yaml.load(base, Loader=_Lenient))
    added = set(yaml.load(render_config(plan, "", catalogues), Loader=_Lenient))
    assert not own & added


def test_every_label_that_the_overrides_use_is_given_to_them(plan: SitePlan) -> None:
    config = yaml.load(render_config(plan, "", catalogues), Loader=_Lenient)
    overrides = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    assert set(re.findall(r"labels\.(\w+)", overrides)) == set(config["extra"]["labels"])
    assert set(re.findall(r"extra\.edition\.(\w+)", overrides)) <= set(config["extra"]["edition"])


def test_the_front_door_keeps_query_and_anchor(plan: SitePlan) -> None:
    door = render_entrance("utgave-1", plan.settings, catalogues)
    assert 'location.replace("utgave-1/" + location.search + location.hash)' in door
    assert '<a href="utgave-1/">' in door


class _Lenient(yaml.SafeLoader):
    """Reads the one tag that the configuration needs."""


_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
