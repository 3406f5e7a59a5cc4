"""Events as calendar files, read again by a library that knows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as ICalendar
from icalendar import Timezone

from taikun_build.calendars import calendar_text, session_calendar
from taikun_build.catalogue import Catalogue
from taikun_build.model import Curriculum, Event
from taikun_build.site.knowledge import ALL_EVENTS, calendars
from taikun_build.site.plan import draft_of_the_tree
from taikun_build.timetable import timetables
from taikun_build.timing import utc
from taikun_build.vocabulary import EventStatus

MOMENT = 1_795_000_000


def read(text: str) -> list[dict[str, object]]:
    """The events of a calendar file as plain values."""
    calendar = ICalendar.from_ical(text)
    return [
        {name.lower(): getattr(value, "dt", str(value)) for name, value in event.items()}
        for event in calendar.walk("VEVENT")
    ]


def written(curriculum: Curriculum, **changes: object) -> dict[str, object]:
    """The first event of the example with changes, written and read again."""
    event: Event = next(iter(curriculum.events)).model_copy(update=changes)
    events = replace(curriculum.events, items=(event,))
    files = calendars(replace(curriculum, events=events), draft_of_the_tree(MOMENT))
    (found,) = read(calendar_text(files[ALL_EVENTS], str))
    return found


def test_a_calendar_says_what_the_page_says(curriculum: Curriculum) -> None:
    assert written(curriculum) == {
        "summary": "Vinterdag om tvil",
        "dtstart": datetime(2027, 1, 20, 8, 0, tzinfo=UTC),
        "dtend": datetime(2027, 1, 20, 10, 5, tzinfo=UTC),
        "dtstamp": datetime.fromtimestamp(MOMENT, UTC),
        "uid": "vinterdag@taikun",
        "description": "Vi øver sammen, og tar med oss egne dilemmaer.\nhttps://example.org/rom",
        "location": "Eksempelbiblioteket, rom 2",
        "status": "CONFIRMED",
        "url": "https://example.org/pamelding",
    }


def test_there_is_one_file_for_all_and_one_for_each(curriculum: Curriculum) -> None:
    files = calendars(curriculum, draft_of_the_tree())
    assert {path: len(read(calendar_text(file, str))) for path, file in files.items()} == {
        "arrangementer.ics": 2,
        "arrangementer/vinterdag.ics": 1,
        "arrangementer/sommarsamling.ics": 1,
    }


def test_without_events_there_is_no_file(curriculum: Curriculum) -> None:
    assert calendars(replace(curriculum, events=replace(curriculum.events, items=())), draft_of_the_tree()) == {}


def test_the_same_events_give_the_same_bytes_with_lines_as_the_standard_wants(curriculum: Curriculum) -> None:
    texts = [calendar_text(calendars(curriculum, draft_of_the_tree(MOMENT))[ALL_EVENTS], str) for _ in range(2)]
    assert texts[0] == texts[1]
    lines = texts[0].split("\r\n")
    assert all("\n" not in line and len(line.encode()) <= 75 for line in lines)


def test_a_cancelled_event_keeps_its_name_so_that_calendars_strike_it_out(curriculum: Curriculum) -> None:
    found = written(curriculum, status=EventStatus.CANCELLED)
    assert (found["uid"], found["status"]) == ("vinterdag@taikun", "CANCELLED")


def test_a_text_may_hold_what_means_something_in_the_file(curriculum: Curriculum) -> None:
    assert written(curriculum, title="a;b,c\\n: END:VEVENT")["summary"] == "a;b,c\\n: END:VEVENT"


def test_an_event_has_an_entry_for_each_part_of_the_session_that_is_held(curriculum: Curriculum, nb: Catalogue) -> None:
    event = next(iter(curriculum.events)).model_copy(
        update={"session": "samling", "start": "10:00", "end": "10:00", "last_day": date(2027, 1, 21)}
    )
    events = replace(curriculum.events, items=(event,))
    files = calendars(replace(curriculum, events=events), draft_of_the_tree(MOMENT))
    found = read(calendar_text(files[ALL_EVENTS], nb.say))
    assert [(one["uid"], one["summary"], one["dtstart"], one["dtend"]) for one in found] == [
        (
            "vinterdag@taikun",
            "Vinterdag om tvil: Del 1",
            datetime(2027, 1, 20, 9, 0, tzinfo=UTC),
            datetime(2027, 1, 20, 12, 55, tzinfo=UTC),
        ),
        (
            "vinterdag-2@taikun",
            "Vinterdag om tvil: Dagen etter",
            datetime(2027, 1, 21, 8, 0, tzinfo=UTC),
            datetime(2027, 1, 21, 9, 0, tzinfo=UTC),
        ),
    ]
    assert {(one["status"], one["url"]) for one in found} == {("CONFIRMED", "https://example.org/pamelding")}


@given(day=st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_session_is_at_the_same_hour_all_the_year_round(day: date, curriculum: Curriculum) -> None:
    (fagdag, _) = timetables(curriculum)
    (sitting,) = fagdag.sittings
    text = session_calendar(fagdag.session.meta, [sitting.period], day, MOMENT, str)
    (entry,) = ICalendar.from_ical(text).walk("VEVENT")
    begins = entry.decoded("dtstart")
    assert begins.replace(tzinfo=None) == datetime.combine(day, time(9))
    assert begins.astimezone(UTC) == utc(datetime.combine(day, time(9)))


def test_the_rules_for_summer_time_stand_in_the_file(curriculum: Curriculum) -> None:
    (fagdag, _) = timetables(curriculum)
    text = session_calendar(fagdag.session.meta, [], date(2027, 1, 1), MOMENT, str)
    (zone,) = ICalendar.from_ical(text).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    oslo = zone.to_tz()
    for year in (1997, 2026, 2027, 2060):
        for month, day_, hour in ((3, 31, 12), (3, 20, 12), (10, 20, 12), (11, 1, 12), (7, 1, 0), (1, 1, 0)):
            clock = datetime(year, month, day_, hour)  # noqa: DTZ001 - clocks in Norway
            assert clock.replace(tzinfo=oslo).astimezone(UTC) == utc(clock)
