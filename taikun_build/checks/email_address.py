"""No text holds the e-mail address of a person: people change jobs, and a published edition is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.model import Curriculum, Written
from taikun_build.problems import Location, Problem, Rule, Severity, msg

RULE = Rule(
    "email-address",
    msg("This is a person's e-mail address: {address}"),
    msg("Write the address of a role, such as post@ or bibliotek@, or leave it out."),
    Severity.WARNING,
)

_ADDRESS = re.compile(r"(?<![\w.+@-])(?P<local>\w[\w.+-]*)@(?P<domain>\w[\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,})(?![\w@])")
_ROLE = re.compile(
    r"(?:admin|bib(?:liotek(?:et)?)?|epost|git|hjelp|info|kontakt|kurs|noreply|personvern(?:ombud)?|post(?:mottak)?"
    r"|presse|redaksjon(?:en)?|rettleiing|skranken?|sok|support|ub|veiledning|webmaster)(?![^\W_])",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|eksempel\.no|(?:example|invalid|test))$")
_FILES = (".jpg", ".png", ".svg", ".webp")


def check(text: Written, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report addresses, wherever in the file, that neither begin with a role nor are made for examples (RFC 2606)."""
    for match in _ADDRESS.finditer(text.text):
        domain = match.group("domain").lower()
        if not _ROLE.match(match.group("local")) and not _EXAMPLES.search(domain) and not domain.endswith(_FILES):
            yield RULE.at(Location.of(match.start(), text.text, text.path), address=match.group())
