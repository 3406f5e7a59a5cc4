"""No text holds a phone number: it becomes outdated, and it may be a person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.model import Curriculum, Written
from taikun_build.problems import Location, Problem, Rule, Severity, msg

RULE = Rule(
    "phone-number",
    msg("This looks like a phone number: {number}"),
    msg("Link to a page where the number is kept up to date, or leave it out."),
    Severity.WARNING,
)

_GAP = r"[ \u00a0\u202f]"
_NUMBER = re.compile(
    rf"(?<![\w./,+:-])(?:(?:\+|00)47{_GAP}?[2-9](?:{_GAP}?\d){{7}}"
    rf"|[2-79]\d{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d"
    rf"|[489]\d\d{_GAP}\d\d{_GAP}\d\d\d)(?!{_GAP}?\d|[\w/]|[.,:-]\d)"
)
_FIGURE_BEFORE = re.compile(rf"\d{_GAP}$")


def check(text: Written, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report Norwegian phone numbers, wherever in the file.

    Eight digits are one when they follow +47, or are grouped as numbers are: 22 85 50 50 or 958 12 345.
    """
    for match in _NUMBER.finditer(text.text):
        if not _FIGURE_BEFORE.search(text.text, max(0, match.start() - 2), match.start()):
            yield RULE.at(Location.of(match.start(), text.text, text.path), number=match.group())
