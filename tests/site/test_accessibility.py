"""What is known of the site's accessibility, criterion by criterion."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.model import Curriculum
from taikun_build.rendering import render_config, render_site
from taikun_build.site.accessibility import AccessibilityPage, accessibility_page
from taikun_build.site.pages import ACCESSIBILITY
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.vocabulary import Conformance
from taikun_build.wcag import ADDED, PRINCIPLES, REQUIRED


def page_of(curriculum: Curriculum) -> AccessibilityPage:
    (page,) = accessibility_page(curriculum.accessibility, curriculum.settings)
    assert isinstance(page.value, AccessibilityPage)
    return page.value


def test_the_law_asks_for_48_criteria_in_four_principles_and_2_2_adds_six(curriculum: Curriculum) -> None:
    page = page_of(curriculum)
    assert [name for name, _rows in page.principles] == list(PRINCIPLES)
    assert [len(rows) for _name, rows in page.principles] == [18, 17, 10, 3]
    assert [row.criterion.number for row in page.added] == ["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"]
    assert {"1.2.3", "1.2.4"}.isdisjoint(REQUIRED)


def test_what_is_not_told_counts_as_not_tested_and_what_is_added_does_not_count(curriculum: Curriculum) -> None:
    page = page_of(curriculum)
    assert page.results == {
        Conformance.PASSED: 1,
        Conformance.FAILED: 1,
        Conformance.NOT_RELEVANT: 0,
        None: 46,
    }
    assert (page.automated, page.by_hand) == (1, 1)


def test_without_the_file_there_is_no_page_and_no_way_to_it(curriculum: Curriculum) -> None:
    plan = plan_site(replace(curriculum, accessibility=None), draft_of_the_tree())
    assert ACCESSIBILITY not in {page.path for page in plan.pages}
    assert "tilgjengelighet" not in render_config(plan, "", cache(load_catalogue))


def test_the_statement_is_linked_from_the_page_and_the_foot_of_every_page_once_there_is_one(
    curriculum: Curriculum,
) -> None:
    address = "https://uustatus.no/nb/erklaringer/publisert/1"
    settings = curriculum.settings.model_copy(update={"accessibility_statement": address})
    for known, is_linked in ((curriculum, False), (replace(curriculum, settings=settings), True)):
        plan = plan_site(known, draft_of_the_tree())
        text = render_site(plan, reference_lists(known.references), cache(load_catalogue))[ACCESSIBILITY]
        assert (f"[Les erklæringen for dette nettstedet]({address})" in text) is is_linked
        assert ("lager den før første utgave publiseres" in text) is not is_linked
        assert (f"statement: {address}" in render_config(plan, "", cache(load_catalogue))) is is_linked


def test_a_row_says_how_it_is_tried_and_what_came_of_it(curriculum: Curriculum) -> None:
    plan = plan_site(curriculum, draft_of_the_tree())
    text = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))[ACCESSIBILITY]
    rows = {row.split("tk-criterion\n")[1].split(" ")[0]: row for row in re.split(r"////// html \| li", text)[1:]}
    assert list(rows) == [*REQUIRED, *ADDED]
    assert "**Hver gang:** axe måler kontrasten" in rows["1.4.3"]
    assert "Ingen feil funnet" in rows["1.4.3"]
    assert "**Prøvd av et menneske 20. november 2026:** Et bilde er sett på" in rows["1.4.5"]
    assert "Feil funnet" in rows["1.4.5"]
    assert "Ikke prøvd ennå" in rows["1.1.1"]
    assert "Ikke aktuelt" in rows["2.5.7"]
