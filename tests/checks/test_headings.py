"""Headings where a page is put together of many parts: activities, variants, boxes, notes and dilemmas."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from taikun_build import checks
from taikun_build.model import Setting
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources

MODULE = "curriculum/modules/etikk/tvil.md"
PAGE = "curriculum/pages/om.md"
CODES = ("heading-level", "repeated-anchor")


def found(content: Mapping[str, bytes], path: str, right: str, faulty: str) -> list[str]:
    text = content[path].decode()
    assert text.count(right) == 1
    files = {**content, path: text.replace(right, faulty).encode()}
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    assert problems == ()
    return [p.code for p in checks.run(checks.DRAFT, curriculum, Setting()) if p.code in CODES]


@pytest.mark.parametrize(
    ("right", "fine"),
    [
        ("Stå i ring.\n", "### I ringen\n\nStå.\n"),
        ("- Hva overrasket deg?\n", "### Overraskelser\n\n- Hva overrasket deg?\n"),
        ("Les situasjonen alene.", "### Alene\n\n#### Les\n\nLes situasjonen alene."),
        ("HEMMELIG NOTAT om", "### Til deg\n\nHEMMELIG NOTAT om"),
        ("- Tvil er lov.\n", "## Til slutt\n\n### Tvil\n\n- Tvil er lov.\n"),
        ("## Før du begynner\n", "## Forberedelser\n\n### Utstyr\n"),
        ("## Før du begynner\n", "> ## Før du begynner\n"),
    ],
)
def test_headings_that_follow_the_page(content: Mapping[str, bytes], right: str, fine: str) -> None:
    assert found(content, MODULE, right, fine) == []


@pytest.mark.parametrize(
    ("right", "faulty"),
    [
        ("Stå i ring.\n", "## I ringen\n\nStå.\n"),
        ("Stå i ring.\n", "#### I ringen\n\nStå.\n"),
        ("- Hva overrasket deg?\n", "# Overraskelser\n\n- Hva overrasket deg?\n"),
        ("HEMMELIG NOTAT om", "##### Til deg\n\nHEMMELIG NOTAT om"),
        ("- Tvil er lov.\n", "### Tvil\n\n- Tvil er lov.\n"),
        ("## Før du begynner\n", "Før du begynner\n===\n"),
    ],
)
def test_one_heading_on_the_wrong_level_is_one_finding(content: Mapping[str, bytes], right: str, faulty: str) -> None:
    assert found(content, MODULE, right, faulty) == ["heading-level"]


def test_what_follows_a_skip_is_measured_from_where_it_should_have_been(content: Mapping[str, bytes]) -> None:
    faulty = "## Før du begynner\n\n#### En\n\n#### To\n\n#### Tre\n"
    assert found(content, MODULE, "## Før du begynner\n", faulty) == ["heading-level"]


def test_a_variant_does_not_carry_its_headings_over_to_the_next(content: Mapping[str, bytes]) -> None:
    both = "### Ringen\n\nStå i ring.\n\n///\n\n/// format | digital\n\n#### Chatten\n"
    right = "Stå i ring.\n\n///\n\n/// format | digital\n"
    assert found(content, MODULE, right, both) == ["heading-level"]


def test_pages_have_headings_too(content: Mapping[str, bytes]) -> None:
    assert found(content, PAGE, "## Hvem\n", "### Hvem\n") == ["heading-level"]
    assert found(content, PAGE, "## Hvem\n", "## Hvem\n\n## Om eksemplet\n") == ["repeated-anchor"]
    assert found(content, PAGE, "## Hvem\n", "## Hvem\n\n### Hva\n\n## Når\n") == []


@pytest.mark.parametrize("heading", ["Svaret", "Svaret i skranken", "Dilemmaet", "Kilde-berg2020", "Å stå i tvil"])
def test_what_the_page_is_made_of_has_anchors_of_its_own(content: Mapping[str, bytes], heading: str) -> None:
    faulty = f"## Før du begynner\n\n## {heading}\n"
    assert found(content, MODULE, "## Før du begynner\n", faulty) == ["repeated-anchor"]


@pytest.mark.parametrize("heading", ["Kilder", "Kjøreplan", "Plan B", "Dette lærer du", "Kjenne igjen", "Tenk etter"])
def test_sections_that_the_page_adds_take_no_words_from_the_author(content: Mapping[str, bytes], heading: str) -> None:
    fine = f"## Før du begynner\n\n## {heading}\n"
    assert found(content, MODULE, "## Før du begynner\n", fine) == []
