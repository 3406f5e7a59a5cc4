"""What stands around the modules: sources, resources elsewhere, events, and a proof that one has taken part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from taikun_build.model import Curriculum, Event, ModuleSlot, OwnSlot, Resource, Session, Theme
from taikun_build.problems import Text, msg
from taikun_build.references import is_law, licence_of
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import (
    EVENTS,
    GLOSSARY,
    PROOF,
    RESOURCES,
    SOURCES,
    Calendar,
    NavItem,
    Shown,
    SitePage,
    event_calendar,
)
from taikun_build.timetable import timetables
from taikun_build.timing import utc
from taikun_build.vocabulary import Language, SlotKind

ALL_EVENTS = "arrangementer.ics"

_KINDS: Mapping[str, Text] = {
    "article": msg("Preprint"),
    "article-journal": msg("Journal article"),
    "article-magazine": msg("Magazine article"),
    "article-newspaper": msg("Newspaper article"),
    "book": msg("Book"),
    "chapter": msg("Chapter"),
    "paper-conference": msg("Conference paper"),
    "report": msg("Report"),
    "webpage": msg("Web page"),
}
_LAW = msg("Law or regulation")
_REST = (SlotKind.BREAK, SlotKind.LUNCH, SlotKind.BUFFER)
"""What does not count as time in which one takes part."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A reference, what is known of it, and each module that uses it with the day on which law was looked up there."""

    kind: Text | None
    language: Language | None
    licence: str | None
    uses: tuple[tuple[ReaderModule, date | None], ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every reference of the modules by key, in the order in which the modules first name them."""

    entries: Mapping[str, SourceEntry]


@dataclass(frozen=True, slots=True)
class ResourceEntry:
    """A resource elsewhere, and where in the curriculum it belongs."""

    resource: Resource
    themes: tuple[Theme, ...]
    modules: tuple[ReaderModule, ...]


@dataclass(frozen=True, slots=True)
class ResourcesPage:
    """The resources elsewhere, as the file lists them."""

    entries: tuple[ResourceEntry, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event with the session that is held and the modules that are used."""

    event: Event
    session: Session | None
    modules: tuple[ReaderModule, ...]


@dataclass(frozen=True, slots=True)
class EventsPage:
    """The events to come in the order of time and the past ones, the last first, perhaps none; for an edition, as they
    were announced on its day."""

    entries: tuple[EventEntry, ...]
    past: tuple[EventEntry, ...]
    as_of: date | None


@dataclass(frozen=True, slots=True)
class ProofPage:
    """What one can have taken part in: modules, and sessions with their minutes without breaks. The proof itself is
    there in each of the languages."""

    modules: tuple[ReaderModule, ...]
    sessions: tuple[tuple[Session, int], ...]
    languages: tuple[Language, ...] = (Language.NB, Language.NN)


def knowledge_pages(curriculum: Curriculum, readers: tuple[ReaderModule, ...], shown: Shown) -> Iterator[SitePage]:
    """The pages. Sources and resources have one when there are any; events always, so that one sees there are none."""
    language = curriculum.settings.language
    by_id = {reader.id: reader for reader in readers}
    if curriculum.resources.items:
        resources = tuple(_resource(resource, curriculum, by_id) for resource in curriculum.resources)
        title = msg("Resources elsewhere")
        about = msg(
            "Others make good things too. Here is what stands near TAIKun, who is behind it, and what it is to us."
        )
        yield SitePage(RESOURCES, "resources", title, about, language, ResourcesPage(resources), styles=("knowledge",))
    sources = dict(_sources(curriculum, readers))
    if sources:
        about = msg("The sources that the modules lean on, listed in full, and where they are used.")
        yield SitePage(SOURCES, "sources", msg("Sources"), about, language, SourcesPage(sources), styles=("knowledge",))
    yield SitePage(
        EVENTS,
        "events",
        msg("Events"),
        msg("Courses and gatherings with TAIKun that have been announced, and how to take part."),
        language,
        _events(curriculum, by_id, shown),
        styles=("knowledge",),
    )
    if readers:
        sessions = tuple((session, _minutes(session, by_id)) for session in curriculum.sessions)
        yield SitePage(
            PROOF,
            "proof",
            msg("Proof of participation"),
            msg(
                "For those who have taken part and want it in writing. Fill it in and print it, or print it and fill "
                "it in by hand. Nothing is stored, and nothing is sent."
            ),
            language,
            ProofPage(readers, sessions),
            hide=("toc",),
            styles=("proof",),
            scripts=("proof",),
        )


def knowledge_nav(pages: tuple[SitePage, ...]) -> NavItem:
    """The group of the navigation, with those of the pages that there are."""
    paths = (RESOURCES, GLOSSARY, SOURCES, EVENTS, PROOF)
    titles = {page.path: page.title for page in pages}
    return NavItem(msg("Resources"), children=tuple(NavItem(titles[path], path) for path in paths if path in titles))


def calendars(curriculum: Curriculum, shown: Shown) -> Mapping[str, Any]:
    """A calendar for each event, and one for all of them, when there are any. An event at which a session is held has
    the times of the session's timetable."""
    events = _in_time_order(curriculum)
    name = curriculum.settings.title
    plans = {plan.session.meta.id: tuple(s.period for s in plan.sittings) for plan in timetables(curriculum)}
    periods = {event.id: plans[event.session] for event in events if event.session in plans}
    each = {event_calendar(event.id): Calendar(event.title, (event,), shown.moment, periods) for event in events}
    return {ALL_EVENTS: Calendar(name, events, shown.moment, periods)} | each if events else {}


def _in_time_order(curriculum: Curriculum) -> tuple[Event, ...]:
    return tuple(sorted(curriculum.events, key=lambda event: (event.begins, event.id)))


def _resource(resource: Resource, curriculum: Curriculum, by_id: Mapping[str, ReaderModule]) -> ResourceEntry:
    themes = tuple(theme for theme in curriculum.settings.themes if theme.id in resource.themes)
    return ResourceEntry(resource, themes, tuple(by_id[name] for name in resource.modules if name in by_id))


def _events(curriculum: Curriculum, by_id: Mapping[str, ReaderModule], shown: Shown) -> EventsPage:
    """An event is past once it has ended before the moment that is shown."""
    moment = datetime.fromtimestamp(shown.moment, UTC)
    entries = tuple(_event(event, curriculum, by_id) for event in _in_time_order(curriculum))
    return EventsPage(
        tuple(entry for entry in entries if utc(entry.event.ends) >= moment),
        tuple(entry for entry in reversed(entries) if utc(entry.event.ends) < moment),
        date.fromisoformat(shown.date) if shown.date else None,
    )


def _event(event: Event, curriculum: Curriculum, by_id: Mapping[str, ReaderModule]) -> EventEntry:
    session = next((known for known in curriculum.sessions if known.meta.id == event.session), None)
    return EventEntry(event, session, tuple(by_id[name] for name in event.modules if name in by_id))


def _sources(curriculum: Curriculum, readers: tuple[ReaderModule, ...]) -> Iterator[tuple[str, SourceEntry]]:
    for key in dict.fromkeys(use.key for reader in readers for use in reader.sources):
        reference = curriculum.references.get(key)
        if reference is None:
            continue
        uses = tuple((reader, use.valid_as_of) for reader in readers for use in reader.sources if use.key == key)
        kind = _LAW if is_law(reference) else _KINDS.get(str(reference.get("type")))
        written = str(reference.get("language"))
        language = Language(written) if written in tuple(Language) else None
        yield key, SourceEntry(kind, language, licence_of(reference), uses)


def _minutes(session: Session, by_id: Mapping[str, ReaderModule]) -> int:
    """How long one takes part in a session: its modules, and its own parts but for the rests."""
    minutes = 0
    for slot in session.meta.programme:
        match slot:
            case ModuleSlot(module=name) if name in by_id:
                minutes += by_id[name].duration
            case OwnSlot() if slot.kind not in _REST:
                minutes += slot.minutes
    return minutes
