"""References as a reader meets them."""

from __future__ import annotations

from taikun_build.bibliography import reference_list
from taikun_build.vocabulary import Language


def test_when_it_was_read_and_our_own_notes_are_not_printed() -> None:
    page = {"id": "x", "type": "webpage", "title": "Om eksempler", "URL": "https://example.org/om"}
    noted = {**page, "accessed": {"date-parts": [[2026, 11, 22]]}, "custom": {"licence": "CC-BY-NC-SA-4.0"}}
    assert reference_list({"x": noted}, ["x"], Language.NB) == reference_list({"x": page}, ["x"], Language.NB)
