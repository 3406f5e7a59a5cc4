"""Where links lead: within the curriculum, elsewhere, or to something that must not be published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from taikun_build.model import Curriculum, DilemmaPlace, FacilitatorNote, Module, Page, prose_of
from taikun_build.prose import slug

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
ASSETS = (".csv", ".docx", ".jpeg", ".jpg", ".ods", ".odt", ".pdf", ".png", ".pptx", ".svg", ".txt", ".webp", ".xlsx")
"""The kinds of files that a module may publish beside its text."""
_ALLOWED = ("https://", "http://", "mailto:")


_SOURCE = "#kilde-"


def source_targets(keys: Iterable[str]) -> dict[str, str]:
    """Where citations of these references lead: key -> link target in the page's own list of sources."""
    return {key: _SOURCE + key for key in keys}


def cited_source(target: str) -> str | None:
    """The key of the reference that a link target leads to, or None when it leads elsewhere."""
    return target.removeprefix(_SOURCE) if target.startswith(_SOURCE) else None


def is_elsewhere(target: str) -> bool:
    """Whether a link leaves the curriculum (or tries to)."""
    return bool(_SCHEME.match(_bare(target))) or target.startswith("//")


def is_unsafe(target: str) -> bool:
    """Whether a link leads to anything but a web page, an e-mail address or a path.

    Read as a browser would read it, and once more with its percent signs undone, for what passes it on may undo them.
    """
    bare = _bare(target)
    if bare.lower().startswith(_ALLOWED):
        host = re.split(r"[/?#]", bare.partition("//")[2])[0]
        return bare.lower().startswith("http") and (not host or "@" in host or "\\" in host)
    path = _bare(unquote(bare))
    return path.startswith("/") or "\\" in path or bool(_SCHEME.match(path))


def resolve(path: str, target: str) -> str:
    """The path that a relative link in the file `path` leads to, without its anchor; `..` above the root stays."""
    steps = path.split("/")[:-1]
    for step in unquote(target.partition("#")[0]).split("/"):
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


class Targets:
    """All that a link within a curriculum can lead to."""

    def __init__(self, curriculum: Curriculum) -> None:
        pages: tuple[Module | Page, ...] = (*curriculum.modules, *curriculum.pages)
        self._files = curriculum.files
        self._unread = curriculum.unread
        self._anchors = {page.path: frozenset(anchors(page)) if _is_whole(page) else None for page in pages}

    def has(self, target: str, path: str) -> bool:
        """Whether a relative link in the file `path` leads to a page, or to a file of the module's own folder.

        A page that could not be read, in whole or in part, has been reported; links into it are not held against
        anyone.
        """
        anchor = unquote(target.partition("#")[2])
        found = path if target.startswith("#") else resolve(path, target)
        if found in self._unread:
            return True
        if found in self._anchors:
            known = self._anchors[found]
            return not anchor or known is None or anchor in known
        return self._is_published(found, path)

    def unpublished(self, target: str, path: str) -> str | None:
        """The file of the curriculum that a link in the file `path` leads to, when it is there but not published.

        Only files of a module's own folder are, and of them only those of the kinds in `ASSETS`.
        """
        found = resolve(path, target)
        is_text = found in self._anchors or found in self._unread
        is_there = found in self._files and not target.startswith("#") and not is_text
        return found if is_there and not self._is_published(found, path) else None

    def _is_published(self, found: str, path: str) -> bool:
        return found in self._files and is_own(found, path) and found.lower().endswith(ASSETS)


def is_own(file: str, path: str) -> bool:
    """Whether a file lies in the own folder of the module `path`. Pages that are not modules have no such folder."""
    return "/modules/" in path and file.startswith(path.removesuffix(".md") + "/")


def _is_whole(page: Module | Page) -> bool:
    return isinstance(page, Page) or not page.broken & {"sources", "body", "dilemmas"}


def anchors(page: Module | Page) -> Iterator[str]:
    """The anchors that a page offers its readers."""
    if isinstance(page, Page):
        yield from (slug(heading.text) for heading in page.prose.tree.headings)
        return
    for part in page.parts():
        prose = prose_of(part)
        if prose is not None and not isinstance(part, FacilitatorNote):
            yield from (slug(heading.text) for heading in prose.tree.headings)
    yield from (activity.options.id for activity in page.activities)
    yield from (part.dilemma for part in page.parts() if isinstance(part, DilemmaPlace))
    yield from (target.removeprefix("#") for target in source_targets(use.key for use in page.meta.sources).values())


def assets_of(module: Module, *, for_readers: bool = False) -> frozenset[str]:
    """The paths of the files in the module's own folder that its text (or the readers' part of it) links to."""
    folder = module.path.removesuffix(".md") + "/"
    parts = (part for part in module.parts() if not (for_readers and isinstance(part, FacilitatorNote)))
    proses = (prose for part in parts if (prose := prose_of(part)) is not None)
    targets = (link.target for prose in proses for link in prose.tree.links)
    paths = {resolve(module.path, target) for target in targets if not is_elsewhere(target)}
    return frozenset(path for path in paths if path.startswith(folder))


def _bare(target: str) -> str:
    """A target as a browser reads its beginning: without white space and control characters."""
    return "".join(character for character in target if character > " ")
