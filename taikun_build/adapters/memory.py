"""What was found out before and need not be found out again, in the user's own cache folder.

The folder is the user's, never the project's: what is trusted here must not come along with a clone. Whatever is wrong
with it (no home, no room, another version's leavings), the work is simply done again.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

KEPT = 64
"""How many results are kept; the ones longest unused go first."""
_LIBRARIES = ("lxml", "markdown", "nh3", "pillow", "pydantic", "pymdown-extensions", "pyyaml")

T = TypeVar("T")


def remembered(key: Iterable[str], make: Callable[[], T]) -> T:
    """What `make` returned when it was last called with this key, by this program and with these libraries."""
    folder = user_cache_path("taikun", appauthor=False) / "results"
    name = hashlib.sha256("\n".join((_program(), *key)).encode("utf-8", "surrogateescape")).hexdigest()
    with contextlib.suppress(Exception):
        found: T = pickle.loads((folder / name).read_bytes())  # noqa: S301 - written below, in the user's own folder
        (folder / name).touch()
        return found
    made = make()
    with contextlib.suppress(OSError, pickle.PicklingError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(pickle.dumps(made, protocol=5))
        Path(file.name).replace(folder / name)
        _forget(folder)
    return made


def _forget(folder: Path) -> None:
    """Remove the results that have gone longest without being asked for."""
    by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
    for path in by_age[:-KEPT]:
        path.unlink(missing_ok=True)


@cache
def _program() -> str:
    """The program and what it reads with, as one digest: another version may find something else."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(package.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
