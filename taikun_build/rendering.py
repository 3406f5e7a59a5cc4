"""Planned pages as plain Markdown with front matter, ready for a site tool that knows nothing of TAIKun."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from taikun_build.bibliography import ReferenceLists
from taikun_build.calendars import DAY_ZERO, calendar_text, session_calendar
from taikun_build.catalogue import Catalogue
from taikun_build.linking import cited_source, is_elsewhere, resolve, source_targets
from taikun_build.metadata import metadata
from taikun_build.model import BodyPart, CurriculumSettings, FormatVariant, Part, Prose
from taikun_build.problems import Text, Value, msg
from taikun_build.prose import Element, definition_lines
from taikun_build.rulebook import with_captions
from taikun_build.site import pages as site
from taikun_build.site.evaluation import Phrase, phrase
from taikun_build.site.pages import Calendar, NavItem, SitePage, url_of
from taikun_build.site.plan import ModulePage, SitePlan
from taikun_build.site.search import SearchIndex
from taikun_build.timing import clock
from taikun_build.vocabulary import Language

Catalogues = Callable[[Language], Catalogue]

MINUTE, MINUTES = msg("{number} minute"), msg("{number} minutes")

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|&~^={}$:])")
_AT_LINE_START = re.compile(r"^(\s*)([-+/]|\d+(?=[.)]))", re.MULTILINE)


def render_site(plan: SitePlan, references: ReferenceLists, catalogues: Catalogues) -> Mapping[str, str]:
    """Every text file of the site tool's documents folder: path -> text."""
    templates = environment()
    pages = {page.path: _page(page, plan, references, catalogues, templates) for page in plan.pages}
    own = plan.settings.language
    return pages | {path: data_file(path, data, own, catalogues) for path, data in plan.data.items()}


def data_file(path: str, data: object, language: Language, catalogues: Catalogues) -> str:
    """A planned data file as text: what is text already stays so, and the rest is JSON, or YAML by its name."""
    match data:
        case str():
            return data
        case Calendar():
            return calendar_text(data, catalogues(language).say)
        case SearchIndex():
            return search_script(data, catalogues(language))
        case _ if path.endswith(".cff"):
            return yaml.safe_dump(_said(data, language, catalogues), allow_unicode=True, sort_keys=False, width=1000)
        case _:
            return data_text(_said(data, language, catalogues))


def _said(data: object, language: Language, catalogues: Catalogues) -> object:
    """Data with the program's own texts in a language, but for those that say which they are to be in."""
    match data:
        case Text():
            return catalogues(language).say(data)
        case Phrase():
            return catalogues(data.language).say(data.text)
        case Mapping():
            return {name: _said(value, language, catalogues) for name, value in data.items()}
        case list():
            return [_said(value, language, catalogues) for value in data]
        case _:
            return data


