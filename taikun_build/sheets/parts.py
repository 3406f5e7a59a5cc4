"""What several sheets show: what is true of the whole print run, the body of a module, the sources, the colophon."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taikun_build.bibliography import ReferenceLists
from taikun_build.catalogue import Catalogue
from taikun_build.institutions import Local
from taikun_build.model import Activity, BodyPart, Box, Dilemma, DilemmaPlace, FacilitatorNote, FormatVariant, Prose
from taikun_build.problems import Text, msg
from taikun_build.sheets.nodes import anchor, nodes, paragraphs
from taikun_build.site.audiences import ReaderDilemma
from taikun_build.site.pages import Shown
from taikun_build.vocabulary import Language, Method

BOX_TITLES: Mapping[str, Text] = {
    "reflection": msg("Reflection"),
    "example": msg("Example"),
    "key-points": msg("Key points"),
}
LABELS: Mapping[str, Text] = {
    "outcomes": msg("Learning outcomes"),
    "note": msg("For you who lead"),
    "dilemma": msg("Dilemma"),
    "at_stake": msg("At stake"),
    "questions": msg("Questions to talk about"),
    "sources": msg("Sources"),
    "local": msg("Where you work"),
    "contact": msg("Contact"),
    "tools": msg("AI tools that you may use"),
    "guidelines": msg("Guidelines"),
    "not_for": msg("Not for"),
    "page": msg("Page"),
    "of": msg("of"),
}
"""What stands on every sheet in the language of its module."""
STYLES: Mapping[str, Text] = {
    "Lead": msg("Lead"),
    "Facts": msg("Facts"),
    "ActivityLine": msg("About the activity"),
    "Checklist": msg("Checklist"),
    "Note": LABELS["note"],
    "Format": msg("Format"),
    "Dilemma": LABELS["dilemma"],
    "Reflection": BOX_TITLES["reflection"],
    "Example": BOX_TITLES["example"],
    "KeyPoints": BOX_TITLES["key-points"],
    "RuledTable": msg("Ruled table"),
    "TableText": msg("Text in tables"),
    "TableHeading": msg("Heading in tables"),
    "Colophon": msg("Colophon"),
}
"""What a word processor calls the styles that it does not know itself, for those who change how sheets look."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What all sheets of a print run share. `start` is in minutes after midnight; without it, times count from 0.

    `local` is the library that the sheets are printed for, if they are.
    `address` is where the edition's folder is published, ending in a slash; empty while that is unknown.
    """

    site: str
    shown: Shown
    references: ReferenceLists
    catalogues: Callable[[Language], Catalogue]
    start: int | None = None
    local: Local | None = None
    address: str = ""


def frame(imprint: Imprint, language: Language, labels: Mapping[str, Text]) -> dict[str, Any]:
    """The data that every template needs."""
    say = imprint.catalogues(language).say
    return {
        "lang": str(language),
        "site": imprint.site,
        "edition": say(imprint.shown.label),
        "is_draft": imprint.shown.is_draft,
        "labels": {name: say(text) for name, text in {**LABELS, **labels}.items()},
        "styles": {style: say(name) for style, name in STYLES.items()},
        **({"local": local_data(imprint.local)} if imprint.local else {}),
    }


def local_data(local: Local) -> Mapping[str, Any]:
    """What a library adds to its own sheets, in its own language."""
    institution = local.institution
    return {
        "name": institution.name,
        "lang": str(institution.language),
        "contact": paragraphs(institution.contact),
        "tools": [{"name": tool.name, "use": tool.use, "not_for": tool.not_for or ""} for tool in institution.tools],
        "guidelines": [
            {"title": one.title, "text": one.text or "", "url": one.url or ""} for one in institution.guidelines
        ],
        "logo": institution.logo if local.logo else "",
    }


def local_lists(local: Mapping[str, Any], labels: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """The library's tools and guidelines as two lists of lines, each with its title."""
    tools = [
        f"{tool['name']}: {tool['use']}" + (f" ({labels['not_for']}: {tool['not_for']})" if tool["not_for"] else "")
        for tool in local["tools"]
    ]
    guidelines = [": ".join(filter(None, (one["title"], one["text"], one["url"]))) for one in local["guidelines"]]
    return [(labels["tools"], tools), (labels["guidelines"], guidelines)]


def minutes(number: int, catalogue: Catalogue) -> str:
    """Minutes in words."""
    return catalogue.count(msg("{number} minute"), msg("{number} minutes"), number)


def sources(keys: tuple[str, ...], language: Language, imprint: Imprint) -> list[Mapping[str, Any]]:
    """The reference list of a sheet."""
    return [{"id": anchor(key), "nodes": nodes(entry.children)} for key, entry in imprint.references(keys, language)]


def colophon(version: str, reviewed: str, review_by: str, licence: str) -> Text:
    """What stands at the end of every sheet of a module."""
    return msg(
        "Version {version}. Reviewed {reviewed}; to be reviewed again by {review_by}. Licence: {licence}.",
        version=version,
        reviewed=reviewed,
        review_by=review_by,
        licence=licence,
    )


class Body:
    """The parts of a body as data. They hold no variant of another format: the plan has left those out."""

    def __init__(self, dilemmas: Mapping[str, Dilemma | ReaderDilemma], catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.dilemmas = dilemmas

    def parts(self, body: tuple[BodyPart, ...]) -> list[Mapping[str, Any]]:
        """All parts in order."""
        return [data for part in body for data in self.part(part)]

    def part(self, part: BodyPart) -> Iterator[Mapping[str, Any]]:
        """A part as data, or nothing when it is the place of a dilemma that is not there."""
        say = self.catalogue.say
        match part:
            case Activity():
                options = part.options
                yield {
                    "kind": "activity",
                    "id": options.id,
                    "title": part.title,
                    "minutes": minutes(options.minutes, self.catalogue),
                    "method": say(options.method.label),
                    "purpose": options.purpose,
                    "is_break": options.method is Method.BREAK,
                    "parts": self.parts(part.parts),
                }
            case Prose():
                yield {"kind": "prose", "nodes": blocks(part)}
            case FormatVariant():
                yield {"kind": "format", "name": say(part.form.label), "nodes": blocks(part.prose)}
            case FacilitatorNote():
                yield {"kind": "note", "nodes": blocks(part.prose)}
            case Box():
                title = part.title or say(BOX_TITLES[part.kind])
                yield {"kind": "box", "box": part.kind, "title": title, "nodes": blocks(part.prose)}
            case DilemmaPlace() if part.dilemma in self.dilemmas:
                yield self.dilemma(self.dilemmas[part.dilemma])

    def dilemma(self, dilemma: Dilemma | ReaderDilemma) -> Mapping[str, Any]:
        """A dilemma; readers' has no hint."""
        return {
            "kind": "dilemma",
            "title": dilemma.title,
            "minutes": minutes(dilemma.minutes, self.catalogue),
            "sensitivity": self.catalogue.say(dilemma.sensitivity.label),
            "situation": paragraphs(dilemma.situation),
            "values": list(dilemma.values),
            "perspectives": [{"role": one.role, "view": one.view} for one in dilemma.perspectives],
            "questions": list(dilemma.questions),
            "hint": paragraphs(dilemma.facilitator_hint) if isinstance(dilemma, Dilemma) else [],
        }


def blocks(prose: Prose) -> list[Any]:
    """A stretch of Markdown as nodes."""
    return nodes(prose.tree.blocks)
