"""An edition's folder as one archive that is read without a server and without a network."""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit, urlunsplit

import lxml.html
from lxml import etree

from taikun_build import archives
from taikun_build.site.pages import Shown

_DRAWING = re.compile(r"""url\(["']?([^"')]+\.svg)["']?\)""")


def archive_of(shown: Shown) -> str:
    """Where the archive of an edition is put. The working draft has none: what is taken home should stay true."""
    return "" if shown.is_draft else f"taikun-{shown.path}.zip"


def offline_copy(files: Mapping[str, bytes], archive: str, timestamp: int) -> bytes:
    """All files of an edition's folder (path -> bytes) as a ZIP with one folder; the same input gives the same bytes.

    Links to folders lead to their `index.html`, since nothing but a server makes that step.
    """
    folder = archive.removesuffix(".zip")
    copies = {f"{folder}/{path}": _content(path, files, archive) for path in files.keys() - {archive}}
    return archives.archive(copies, timestamp)


def _content(path: str, files: Mapping[str, bytes], archive: str) -> bytes:
    """A file as it works from a folder."""
    if path.endswith(".html"):
        return _page(path, files, archive)
    return _style_sheet(path, files) if path.endswith(".css") else files[path]


def _style_sheet(path: str, files: Mapping[str, bytes]) -> bytes:
    """A style sheet that holds its drawings: without a server a browser does not let one file mask with another."""

    def inlined(match: re.Match[str]) -> str:
        drawing = files.get(_resolved(match.group(1), path))
        return f'url("data:image/svg+xml;base64,{b64encode(drawing).decode()}")' if drawing else match.group()

    return _DRAWING.sub(inlined, files[path].decode()).encode()


def _page(path: str, files: Mapping[str, bytes], archive: str) -> bytes:
    """A page whose links lead to files. A link to the archive itself becomes plain text: who reads it has it."""
    root = lxml.html.document_fromstring(files[path].decode())
    for link in list(root.iter("link")):
        parent = link.getparent()
        if link.get("rel") == "preload" and parent is not None:
            parent.remove(link)  # it needs a server's leave, and there is nothing to wait for
    for element in list(root.iter("a", "area", "link")):
        target = element.get("href")
        found = _file(target, path, files) if target else None
        if target is None or found is None:
            continue
        if found == archive:
            element.tag = "span"
            element.attrib.pop("href")
        elif found != _resolved(target, path):
            element.set("href", _to_index(target))
    return b"<!doctype html>\n" + etree.tostring(root, method="html", encoding="utf-8")


def _file(target: str, path: str, files: Mapping[str, bytes]) -> str | None:
    """The file that a server would answer a link with, or None when the link leads elsewhere or within the page."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    found = _resolved(target, path)
    index = posixpath.normpath(f"{found}/index.html")
    return next((name for name in (found, index) if name in files), None)


def _resolved(target: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(urlsplit(target).path)))


def _to_index(target: str) -> str:
    parts = urlsplit(target)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/index.html"))
