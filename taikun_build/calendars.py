"""Events as iCalendar files (RFC 5545), the same bytes for the same events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar as ICalendar
from icalendar import Event as IEvent

from taikun_build.model import Event
from taikun_build.site.pages import Calendar
from taikun_build.vocabulary import EventStatus

_STATUS = {
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.CANCELLED: "CANCELLED",
}


def calendar_text(calendar: Calendar) -> str:
    """A calendar as text. An event keeps its UID for as long as it keeps its id, so that calendars replace it.

    Times are given in UTC, which needs no rules for time zones.
    """
    written = ICalendar()
    written.add("prodid", "-//TAIKun//taikun//NO")
    written.add("version", "2.0")
    written.add("name", calendar.name)
    for event in calendar.events:
        written.add_component(_event(event, datetime.fromtimestamp(calendar.moment, UTC)))
    return str(written.to_ical(), "utf-8")


def utc(clock: datetime) -> datetime:
    """What the clocks in Norway show as time in UTC, whatever the machine knows of time zones.

    Summer time is from the last Sunday of March at 02:00 to the last one of October at 03:00 (directive 2000/84/EC);
    the hour that comes twice is taken as the first of the two.
    """
    begins = datetime.combine(_last_sunday(clock.year, 3), datetime.min.time()) + timedelta(hours=2)
    ends = datetime.combine(_last_sunday(clock.year, 10), datetime.min.time()) + timedelta(hours=3)
    return (clock - timedelta(hours=2 if begins <= clock < ends else 1)).replace(tzinfo=UTC)


def _last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month with 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


def _event(event: Event, stamp: datetime) -> IEvent:
    written = IEvent()
    written.add("uid", f"{event.id}@taikun")
    written.add("dtstamp", stamp)
    written.add("dtstart", utc(event.begins))
    written.add("dtend", utc(event.ends))
    written.add("summary", event.title, parameters={"LANGUAGE": str(event.language)})
    written.add("description", "\n".join((event.summary, *(() if event.link is None else (event.link,)))))
    written.add("status", _STATUS[event.status])
    where = event.place or event.link
    if where:
        written.add("location", where)
    if event.registration:
        written.add("url", event.registration)
    return written
