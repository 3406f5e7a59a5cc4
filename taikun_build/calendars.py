"""Events as iCalendar files (RFC 5545), the same bytes for the same events."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar as ICalendar
from icalendar import Event as IEvent

from taikun_build.model import Event
from taikun_build.site.pages import Calendar
from taikun_build.timing import utc
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
