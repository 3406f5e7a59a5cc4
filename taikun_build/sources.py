"""All that the core may learn about files: their names, their kinds and their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol


class Kind(Enum):
    """What an entry is. Only a regular file is ever opened."""

    FILE = "file"
    LINK = "link"
    HARD_LINK = "hard-link"
    SUBMODULE = "submodule"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A name in the tree: path relative to the root with «/», what stands there, and a file's size in bytes."""

    path: str
    kind: Kind = field(default=Kind.FILE, compare=False)
    size: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's path and its bytes as they were read."""

    path: str
    data: bytes


class Sources(Protocol):
    """A tree of files: a folder on disk, a git tree at a commit, or a mapping in a test."""

    def entries(self) -> Iterable[Entry]:
        """Every entry below the root, sorted by path."""
        ...

    def read(self, path: str) -> Source:
        """The file at `path`, which must be an entry of kind FILE."""
        ...


@dataclass(frozen=True, slots=True)
class MemorySources:
    """Sources held in memory: path -> bytes, or a Kind for an entry that is not a file."""

    files: Mapping[str, bytes | Kind]

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, sorted by path."""
        return tuple(
            Entry(path, content) if isinstance(content, Kind) else Entry(path, size=len(content))
            for path, content in sorted(self.files.items())
        )

    def read(self, path: str) -> Source:
        """The file at `path`."""
        content = self.files[path]
        if isinstance(content, Kind):
            raise KeyError(path)
        return Source(path, content)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A tree of files as it was at one moment: all that is read from it later is the same."""

    found: tuple[Entry, ...]
    files: Mapping[str, bytes]

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, sorted by path."""
        return self.found

    def read(self, path: str) -> Source:
        """The file at `path`."""
        return Source(path, self.files[path])

    def digest(self) -> str:
        """The digest of all that is there: names, kinds and bytes."""
        kinds = "".join(f"{entry!r}\n" for entry in self.found)
        named = Source("", kinds.encode("utf-8", "surrogateescape"))
        return files_digest([named, *(Source(path, data) for path, data in self.files.items())])


def snapshot(sources: Sources) -> Snapshot:
    """Read every file of a tree once."""
    entries = tuple(sources.entries())
    return Snapshot(entries, {e.path: sources.read(e.path).data for e in entries if e.kind is Kind.FILE})


def files_digest(files: Iterable[Source]) -> str:
    """The digest of some files: SHA-256 over the lines «sha256  path», sorted by path, as `sha256sum` writes them."""
    digests = sorted((source.path, hashlib.sha256(source.data).hexdigest()) for source in files)
    listing = "".join(f"{digest}  {path}\n" for path, digest in digests)
    return "sha256:" + hashlib.sha256(listing.encode("utf-8", "surrogateescape")).hexdigest()
