"""Times: those of a module's activities, in whole minutes, and those that the clocks in Norway show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from taikun_build.model import Module
from taikun_build.problems import Location
from taikun_build.vocabulary import Format, Method

DIGITAL_LIMIT, PHYSICAL_LIMIT = 45, 90
"""The longest time without a break, in minutes: before a screen, and when all are in a room."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time without a break, and the activity it ends with."""

    minutes: int
    where: Location


def limit_for(formats: tuple[Format, ...]) -> int:
    """The longest time without a break, in minutes, in a session that can be held in these formats."""
    return PHYSICAL_LIMIT if formats == (Format.PHYSICAL,) else DIGITAL_LIMIT


def total_minutes(module: Module) -> int:
    """The sum of the activities' minutes, breaks included."""
    return sum(activity.options.minutes for activity in module.activities)


def longest_stretch(module: Module) -> Stretch:
    """The longest time without a break."""
    longest = Stretch(0, Location(module.path))
    minutes = 0
    for activity in module.activities:
        minutes = 0 if activity.options.method is Method.BREAK else minutes + activity.options.minutes
        if minutes > longest.minutes:
            longest = Stretch(minutes, activity.where)
    return longest


def clock(minutes: int) -> str:
    """Minutes from the start, or from midnight, as hours and minutes in Norwegian form, such as 1.05."""
    return f"{minutes // 60}.{minutes % 60:02}"


def clock_in_file(minutes: int) -> str:
    """Minutes after midnight as a clock time is written in a file, HH:MM."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def after_midnight(clock: str) -> int:
    """A clock time, HH:MM, as minutes after midnight."""
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


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
