"""E-mail addresses and phone numbers of people are found; what only looks like them is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from taikun_build.checks import email_address, phone_number
from taikun_build.model import Curriculum


def found(text: str, curriculum: Curriculum) -> list[tuple[str, int]]:
    """What both rules say of a page's text: each address or number with its column."""
    page = replace(curriculum.pages[0], text=text)
    problems = [*email_address.check(page, curriculum), *phone_number.check(page, curriculum)]
    values: list[Mapping[str, object]] = [problem.message.values for problem in problems]
    return [
        (str(value.get("address") or value.get("number")), problem.where.column)
        for value, problem in zip(values, problems, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "address", "column"),
    [
        ("Skriv til kari.nordmann@bib.no.", "kari.nordmann@bib.no", 11),
        ("[Kari](mailto:kari+kurs@sub.bib.no)", "kari+kurs@sub.bib.no", 15),
        ("<åse_ø@bib.no>", "åse_ø@bib.no", 2),
        ("poste@bib.no", "poste@bib.no", 1),
        ("Ring 22 85 50 50.", "22 85 50 50", 6),
        ("Ring 958 12 345, takk", "958 12 345", 6),
        ("(+47 958 12 345)", "+47 958 12 345", 2),
        ("0047 22855050", "0047 22855050", 1),
        ("+4722855050", "+4722855050", 1),
        ("22\u00a085\u00a050\u00a050", "22\u00a085\u00a050\u00a050", 1),
    ],
)
def test_what_leads_to_a_person_is_found(text: str, address: str, column: int, curriculum: Curriculum) -> None:
    assert found(text, curriculum) == [(address, column)]


@pytest.mark.parametrize(
    "text",
    [
        "post@bib.no, Bibliotek@bib.no, kontakt-oss@bib.no, hjelp.ub@bib.no, sok@bib.no, support@bib.no",
        "kari@example.org, kari@sub.example.com, kari@eksempel.no, kari@bib.test",
        "@kari@snabelen.no, git@github.com, tegning@2x.png, a@b, 5@6.7",
        "https://www.example.org/@kari/123",
        "230 000 poster, 22 855 050, 12 34 56 78, 95812345, 1958 12 345",
        "958 12 345 678, 22 85 50 50 60, 12 22 85 50 50",
        "ISBN 978-82-02-12345-6, ISBN 978 82 02 12345 6, ISSN 1234-5678",
        "10.5334/22855050, 2026-11-22, 22.11.2026, 2024/1689, 22.85.50.50",
        "sha256:22855050958123452285505095812345",
        "organisasjonsnummer 971 035 854, konto 1234 56 78903",
        "+46 8 123 456 78",
    ],
)
def test_roles_examples_and_other_numbers_are_not(text: str, curriculum: Curriculum) -> None:
    assert found(text, curriculum) == []
