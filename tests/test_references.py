"""What a reference says about itself, however odd the bibliography is."""

from __future__ import annotations

from typing import Any

import pytest

from taikun_build.references import is_dated, is_law, licence_of, permits_adaptation
from taikun_build.vocabulary import Licence


@pytest.mark.parametrize(
    "date",
    [
        {"date-parts": [[2020]]},
        {"date-parts": [["2020", 1, 2]]},
        {"raw": "2020-01-02"},
        {"literal": "ca. 1920"},
        {"date-parts": [[]], "literal": "u.å., trolig 1920"},
    ],
)
@pytest.mark.parametrize("field", ["issued", "accessed"])
def test_a_year_or_a_text_is_a_date(field: str, date: Any) -> None:
    assert is_dated({"id": "x", field: date})


@pytest.mark.parametrize("date", [None, "2020", 2020, [], {}, {"date-parts": [[]]}, {"date-parts": 7}, {"raw": " "}])
def test_an_empty_or_odd_field_is_no_date(date: Any) -> None:
    assert not is_dated({"id": "x", "issued": date, "accessed": date})


def test_acts_and_judgments_are_law_and_reports_about_them_are_not() -> None:
    assert [
        kind for kind in ("legislation", "legal_case", "treaty", "report", "webpage") if is_law({"type": kind})
    ] == [
        "legislation",
        "legal_case",
        "treaty",
    ]
    assert not is_law({})


def test_the_licence_is_noted_in_csl_s_field_for_notes_of_one_s_own() -> None:
    assert licence_of({"custom": {"licence": " CC-BY-4.0 "}}) == "CC-BY-4.0"
    odd: tuple[Any, ...] = (None, "CC-BY-4.0", [], {}, {"licence": None}, {"licence": 4}, {"licence": " "})
    assert [licence_of({"custom": custom}) for custom in odd] == [None] * len(odd)


@pytest.mark.parametrize(
    "licence",
    ["CC0-1.0", "CC-BY-4.0", "cc by 4.0", "CC BY", "CC-BY-3.0-IGO", "CC-BY-2.5", "NLOD-2.0", "public domain", "MIT"],
)
def test_free_texts_may_be_adapted_under_cc_by(licence: str) -> None:
    assert permits_adaptation(licence, Licence.CC_BY)
    assert permits_adaptation(licence, Licence.CC_BY_SA)


@pytest.mark.parametrize(
    "licence",
    [
        "CC-BY-NC-SA-4.0",
        "CC-BY-NC-4.0",
        "CC-BY-ND-4.0",
        "CC-BY-4.0-NC",
        "CC-BY-SA-1.0",
        "all rights reserved",
        "opphavsrett Khrono",
        "GPL-3.0-only",
        "",
    ],
)
def test_what_is_not_free_may_be_adapted_under_no_licence(licence: str) -> None:
    assert not any(permits_adaptation(licence, own) for own in Licence)


def test_share_alike_may_be_adapted_under_share_alike_alone() -> None:
    assert [own for own in Licence if permits_adaptation("CC-BY-SA-3.0-IGO", own)] == [Licence.CC_BY_SA]


def test_what_asks_for_attribution_cannot_become_cc0() -> None:
    assert [permits_adaptation(licence, Licence.CC0) for licence in ("CC0-1.0", "public domain", "CC-BY-4.0")] == [
        True,
        True,
        False,
    ]
