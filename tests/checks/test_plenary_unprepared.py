"""Every talk in plenary needs that the participants have thought first, since the plenary before it."""

from __future__ import annotations

import pytest

from taikun_build.checks.plenary_unprepared import unprepared
from taikun_build.model import Activity, ActivityOptions, Box, Positions, Prose
from taikun_build.problems import Location
from taikun_build.prose import Tree
from taikun_build.vocabulary import Method
from taikun_build.yaml_tree import Scalar

HERE = Location("curriculum/modules/etikk/tvil.md")


def session(*steps: str) -> list[Activity]:
    """Activities with these methods and titles; «method + reflection» has time to reflect in it."""
    activities = []
    for step in steps:
        method, _, box = step.partition(" + ")
        parts = (Box(box, "", Prose("", HERE, Tree())),) if box else ()
        options = ActivityOptions(id="steg", minutes=10, method=Method(method), purpose="?", outcomes=())
        activities.append(Activity(options, step, parts, HERE, Positions(Scalar("", HERE))))
    return activities


@pytest.mark.parametrize(
    "steps",
    [
        ("pairs", "plenary"),
        ("check-in", "plenary"),
        ("dilemma", "break", "plenary"),
        ("individual", "presentation", "plenary"),
        ("groups", "plenary", "pairs", "plenary"),
        ("plenary + reflection",),
        ("presentation + reflection", "plenary"),
        ("presentation", "demonstration"),
        (),
    ],
)
def test_prepared_talks_are_fine(steps: tuple[str, ...]) -> None:
    assert list(unprepared(session(*steps))) == []


@pytest.mark.parametrize(
    ("steps", "places"),
    [
        (("plenary",), [0]),
        (("presentation", "plenary"), [1]),
        (("fishbowl", "plenary"), [1]),
        (("break", "plenary", "pairs"), [1]),
        (("pairs", "plenary", "plenary"), [2]),
        (("plenary + reflection", "plenary"), [1]),
        (("plenary + example",), [0]),
        (("plenary", "break", "plenary"), [0, 2]),
    ],
)
def test_unprepared_talks_are_found(steps: tuple[str, ...], places: list[int]) -> None:
    activities = session(*steps)
    found = list(unprepared(activities))
    assert [number for number, activity in enumerate(activities) if any(activity is one for one in found)] == places
