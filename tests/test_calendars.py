"""Events as calendar files, read again by a library that knows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from icalendar import Calendar as ICalendar

from taikun_build.calendars import calendar_text
from taikun_build.model import Curriculum, Event
from taikun_build.site.knowledge import ALL_EVENTS, calendars
from taikun_build.site.plan import draft_of_the_tree
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