def data_text(data: object) -> str:
    """Data as JSON text, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def search_script(index: SearchIndex, catalogue: Catalogue) -> str:
    """The search index as a script, so that a page opened from a folder may read it too. One page a line."""
    say = catalogue.say
    pages = [
        {
            "url": site.url_of(page.path),
            "title": say(page.title),
            "lang": str(page.language),
            "isModule": bool(page.minutes),
            "summary": say(page.summary),
            "facts": [
                *map(say, page.facts),
                *([catalogue.count(MINUTE, MINUTES, page.minutes)] if page.minutes else []),
            ],
            "sections": [[part.anchor, say(part.heading), part.text, part.weight] for part in page.sections],
        }
        for page in index.pages
    ]
    lines = ",\n".join(map(_compact, pages))
    return f'window.taikunSearch = {{"same": {_compact(index.same)},\n"pages": [\n{lines}\n]}};\n'


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def render_config(plan: SitePlan, base: str, catalogues: Catalogues) -> str:
    """The site tool's configuration: the project's `mkdocs.yml` and what is true for this edition."""
    say = catalogues(plan.settings.language).say
    own = str(plan.settings.language)
    languages = {page.path: "" if str(page.language) == own else str(page.language) for page in plan.pages}
    added = {
        "site_name": escape_html(plan.settings.title),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": _nav(plan.nav, say),
        "not_in_nav": f"{site.SEARCH}\n{site.EVALUATIONS}/*",
        "extra": {
            "version": {"provider": "mike", "default": plan.shown.path},
            "edition": {
                "title": escape_html(say(plan.shown.label)),
                "is_draft": plan.shown.is_draft,
                "is_candidate": plan.shown.is_candidate,
                "date": plan.shown.date,
            },
            "search": next((url_of(page.path) for page in plan.pages if page.path == site.SEARCH), ""),
            "labels": {name: escape_html(say(text)) for name, text in _CHROME.items()},
            "tagline": escape_html(plan.settings.tagline),
            "statement": escape_html(plan.settings.accessibility_statement or ""),
            "footer": [
                {
                    "title": escape_html(item.title if isinstance(item.title, str) else say(item.title)),
                    "path": item.path,
                    "language": languages[item.path],
                }
                for group in plan.nav[-1:]
                for item in group.children
            ],
        },
    }
    return base.rstrip() + "\n\n" + yaml.safe_dump(added, allow_unicode=True, sort_keys=False, width=1000)


def render_entrance(path: str, settings: CurriculumSettings, catalogues: Catalogues) -> str:
    """The site's front door: leads to an edition's folder and keeps query and anchor."""
    say = catalogues(settings.language).say
    return (
        environment()
        .get_template("entrance.html.jinja")
        .render(
            path=path,
            language=str(settings.language),
            title=escape_html(settings.title),
            text=escape_html(say(msg("Go to {title}", title=settings.title))),
        )
    )


_CHROME: dict[str, Text] = {
    "draft_notice": msg("This is a working draft. It changes without notice and must not be cited."),
    "candidate_notice": msg("This edition is a candidate. It can still be changed before it is published."),
    "licence_notice": msg("The texts may be used and adapted freely when TAIKun is credited (CC BY 4.0)."),
    "edition": msg("Edition"),
    "footer": msg("About the site"),
    "menu": msg("Menu"),
    "sections": msg("Main sections"),
    "on_this_page": msg("On this page"),
    "search": msg("Search"),
    "statement": msg("Accessibility statement"),
    "skip": msg("Skip to the content"),
    "top": msg("Back to the top"),
}


def escape_html(text: str) -> str:
    """A text as HTML text or attribute value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def escape(text: str) -> str:
    """A plain text as Markdown that shows exactly that text."""
    escaped = _SPECIAL.sub(lambda match: f"&#{ord(match.group(1))};", text)
    return _AT_LINE_START.sub(
        lambda match: match.group(1) + f"&#{ord(match.group(2)[0])};" + match.group(2)[1:], escaped
    )


def in_attribute(text: str) -> str:
    """A text of several lines as the value of an attribute in Markdown's blocks. A line ends as HTML has it."""
    return re.sub(r"[^\w .,-]", lambda match: f"&#{ord(match[0])};", text.replace("\r\n", "\n"))


def clocked(text: str) -> str:
    """A text with its clock times marked, so that a script can move them along with the day."""

    def marked(match: re.Match[str]) -> str:
        return f'<span data-clock="{int(match[1]) * 60 + int(match[2])}">{match[0]}</span>'

    return re.sub(r"\b([0-9]{1,2})\.([0-9]{2})\b", marked, text)


def markdown_of(element: Element) -> str:
    """A tree of inline elements as Markdown."""
    inner = "".join(escape(child) if isinstance(child, str) else markdown_of(child) for child in element.children)
    match element.name:
        case "i" | "em":
            return f"*{inner}*"
        case "b" | "strong":
            return f"**{inner}**"
        case "a":
            return f"[{inner}]({element.target})"
        case _:
            return inner


