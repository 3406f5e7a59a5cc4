"""A session's clock times: no minute lost, rests where the rules want them, parts on their own days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taikun_build.catalogue import Catalogue
from taikun_build.lessons import run_sheet
from taikun_build.model import (
    BreakRule,
    Curriculum,
    LunchRule,
    Module,
    ModuleSlot,
    OwnSlot,
    PartSlot,
    Positions,
    Session,
    SessionMatter,
)
from taikun_build.problems import Location
from taikun_build.timetable import Period, Sitting, Step, Timetable, since_rest, timetable, timetables
from taikun_build.timing import after_midnight, clock, clock_in_file
from taikun_build.vocabulary import Format, Language, SessionKind, SlotKind
from taikun_build.yaml_tree import Scalar

HERE = Positions(Scalar("", Location("curriculum/sessions/dag.yml")))
WORK, BREAK, LUNCH, BUFFER = SlotKind.WORK, SlotKind.BREAK, SlotKind.LUNCH, SlotKind.BUFFER


def session(*programme: ModuleSlot | OwnSlot | PartSlot, **more: object) -> Session:
    """A session from nine o'clock."""
    known = {
        "id": "dag",
        "title": "Dag",
        "summary": "?",
        "language": Language.NB,
        "kind": SessionKind.COURSE,
        "format": Format.PHYSICAL,
        "start": "09:00",
        "programme": programme,
    }
    return Session("curriculum/sessions/dag.yml", SessionMatter.model_validate(known | more), HERE)


def own(minutes: int, kind: SlotKind = WORK) -> OwnSlot:
    return OwnSlot(title=f"{kind} {minutes}", minutes=minutes, kind=kind)


def plan_of(curriculum: Curriculum, *programme: ModuleSlot | OwnSlot | PartSlot, **more: object) -> Timetable:
    return timetable(session(*programme, **more), {module.meta.id: module for module in curriculum.modules})


def told(sitting: Sitting, nb: Catalogue) -> list[str]:
    """A sitting as participants are told of it."""
    return [
        f"{clock(line.start)}–{clock(line.end)} {nb.say(line.title)}{' …' if line.is_continued else ''}"
        for line in sitting.lines
    ]


def test_a_day_goes_from_entry_to_entry_and_tells_when_a_module_goes_on(curriculum: Curriculum, nb: Catalogue) -> None:
    (fagdag, _) = timetables(curriculum)
    (sitting,) = fagdag.sittings
    assert told(sitting, nb) == [
        "9.00–9.10 Velkommen",
        "9.10–9.20 Å stå i tvil",
        "9.20–9.30 Pause",
        "9.30–10.05 Å stå i tvil …",
        "10.05–10.10 Pause",
        "10.10–10.20 Å stå i tvil …",
        "10.20–10.35 Pause",
        "10.35–11.05 Å finne fram <i> & «søke»",
    ]
    assert [line.module for line in sitting.lines] == [None, "tvil", None, "tvil", None, "tvil", None, "finne"]


def test_a_gathering_in_two_parts_has_lunch_on_its_first_day(curriculum: Curriculum, nb: Catalogue) -> None:
    (_, samling) = timetables(curriculum)
    first, second = samling.sittings
    assert [(nb.say(one.title), one.day, one.planned_end) for one in (first, second)] == [
        ("Del 1", 0, 14 * 60),
        ("Dagen etter", 1, 10 * 60),
    ]
    assert told(first, nb)[-3:] == [
        "11.50–12.50 Det de har meldt inn",
        "12.50–13.35 Lunsj",
        "13.35–13.55 Det som dukka opp",
    ]
    assert told(second, nb) == ["9.00–9.50 Svara på det vi ikkje visste", "9.50–10.00 Luft"]


def test_the_same_module_twice_is_no_continuation(curriculum: Curriculum, nb: Catalogue) -> None:
    (sitting,) = plan_of(curriculum, ModuleSlot(module="finne"), ModuleSlot(module="finne")).sittings
    assert told(sitting, nb) == ["9.00–9.30 Å finne fram <i> & «søke»", "9.30–10.00 Å finne fram <i> & «søke»"]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ((60, 60), "60 work, 60 work"),
        ((60, 61), "60 work, 10 break, 61 work"),
        ((20, 50, 60), "20 work, 50 work, 10 break, 60 work"),  # as late as it can be
        ((130, 10), "130 work, 10 break, 10 work"),  # what is too long cannot be divided
        ((120,), "120 work"),
    ],
)
def test_a_break_comes_before_what_would_make_it_too_long(
    minutes: tuple[int, ...], expected: str, curriculum: Curriculum
) -> None:
    breaks = BreakRule(after=120, minutes=10)
    (sitting,) = plan_of(curriculum, *(own(length) for length in minutes), breaks=breaks).sittings
    assert ", ".join(f"{step.minutes} {step.kind}" for step in sitting.steps) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (60, ["9.00–9.30 work 30", "9.30–9.40 Pause", "9.40–10.25 Å stå i tvil"]),  # half the time has gone by
        (61, ["9.00–9.30 work 30", "9.30–9.40 Å stå i tvil", "9.40–9.50 Pause"]),  # not yet: later, within the module
    ],
)
def test_a_break_comes_rather_between_two_entries_when_half_the_time_has_gone_by(
    after: int, expected: list[str], curriculum: Curriculum, nb: Catalogue
) -> None:
    programme = (own(30), ModuleSlot(module="tvil"))
    (sitting,) = plan_of(curriculum, *programme, breaks=BreakRule(after=after, minutes=10)).sittings
    assert told(sitting, nb)[:3] == expected


