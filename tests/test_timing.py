"""Times are computed, never typed."""

from __future__ import annotations

import pytest

from taikun_build.model import Curriculum
from taikun_build.timing import clock, longest_stretch, run_sheet, total_minutes


def test_the_run_sheet_goes_from_activity_to_activity(curriculum: Curriculum) -> None:
    module = curriculum.modules[0]
    assert [(step.start, step.end, step.activity.options.id) for step in run_sheet(module)] == [
        (0, 10, "innsjekk"),
        (10, 45, "dilemmaet"),
        (45, 50, "pause"),
        (50, 60, "utsjekk"),
    ]
    assert total_minutes(module) == 60


def test_the_longest_stretch_ends_where_the_break_should_have_been(curriculum: Curriculum) -> None:
    module = curriculum.modules[0]
    stretch = longest_stretch(module)
    assert (stretch.minutes, stretch.where) == (45, module.activities[1].where)


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0.00"), (5, "0.05"), (59, "0.59"), (60, "1.00"), (125, "2.05")])
def test_the_clock_turns_at_the_hour(minutes: int, shown: str) -> None:
    assert clock(minutes) == shown
