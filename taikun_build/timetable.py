"""A session as a timetable: each part with its clock times, reckoned from the modules and the rules for rests.

Page, printed plan and calendar are all made of it, so none of them reckons a time of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import groupby, pairwise

from taikun_build.lessons import Row, run_sheet
from taikun_build.model import Curriculum, Module, ModuleSlot, OwnSlot, PartSlot, Session, SessionMatter
from taikun_build.problems import Location, Text, msg
from taikun_build.timing import after_midnight
from taikun_build.vocabulary import Language, SlotKind

MIDNIGHT = 24 * 60
_NEVER = 10**9


@dataclass(frozen=True, slots=True)
class Step:
    """An activity of a module, or an entry of the programme's own; `start` and `end` in minutes after midnight.

    `kind` is None for work in a module. `slot` is the index in the programme, None for a rest that a rule put in.
    """

    start: int
    end: int
    title: str | Text
    kind: SlotKind | None
    slot: int | None = None
    module: Module | None = None
    row: Row | None = None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start

    @property
    def is_rest(self) -> bool:
        """Whether nothing is done but rest."""
        return self.kind is not None and self.kind.is_rest

    def moved(self, by: int) -> Step:
        """The same so many minutes later."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Line:
    """What all may know of a stretch of the day: an entry of the programme, or what there is of it between two rests.

    `is_continued` tells that the module began before the rest. It holds nothing for the facilitator alone.
    """

    start: int
    end: int
    title: str | Text
    kind: SlotKind | None
    module: str | None
    language: Language
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when a part of a session lasts, in minutes after midnight; `day` counts from the first day."""

    title: str | Text
    day: int
    start: int
    end: int

    def times(self, first: date) -> tuple[datetime, datetime]:
        """When it begins and ends by the clocks, when the session begins on `first`."""
        midnight = datetime.combine(first + timedelta(self.day), datetime.min.time())
        return midnight + timedelta(minutes=self.start), midnight + timedelta(minutes=self.end)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A part of a session that is held in one go. `day` counts from the first day; `slot` is where the part begins in
    the programme, None when the file's own start is meant. `planned_end` is when it must be over."""

    title: str | Text
    day: int
    start: int
    planned_end: int | None
    slot: int | None
    language: Language
    steps: tuple[Step, ...]

    @property
    def end(self) -> int:
        """When it is over, in minutes after midnight."""
        return self.steps[-1].end if self.steps else self.start

    @property
    def lines(self) -> tuple[Line, ...]:
        """The steps as participants see them: what a module does between two rests is one line."""
        stretches = [tuple(steps) for _, steps in groupby(self.steps, key=lambda step: (step.slot, step.is_rest))]
        return tuple(
            _line(stretch, self.language, is_continued=_continues(stretch[0], stretches[:number]))
            for number, stretch in enumerate(stretches)
        )

    @property
    def period(self) -> Period:
        """From when to when it lasts."""
        return Period(self.title, self.day, self.start, self.end)

    def moved(self, by: int) -> Sitting:
        """The same so many minutes later."""
        steps = tuple(step.moved(by) for step in self.steps)
        planned_end = None if self.planned_end is None else self.planned_end + by
        return replace(self, start=self.start + by, planned_end=planned_end, steps=steps)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A session hour by hour, with its modules in the order of the programme. `first` is the day, where one is set."""

    session: Session
    modules: tuple[Module, ...]
    sittings: tuple[Sitting, ...]
    first: date | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(step for sitting in self.sittings for step in sitting.steps)

    def moved(self, by: int) -> Timetable:
        """The same day so many minutes later, the rests along with it."""
        return replace(self, sittings=tuple(sitting.moved(by) for sitting in self.sittings))

    @property
    def keeps_within_the_day(self) -> bool:
        """Whether no sitting begins before midnight or lasts past the next."""
        return all(sitting.start >= 0 and sitting.end <= MIDNIGHT for sitting in self.sittings)


def place_of(step: Step, session: Session) -> Location:
    """Where the entry of the programme stands that a step belongs to."""
    slot = 0 if step.slot is None else step.slot
    return session.at("programme", slot, "title" if step.module is None else "module")


def place_of_end(sitting: Sitting, session: Session) -> Location:
    """Where it stands when a part of the session must be over."""
    return session.at("end") if sitting.slot is None else session.at("programme", sitting.slot, "end")


def timetables(curriculum: Curriculum) -> Iterator[Timetable]:
    """The timetables of the sessions whose modules are all there and could be read. The others have been reported."""
    known = {module.meta.id: module for module in curriculum.modules if not {"format", "body"} & module.broken}
    for session in curriculum.sessions:
        if all(slot.module in known for slot in session.meta.programme if isinstance(slot, ModuleSlot)):
            yield timetable(session, known)


def timetable(session: Session, modules: Mapping[str, Module]) -> Timetable:
    """The timetable of a session whose modules are all known."""
    named = dict.fromkeys(slot.module for slot in session.meta.programme if isinstance(slot, ModuleSlot))
    return Timetable(session, tuple(modules[name] for name in named), tuple(_sittings(session.meta, modules)))


def _sittings(meta: SessionMatter, modules: Mapping[str, Module]) -> Iterator[Sitting]:
    """The parts of the programme. The first begins with the session, each of the others where it says so itself."""
    begins = [index for index, slot in enumerate(meta.programme) if isinstance(slot, PartSlot)]
    whole = msg("Part {number}", number=1) if begins else ""
    day = 0
    for begin, end in pairwise((-1, *begins, len(meta.programme))):
        part = meta.programme[begin] if begin >= 0 else None
        told, title, slot = (part, part.part, begin) if isinstance(part, PartSlot) else (meta, whole, None)
        day += part.days_later if isinstance(part, PartSlot) else 0
        start = after_midnight(told.start)
        planned_end = None if told.end is None else after_midnight(told.end)
        given = [step for index in range(begin + 1, end) for step in _steps(meta, index, modules)]
        steps = tuple(_in_time(_with_rests(given, start, meta), start))
        yield Sitting(title, day, start, planned_end, slot, meta.language, steps)


def _steps(meta: SessionMatter, index: int, modules: Mapping[str, Module]) -> Iterator[Step]:
    """What an entry of the programme consists of, each step from minute 0."""
    match meta.programme[index]:
        case OwnSlot() as slot:
            yield Step(0, slot.minutes, slot.title, slot.kind, index)
        case ModuleSlot() as slot:
            module = modules[slot.module]
            for row in run_sheet(module, meta.format):
                kind = SlotKind.BREAK if row.is_break else None
                yield Step(0, row.minutes, row.title, kind, index, module, row)


def _with_rests(steps: list[Step], start: int, meta: SessionMatter) -> Iterator[Step]:
    """The steps with the rests that the rules put between them: lunch at the first change of activity from its time on,
    in a part that begins before it and has none; a break when there would else be too long without one.

    A rest never stands beside another, and never last or before spare time.
    """
    lunch_from = _lunch_from(steps, start, meta)
    clock, since = start, 0
    for number, step in enumerate(steps):
        if number and not steps[number - 1].is_rest and _works(step):
            rest = None
            if meta.lunch is not None and clock >= lunch_from:
                rest, lunch_from = Step(0, meta.lunch.minutes, msg("Lunch"), SlotKind.LUNCH), _NEVER
            elif meta.breaks is not None:
                ahead = _until_rest(steps[number:], clock, lunch_from)
                if _is_time(since, ahead, meta.breaks.after, is_change=step.slot != steps[number - 1].slot):
                    rest = Step(0, meta.breaks.minutes, msg("Break"), SlotKind.BREAK)
            if rest is not None:
                yield rest
                clock, since = clock + rest.minutes, 0
        yield step
        clock += step.minutes
        since = since_rest(since, step)


def _lunch_from(steps: list[Step], start: int, meta: SessionMatter) -> int:
    """When lunch by rule is due in a part; never when there is to be none."""
    if meta.lunch is None or any(step.kind is SlotKind.LUNCH for step in steps):
        return _NEVER
    earliest = after_midnight(meta.lunch.earliest)
    return earliest if start < earliest else _NEVER


def since_rest(since: int, step: Step) -> int:
    """How many minutes have gone by without a rest after a step. Spare time is neither work nor rest."""
    if step.is_rest:
        return 0
    return since + (step.minutes if _works(step) else 0)


def _works(step: Step) -> bool:
    return not step.is_rest and step.kind is not SlotKind.BUFFER


def _until_rest(steps: list[Step], clock: int, lunch_from: int) -> list[Step]:
    """The steps that come before the next rest, that which lunch by rule will be included."""
    found: list[Step] = []
    for step in steps:
        if step.is_rest or (found and clock >= lunch_from and _works(step)):
            break
        found.append(step)
        clock += step.minutes
    return found


def _is_time(since: int, ahead: list[Step], limit: int, *, is_change: bool) -> bool:
    """Whether a break comes now: as late as the limit allows, but rather between two entries of the programme when at
    least half the time has gone by."""
    if reduce(since_rest, ahead, since) <= limit:
        return False
    if since_rest(since, ahead[0]) > limit:
        return True
    if not is_change or 2 * since < limit:
        return False
    for step, following in pairwise(ahead):
        since = since_rest(since, step)
        if since > limit:
            break
        if step.slot != following.slot and _works(following):
            return False
    return True


def _in_time(steps: Iterator[Step], clock: int) -> Iterator[Step]:
    """The steps one after the other, from a time on."""
    for step in steps:
        yield step.moved(clock)
        clock += step.minutes


def _line(steps: tuple[Step, ...], language: Language, *, is_continued: bool) -> Line:
    """Steps that belong together as one line. A rest of a module is called what the module calls it."""
    first, module = steps[0], steps[0].module
    title = first.title if module is None or first.is_rest else module.meta.title
    name = None if module is None or first.is_rest else module.meta.id
    spoken = language if module is None else module.meta.language
    return Line(first.start, steps[-1].end, title, first.kind, name, spoken, is_continued)


def _continues(step: Step, before: list[tuple[Step, ...]]) -> bool:
    """Whether a step goes on with a module that a rest has interrupted."""
    if step.module is None or step.is_rest:
        return False
    return any(earlier.slot == step.slot and not earlier.is_rest for stretch in before for earlier in stretch)
