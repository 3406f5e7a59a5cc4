"""What one who arranges a gathering needs in writing: it has no fixed agenda, so it lives by what people come with.

The texts are the program's own. Where it takes somebody who knows the place and the people, there is a line to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from taikun_build.problems import Text, msg
from taikun_build.timetable import Timetable
from taikun_build.timing import clock
from taikun_build.vocabulary import Format, SlotKind


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to fill in, or one that is filled in already. `day` tells that it is for a date, so many days after the
    first."""

    label: Text
    value: str | Text | date | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to fill in."""

    heads: tuple[Text, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A text to send, a sheet to fill in: a title, and what stands below it."""

    id: str
    title: Text
    parts: tuple[Text | Blank | Grid, ...]


BEFORE = (
    msg("Find a day, and a place that most can get to."),
    msg("Send the invitation in good time, and ask for questions when people sign up."),
    msg("Read the questions that have come in. You need not be able to answer them."),
)
FOOD = msg("Order lunch, and coffee, tea and fruit for when people come. It is worth much that food is included.")
ONE_SCREEN = {
    Format.PHYSICAL: msg("Try the computer on the big screen. All shall see the same while you talk about it."),
    Format.DIGITAL: msg("Try to share your screen. All shall see the same while you talk about it."),
    Format.HYBRID: msg(
        "Try the computer on the big screen, and share the same picture with those who are not in the room."
    ),
}
DURING = (
    msg("Begin with a quick round: name, library, and what you want to take up."),
    msg("Take one question at a time, and show it on the screen. Ask the others first: somebody has often met it."),
    msg("Note what nobody can answer, and agree on who gets the question."),
    msg("Keep the time, the breaks and the lunch. There is nothing that you must get through."),
)
AFTER = (
    msg("Send brief minutes to all who took part while they still remember the day."),
    msg("Pass the unanswered questions on to somebody who can answer."),
    msg("Send the answers to all who took part when they come."),
)
DOES: Mapping[SlotKind, tuple[Text, Text]] = {
    SlotKind.WELCOME: (
        msg("Say that there is no agenda, when there are breaks, and that no question is too small."),
        msg("Find a seat where they see the screen."),
    ),
    SlotKind.ROUND: (
        msg("Take a quick round, and write down each question where all can see it."),
        msg("Say their name, where they work, and what they want to take up."),
    ),
    SlotKind.WORK: (
        msg("Show on the screen what you talk about. Ask the others first. Note what nobody can answer."),
        msg("Ask, show how they do it themselves, and try the solutions."),
    ),
    SlotKind.CLOSING: (
        msg("Read out what is passed on, to whom, and when the minutes come."),
        msg("Say one thing that they will try."),
    ),
}
"""What the one who leads does, and what the participants do, by the kind of entry."""


def preparation(form: Format) -> tuple[tuple[Text, ...], tuple[Text, ...], tuple[Text, ...]]:
    """The checklist of a gathering: before, during and after it."""
    food = () if form is Format.DIGITAL else (FOOD,)
    return (*BEFORE, *food, ONE_SCREEN[form]), DURING, AFTER


def papers(plan: Timetable) -> tuple[Paper, ...]:
    """The invitation, the sheet of questions and the minutes."""
    return (
        Paper("invitation", msg("Invitation"), tuple(_invitation(plan))),
        Paper("questions", msg("Questions from the participants"), _QUESTIONS),
        Paper("minutes", msg("Minutes of the gathering"), (*_where_and_when(plan), Blank(msg("Present")), *_MINUTES)),
    )


def _invitation(plan: Timetable) -> Iterator[Text | Blank]:
    meta = plan.session.meta
    yield msg(
        "Welcome to a gathering without a fixed agenda. We talk about what you come with, and look at it together on "
        "one screen. Everybody puts what they know at the others' disposal."
    )
    yield from _where_and_when(plan)
    if meta.group:
        yield Blank(msg("For"), meta.group)
    if meta.format is not Format.DIGITAL:
        yield Blank(msg("Food and price"))
    yield Blank(msg("Sign up by"))
    yield Blank(msg("Sign up with"))
    yield msg(
        "Write when you sign up what you want to take up: a question, a problem, something you have made work or "
        "something you wonder about. No question is too small, and you delay nobody: there is nothing that we must get "
        "through."
    )
    if meta.format is not Format.DIGITAL:
        yield msg("Tell us too if there is something you do not eat, or something you need in order to take part.")
    yield msg("Afterwards you get brief minutes, and the answers to what nobody could answer on the day.")


def _where_and_when(plan: Timetable) -> Iterator[Blank]:
    meta = plan.session.meta
    for sitting in plan.sittings:
        lunch = next((step for step in sitting.steps if step.kind is SlotKind.LUNCH), None)
        times = {"start": clock(sitting.start), "end": clock(sitting.end)}
        day = None if plan.first is None else sitting.period.times(plan.first)[0].date()
        yield Blank(msg("Date"), day, sitting.day)
        yield Blank(
            msg("Time"),
            msg("{start}–{end}", **times)
            if lunch is None
            else msg("{start}–{end}, with lunch at {lunch}", **times, lunch=clock(lunch.start)),
        )
    yield Blank(msg("Place"), meta.place or meta.link)


_QUESTIONS = (
    msg(
        "Filled in by the one who arranges, from what comes with the registrations and in the round. Have it on the "
        "screen, and tick off what you have been through."
    ),
    Grid((msg("Question or problem"), msg("From whom"), msg("Taken up")), 15),
)
_MINUTES = (
    Grid((msg("What was taken up"), msg("What we arrived at")), 8),
    msg(
        "Questions that nobody could answer are passed on to somebody who can. The answers are sent to all who took "
        "part."
    ),
    Grid((msg("Unanswered question"), msg("Passed on to"), msg("When"), msg("The answer is sent")), 5),
)
