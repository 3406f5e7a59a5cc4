"""A look at the finished site before it is published: does it hold what was planned, and nothing else?"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml import etree

from taikun_build.model import FacilitatorNote, Module, prose_of
from taikun_build.problems import Location, Problem, Rule, msg
from taikun_build.site.plan import GuidePage, SitePlan

MISSING = Rule(
    "site-page-missing",
    msg("The built site lacks {path}."),
    msg("This is a fault in TAIKun or the site tool. Nothing was published."),
)
UNPLANNED = Rule(
    "site-page-unplanned",
    msg("The built site has {path}, which nobody planned."),
    msg("This is a fault in TAIKun or the site tool. Nothing was published."),
)
DEAD_LINK = Rule(
    "site-dead-link",
    msg("A link on the built page leads nowhere: {target}."),
    msg("This is a fault in the templates or the overrides. Nothing was published."),
)
FOREIGN = Rule(
    "site-foreign-request",
    msg("The built page would fetch something from elsewhere: {target}."),
    msg("Publish only files of our own. Nothing was published."),
)
LEAK = Rule(
    "site-leak",
    msg("A sentence for the facilitator stands where readers see it: «{sentence}»."),
    msg("This is a fault in TAIKun. Nothing was published."),
)
ACTIVE = Rule(
    "site-active-content",
    msg("Something in the text of the built page would run: {what}."),
    msg("This is a fault in TAIKun. Nothing was published."),
)
RULES = (MISSING, UNPLANNED, DEAD_LINK, FOREIGN, LEAK, ACTIVE)

_FETCHED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src", "object": "data"}
_NOT_FETCHED_LINKS = ("canonical", "prev", "next", "alternate", "author", "license")
_NEVER_IN_TEXT = ("script", "style", "iframe", "object", "embed", "form", "input", "meta", "base", "link")
_RUNS = ("javascript:", "vbscript:", "data:text")
_OF_THE_FRAME = ("assets", "search")
"""Folders that the site tool and the overrides fill: styles, scripts, fonts, the search index."""
_SHORTEST_SENTENCE = 40


@dataclass(frozen=True, slots=True)
class _Html:
    """A built page: its text, its links, what it fetches, and its anchors."""

    text: str
    links: tuple[str, ...]
    fetched: tuple[str, ...]
    anchors: frozenset[str]
    active: tuple[str, ...]


def audit_site(plan: SitePlan, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Everything that is wrong with the built files of one edition (path -> bytes)."""
    documents = {document.path for document in plan.documents}
    planned = {html_path(page.path) for page in plan.pages} | {path for path in documents if path.endswith(".html")}
    built = {path for path in files if path.endswith(".html")}
    other = {path for path in files if not path.endswith(".html") and path.split("/")[0] not in _OF_THE_FRAME}
    needed = planned | documents | set(plan.assets) | set(plan.data) | set(plan.cards)
    needed |= {plan.archive} if plan.archive else set()
    yield from (MISSING.at(Location(path), path=path) for path in sorted(needed - files.keys()))
    yield from (UNPLANNED.at(Location(path), path=path) for path in sorted((built - planned) | (other - needed)))
    if plan.archive in files:
        yield from _archive(plan.archive, files)
    pages = {path: _read(files[path]) for path in sorted(built & planned)}
    for path, page in pages.items():
        yield from _links(path, page, pages, files)
        yield from (ACTIVE.at(Location(path), what=what) for what in page.active)
    yield from _leaks(plan, pages, files)


