"""A module as it is held in one format: times that add up, and nothing of the other formats."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taikun_build.lessons import in_format, lesson, run_sheet
from taikun_build.model import Activity, ActivityOptions, Curriculum, FormatVariant, Module, Positions
from taikun_build.problems import Location
from taikun_build.vocabulary import Format, Method
from taikun_build.yaml_tree import Scalar

HERE = Location("m.md", 1)


def test_the_run_sheet_goes_from_activity_to_activity_and_numbers_all_but_breaks(curriculum: Curriculum) -> None:
    rows = run_sheet(curriculum.modules[0], Format.HYBRID)
    assert [(row.id, row.number, row.start, row.end, row.is_break) for row in rows] == [
        ("innsjekk", 1, 0, 10, False),
        ("dilemmaet", 2, 10, 45, False),
        ("pause", None, 45, 50, True),
        ("utsjekk", 3, 50, 60, False),
    ]


def test_a_row_has_the_equipment_of_its_format_and_what_is_the_same_in_all(curriculum: Curriculum) -> None:
    (tvil, *_) = curriculum.modules
    things = {form: [row.equipment for row in run_sheet(tvil, form)][:2] for form in Format}
    assert things[Format.PHYSICAL] == [("Stoler i ring",), ("Situasjonen på ark",)]
    assert things[Format.DIGITAL] == [("Chat",), ()]


@pytest.mark.parametrize("form", Format)
def test_a_lesson_holds_no_variant_of_another_format(curriculum: Curriculum, form: Format) -> None:
    (tvil, *_) = curriculum.modules
    theme = curriculum.settings.themes[0]
    plan = lesson(tvil, theme, form)
    inner = [part for activity in plan.body if isinstance(activity, Activity) for part in activity.parts]
    variants = [part for part in inner if isinstance(part, FormatVariant)]
    assert [part.form for part in variants] == [form] * 3
    assert len(plan.body) == len(tvil.body)
    assert plan.rows == run_sheet(tvil, form)


def module_with(minutes: list[int], curriculum: Curriculum) -> Module:
    """A module whose activities last so long; every third is a break."""
    body = tuple(
        Activity(
            ActivityOptions(
                id=f"steg-{number}",
                minutes=length,
                method=Method.BREAK if number % 3 == 2 else Method.PAIRS,
                purpose="?",
                outcomes=(),
            ),
            f"Steg {number}",
            (),
            HERE,
            Positions(Scalar("", HERE)),
        )
        for number, length in enumerate(minutes)
    )
    (tvil, *_) = curriculum.modules
    return Module(tvil.path, tvil.meta, body, tvil.at, tvil.digest, tvil.text)


@given(minutes=st.lists(st.integers(1, 300), min_size=1, max_size=20))
def test_no_minute_is_lost_or_counted_twice(minutes: list[int], curriculum: Curriculum) -> None:
    rows = run_sheet(module_with(minutes, curriculum), Format.PHYSICAL)
    assert rows[0].start == 0
    assert [row.minutes for row in rows] == minutes
    assert rows[-1].end == sum(minutes)
    assert all(before.end == after.start for before, after in pairwise(rows))
    assert [row.number for row in rows if not row.is_break] == [
        number for number, _ in enumerate((row for row in rows if not row.is_break), 1)
    ]


def test_what_is_no_variant_stays_in_every_format(curriculum: Curriculum) -> None:
    body = tuple(part for part in curriculum.modules[0].body if not isinstance(part, Activity))
    assert body
    assert in_format(body, Format.DIGITAL) == body
