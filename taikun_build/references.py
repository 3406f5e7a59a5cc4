"""What a reference says about itself: whether it is dated, whether it is law, and how its text may be reused.

The bibliography is CSL JSON, as Zotero exports it. It comes from outside, so any field may be missing or odd.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from taikun_build.vocabulary import Licence

LAW_TYPES = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})
"""CSL's types for texts that hold until they are changed, and may then no longer say what a module says they do."""

_PORT = r"(?:-(?:AT|AU|DE|IGO|NL|NO|US))?"
_FREE = re.compile(r"CC0-1\.0|CC-PDDC|CC-PDM-1\.0|PUBLIC-DOMAIN")
_ATTRIBUTION = re.compile(rf"CC-BY(?:-\d\.\d{_PORT})?|NLOD-\d\.\d|MIT")
_SHARE_ALIKE = re.compile(rf"CC-BY-SA-(?:2\.0|2\.5|3\.0|4\.0){_PORT}")
_ADAPTABLE = {
    Licence.CC0: (_FREE,),
    Licence.CC_BY: (_FREE, _ATTRIBUTION),
    Licence.CC_BY_SA: (_FREE, _ATTRIBUTION, _SHARE_ALIKE),
}


def is_law(reference: Mapping[str, Any]) -> bool:
    """Whether the reference is an act, a regulation, a treaty, a bill or a judgment."""
    return reference.get("type") in LAW_TYPES


def is_dated(reference: Mapping[str, Any]) -> bool:
    """Whether the reference says when it was issued, or at least when it was read."""
    return any(_is_date(reference.get(name)) for name in ("issued", "accessed"))


def licence_of(reference: Mapping[str, Any]) -> str | None:
    """The licence that was noted in CSL's field for what CSL has no field for: `"custom": {"licence": "CC-BY-4.0"}`."""
    custom = reference.get("custom")
    licence = custom.get("licence") if isinstance(custom, Mapping) else None
    return licence.strip() or None if isinstance(licence, str) else None


def permits_adaptation(licence: str, published_under: Licence) -> bool:
    """Whether a text with this licence may be adapted in one that is published under another. What is unknown may not.

    `licence` is an SPDX id, also written with spaces («CC BY 4.0»), or «public domain». NC and ND never permit it,
    SA only under the same licence in the same or a later version (which 1.0 did not yet allow), and what asks for
    attribution cannot become CC0. Source: Creative Commons' chart of which licences fit together.
    """
    spdx = "-".join(licence.upper().split())
    return any(form.fullmatch(spdx) for form in _ADAPTABLE[published_under])


def _is_date(value: Any) -> bool:
    """Whether this is a date with something in it, as CSL writes dates: numbers, or a text."""
    if not isinstance(value, Mapping):
        return False
    parts = value.get("date-parts")
    texts = (value.get("raw"), value.get("literal"))
    return (isinstance(parts, list) and any(parts)) or any(isinstance(text, str) and text.strip() for text in texts)
