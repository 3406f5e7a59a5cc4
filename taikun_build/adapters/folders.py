"""Folders that are made aside and put in place as a whole, so that what was there is there until the new is whole."""

from __future__ import annotations

import contextlib
import ctypes
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from taikun_build.adapters.environment import EnvironmentFault
from taikun_build.problems import Text, msg

MARK = "editions.json"
FRAME_FILES = (".css", ".html", ".ico", ".js", ".png", ".svg", ".woff2")
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def is_ours_or_free(output: Path) -> bool:
    """Whether a folder may be replaced: it does not exist, is empty, or is a site that this program made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        return False
    return not output.exists() or (output / MARK).is_file() or not any(output.iterdir())


@contextlib.contextmanager
def made_aside(output: Path) -> Iterator[Path]:
    """A new empty folder beside `output`. When the block ends well, `publish` has moved what was made out of it.

    Only one process at a time works beside the same output. What an earlier, killed process left is put in order
    first: an old site that was on its way out comes back, and half-made folders go.
    """
    lock = FileLock(_beside(output, "lock"))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise EnvironmentFault(
            msg("Another build is working on {path}. Wait until it has finished.", path=str(output))
        ) from error
    except OSError as error:
        raise EnvironmentFault(_unwritable(output, error)) from error
    try:
        _recover(output)
        _clear(output)
        yield Path(tempfile.mkdtemp(prefix=_beside(output, "building-").name, dir=output.parent))
    except OSError as error:
        raise EnvironmentFault(_unwritable(output, error)) from error
    finally:
        _clear(output)
        lock.release()


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder of the machine's own for what is needed only while something is made."""
    with tempfile.TemporaryDirectory(prefix="taikun-") as folder:
        yield Path(folder)


def write_files(folder: Path, contents: Mapping[str, bytes | str]) -> None:
    """Write files below a folder: path with «/» -> text or bytes."""
    for name, content in contents.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def copy_frame(source: Path, target: Path) -> None:
    """Copy the frame of the site: the files that a site is made of, and nothing that an editor or a person left there.

    The site tool publishes all that lies in the folder, so notes, backups, hidden files and links are left out.
    """

    def strangers(folder: str, names: list[str]) -> list[str]:
        paths = [Path(folder, name) for name in names]
        return [
            path.name
            for path in paths
            if path.is_symlink() or path.name.startswith(".") or (path.is_file() and path.suffix not in FRAME_FILES)
        ]

    shutil.copytree(source, target, ignore=strangers)


def publish(finished: Path, output: Path) -> None:
    """Put a finished folder where `output` is. On Linux and macOS the two change places in one step of the kernel.

    Elsewhere, or on a file system that cannot, the old folder steps aside for the moment between two renamings;
    `made_aside` brings it back if that is where the process was killed.
    """
    if not output.exists():
        finished.rename(output)
    elif not _exchange(finished, output):
        old = _beside(output, "old")
        output.rename(old)
        finished.rename(output)
        shutil.rmtree(old)


def _recover(output: Path) -> None:
    """Bring back an old site whose place is empty; drop it where the new one already stands."""
    old = _beside(output, "old")
    if old.exists() and not output.exists():
        old.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _clear(output: Path) -> None:
    """Remove half-made folders. One that an orphan of a killed process still writes in is left to the next build."""
    for folder in output.parent.glob(glob.escape(_beside(output, "building-").name) + "*"):
        shutil.rmtree(folder, ignore_errors=True)


def _beside(output: Path, role: str) -> Path:
    return output.with_name(f".{output.name}.{role}")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places atomically. False when the system or the file system has no such call."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform.startswith("linux") and hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, _RENAME_SWAP) == 0)
    return False


def _unwritable(output: Path, error: OSError) -> Text:
    path = error.filename or str(output)
    return msg("Cannot write {path}: {reason}. Nothing was published.", path=str(path), reason=error.strerror or "")