@pytest.mark.parametrize("kind", [BREAK, LUNCH, BUFFER])
def test_no_break_comes_beside_a_rest_or_before_spare_time(kind: SlotKind, curriculum: Curriculum) -> None:
    breaks = BreakRule(after=30, minutes=10)
    (sitting,) = plan_of(curriculum, own(40), own(10, kind), breaks=breaks).sittings
    assert [step.kind for step in sitting.steps] == [WORK, kind]


@pytest.mark.parametrize(
    ("earliest", "start", "lunch"),
    [
        ("11:00", "09:00", "11.00"),
        ("11:01", "09:00", "12.00"),  # the next change of activity
        ("12:01", "09:00", None),  # never last
        ("09:00", "09:00", None),  # the part does not begin before it
        ("09:01", "09:00", "10.00"),
    ],
)
def test_lunch_comes_at_the_first_change_of_activity_from_its_time_on(
    earliest: str, start: str, lunch: str | None, curriculum: Curriculum
) -> None:
    rule = LunchRule(earliest=earliest, minutes=45)
    (sitting,) = plan_of(curriculum, *[own(60)] * 4, lunch=rule, start=start).sittings
    lunches = [clock(step.start) for step in sitting.steps if step.kind is LUNCH]
    assert lunches == ([] if lunch is None else [lunch])


def test_lunch_of_the_programme_is_the_only_one_of_its_part(curriculum: Curriculum) -> None:
    rule = LunchRule(earliest="09:30", minutes=45)
    (sitting,) = plan_of(curriculum, own(60), own(60), own(30, LUNCH), own(60), lunch=rule).sittings
    assert [step.kind for step in sitting.steps] == [WORK, WORK, LUNCH, WORK]


def test_no_break_comes_shortly_before_lunch_when_lunch_is_soon_enough(curriculum: Curriculum) -> None:
    rules = {"lunch": LunchRule(earliest="10:15", minutes=45), "breaks": BreakRule(after=90, minutes=10)}
    (sitting,) = plan_of(curriculum, own(50), own(40), own(60), **rules).sittings
    assert [(clock(step.start), step.kind) for step in sitting.steps] == [
        ("9.00", WORK),
        ("9.50", WORK),
        ("10.30", LUNCH),
        ("11.15", WORK),
    ]


LATER = PartSlot.model_validate({"part": "Del 2", "start": "13:30", "days_later": "7"})


def test_parts_begin_where_they_say_and_days_add_up(curriculum: Curriculum) -> None:
    plan = plan_of(curriculum, own(59), LATER, own(30), LATER.model_copy(update={"days_later": 1}), own(90))
    assert [sitting.period for sitting in plan.sittings][1:] == [
        Period("Del 2", 7, 13 * 60 + 30, 14 * 60),
        Period("Del 2", 8, 13 * 60 + 30, 15 * 60),
    ]
    assert plan.sittings[1].period.times(date(2026, 12, 28)) == (
        datetime(2027, 1, 4, 13, 30),  # noqa: DTZ001 - clocks in Norway
        datetime(2027, 1, 4, 14, 0),  # noqa: DTZ001
    )


def test_a_day_that_is_moved_takes_its_rests_along(curriculum: Curriculum) -> None:
    plan = plan_of(curriculum, own(60), own(60), lunch=LunchRule(earliest="10:00", minutes=30), end="12:00")
    later = plan.moved(75)
    assert [(clock(s.start), clock(s.end)) for s in later.steps] == [
        ("10.15", "11.15"),
        ("11.15", "11.45"),
        ("11.45", "12.45"),
    ]
    assert later.sittings[0].planned_end == 13 * 60 + 15
    assert later.moved(-75) == plan


