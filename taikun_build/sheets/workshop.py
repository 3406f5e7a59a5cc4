"""The scenario workshop as data: what the one who leads needs, and what is printed for the group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.model import Axis
from taikun_build.problems import Text, msg
from taikun_build.sheets.guide import LABELS as GUIDE_LABELS
from taikun_build.sheets.nodes import paragraphs
from taikun_build.sheets.parts import Imprint, frame, minutes, sources
from taikun_build.site.futures import Corner, FuturesPage
from taikun_build.timing import clock

_LABELS: Mapping[str, Text] = {
    **{name: GUIDE_LABELS[name] for name in ("clock", "time", "minutes", "times_from_start")},
    "workshop": msg("Scenario workshop"),
    "steps": msg("How to do it"),
    "step": msg("Step by step"),
    "to_print": msg("What to print"),
    "pages": msg("Page"),
    "what": msg("What"),
    "copies": msg("How many"),
    "before": msg("Before they come"),
    "origin": msg("Where it comes from"),
    "axes": msg("The two axes"),
    "future": msg("Future"),
    "signs": msg("Signs to look for today"),
    "worksheet": msg("Worksheet for the group"),
    "deed": msg("What we do"),
    "who": msg("Who"),
    "by_when": msg("By when"),
}
_BEFORE: tuple[Text, ...] = (
    msg("Hang the poster where all can see it and write on it."),
    msg("Set out a table for each group, and pens and notes for everyone."),
    msg("If you meet on screen: share the poster as a picture, and put the worksheet where all can write in it."),
)


def workshop_data(sheet: FuturesPage, imprint: Imprint) -> Mapping[str, Any]:
    """The kit of a scenario workshop. Times count from the start, where one is chosen, else from 0."""
    axes = sheet.axes
    catalogue = imprint.catalogues(axes.language)
    say = catalogue.say
    start = imprint.start or 0
    return {
        **frame(imprint, axes.language, _LABELS),
        "title": axes.title,
        "summary": axes.summary,
        "theme": say(msg("Scenario axes")),
        "format": say(msg("Guide for facilitators")),
        "facts": [
            {"label": say(msg("Time")), "value": minutes(sheet.minutes, catalogue)},
            {"label": say(msg("Year")), "value": str(axes.horizon)},
            *({"label": axis.name, "value": axis.question} for axis in (axes.horizontal, axes.vertical)),
        ],
        "has_start": imprint.start is not None,
        "steps": [
            {
                "start": clock(start + begins),
                "end": clock(start + ends),
                "minutes": step.minutes,
                "title": step.title,
                "text": step.text,
            }
            for step, begins, ends in sheet.run_sheet
        ],
        "to_print": [
            {"part": part, "what": say(what), "copies": say(copies)}
            for part, what, copies in (
                ("poster", msg("Poster with the two axes"), msg("One, on A3 if you can")),
                ("futures", msg("The four futures, two on a page: cut them apart"), msg("A set for each group")),
                ("worksheet", msg("Worksheet"), msg("One for each group")),
            )
        ],
        "before": [say(text) for text in _BEFORE],
        "horizontal": _axis(axes.horizontal),
        "vertical": _axis(axes.vertical),
        "corners": [_corner(corner) for _, corners in sheet.rows for corner in corners],
        "worksheet": [
            {"title": say(title), "lines": lines}
            for title, lines in (
                (msg("We call our future"), 1),
                (msg("This is what we see in {year}", year=axes.horizon), 6),
                (msg("This must have happened first"), 4),
                (msg("Signs that we are on the way, or on the wrong way"), 3),
            )
        ],
        "origin": paragraphs(axes.origin),
        "sources": sources((axes.source,), axes.language, imprint),
    }


def _axis(axis: Axis) -> Mapping[str, str]:
    return {"name": axis.name, "question": axis.question, "low": axis.low, "high": axis.high}


def _corner(corner: Corner) -> Mapping[str, Any]:
    future = corner.future
    return {
        "name": future.name,
        "horizontal": corner.horizontal,
        "vertical": corner.vertical,
        "story": paragraphs(future.story),
        "signs": list(future.signs),
        "questions": list(future.questions),
    }
