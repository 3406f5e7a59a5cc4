"""Times are computed, never typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from taikun_build.model import Curriculum
from taikun_build.timing import clock, longest_stretch, total_minutes, utc


def test_all_minutes_of_a_module_count(curriculum: Curriculum) -> None:
    assert total_minutes(curriculum.modules[0]) == 60


def test_the_longest_stretch_ends_where_the_break_should_have_been(curriculum: Curriculum) -> None:
    module = curriculum.modules[0]
    stretch = longest_stretch(module)
    assert (stretch.minutes, stretch.where) == (45, module.activities[1].where)


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0.00"), (5, "0.05"), (59, "0.59"), (60, "1.00"), (125, "2.05")])
def test_the_clock_turns_at_the_hour(minutes: int, shown: str) -> None:
    assert clock(minutes) == shown


@pytest.mark.parametrize(
    ("clock", "hour"),
    [
        ("2027-01-20T09:00", 8),
        ("2027-06-14T09:00", 7),
        ("2027-03-28T01:59", 0),
        ("2027-03-28T03:00", 1),
        ("2027-10-31T02:30", 0),
        ("2027-10-31T03:00", 2),
    ],
)
def test_clocks_are_put_forward_and_back_on_the_last_sundays_of_march_and_october(clock: str, hour: int) -> None:
    found = utc(datetime.fromisoformat(clock))
    assert (found.hour, found.tzinfo) == (hour, UTC)
