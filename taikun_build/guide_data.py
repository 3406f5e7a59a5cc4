"""A printed guide as data: all that the Typst template shows, with nothing left for it to decide or to translate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from taikun_build.bibliography import ReferenceLists
from taikun_build.catalogue import Catalogue
from taikun_build.linking import cited_source, is_unsafe, source_targets
from taikun_build.model import Activity, BodyPart, Box, Dilemma, DilemmaPlace, FacilitatorNote, FormatVariant, Prose
from taikun_build.problems import Text, msg
from taikun_build.prose import Element
from taikun_build.site.pages import Shown
from taikun_build.site.plan import GuidePlan
from taikun_build.timing import clock, run_sheet
from taikun_build.vocabulary import Method

_SAME_NAME = {"i": "em", "b": "strong"}

_BOX_TITLES: dict[str, Text] = {
    "reflection": msg("Reflection"),
    "example": msg("Example"),
    "key-points": msg("Key points"),
}
_LABELS: dict[str, Text] = {
    "outcomes": msg("Learning outcomes"),
    "preparation": msg("Preparation"),
    "equipment": msg("Equipment"),
    "run_sheet": msg("Run sheet"),
    "time": msg("Time"),
    "minutes": msg("Minutes"),
    "activity": msg("Activity"),
    "method": msg("Method"),
    "purpose": msg("Purpose"),
    "times_from_start": msg("Times are hours and minutes from the start."),
    "note": msg("For you who lead"),
    "dilemma": msg("Dilemma"),
    "at_stake": msg("At stake"),
    "questions": msg("Questions to talk about"),
    "pitfalls": msg("What often goes wrong"),
    "plan_b": msg("Plan B"),
    "sources": msg("Sources"),
    "session": msg("The session, step by step"),
    "page": msg("Page"),
    "of": msg("of"),
    "guide": msg("Guide for facilitators"),
}


def guide_data(
    guide: GuidePlan, shown: Shown, site_title: str, references: ReferenceLists, catalogue: Catalogue
) -> Mapping[str, Any]:
    """The guide of one module in one format. Times are minutes; clock times are hours and minutes from the start.

    Texts are plain. Markdown is given as nodes: a text, or {"t": name, "c": children} with the names of HTML (p, ul,
    ol, li, h2, blockquote, table, tr, th, td, pre, code, strong, em, br, sub, sup, kbd, q, span; the last two may have
    a "lang", ISO 639), "a" with "href" for a web address and "cite"
    with "to" for a reference of the guide's own list.
    """
    say = catalogue.say
    module = guide.module
    meta = module.meta
    notes = meta.facilitator_notes
    writer = _Body(guide, catalogue)
    return {
        "lang": str(meta.language),
        "site": site_title,
        "edition": say(shown.label),
        "is_draft": shown.is_draft,
        "title": meta.title,
        "summary": meta.summary,
        "theme": guide.theme.title,
        "format": say(guide.form.label),
        "labels": {name: say(text) for name, text in _LABELS.items()},
        "facts": [
            {"label": say(msg("Format")), "value": say(guide.form.label)},
            {"label": say(msg("Level")), "value": say(meta.level.label)},
            {"label": say(msg("Time")), "value": writer.minutes(meta.duration)},
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
        "equipment": list(notes.equipment.for_format(guide.form)),
        "run_sheet": [
            {
                "start": clock(step.start),
                "end": clock(step.end),
                "minutes": step.activity.options.minutes,
                "title": step.activity.title,
                "id": step.activity.options.id,
                "method": say(step.activity.options.method.label),
                "purpose": step.activity.options.purpose,
                "is_break": step.activity.options.method is Method.BREAK,
            }
            for step in run_sheet(module)
        ],
        "body": [part for item in module.body for part in writer.part(item)],
        "pitfalls": list(notes.pitfalls),
        "plan_b": paragraphs(notes.plan_b),
        "sources": [
            {"id": _anchor(key), "nodes": nodes(entry.children)}
            for key, entry in references(tuple(use.key for use in meta.sources), meta.language)
        ],
        "colophon": say(
            msg(
                "Version {version}. Reviewed {reviewed}; to be reviewed again by {review_by}. Licence: {licence}.",
                version=meta.version,
                reviewed=meta.reviewed.isoformat(),
                review_by=meta.review_by.isoformat(),
                licence=meta.licence,
            )
        ),
    }


def paragraphs(text: str) -> list[str]:
    """A plain text's paragraphs, which are divided by blank lines."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def nodes(children: tuple[Element | str, ...]) -> list[Any]:
    """A tree's children as data."""
    return [node for child in children for node in _node(child)]


