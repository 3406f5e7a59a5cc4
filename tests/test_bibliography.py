"""References as a reader meets them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.bibliography import reference_list
from taikun_build.vocabulary import Language


def test_when_it_was_read_and_our_own_notes_are_not_printed() -> None:
    page = {"id": "x", "type": "webpage", "title": "Om eksempler", "URL": "https://example.org/om"}
    noted = {**page, "accessed": {"date-parts": [[2026, 11, 22]]}, "custom": {"licence": "CC-BY-NC-SA-4.0"}}
    assert reference_list({"x": noted}, ["x"], Language.NB) == reference_list({"x": page}, ["x"], Language.NB)


LAW = {
    "id": "lov",
    "type": "legislation",
    "title": "Lov om eksempler",
    "issued": {"date-parts": [[2021, 6, 1]]},
    "container-title": "Lovdata",
    "URL": "https://example.org/lov",
}


def as_read(item: Mapping[str, Any]) -> str:
    """The reference as a reader sees it."""
    ((_, entry),) = reference_list({"x": {**item, "id": "x"}}, ["x"], Language.NB)
    return entry.text()


def test_an_act_without_an_author_stands_under_its_title_once() -> None:
    assert as_read(LAW) == "Lov om eksempler. (2021). Lovdata. https://example.org/lov"
    assert as_read({**LAW, "author": []}) == as_read(LAW)


def test_an_act_that_has_an_author_keeps_its_title_behind_the_year() -> None:
    assert (
        as_read({**LAW, "author": [{"literal": "EU"}]})
        == "EU. (2021). Lov om eksempler. Lovdata. https://example.org/lov"
    )
