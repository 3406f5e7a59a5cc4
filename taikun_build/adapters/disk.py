"""Files on disk: the working tree as sources, the package's own texts, and folders that are swapped as a whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from taikun_build.adapters.environment import EnvironmentFault, Misuse
from taikun_build.catalogue import Catalogue, read_catalogue
from taikun_build.problems import Text, msg
from taikun_build.sources import Entry, Kind, Source
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class DiskSources:
    """The files below one folder of the project, as they lie on disk. Links are named but never followed."""

    root: Path
    folder: str

    def entries(self) -> tuple[Entry, ...]:
        """Every entry below the folder, sorted by path; hidden files and folders are left out."""
        top = self.root / self.folder
        if top.is_symlink():
            return (Entry(self.folder, Kind.LINK),)
        return tuple(sorted(self._walk(top, self.folder)))

    def read(self, path: str) -> Source:
        """The file at `path`."""
        try:
            return Source(path, (self.root / path).read_bytes())
        except OSError as error:
            raise EnvironmentFault(unreadable(path, error)) from error

    def _walk(self, folder: Path, name: str) -> Iterator[Entry]:
        try:
            with os.scandir(folder) as found:
                listing = list(found)
        except FileNotFoundError:
            return
        except OSError as error:
            raise EnvironmentFault(unreadable(name, error)) from error
        for item in listing:
            if item.name.startswith("."):
                continue
            path = f"{name}/{item.name}"
            status = os.lstat(item.path)
            if stat.S_ISLNK(status.st_mode):
                yield Entry(path, Kind.LINK)
            elif stat.S_ISDIR(status.st_mode) and os.path.lexists(f"{item.path}/.git"):
                yield Entry(path, Kind.SUBMODULE)
            elif stat.S_ISDIR(status.st_mode):
                yield from self._walk(Path(item.path), path)
            elif not stat.S_ISREG(status.st_mode):
                yield Entry(path, Kind.SPECIAL)
            elif status.st_nlink > 1:
                yield Entry(path, Kind.HARD_LINK)
            else:
                yield Entry(path, size=status.st_size)


def read_text(root: Path, path: str) -> str:
    """A text file of the project."""
    return read_bytes(root, path).decode()


def read_bytes(root: Path, path: str) -> bytes:
    """A file of the project."""
    return DiskSources(root, "").read(path).data


def write_text(root: Path, path: str, text: str) -> None:
    """Write a text file so that it is either the old one or the new one, never half."""
    write_bytes(root, path, text.encode())


def write_below(root: Path, path: str, data: bytes) -> None:
    """Write a file and make the folders above it, where they are missing."""
    try:
        root.joinpath(*path.split("/")).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(_unwritable(path, error)) from error
    write_bytes(root, path, data)


def write_bytes(root: Path, path: str, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half."""
    target = root.joinpath(*path.split("/"))
    temporary = target.with_name(f".{target.name}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise EnvironmentFault(_unwritable(path, error)) from error


def make_folder(root: Path, path: str) -> None:
    """Make a folder of the project, if it is not there."""
    try:
        root.joinpath(*path.split("/")).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(_unwritable(path, error)) from error


def create_text(root: Path, path: str, text: str) -> None:
    """Write a new text file. One that is there already is never touched: the name is taken before a byte is written."""
    target = root.joinpath(*path.split("/"))
    make_folder(root, path.rpartition("/")[0])
    try:
        if not target.parent.resolve().is_relative_to(root.resolve()):
            raise Misuse(msg("{path} lies outside the project.", path=path))
        target.touch(exist_ok=False)
    except FileExistsError as error:
        raise Misuse(msg("{path} is there already, and is left as it is.", path=path)) from error
    except OSError as error:
        raise EnvironmentFault(_unwritable(path, error)) from error
    try:
        write_text(root, path, text)
    except EnvironmentFault:
        target.unlink(missing_ok=True)
        raise


def read_folder(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder: path with «/» -> bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def unreadable(path: str, error: OSError) -> Text:
    """The sentence for a file that could not be read."""
    return msg("Cannot read {path}: {reason}.", path=path, reason=error.strerror or str(error))


def _unwritable(path: str, error: OSError) -> Text:
    return msg("Cannot write {path}: {reason}.", path=path, reason=error.strerror or str(error))


def load_catalogue(language: Language) -> Catalogue:
    """The texts of one language. English is the language of the templates themselves."""
    if language is Language.EN:
        return Catalogue(language, {})
    return read_catalogue(language, (files("taikun_build") / "locale" / f"{language}.po").read_bytes())
