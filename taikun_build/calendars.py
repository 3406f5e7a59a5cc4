"""Events and sessions as iCalendar files (RFC 5545), the same bytes for the same days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar as ICalendar
from icalendar import Event as IEvent
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from taikun_build.model import Event, SessionMatter
from taikun_build.problems import Text, Value, msg
from taikun_build.site.pages import Calendar
from taikun_build.timetable import Period
from taikun_build.timing import utc
from taikun_build.vocabulary import EventStatus

DAY_ZERO = date(1900, 1, 1)
"""The first day of a session that has none yet. Whoever chooses a day counts from this one."""
ZONE = "Europe/Oslo"
_STATUS = {
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.CANCELLED: "CANCELLED",
}


def calendar_text(calendar: Calendar, say: Callable[[Value], str]) -> str:
    """A calendar as text. An event keeps its UID for as long as it keeps its id, so that calendars replace it.

    Times are given in UTC, which needs no rules for time zones.
    """
    written = _calendar(calendar.name)
    stamp = datetime.fromtimestamp(calendar.moment, UTC)
    for event in calendar.events:
        for entry in _entries(event, calendar.periods.get(event.id, ()), say):
            entry.add("dtstamp", stamp)
            written.add_component(entry)
    return str(written.to_ical(), "utf-8")


def session_calendar(
    meta: SessionMatter, periods: Sequence[Period], first: date, moment: int, say: Callable[[Value], str]
) -> str:
    """A session that begins on a day, as a calendar with an entry for each part of it.

    Times are those of the clocks in Norway, with the rules for summer time beside them: so the day can be exchanged in
    the text, on the first fifteen letters of an entry's UID and of its times, by one who knows nothing of the rules.
    """
    written = _calendar(meta.title)
    written.add_component(_norway())
    for number, period in enumerate(periods, 1):
        begins, ends = period.times(first)
        entry = IEvent()
        entry.add("uid", f"{begins:%Y%m%dT%H%M%S}-{number}-{meta.id}@taikun")
        entry.add("dtstamp", datetime.fromtimestamp(moment, UTC))
        for name, clock in (("dtstart", begins), ("dtend", ends)):
            entry.add(name, clock, parameters={"TZID": ZONE})
        _tell(entry, meta, _title(meta.title, period.title, say))
        written.add_component(entry)
    return str(written.to_ical(), "utf-8")


def _calendar(name: str) -> ICalendar:
    written = ICalendar()
    written.add("prodid", "-//TAIKun//taikun//NO")
    written.add("version", "2.0")
    written.add("name", name)
    return written


def _entries(event: Event, periods: Sequence[Period], say: Callable[[Value], str]) -> Iterator[IEvent]:
    """An event, or each part of the session that is held at it. The first has the event's own UID."""
    times = [(period.title, *period.times(event.date)) for period in periods] or [("", event.begins, event.ends)]
    for number, (part, begins, ends) in enumerate(times, 1):
        entry = IEvent()
        entry.add("uid", f"{event.id}@taikun" if number == 1 else f"{event.id}-{number}@taikun")
        entry.add("dtstart", utc(begins))
        entry.add("dtend", utc(ends))
        _tell(entry, event, _title(event.title, part, say))
        entry.add("status", _STATUS[event.status])
        if event.registration:
            entry.add("url", event.registration)
        yield entry


def _title(whole: str, part: str | Text, say: Callable[[Value], str]) -> str:
    return say(msg("{title}: {part}", title=whole, part=part)) if part else whole


def _tell(entry: IEvent, told: Event | SessionMatter, title: str) -> None:
    """What it is, and where."""
    entry.add("summary", title, parameters={"LANGUAGE": str(told.language)})
    entry.add("description", "\n".join((told.summary, *(() if told.link is None else (told.link,)))))
    where = told.place or told.link
    if where:
        entry.add("location", where)


def _norway() -> Timezone:
    """The rules for summer time (directive 2000/84/EC), the same on every machine."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, day, clock, name, before, after, month in (
        (TimezoneDaylight(), date(1996, 3, 31), time(2), "CEST", winter, summer, 3),
        (TimezoneStandard(), date(1996, 10, 27), time(3), "CET", summer, winter, 10),
    ):
        part.add("dtstart", datetime.combine(day, clock))
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone
