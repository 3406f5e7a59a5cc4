"""The feed keeps to RFC 4287 and the site map to its protocol, with and without an address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import feedparser
import pytest
from feedparser import FeedParserDict
from lxml import etree

from taikun_build.editions import published_part
from taikun_build.model import Change, Curriculum
from taikun_build.site.pages import CITATION, FEED, SITEMAP, Shown
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site
from taikun_build.vocabulary import ChangeKind

EDITION = Shown("first", "Første", "utgave-1", is_draft=False, is_candidate=False, date="2026-11-25", doi="10.1234/ab")
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def without_address(curriculum: Curriculum) -> Curriculum:
    return replace(curriculum, settings=curriculum.settings.model_copy(update={"address": None}))


def changed(curriculum: Curriculum) -> Curriculum:
    """The example with a module that has been changed twice and gone through later than the other."""
    changes = [
        Change(version=version, kind=ChangeKind.LAW, what="Ny lov.", why=f"Grunn {version}.", trigger="lov")
        for version in ("1.9.0", "1.10.0")
    ]
    modules = []
    for module in published_part(curriculum).modules:
        update = {"reviewed": date(2026, 11, 24), "changes": tuple(changes)} if module.meta.id == "tvil" else {}
        modules.append(replace(module, meta=module.meta.model_copy(update=update)))
    return replace(published_part(curriculum), modules=tuple(modules))


def feed_of(plan: SitePlan) -> FeedParserDict:
    """The feed as a program for feeds reads it, once it has nothing to say against it."""
    feed = feedparser.parse(plan.data[FEED].encode())
    assert (feed.bozo, feed.version) == (0, "atom10"), feed.get("bozo_exception")
    return feed


def ids_of(feed: FeedParserDict) -> list[str]:
    return [feed.feed.id, *(entry.id for entry in feed.entries)]


def texts(root: etree._Element, path: str, names: dict[str, str]) -> list[str]:
    found = root.xpath(path, namespaces=names)
    assert isinstance(found, list)
    return [str(text) for text in found]


def test_a_program_for_feeds_reads_all_that_the_feed_says(curriculum: Curriculum) -> None:
    feed = feed_of(plan_site(changed(curriculum), EDITION))
    about = {name: feed.feed[name] for name in ("title", "subtitle", "language", "updated", "author", "link")}
    assert about == {
        "title": "Eksempel",
        "subtitle": "Et lite opplegg for prøver",
        "language": "nb",
        "updated": "2026-11-24T00:00:00Z",
        "author": "Eksempelbiblioteket",
        "link": "https://example.org/taikun/utgave-1/",
    }
    (own,) = (link.href for link in feed.feed.links if link.rel == "self")
    assert own == "https://example.org/taikun/utgave-1/feed.xml"


def test_the_module_that_was_gone_through_last_comes_first_with_its_changes(curriculum: Curriculum) -> None:
    feed = feed_of(plan_site(changed(curriculum), EDITION))
    read = [
        (
            entry.title,
            entry.link,
            entry.updated,
            entry.summary,
            {detail.language for detail in (entry.title_detail, entry.summary_detail)},
            [content.value for content in entry.get("content", ())],
        )
        for entry in feed.entries
    ]
    assert read == [
        (
            "Å stå i tvil",
            "https://example.org/taikun/utgave-1/moduler/tvil/",
            "2026-11-24T00:00:00Z",
            "Deltakerne øver på å svare når det ikke finnes fasit.",
            {"nb"},
            ["1.10.0: Ny lov. Grunn 1.10.0.\n\n1.9.0: Ny lov. Grunn 1.9.0."],
        ),
        (
            "Å finne fram <i> & «søke»",
            "https://example.org/taikun/utgave-1/moduler/finne/",
            "2026-11-23T00:00:00Z",
            "Deltakarane søkjer på to måtar og samanliknar.",
            {"nn"},
            [],
        ),
    ]


def test_ids_are_the_same_wherever_the_site_is_and_others_in_another_edition(curriculum: Curriculum) -> None:
    content = published_part(curriculum)
    ids = ids_of(feed_of(plan_site(content, EDITION)))
    assert len(set(ids)) == 3
    for one in ids:
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", one)
    assert ids_of(feed_of(plan_site(without_address(content), EDITION))) == ids
    assert not set(ids_of(feed_of(plan_site(content, draft_of_the_tree())))) & set(ids)


def test_the_site_map_has_the_readers_pages_with_their_days(curriculum: Curriculum) -> None:
    root = etree.fromstring(plan_site(published_part(curriculum), EDITION).data[SITEMAP].encode())
    places = texts(root, "m:url/m:loc/text()", MAP)
    days = dict(zip(places, texts(root, "m:url/m:lastmod/text()", MAP), strict=True))
    assert days["https://example.org/taikun/utgave-1/"] == "2026-11-25"
    assert days["https://example.org/taikun/utgave-1/moduler/tvil/"] == "2026-11-23"
    assert "https://example.org/taikun/utgave-1/fasilitator/tvil/" not in days


@pytest.mark.parametrize("path", [SITEMAP, CITATION])
def test_the_working_draft_is_neither_mapped_nor_cited(path: str, curriculum: Curriculum) -> None:
    assert path not in plan_site(curriculum, draft_of_the_tree()).data


def test_without_an_address_nothing_invents_one(curriculum: Curriculum) -> None:
    plan = plan_site(without_address(published_part(curriculum)), EDITION)
    assert SITEMAP not in plan.data
    assert plan.cards == {}
    assert "url" not in plan.data[CITATION]
    assert "$id" not in plan.data["api/schema/modules.json"]
    assert [entry.link for entry in feed_of(plan).entries] == ["moduler/tvil/", "moduler/finne/"]


def test_an_edition_says_how_it_is_cited(curriculum: Curriculum) -> None:
    citation = plan_site(published_part(curriculum), EDITION).data[CITATION]
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "dataset"
    assert citation["authors"] == [{"name": "Eksempelbiblioteket"}]
    assert citation["date-released"] == "2026-11-25"
    assert (citation["doi"], citation["url"]) == ("10.1234/ab", "https://example.org/taikun/utgave-1/")
