"""The slides of a module as data: what the room sees, and below each slide what only the one who leads reads.

A slide's texts are nodes, as in `nodes`. Of the times it has the run sheet's own: minutes from the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from taikun_build.lessons import Row
from taikun_build.model import Activity, BodyPart, Box, Dilemma, DilemmaPlace, FacilitatorNote, FormatVariant
from taikun_build.problems import Text, msg
from taikun_build.sheets.nodes import paragraphs
from taikun_build.sheets.parts import (
    BOX_TITLES,
    LABELS,
    Imprint,
    blocks,
    colophon,
    frame,
    local_data,
    local_lists,
    minutes,
)
from taikun_build.sheets.room import SIZES, flow
from taikun_build.site.kit import Deck
from taikun_build.site.pages import module_page, url_of
from taikun_build.timing import clock

ROOM = 35.5
"""For the text of a slide with a heading of one line."""
_TASK_ROOM, _QUESTION_ROOM, _SOURCE_ROOM = 24.0, 24.0, 26.0
"""Above a large countdown; between values and a countdown; above where it all is found."""
_LINE = 4.6
"""Of a heading."""
_HEADING_LINE, _VALUES_LINE = 42, 60
"""In letters."""
_YEAR = re.compile(r"^(.+?) (\((?:\d{4}|u\.å\.|n\.d\.)\))")
_INITIALS = re.compile(r",(?: [^\W\d_]\.(?:-[^\W\d_]\.)?)+")

_LABELS: Mapping[str, Text] = {
    "slides": msg("Slides"),
    "notes": msg("Notes"),
    "programme": msg("Programme"),
    "back_in": msg("We are back in {minutes}", minutes="{minutes}"),
    "back_at": msg("We are back at {time}", time="{time}"),
    "position": msg("Slide {number} of {all}: {title}", number="{number}", all="{all}", title="{title}"),
    "part": msg("{number} of {all}", number="{number}", all="{all}"),
    "countdown": msg("Countdown"),
    "start": msg("Start"),
    "stop": msg("Stop"),
    "go_on": msg("Go on"),
    "again": msg("Start again"),
    "started": msg("The countdown has started: {minutes}.", minutes="{minutes}"),
    "stopped": msg("The countdown has stopped."),
    "minute_left": msg("One minute left."),
    "over": msg("Time is up"),
    "previous": msg("Previous slide"),
    "next": msg("Next slide"),
    "speaker": msg("Speaker view"),
    "full": msg("Full screen"),
    "help": msg("Keys and printing"),
    "close": msg("Close"),
    "print": msg("Print"),
    "with_notes": msg("Show and print the speaker's notes"),
    "letters": msg("Let single letters work as keys"),
    "blocked": msg("The browser stopped the window. Allow windows from this page, and try again."),
    "read_here": msg(
        "Each part of this page is a slide. With JavaScript they fill the screen one at a time; as it is, the page can"
        " be read and printed."
    ),
    "now": msg("On the screen"),
    "then": msg("Then"),
    "at_the_end": msg("This is the last slide."),
    "time": msg("The clock"),
    "used": msg("Time used"),
    "planned": msg("By the plan"),
    "from_start": msg("{from_} to {to} from the start", from_="{from}", to="{to}"),
    "format": msg("Notes for"),
    "all_formats": msg("All formats"),
    "key": msg("Press"),
    "does": msg("What it does"),
    "keys_next": msg("Right arrow, space or Page Down"),
    "keys_previous": msg("Left arrow or Page Up"),
    "keys_ends": msg("Home and End"),
    "ends": msg("First and last slide"),
    "timer": msg("Start or stop the countdown"),
    "bigger": msg("Larger or smaller text"),
    "this_help": msg("This help"),
    "larger": msg("Larger text"),
    "smaller": msg("Smaller text"),
}


def deck_data(deck: Deck, imprint: Imprint) -> Mapping[str, Any]:
    """The slides of one module. The programme has clock times where a start is chosen."""
    meta = deck.module.meta
    catalogue = imprint.catalogues(meta.language)
    return {
        **frame(imprint, meta.language, _LABELS),
        "id": meta.id,
        "title": meta.title,
        "start": imprint.start,
        "formats": [{"id": str(form), "name": catalogue.say(form.label)} for form in deck.forms],
        "slides": _Writer(deck, imprint).slides(),
    }


class _Writer:
    """Goes through a module once and makes its slides."""

    def __init__(self, deck: Deck, imprint: Imprint) -> None:
        self.deck = deck
        self.meta = deck.module.meta
        self.imprint = imprint
        self.catalogue = imprint.catalogues(self.meta.language)
        self.say = self.catalogue.say
        self.rows = {row.id: row for row in deck.lessons[0].rows}

    def slides(self) -> list[dict[str, Any]]:
        """All of them. A note of the module's own body goes with the slide before it."""
        made = [*self.title(), *self.programme(), *self.outcomes()]
        for part in self.deck.module.body:
            match part:
                case Activity():
                    made += self.activity(part)
                case Box() if part.kind != "example":
                    made += self.box(part, self.afterwards())
                case FacilitatorNote():
                    made[-1]["notes"] = [*made[-1]["notes"], *self.own_note(part)]
        return [*made, *self.local(), *self.sources()]

    def title(self) -> Iterator[dict[str, Any]]:
        notes = self.meta.facilitator_notes
        kept = [
            *_note(self.say(msg("Overview")), _paragraphs(notes.overview)),
            *_note(self.say(msg("Before")), _list(notes.preparation.before)),
            *self.equipment({str(one.form): one.equipment for one in self.deck.lessons}),
        ]
        yield _slide("title", self.meta.title, kept, kicker=self.deck.theme.title) | {
            "project": self.imprint.site,
            "duration": self.minutes(self.meta.duration),
            "edition": self.say(self.imprint.shown.label),
        }

    def programme(self) -> Iterator[dict[str, Any]]:
        """The run sheet in short, on as many slides as it needs."""
        notes = self.meta.facilitator_notes
        kept = [
            *_note(self.say(msg("During")), _list(notes.preparation.during)),
            *_note(self.say(msg("Plan B")), _paragraphs(notes.plan_b)),
        ]
        for size, page, part in _programme(list(self.rows.values())):
            slide = _slide("programme", self.say(msg("Programme")), kept, [], size, part=part)
            yield slide | {"rows": [self.line(row) for row in page]}

    def line(self, row: Row) -> Mapping[str, Any]:
        """A line of the programme."""
        return {
            "number": row.number or "",
            "title": row.title,
            "minutes": self.minutes(row.minutes),
            "clock": self.clock(row.start),
            "start": row.start,
            "is_break": row.is_break,
        }

    def outcomes(self) -> Iterator[dict[str, Any]]:
        trained = [
            f"{one.title}: " + "; ".join(o.text for o in self.meta.learning_outcomes if o.id in one.options.outcomes)
            for one in self.deck.module.activities
            if one.options.outcomes
        ]
        notes = [
            *_note(self.say(msg("Where it is practised")), _list(trained)),
            *_note(self.say(msg("What often goes wrong")), _list(self.meta.facilitator_notes.pitfalls)),
        ]
        yield from _flowing("outcomes", self.say(msg("Learning outcomes")), self.learned(), notes)

    def learned(self) -> list[Any]:
        """What participants know or can do afterwards."""
        return _list([outcome.text for outcome in self.meta.learning_outcomes])

    def activity(self, activity: Activity) -> Iterator[dict[str, Any]]:
        """The task, and then what belongs to it, each on a slide of its own."""
        row = self.rows[activity.options.id]
        notes = self.notes(activity)
        if row.is_break:
            yield self.timed(_slide("break", row.title, notes), row.minutes, row)
            return
        task = [{"t": "p", "c": [row.participants or row.purpose]}]
        method = self.say(row.method.label)
        kicker = f"{self.minutes(row.minutes)} · {method}"
        for slide in _flowing("activity", row.title, task, notes, _TASK_ROOM):
            yield self.timed(slide, row.minutes, row) | {"kicker": kicker, "number": row.number}
        dilemmas = {dilemma.id: dilemma for dilemma in self.meta.dilemmas}
        for part in activity.parts:
            match part:
                case Box() if part.kind != "example":
                    yield from (self.timed(slide, 0, row) for slide in self.box(part, notes))
                case DilemmaPlace() if part.dilemma in dilemmas:
                    yield from self.dilemma(dilemmas[part.dilemma], row)

    def dilemma(self, dilemma: Dilemma, row: Row) -> Iterator[dict[str, Any]]:
        """The situation, and then what pulls in different directions and the questions."""
        say = self.say
        notes = [
            *_note(say(msg("For you who lead")), _paragraphs(dilemma.facilitator_hint)),
            *_note(say(msg("Perspectives")), _list([f"{one.role}: {one.view}" for one in dilemma.perspectives])),
            *_note(say(msg("How sensitive it is")), _paragraphs(say(dilemma.sensitivity.label))),
            *_note(say(msg("You do and say")), _paragraphs(row.facilitator)),
        ]
        kicker = f"{say(msg('Dilemma'))} · {self.minutes(dilemma.minutes)}"
        for slide in _flowing("dilemma", dilemma.title, _paragraphs(dilemma.situation), notes):
            yield self.timed(slide, 0, row) | {"kicker": kicker, "dilemma": dilemma.id}
        questions = _list(dilemma.questions, "ol")
        room = _QUESTION_ROOM - (_LINE if len("".join(dilemma.values)) > _VALUES_LINE else 0)
        for slide in _flowing("questions", dilemma.title, questions, notes, room):
            yield self.timed(slide, dilemma.minutes, row) | {"kicker": kicker, "stake": list(dilemma.values)}

    def box(self, box: Box, notes: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Questions to think about, or what to take along."""
        yield from _flowing(box.kind, box.title or self.say(BOX_TITLES[box.kind]), blocks(box.prose), notes)

    def local(self) -> Iterator[dict[str, Any]]:
        """What holds where the participants work, and whom they can ask, when it is known where that is."""
        if self.imprint.local is None:
            return
        told = local_data(self.imprint.local)
        labels = {name: self.say(text) for name, text in LABELS.items()}
        parts = [(title, _list(lines)) for title, lines in local_lists(told, labels)]
        contact = [{"t": "p", "c": [text]} for text in told["contact"]]
        for title, content in (*parts, (labels["contact"], contact)):
            if content:
                slides = _flowing("local", title, content, self.afterwards())
                yield from (slide | {"kicker": told["name"]} for slide in slides)

    def sources(self) -> Iterator[dict[str, Any]]:
        """Who the module leans on, and where participants find it all when it is known where the site is."""
        keys = tuple(use.key for use in self.meta.sources)
        known = self.imprint.references(keys, self.meta.language)
        short = dict.fromkeys(self.in_short(entry.text()) for _, entry in known)
        if not short:
            return
        meta = self.meta
        address = self.imprint.address and f"{self.imprint.address}{url_of(module_page(meta.id))}"
        told = colophon(meta.version, meta.reviewed.isoformat(), meta.review_by.isoformat(), str(meta.licence))
        notes = [*self.afterwards(), *_note(self.say(msg("About the module")), _paragraphs(self.say(told)))]
        listed = [{"t": "p", "c": [" · ".join(short)]}]
        where = {"full_list": self.say(msg("The whole list is on the participants' sheet.")), "address": address}
        for slide in _flowing("sources", self.say(msg("Sources")), listed, notes, _SOURCE_ROOM):
            yield slide | where

    def in_short(self, reference: str) -> str:
        """A reference by names and year alone."""
        found = _YEAR.match(reference)
        if not found:
            return reference
        names, year = found.groups()
        people = _INITIALS.sub("", names).rstrip(".").replace(", & ", ", ")
        if people == names.rstrip("."):
            return f"{people} {year}"
        first, *others = people.split(", ")
        if len(others) > 1:
            first = self.say(msg("{name} et al.", name=first))
        elif others:
            first = f"{first} {self.say(msg('and'))} {others[0]}"
        return f"{first} {year}"

    def notes(self, activity: Activity) -> list[Mapping[str, Any]]:
        """What the one who leads needs to know in an activity, format by format where it differs."""
        say = self.say
        row = self.rows[activity.options.id]
        things = {str(one.form): next(r.equipment for r in one.rows if r.id == row.id) for one in self.deck.lessons}
        return [
            *_note(say(msg("You do and say")), _paragraphs(row.facilitator)),
            *_note(say(msg("Purpose")), _paragraphs(row.purpose)),
            *(note for part in activity.parts for note in self.own_note(part)),
            *(
                note
                for part in activity.parts
                if isinstance(part, FormatVariant) and part.form in self.deck.forms
                for note in _note(say(msg("How it is done")), blocks(part.prose), str(part.form), say(part.form.label))
            ),
            *self.equipment(things),
            *_note(say(msg("Plan B")), _paragraphs(row.plan_b)),
        ]

    def own_note(self, part: BodyPart) -> Iterator[Mapping[str, Any]]:
        """A part of the body that is a note, as one."""
        if isinstance(part, FacilitatorNote):
            yield from _note(self.say(msg("For you who lead")), blocks(part.prose))

    def equipment(self, things: Mapping[str, tuple[str, ...]]) -> Iterator[Mapping[str, Any]]:
        """What must be at hand: once when it is the same in every format, else for each that needs anything."""
        title = self.say(msg("Equipment"))
        names = {str(form): self.say(form.label) for form in self.deck.forms}
        if len(names) > 1 and len(set(things.values())) == 1:
            names = {"": ""}
        for form, name in names.items():
            wanted = things[form] if form else next(iter(things.values()))
            yield from _note(title, _list(wanted), form, name)

    def afterwards(self) -> list[Mapping[str, Any]]:
        """For the last slides: what was to be learned, and what is left to do."""
        return [
            *_note(self.say(msg("Learning outcomes")), self.learned()),
            *_note(self.say(msg("After")), _list(self.meta.facilitator_notes.preparation.after)),
        ]

    def timed(self, slide: dict[str, Any], length: int, row: Row) -> dict[str, Any]:
        """A slide with the run sheet's times, and a countdown of so many minutes, or none."""
        return slide | {
            "activity": row.id,
            "minutes": length,
            "in_words": self.minutes(length) if length else "",
            "start": row.start,
            "end": row.end,
            "back_at": self.clock(row.end),
        }

    def minutes(self, number: int) -> str:
        return minutes(number, self.catalogue)

    def clock(self, moment: int) -> str:
        """The clock time of a moment where a start is chosen, else nothing."""
        return "" if self.imprint.start is None else clock(self.imprint.start + moment)


def _slide(
    kind: str,
    heading: str,
    notes: list[Mapping[str, Any]],
    content: list[Any] | None = None,
    size: str = "huge",
    **more: Any,
) -> dict[str, Any]:
    """A slide. What it does not have is empty, so that the template need not ask."""
    without = {"kicker": "", "number": "", "part": {}, "stake": [], "dilemma": "", "activity": "", "minutes": 0}
    return {**without, "kind": kind, "heading": heading, "size": size, "nodes": content or [], "notes": notes, **more}


def _flowing(
    kind: str, heading: str, content: list[Any], notes: list[Mapping[str, Any]], room: float = ROOM
) -> Iterator[dict[str, Any]]:
    """As many slides as a text needs below a heading."""
    pages = list(flow(content, room - (_LINE if len(heading) > _HEADING_LINE else 0)))
    for number, (size, page) in enumerate(pages, 1):
        yield _slide(kind, heading, notes, page, size, part=_part(number, len(pages)))


def _programme(rows: list[Row]) -> Iterator[tuple[str, list[Row], Mapping[str, int]]]:
    """The rows on as few slides as they need: the size of letters, the rows, and which slide of how many it is."""
    lines = {name: int(ROOM // (1.3 * size + 0.9)) for name, size in SIZES.items()}
    most = max(lines.values())
    pages = [rows[at : at + most] for at in range(0, len(rows), most)]
    for number, page in enumerate(pages, 1):
        yield next(name for name, fit in lines.items() if len(page) <= fit), page, _part(number, len(pages))


def _part(number: int, of: int) -> Mapping[str, int]:
    """Which of several slides with the same heading it is; nothing when there is but one."""
    return {"number": number, "all": of} if of > 1 else {}


def _note(title: str, content: list[Any], form: str = "", name: str = "") -> Iterator[Mapping[str, Any]]:
    """A note, unless it is empty, and the format that it is for, with the format's name; none when it is for all."""
    if content:
        yield {"title": title, "nodes": content, "form": form, "format": name}


def _paragraphs(text: str) -> list[Any]:
    return [{"t": "p", "c": [paragraph]} for paragraph in paragraphs(text) if paragraph]


def _list(items: Sequence[str], kind: str = "ul") -> list[Any]:
    """A list as nodes; nothing when it is empty."""
    return [{"t": kind, "c": [{"t": "li", "c": [item]} for item in items]}] if items else []
