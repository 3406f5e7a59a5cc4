"""The facilitator's plan of a session as data: the day at a glance, what to prepare, each activity with its clock
times, and for a gathering the texts to send and to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from taikun_build.catalogue import Catalogue
from taikun_build.problems import Text, msg
from taikun_build.sheets.guide import LABELS as GUIDE_LABELS
from taikun_build.sheets.guide import row_data
from taikun_build.sheets.parts import Imprint, frame
from taikun_build.site.gatherings import DOES, Blank, Grid, papers, preparation
from taikun_build.timetable import Line, Period, Sitting, Step, Timetable
from taikun_build.timing import clock
from taikun_build.vocabulary import SessionKind

_LABELS: Mapping[str, Text] = {
    **{name: GUIDE_LABELS[name] for name in ("preparation", "equipment", "run_sheet", "time", "minutes", "activity")},
    **{name: GUIDE_LABELS[name] for name in ("facilitator", "participants", "plan_b")},
    "plan": msg("The facilitator's plan"),
    "timetable": msg("Timetable"),
    "what": msg("What happens"),
    "modules_have_guides": msg(
        "Each module has a guide of its own, with notes to each activity, dilemmas with hints, and what often goes "
        "wrong. Bring them along."
    ),
}


def session_data(plan: Timetable, imprint: Imprint) -> Mapping[str, Any]:
    """The plan of one session, on a day where one is set."""
    meta = plan.session.meta
    catalogue = imprint.catalogues(meta.language)
    say = catalogue.say
    notes = [module.meta.facilitator_notes for module in plan.modules]
    facts = (
        (msg("Held"), say(meta.format.label)),
        (msg("Time"), "\n".join(_span(sitting.period, catalogue) for sitting in plan.sittings)),
        (msg("Place"), meta.place or meta.link or ""),
        (msg("For"), meta.group or ""),
    )
    return {
        **frame(imprint, meta.language, _LABELS),
        "title": meta.title,
        "summary": meta.summary,
        "theme": say(meta.kind.label),
        "format": say(meta.format.label),
        "facts": [{"label": say(label), "value": value} for label, value in facts if value],
        "has_modules": bool(plan.modules),
        "sittings": [_sitting_data(sitting, plan, catalogue) for sitting in plan.sittings],
        "preparation": [
            {"title": say(title), "items": items} for title, items in _preparation(plan, catalogue) if items
        ],
        "equipment": _once(item for note in notes for item in note.equipment.for_format(meta.format)),
        "papers": [
            {"title": say(paper.title), "parts": [_part_data(part, catalogue) for part in paper.parts]}
            for paper in (papers(plan) if meta.kind is SessionKind.SAMLING else ())
        ],
    }


def _preparation(plan: Timetable, catalogue: Catalogue) -> Iterator[tuple[Text, list[str]]]:
    """The checklist, gathered from the modules. For a gathering, the program's own comes first."""
    meta = plan.session.meta
    own = preparation(meta.format) if meta.kind is SessionKind.SAMLING else ((), (), ())
    theirs = [module.meta.facilitator_notes.preparation for module in plan.modules]
    for title, texts, items in zip(
        (msg("Before"), msg("During"), msg("After")),
        own,
        ([one.before for one in theirs], [one.during for one in theirs], [one.after for one in theirs]),
        strict=True,
    ):
        yield title, _once([*map(catalogue.say, texts), *chain.from_iterable(items)])


def _once(items: Iterable[str]) -> list[str]:
    """The items, each said once."""
    return list(dict.fromkeys(items))


def _span(period: Period, catalogue: Catalogue) -> str:
    """When a part is held, in words."""
    times = catalogue.say(msg("from {start} to {end}", start=clock(period.start), end=clock(period.end)))
    return f"{catalogue.say(period.title)}: {times}" if period.title else times


def _sitting_data(sitting: Sitting, plan: Timetable, catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "title": catalogue.say(sitting.title),
        "when": _day(sitting, plan.first, catalogue),
        "lines": [_line_data(line, catalogue) for line in sitting.lines],
        "steps": [*_steps_data(sitting, plan, catalogue)],
    }


def _day(sitting: Sitting, first: date | None, catalogue: Catalogue) -> str:
    """The day on which a part is held; while none is chosen, how long after the first."""
    if first is not None:
        return catalogue.day(sitting.period.times(first)[0].date(), weekday=True)
    if sitting.day == 0:
        return ""
    return catalogue.count(msg("{number} day later"), msg("{number} days later"), sitting.day)


def _line_data(line: Line, catalogue: Catalogue) -> Mapping[str, Any]:
    title = catalogue.say(line.title)
    return {
        "start": clock(line.start),
        "end": clock(line.end),
        "title": catalogue.say(msg("{title} (continued)", title=title)) if line.is_continued else title,
        "lang": str(line.language),
        "is_rest": line.kind is not None and line.kind.is_rest,
    }


def _steps_data(sitting: Sitting, plan: Timetable, catalogue: Catalogue) -> Iterator[Mapping[str, Any]]:
    """Each step with its clock times, and before the first of a module what the module is called."""
    before: Step | None = None
    for step in sitting.steps:
        if step.module is not None and (before is None or before.slot != step.slot):
            yield {"module": step.module.meta.title, "lang": str(step.module.meta.language)}
        before = step if step.slot is not None else before
        if step.row is None or step.module is None:
            yield _own_row(step, plan, catalogue)
        else:
            row = row_data(step.row, step.start - step.row.start, catalogue.say(step.row.method.label))
            yield {**row, "lang": str(step.module.meta.language)}


def _own_row(step: Step, plan: Timetable, catalogue: Catalogue) -> Mapping[str, Any]:
    """A step that is no activity of a module. In a gathering the program knows what it takes."""
    say = catalogue.say
    is_gathering = plan.session.meta.kind is SessionKind.SAMLING
    facilitator, participants = DOES.get(step.kind, ("", "")) if is_gathering and step.kind else ("", "")
    return {
        "id": "",
        "number": "",
        "start": clock(step.start),
        "end": clock(step.end),
        "minutes": step.minutes,
        "title": say(step.title),
        "method": "",
        "purpose": "",
        "facilitator": say(facilitator),
        "participants": say(participants),
        "equipment": [],
        "plan_b": "",
        "is_break": step.is_rest,
    }


def _part_data(part: Text | Blank | Grid, catalogue: Catalogue) -> Mapping[str, Any]:
    say = catalogue.say
    match part:
        case Blank():
            value = part.value or ""
            known = catalogue.day(value, weekday=True) if isinstance(value, date) else say(value)
            return {"kind": "blank", "label": say(part.label), "value": known}
        case Grid():
            return {"kind": "grid", "heads": [say(head) for head in part.heads], "rows": part.rows}
        case Text():
            return {"kind": "text", "text": say(part)}