def _anchor(key: str) -> str:
    """The label of a reference in the guide's own list."""
    return source_targets([key])[key].removeprefix("#")


def _node(child: Element | str) -> Iterator[Any]:
    if isinstance(child, str):
        yield child
        return
    inner = nodes(child.children)
    if child.name == "a" and (key := cited_source(child.target)) is not None:
        yield {"t": "cite", "to": _anchor(key), "c": inner}
    elif child.name == "a" and child.target.startswith(("http", "mailto:")) and not is_unsafe(child.target):
        yield {"t": "a", "href": child.target, "c": inner}
    elif child.name == "a":
        yield from inner
    else:
        language = {"lang": child.language.partition("-")[0]} if child.language else {}
        yield {"t": _SAME_NAME.get(child.name, child.name), "c": inner, **language}


class _Body:
    """The parts of a body as data, for one format."""

    def __init__(self, guide: GuidePlan, catalogue: Catalogue) -> None:
        self.guide = guide
        self.catalogue = catalogue
        self.dilemmas = {dilemma.id: dilemma for dilemma in guide.module.meta.dilemmas}

    def minutes(self, number: int) -> str:
        return self.catalogue.count(msg("{number} minute"), msg("{number} minutes"), number)

    def part(self, part: BodyPart) -> Iterator[Mapping[str, Any]]:
        """A part as data, or nothing when it belongs to another format."""
        match part:
            case Activity():
                options = part.options
                yield {
                    "kind": "activity",
                    "id": options.id,
                    "title": part.title,
                    "minutes": self.minutes(options.minutes),
                    "method": self.catalogue.say(options.method.label),
                    "purpose": options.purpose,
                    "is_break": options.method is Method.BREAK,
                    "parts": [data for inner in part.parts for data in self.part(inner)],
                }
            case Prose():
                yield {"kind": "prose", "nodes": self.blocks(part)}
            case FormatVariant() if part.form is self.guide.form:
                name = self.catalogue.say(part.form.label)
                yield {"kind": "format", "name": name, "nodes": self.blocks(part.prose)}
            case FacilitatorNote():
                yield {"kind": "note", "nodes": self.blocks(part.prose)}
            case Box():
                title = part.title or self.catalogue.say(_BOX_TITLES[part.kind])
                yield {"kind": "box", "box": part.kind, "title": title, "nodes": self.blocks(part.prose)}
            case DilemmaPlace() if part.dilemma in self.dilemmas:
                yield self.dilemma(self.dilemmas[part.dilemma])

    def blocks(self, prose: Prose) -> list[Any]:
        return nodes(prose.tree.blocks)

    def dilemma(self, dilemma: Dilemma) -> Mapping[str, Any]:
        return {
            "kind": "dilemma",
            "title": dilemma.title,
            "minutes": self.minutes(dilemma.minutes),
            "sensitivity": self.catalogue.say(dilemma.sensitivity.label),
            "situation": paragraphs(dilemma.situation),
            "values": list(dilemma.values),
            "perspectives": [{"role": one.role, "view": one.view} for one in dilemma.perspectives],
            "questions": list(dilemma.questions),
            "hint": paragraphs(dilemma.facilitator_hint),
        }
