"""When the rules about days are silent; their pages show what they find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from taikun_build import checks
from taikun_build.model import Setting
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources

MODULE = "curriculum/modules/etikk/tvil.md"
LATE = date(2028, 1, 1)
EARLY = date(2026, 1, 1)
ABOUT_DAYS = ("stale-law", "review-overdue", "review-order", "future-date", "not-a-date")


def found(content: Mapping[str, bytes], today: date | None, *edits: tuple[str, str]) -> list[str]:
    """Codes found on a day in the example's one module that leans on a law."""
    text = content[MODULE].decode()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    files = {
        path: data for path, data in content.items() if not path.endswith(("finne.md", "uferdig.md", ".svg", ".png"))
    }
    curriculum, problems = read_curriculum(MemorySources({**files, MODULE: text.encode()}))
    assert curriculum is not None
    known = (*problems, *checks.run(checks.DRAFT, curriculum, Setting(today)))
    return [problem.code for problem in known if problem.code in ABOUT_DAYS]


def test_each_rule_finds_what_it_is_there_for(content: Mapping[str, bytes]) -> None:
    assert found(content, LATE) == ["stale-law", "review-overdue"]
    assert found(content, EARLY) == ["future-date"] * 4


def test_without_a_day_nothing_is_late_or_early(content: Mapping[str, bytes]) -> None:
    assert found(content, None) == []


def test_a_retired_module_need_not_be_kept_up(content: Mapping[str, bytes]) -> None:
    assert found(content, LATE, ("status: pilot", "status: retired")) == []


def test_a_date_that_cannot_be_read_is_one_finding(content: Mapping[str, bytes]) -> None:
    day = date(2026, 11, 25)
    assert found(content, day, ("review_by: 2027-05-31", "review_by: mai 2027")) == ["not-a-date"]
    assert found(content, day, ("reviewed: 2026-11-23", "reviewed: i går")) == ["not-a-date"]
    assert found(content, day, ("valid_as_of: 2026-11-22", "valid_as_of: i går")) == ["not-a-date"]
