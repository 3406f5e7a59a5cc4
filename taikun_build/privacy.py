"""What a curriculum must not hold, and a report must not repeat: national identity numbers and secrets.

Reports end up in logs that many can read. So `problems` blots out what is found here in all that a rule says, and
`reports` in the source lines that it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum


class Secret(StrEnum):
    """The kinds of secrets that are known by their form."""

    PRIVATE_KEY = "private key"
    ACCESS_KEY = "access key"
    PASSWORD = "password"  # noqa: S105 - the name of a kind


Span = tuple[int, int]
"""A stretch of a text: the offsets of its first character and of the one after its last."""


_ELEVEN_DIGITS = re.compile(r"(?<!\w)(?<!\d[.,-])(\d{2})(\d{2})(\d{2})[ \u00a0]?(\d{5})(?![.,-]?\w)")
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_D_NUMBER = 40

_PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----")
_ACCESS_KEY = re.compile(
    r"(?<![\w-])(?:"
    r"A(?:KIA|SIA)[0-9A-Z]{16}"  # AWS
    r"|gh[opsur]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}"
    r"|glpat-[\w-]{20,}"  # GitLab
    r"|xox[abeoprs]-[A-Za-z0-9-]{10,}"  # Slack
    r"|sk-(?=[A-Za-z_-]*[0-9])[\w-]{20,}"  # OpenAI, Anthropic
    r"|AIza[\w-]{35}"  # Google
    r")(?![\w-])"
)
_PASSWORD = re.compile(
    r"(?i:\b(?:password|passord|passphrase|passfrase|api[_ -]?(?:key|nøkkel))[\"']?)[ \t]*[:=][ \t]*[\"'`«]?"
    r"(?P<value>[^\s\"'`«»<>{}\[\]$*…]{8,})"
)
_IN_ADDRESS = re.compile(r"://[^\s/:@]+:(?P<value>[^\s/:@<>{}\[\]$*…]+)@")
_PLACEHOLDER = re.compile(r"(?i)example|eksempel|placeholder|pass(?:ord|word)|changeme|xxx")
_KEY_LINE = re.compile(r"^[ \t>]*[A-Za-z0-9+/]{60,}={0,2}[ \t]*$", re.MULTILINE)


def national_ids(text: str) -> Iterator[Span]:
    """Norwegian national identity numbers: fødselsnummer and D-number.

    Eleven digits, ddmmyy and five more, of which the last two are control digits modulo 11; in a D-number the day is
    raised by 40. (Skatteetaten's rule for the number's structure.) Synthetic test numbers have a month above 12 and
    are nobody's, so they are let through.
    """
    for match in _ELEVEN_DIGITS.finditer(text):
        digits = [int(digit) for group in match.groups() for digit in group]
        day, month = int(match.group(1)), int(match.group(2))
        if _is_day(day, month) and _is_checked(digits) and not _is_address(text, match.start()):
            yield match.span()


def secrets(text: str) -> Iterator[tuple[Secret, Span]]:
    """Private keys, access keys of well-known services, and passwords that are written out.

    A word is no password: the value must hold both letters and digits, and must not look like a placeholder.
    """
    for match in _PRIVATE_KEY.finditer(text):
        yield Secret.PRIVATE_KEY, match.span()
    for match in _ACCESS_KEY.finditer(text):
        if not _PLACEHOLDER.search(match.group()):
            yield Secret.ACCESS_KEY, match.span()
    for form in (_PASSWORD, _IN_ADDRESS):
        for match in form.finditer(text):
            value = match.group("value").rstrip(".,;:)")
            is_mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
            if is_mixed and not _PLACEHOLDER.search(value) and "://" not in value:
                yield Secret.PASSWORD, (match.start("value"), match.start("value") + len(value))


def blotted(text: str) -> str:
    """The text with all such things blotted out, at the same length."""
    spans = [*national_ids(text), *(span for _, span in secrets(text))]
    spans += [match.span() for match in _KEY_LINE.finditer(text)]
    for start, end in spans:
        text = text[:start] + "•" * (end - start) + text[end:]
    return text


def _is_day(day: int, month: int) -> bool:
    """Whether such a day can be; the year is left out, since 2000 has every day."""
    try:
        date(2000, month, day - _D_NUMBER if day > _D_NUMBER else day)
    except ValueError:
        return False
    return True


def _is_checked(digits: list[int]) -> bool:
    """Whether both control digits fit: each weighted sum, the control digit included, is divisible by 11."""
    return all(
        sum(weight * digit for weight, digit in zip(weights, digits, strict=False)) % 11 == 0
        for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS)
    )


def _is_address(text: str, at: int) -> bool:
    """Whether a place is inside a web address or a DOI, where eleven digits are another number."""
    word = re.split(r"[\s(<\"]", text[max(0, at - 200) : at])[-1]
    return "://" in word or word.startswith("10.")
