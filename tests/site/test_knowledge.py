"""The pages round the modules hold what they should, and nothing of what is not shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from taikun_build.editions import published_part
from taikun_build.model import Curriculum, Edition
from taikun_build.reading import read_curriculum
from taikun_build.site.knowledge import EventsPage, ProofPage, ResourcesPage, SourcesPage
from taikun_build.site.pages import EVENTS, PROOF, RESOURCES, SOURCES
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site, shown_edition
from taikun_build.sources import MemorySources
from taikun_build.vocabulary import EditionStatus

EVENTS_FILE = "curriculum/events.yml"
RESOURCES_FILE = "curriculum/resources.yml"


def plan_of(curriculum: Curriculum) -> SitePlan:
    return plan_site(published_part(curriculum), draft_of_the_tree())


def value_of(plan: SitePlan, path: str) -> object:
    """What the page at a path is made from, or None."""
    return next((page.value for page in plan.pages if page.path == path), None)


def test_every_source_is_there_once_with_all_that_use_it(curriculum: Curriculum) -> None:
    page = value_of(plan_of(curriculum), SOURCES)
    assert isinstance(page, SourcesPage)
    assert {key: [(module.id, day) for module, day in entry.uses] for key, entry in page.entries.items()} == {
        "berg2020": [("tvil", None), ("finne", None)],
        "lov2021": [("tvil", date(2026, 11, 22))],
    }
    assert [str(entry.kind.template) if entry.kind else "" for entry in page.entries.values()] == [
        "Book",
        "Law or regulation",
    ]


def test_a_resource_names_only_the_modules_that_are_shown(content: dict[str, bytes]) -> None:
    text = content[RESOURCES_FILE].replace(b"modules: [finne]", b"modules: [uferdig, finne]")
    curriculum, problems = read_curriculum(MemorySources({**content, RESOURCES_FILE: text}))
    assert curriculum is not None
    assert problems == ()
    page = value_of(plan_of(curriculum), RESOURCES)
    assert isinstance(page, ResourcesPage)
    assert [module.id for module in page.entries[0].modules] == ["finne"]
    assert "uferdig" not in repr(page)


def test_events_come_in_the_order_of_time_with_the_session_that_is_held(curriculum: Curriculum) -> None:
    turned = replace(curriculum.events, items=tuple(reversed(curriculum.events.items)))
    page = value_of(plan_of(replace(curriculum, events=turned)), EVENTS)
    assert isinstance(page, EventsPage)
    assert [entry.event.id for entry in page.entries] == ["vinterdag", "sommarsamling"]
    assert [entry.session.meta.id if entry.session else None for entry in page.entries] == ["fagdag", None]
    assert page.as_of is None


@pytest.mark.parametrize(
    ("moment", "coming", "past"),
    [
        ("2027-01-20T10:04:59+00:00", ["vinterdag", "sommarsamling"], []),
        ("2027-01-20T10:05:00+00:00", ["vinterdag", "sommarsamling"], []),  # 11.05 in Norway in winter
        ("2027-01-20T10:05:01+00:00", ["sommarsamling"], ["vinterdag"]),
        ("2027-06-15T10:00:00+00:00", ["sommarsamling"], ["vinterdag"]),  # 12.00 in summer, on the last day
        ("2027-06-15T10:00:01+00:00", [], ["sommarsamling", "vinterdag"]),
    ],
)
def test_an_event_is_past_once_it_has_ended_by_the_clocks_in_norway(
    curriculum: Curriculum, moment: str, coming: list[str], past: list[str]
) -> None:
    shown = draft_of_the_tree(int(datetime.fromisoformat(moment).timestamp()))
    page = value_of(plan_site(published_part(curriculum), shown), EVENTS)
    assert isinstance(page, EventsPage)
    assert [entry.event.id for entry in page.entries] == coming
    assert [entry.event.id for entry in page.past] == past


@pytest.mark.parametrize(("end", "is_past"), [("00:59", True), ("01:00", False)])
def test_an_edition_is_shown_from_the_midnight_of_its_day_in_utc(
    content: dict[str, bytes], end: str, is_past: bool
) -> None:
    night = content[EVENTS_FILE].replace(
        b'start: "09:00"\n    end: "11:05"',
        f'last_day: 2027-01-21\n    start: "09:00"\n    end: "{end}"'.encode(),
    )
    curriculum, problems = read_curriculum(MemorySources({**content, EVENTS_FILE: night}))
    assert curriculum is not None
    assert problems == ()
    edition = Edition(
        id="x", title="X", number=1, path="x", status=EditionStatus.PUBLISHED, tag="edition/x", date=date(2027, 1, 21)
    )
    page = value_of(plan_site(published_part(curriculum), shown_edition(edition)), EVENTS)
    assert isinstance(page, EventsPage)
    assert [entry.event.id for entry in page.past] == (["vinterdag"] if is_past else [])


def test_an_event_says_nothing_of_a_session_with_a_draft_in_it(content: dict[str, bytes]) -> None:
    day = content["curriculum/sessions/fagdag.yml"].replace(b"module: finne", b"module: uferdig")
    curriculum, _ = read_curriculum(MemorySources({**content, "curriculum/sessions/fagdag.yml": day}))
    assert curriculum is not None
    page = value_of(plan_of(curriculum), EVENTS)
    assert isinstance(page, EventsPage)
    assert page.entries[0].event.session is None
    assert page.entries[0].session is None


def test_a_curriculum_without_the_files_says_that_no_event_is_announced(content: dict[str, bytes]) -> None:
    files = {path: data for path, data in content.items() if path not in (EVENTS_FILE, RESOURCES_FILE)}
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    assert problems == ()
    plan = plan_of(curriculum)
    page = value_of(plan, EVENTS)
    assert isinstance(page, EventsPage)
    assert page.entries == ()
    assert value_of(plan, RESOURCES) is None
    assert not [path for path in plan.data if path.endswith(".ics")]
    (group,) = (item for item in plan.nav if EVENTS in [child.path for child in item.children])
    assert [child.path for child in group.children] == ["ordliste.md", SOURCES, EVENTS, PROOF]


def test_the_proof_offers_modules_and_sessions_without_their_rests(curriculum: Curriculum) -> None:
    page = value_of(plan_of(curriculum), PROOF)
    assert isinstance(page, ProofPage)
    assert [module.id for module in page.modules] == ["tvil", "finne"]
    assert [(session.meta.id, minutes) for session, minutes in page.sessions] == [("fagdag", 100), ("samling", 220)]


def test_a_file_that_cannot_be_read_is_told_of_and_the_rest_goes_on(content: dict[str, bytes]) -> None:
    files = {**content, EVENTS_FILE: b"events: [\n", RESOURCES_FILE: b"- noe\n"}
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    assert sorted({problem.where.path for problem in problems}) == [EVENTS_FILE, RESOURCES_FILE]
    assert isinstance(value_of(plan_of(curriculum), EVENTS), EventsPage)


def test_an_address_without_https_and_a_clock_without_form_are_findings(content: dict[str, bytes]) -> None:
    resources = content[RESOURCES_FILE].replace(b"url: https://example.org/hjelp", b"url: http://example.org/hjelp")
    events = content[EVENTS_FILE].replace(b'start: "09:00"', b'start: "9"')
    _, problems = read_curriculum(MemorySources({**content, RESOURCES_FILE: resources, EVENTS_FILE: events}))
    assert [(problem.code, problem.where.path, problem.where.line) for problem in problems] == [
        ("bad-pattern", RESOURCES_FILE, 4),
        ("bad-pattern", EVENTS_FILE, 8),
    ]