@pytest.mark.parametrize(
    ("by", "keeps"), [(0, True), (14 * 60, True), (14 * 60 + 1, False), (-540, True), (-541, False)]
)
def test_a_day_keeps_within_its_midnights(by: int, curriculum: Curriculum, *, keeps: bool) -> None:
    assert plan_of(curriculum, own(60)).moved(by).keeps_within_the_day is keeps


def test_a_session_with_an_unknown_or_unread_module_has_no_timetable(curriculum: Curriculum) -> None:
    unknown = replace(curriculum, sessions=(session(ModuleSlot(module="borte")), *curriculum.sessions))
    assert [plan.session.meta.id for plan in timetables(unknown)] == ["fagdag", "samling"]
    (tvil, *others) = curriculum.modules
    broken = replace(curriculum, modules=(replace(tvil, broken=frozenset({"body"})), *others))
    assert list(timetables(broken)) == []


@given(minutes=st.integers(0, 1439))
def test_a_clock_time_is_the_same_written_and_read(minutes: int) -> None:
    assert after_midnight(clock_in_file(minutes)) == minutes


def programmes(names: tuple[str, ...]) -> st.SearchStrategy[list[ModuleSlot | OwnSlot | PartSlot]]:
    """Programmes of modules, own entries and parts, in any order."""
    slots = st.one_of(
        st.sampled_from([ModuleSlot(module=name) for name in names]),
        st.builds(own, st.integers(1, 120), st.sampled_from(list(SlotKind))),
        st.just(LATER),
    )
    return st.lists(slots, min_size=1, max_size=12)


@given(data=st.data())
def test_whatever_the_programme_no_minute_is_lost_and_rests_keep_the_rules(
    data: st.DataObject, curriculum: Curriculum
) -> None:
    modules = {module.meta.id: module for module in curriculum.modules}
    programme = data.draw(programmes(tuple(modules)))
    breaks = data.draw(st.none() | st.builds(BreakRule, after=st.integers(1, 120), minutes=st.integers(1, 30)))
    lunch = data.draw(
        st.none()
        | st.builds(LunchRule, earliest=st.sampled_from(["08:00", "09:30", "11:00"]), minutes=st.integers(1, 60))
    )
    plan = timetable(session(*programme, breaks=breaks, lunch=lunch), modules)
    assert given_steps(plan) == expected_steps(programme, modules)
    for sitting in plan.sittings:
        assert not sitting.steps or sitting.steps[0].start == sitting.start
        assert all(before.end == after.start for before, after in pairwise(sitting.steps))
        assert [(line.start, line.end) for line in sitting.lines] == [
            (steps[0].start, steps[-1].end)
            for _, group in groupby(sitting.steps, key=lambda step: (step.slot, step.is_rest))
            if (steps := list(group))
        ]
        keeps_the_rules(sitting, breaks, lunch)


def given_steps(plan: Timetable) -> list[tuple[int, str, int]]:
    """What the programme names, without the rests that rules put in: index, title, minutes."""
    return [(step.slot, str(step.title), step.minutes) for step in plan.steps if step.slot is not None]


def expected_steps(
    programme: list[ModuleSlot | OwnSlot | PartSlot], modules: Mapping[str, Module]
) -> list[tuple[int, str, int]]:
    found: list[tuple[int, str, int]] = []
    for index, slot in enumerate(programme):
        if isinstance(slot, OwnSlot):
            found.append((index, slot.title, slot.minutes))
        elif isinstance(slot, ModuleSlot):
            rows = run_sheet(modules[slot.module], Format.PHYSICAL)
            found += [(index, row.title, row.minutes) for row in rows]
    return found


def keeps_the_rules(sitting: Sitting, breaks: BreakRule | None, lunch: LunchRule | None) -> None:
    """Rests by rule have their length, work on both sides, and leave no stretch that could have been divided."""
    by_rule = [number for number, step in enumerate(sitting.steps) if step.slot is None]
    for number in by_rule:
        step, before, after = sitting.steps[number], sitting.steps[number - 1], sitting.steps[number + 1]
        rule = lunch if step.kind is LUNCH else breaks
        assert rule is not None
        assert step.minutes == rule.minutes
        assert not before.is_rest
        assert works(after)
        if step.kind is LUNCH and lunch is not None:
            assert sitting.start < after_midnight(lunch.earliest) <= step.start
    assert [step.kind for step in sitting.steps].count(LUNCH) <= max(
        1, [step.kind for step in sitting.steps if step.slot is not None].count(LUNCH)
    )
    if breaks is not None:
        for is_rest, group in groupby(sitting.steps, key=lambda step: step.is_rest):
            stretch = [step for step in group if works(step)]
            assert is_rest or len(stretch) < 2 or sum(step.minutes for step in stretch) <= breaks.after


def works(step: Step) -> bool:
    return since_rest(0, step) > 0
