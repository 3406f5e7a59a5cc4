"""No text holds a fødselsnummer or a D-number."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Written
from taikun_build.privacy import national_ids
from taikun_build.problems import Location, Problem, Rule, msg

RULE = Rule(
    "national-id",
    msg("This looks like a national identity number (fødselsnummer or D-number)."),
    msg(
        "Delete it. It stands in git's history too, so tell whoever is responsible for privacy where you work. In an"
        " example, write ddmmåå xxxxx."
    ),
)


def check(text: Written, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report such numbers, wherever in the file, by their date and both control digits. The number is not repeated."""
    for start, _ in national_ids(text.text):
        yield RULE.at(Location.of(start, text.text, text.path))