def environment() -> Environment:
    """The templates make Markdown, not HTML; their values are escaped by `text` or come from an author's body."""
    return Environment(  # noqa: S701
        loader=PackageLoader("taikun_build", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _page(
    page: SitePage, plan: SitePlan, references: ReferenceLists, catalogues: Catalogues, templates: Environment
) -> str:
    catalogue = catalogues(page.language)
    writer = _Writer(page, plan, references, catalogue)
    say = catalogue.say
    title = say(page.title)
    meta: dict[str, Any] = {
        "title": escape_html(title),
        "description": escape_html(say(page.description)),
        "lang": str(page.language),
    }
    if page.hide:
        meta["hide"] = list(page.hide)
    meta |= {name: list(files) for name, files in (("styles", page.styles), ("scripts", page.scripts)) if files}
    if not page.is_for_readers:
        meta["search"] = {"exclude": True}
    if plan.shown.is_draft or not page.is_for_readers:
        meta["robots"] = "noindex"
    meta |= _for_machines(metadata(page, plan, catalogue))
    body = templates.get_template(f"{page.template}.md.jinja").render(
        page=page.value,
        title=title,
        description=say(page.description),
        text=lambda value: escape(say(value)),
        paragraphs=lambda value: [escape(" ".join(p.split("\n"))) for p in value.split("\n\n")],
        prose=writer.prose,
        outline=catalogue.outline,
        captioned=with_captions,
        grouped=grouped_parts,
        link=writer.link,
        sources=writer.sources,
        alphabetical=_alphabetical,
        definitions=writer.definitions,
        calendar=lambda one: in_attribute(session_calendar(one.meta, one.periods, DAY_ZERO, one.moment, say)),
        clocked=clocked,
        clock=clock,
        minutes=lambda number: catalogue.count(MINUTE, MINUTES, number),
        day=catalogue.day,
        count=lambda one, many, number: catalogue.count(msg(one), msg(many), number),
        kind=lambda part: type(part).__name__,
        paths=site,
        phrase=phrase,
        say=lambda said: escape(catalogues(said.language).say(said.text)),
        words_in=lambda language: lambda template, **values: catalogues(language).say(Text(template, values)),
        _=lambda template, **values: say(Text(template, values)),
    )
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{front}---\n\n" + re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def _for_machines(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Metadata as the frame prints it: every text ready for an attribute, but for JSON-LD, which is ready as it is."""
    return {
        name: [{key: escape_html(text) for key, text in one.items()} for one in value]
        if isinstance(value, list)
        else value
        for name, value in found.items()
    }


def grouped_parts(parts: tuple[Part, ...]) -> Iterator[tuple[str, tuple[BodyPart, ...]]]:
    """The parts with neighbouring format variants together, each group with the name of its kind."""
    for name, group in groupby(parts, key=lambda part: type(part).__name__):
        members = tuple(group)
        if name == FormatVariant.__name__:
            yield name, members
        else:
            yield from ((name, (member,)) for member in members)


def _alphabetical(entries: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """References, with their keys, by the letters that a reader sees first."""
    return sorted(entries, key=lambda entry: site.alphabetical(html.unescape(entry[1]).lstrip("*«‘")))


class _Writer:
    """What the templates need to know about the page they write."""

    def __init__(self, page: SitePage, plan: SitePlan, references: ReferenceLists, catalogue: Catalogue) -> None:
        self.page = page
        self.targets = plan.targets(for_readers=page.is_for_readers)
        self.references = references
        self.catalogue = catalogue
        self.marks = page.value.marks if isinstance(page.value, ModulePage) else {}

    def link(self, target: str) -> str:
        """The relative path from this page to a staged path."""
        return posixpath.relpath(target, posixpath.dirname(self.page.path) or ".")

    def prose(self, prose: Prose) -> str:
        """An author's Markdown, wherever it is shown: links lead to the staged pages, terms to the glossary."""
        text = prose.markdown
        changes = [
            (mark.start, mark.end, f"[{text[mark.start : mark.end]}]({self.link(site.GLOSSARY)}#{mark.term})")
            for mark in self.marks.get(prose.where, ())
        ]
        for link in prose.tree.links:
            target = self._staged(link.target, prose.where.path)
            if target is None or link.offset < 0:
                continue
            key = cited_source(link.target)
            if key and text.startswith(f"[{key}]", link.offset - 1):
                changes.append((link.offset - 1, link.offset + len(key) + 1, f"({target})"))
            else:
                changes.append((link.offset, link.offset + len(link.written or link.target), target))
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _staged(self, target: str, source: str) -> str | None:
        """The staged form of a relative link, or None when it stays as it is."""
        if is_elsewhere(target):
            return None
        if target.startswith("#") and self.targets.get(source) in (self.page.path, None):
            return None
        path = source if target.startswith("#") else resolve(source, target)
        mark, anchor = target.partition("#")[1:]
        found = self.targets.get(path)
        return self.link(found) + mark + anchor if found else None

    def sources(self, keys: list[str]) -> list[tuple[str, str]]:
        """Key and reference as Markdown, in the order of a reference list."""
        entries = self.references(tuple(keys), self.page.language)
        return [(key, markdown_of(paragraph)) for key, paragraph in entries]

    def definitions(self, keys: list[str]) -> str:
        """The labels that citations use, as Markdown's reference definitions."""
        return definition_lines(source_targets(keys)).strip()


def _nav(items: tuple[NavItem, ...], say: Callable[[Value], str]) -> list[dict[str, Any]]:
    return [{escape_html(say(item.title)): _nav(item.children, say) if item.children else item.path} for item in items]
