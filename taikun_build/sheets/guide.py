"""The facilitator's guide as data: all that a template shows, with nothing left for it to decide or to translate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.lessons import Lesson, Row
from taikun_build.problems import Text, msg
from taikun_build.sheets.nodes import paragraphs
from taikun_build.sheets.parts import Body, Imprint, colophon, frame, minutes, sources
from taikun_build.timing import clock

LABELS: Mapping[str, Text] = {
    "guide": msg("Guide for facilitators"),
    "preparation": msg("Preparation"),
    "equipment": msg("Equipment"),
    "run_sheet": msg("Run sheet"),
    "clock": msg("Clock"),
    "time": msg("Time"),
    "minutes": msg("Min."),
    "activity": msg("Activity"),
    "facilitator": msg("You do and say"),
    "participants": msg("The participants"),
    "plan_b": msg("Plan B"),
    "times_from_start": msg("Times are hours and minutes from the start. Write in when each part begins."),
    "pitfalls": msg("What often goes wrong"),
    "session": msg("The session, step by step"),
}


def guide_data(plan: Lesson, imprint: Imprint) -> Mapping[str, Any]:
    """The guide of one module in one format. Times count from the start, where one is chosen, else from 0."""
    meta = plan.module.meta
    catalogue = imprint.catalogues(meta.language)
    say = catalogue.say
    notes = meta.facilitator_notes
    body = Body({dilemma.id: dilemma for dilemma in meta.dilemmas}, catalogue)
    return {
        **frame(imprint, meta.language, LABELS),
        "title": meta.title,
        "summary": meta.summary,
        "theme": plan.theme.title,
        "format": say(plan.form.label),
        "facts": [
            {"label": say(msg("Format")), "value": say(plan.form.label)},
            {"label": say(msg("Level")), "value": say(meta.level.label)},
            {"label": say(msg("Time")), "value": minutes(meta.duration, catalogue)},
            {
                "label": say(msg("Group")),
                "value": say(msg("{min}–{max} participants", min=meta.group_size.min, max=meta.group_size.max)),
            },
            {"label": say(msg("For")), "value": "; ".join(meta.audience)},
        ],
        "overview": paragraphs(notes.overview),
        "outcomes": [{"text": o.text, "kind": say(o.kind.label)} for o in meta.learning_outcomes],
        "preparation": [
            {"title": say(title), "items": list(items)}
            for title, items in (
                (msg("Before"), notes.preparation.before),
                (msg("During"), notes.preparation.during),
                (msg("After"), notes.preparation.after),
            )
            if items
        ],
        "equipment": list(plan.equipment),
        "has_start": imprint.start is not None,
        "run_sheet": [row_data(row, imprint.start or 0, say(row.method.label)) for row in plan.rows],
        "body": body.parts(plan.body),
        "pitfalls": list(notes.pitfalls),
        "plan_b": paragraphs(notes.plan_b),
        "sources": sources(tuple(use.key for use in meta.sources), meta.language, imprint),
        "colophon": say(
            colophon(meta.version, meta.reviewed.isoformat(), meta.review_by.isoformat(), str(meta.licence))
        ),
    }


def row_data(row: Row, start: int, method: str) -> Mapping[str, Any]:
    """A line of the run sheet, with times counted from `start` (minutes)."""
    return {
        "id": row.id,
        "number": str(row.number or ""),
        "start": clock(start + row.start),
        "end": clock(start + row.end),
        "minutes": row.minutes,
        "title": row.title,
        "method": method,
        "purpose": row.purpose,
        "facilitator": row.facilitator,
        "participants": row.participants,
        "equipment": list(row.equipment),
        "plan_b": row.plan_b,
        "is_break": row.is_break,
    }
