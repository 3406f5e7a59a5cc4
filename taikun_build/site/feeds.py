"""What an edition tells those who follow it: an Atom feed of its modules, and for search engines a site map."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from lxml import etree

from taikun_build.model import CurriculumSettings, version_order
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import FEED, Shown, SitePage, address_of, module_page, url_of

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP_FORM = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_feed(modules: Iterable[ReaderModule], settings: CurriculumSettings, shown: Shown) -> str:
    """The modules of an edition as an Atom feed (RFC 4287), last gone through first.

    An id must never change, also when the site moves (4.2.6), so the ids are made from names alone. Links may be
    relative (2), and are, while nobody has said where the site is.
    """
    newest = sorted(modules, key=lambda module: (module.reviewed, module.id), reverse=True)
    address = address_of(settings, shown)
    feed = etree.Element("feed", {_LANG: str(settings.language)}, nsmap=_own(ATOM))
    _add(feed, "id", _name(shown.id))
    _add(feed, "title", settings.title)
    _add(feed, "subtitle", settings.tagline)
    _add(feed, "updated", _moment(newest[0].reviewed if newest else shown.date or "1970-01-01"))
    _add(etree.SubElement(feed, "author"), "name", settings.owner)
    etree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address + FEED})
    etree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": address or "./"})
    for module in newest:
        entry = etree.SubElement(feed, "entry", {_LANG: str(module.language)})
        _add(entry, "id", _name(f"{shown.id}/{module.id}"))
        _add(entry, "title", module.title)
        _add(entry, "updated", _moment(module.reviewed))
        _add(entry, "summary", module.summary)
        etree.SubElement(
            entry, "link", {"rel": "alternate", "type": "text/html", "href": address + url_of(module_page(module.id))}
        )
        if module.changes:
            _add(entry, "content", _changes(module))
    return _text(feed)


def site_map(pages: Iterable[SitePage], modules: Iterable[ReaderModule], address: str, date: str) -> str:
    """The readers' pages with the day of their last change: a module's own, else the edition's (sitemaps.org)."""
    reviewed = {module_page(module.id): module.reviewed for module in modules}
    urls = etree.Element("urlset", nsmap=_own(SITEMAP_FORM))
    for page in pages:
        if page.is_for_readers:
            url = etree.SubElement(urls, "url")
            _add(url, "loc", address + url_of(page.path))
            _add(url, "lastmod", reviewed.get(page.path, date))
    return _text(urls)


def _changes(module: ReaderModule) -> str:
    """What has changed since an edition, the newest first, as plain text."""
    newest = sorted(module.changes, key=lambda change: version_order(change.version), reverse=True)
    return "\n\n".join(f"{change.version}: {change.what} {change.why}" for change in newest)


def _name(name: str) -> str:
    """A UUID of a name, of the kind whose making is left to us (RFC 9562, 5.8)."""
    digits = hashlib.sha256(f"taikun/{name}".encode()).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _text(root: etree._Element) -> str:
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _own(namespace: str) -> dict[str, str]:
    """A namespace without a prefix, which the type stubs of lxml do not know of."""
    return {None: namespace}  # type: ignore[dict-item]