def _archive(archive: str, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """What the archive lacks of the folder that it is a copy of, or has besides."""
    with zipfile.ZipFile(io.BytesIO(files[archive])) as copy:
        names = {name.partition("/")[2] for name in copy.namelist()}
    wanted = files.keys() - {archive}
    yield from (MISSING.at(Location(archive), path=f"{archive}/{path}") for path in sorted(wanted - names))
    yield from (UNPLANNED.at(Location(archive), path=f"{archive}/{path}") for path in sorted(names - wanted))


def html_path(staged: str) -> str:
    """Where the HTML of a staged page is built."""
    return (
        staged.removesuffix(".md") + ".html"
        if staged.endswith("index.md")
        else staged.removesuffix(".md") + "/index.html"
    )


def facilitator_sentences(module: Module) -> Iterator[str]:
    """Sentences that must stand on no reader's page: front matter notes, dilemma hints and notes in the body."""
    notes = module.meta.facilitator_notes
    yield from _sentences(notes.overview)
    yield from _sentences(notes.plan_b)
    preparation = notes.preparation
    for line in (*notes.pitfalls, *preparation.before, *preparation.during, *preparation.after):
        yield from _sentences(line)
    for dilemma in module.meta.dilemmas:
        yield from _sentences(dilemma.facilitator_hint)
    for activity in module.activities:
        options = activity.options
        for line in (
            options.facilitator,
            options.plan_b,
            *(thing for _, things in options.equipment for thing in things),
        ):
            yield from _sentences(line or "")
    for part in module.parts():
        if isinstance(part, FacilitatorNote):
            for block in part.prose.tree.blocks:
                for element in block.walk():
                    if element.name in ("p", "li", "td"):
                        yield from _sentences(element.text())


def _sentences(text: str) -> Iterator[str]:
    folded = " ".join(text.split())
    for mark in ("? ", "! "):
        folded = folded.replace(mark, mark[0] + ". ")
    for sentence in folded.split(". "):
        if len(sentence) >= _SHORTEST_SENTENCE:
            yield sentence.strip(" .?!")


def _leaks(plan: SitePlan, pages: Mapping[str, _Html], files: Mapping[str, bytes]) -> Iterator[Problem]:
    readers = [html_path(page.path) for page in plan.pages if page.is_for_readers]
    for_readers = {path: pages[path].text for path in readers if path in pages}
    data = {path: _unescaped(files[path]) for path in files if path.endswith(".json") or path in plan.data}
    for module in (page.value.module for page in plan.pages if isinstance(page.value, GuidePage)):
        for sentence in facilitator_sentences(module):
            for path, text in (for_readers | data).items():
                if sentence in text and not _is_readers_own(sentence, module):
                    yield LEAK.at(Location(path), sentence=sentence)


def _is_readers_own(sentence: str, module: Module) -> bool:
    """Whether the reader's part says the very same sentence, so that finding it there gives nothing away."""
    texts = [module.meta.title, module.meta.summary, *(outcome.text for outcome in module.meta.learning_outcomes)]
    for dilemma in module.meta.dilemmas:
        texts += [dilemma.situation, *dilemma.questions, *(one.view for one in dilemma.perspectives)]
    for activity in module.activities:
        texts += [activity.options.purpose, activity.options.participants or ""]
    proses = [
        p for part in module.parts() if not isinstance(part, FacilitatorNote) and (p := prose_of(part)) is not None
    ]
    texts += [prose.tree.text() for prose in proses]
    return any(sentence in " ".join(text.split()) for text in texts)


def _links(path: str, page: _Html, pages: Mapping[str, _Html], files: Mapping[str, bytes]) -> Iterator[Problem]:
    for target in page.fetched:
        if urlsplit(target).scheme not in ("", "data") or target.startswith("//"):
            yield FOREIGN.at(Location(path), target=target)
    for target in (*page.links, *page.fetched):
        parts = urlsplit(target)
        if parts.scheme or target.startswith("//"):
            continue
        found = path
        if parts.path:
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            found = found if found in files else posixpath.normpath(f"{found}/index.html")
        anchor = unquote(parts.fragment)
        if found not in files or (anchor and found in pages and anchor not in pages[found].anchors):
            yield DEAD_LINK.at(Location(path), target=target)


def _read(html: bytes) -> _Html:
    root = lxml.html.document_fromstring(html.decode())
    links = tuple(str(a.get("href")) for a in root.iter("a") if a.get("href"))
    fetched = tuple(
        str(element.get(attribute))
        for tag, attribute in _FETCHED.items()
        for element in root.iter(tag)
        if element.get(attribute) and element.get("rel") not in _NOT_FETCHED_LINKS
    )
    anchors = frozenset(str(element.get("id")) for element in root.iter() if element.get("id"))
    text = " ".join("".join(map(str, root.itertext())).split())
    return _Html(text, links, fetched, anchors, tuple(_active(root)))


def _active(root: etree._Element) -> Iterator[str]:
    """What would run in the article of a page, or hide there: its text is made of Markdown and needs nothing of it."""
    for element in (inner for article in root.iter("article") for inner in article.iter()):
        if not isinstance(element.tag, str):
            yield "<!-- -->"
            continue
        if element.tag in _NEVER_IN_TEXT:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            target = "".join(str(value).split()).lower()
            if str(name).startswith("on") or (name in ("href", "src") and target.startswith(_RUNS)):
                yield f"{name!s}={value!s}"


def _unescaped(json_text: bytes) -> str:
    """A JSON file's text with white space folded and the HTML of a search index taken out of its entities."""
    text = json_text.decode().replace("\\n", " ").replace('\\"', '"')
    for entity, character in (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')):
        text = text.replace(entity, character)
    return " ".join(text.split())
