"""What all tests share: the small example curriculum, as a mapping, as a folder and as a git repository; the real one
as a built site, and a browser for it. A worker builds it once: tests that need it are in few groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from browsing import chromium, served
from playwright.sync_api import Browser
from support import EXAMPLE, ROOT, copy_project

from taikun_build import pipeline
from taikun_build.adapters.disk import load_catalogue
from taikun_build.adapters.environment import today
from taikun_build.catalogue import Catalogue
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources
from taikun_build.vocabulary import Language


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    """The example's files: path -> bytes."""
    return {
        path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in sorted(EXAMPLE.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="session")
def content(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The example's `curriculum/`."""
    return {path: data for path, data in files.items() if path.startswith("curriculum/")}


@pytest.fixture(scope="session")
def curriculum(content: Mapping[str, bytes]) -> Curriculum:
    """The example, read."""
    found, problems = read_curriculum(MemorySources(content))
    assert found is not None
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def nb() -> Catalogue:
    """The bokmål catalogue."""
    return load_catalogue(Language.NB)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example as a committed project that can be built."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of this checkout."""
    output = tmp_path_factory.mktemp("published") / "site"
    built = pipeline.build(ROOT, output, today(), lambda _step: None)
    assert built.problems == ()
    return output


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site on a local server."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the one `scripts/test` found, or the one that CHROMIUM names."""
    with chromium() as opened:
        yield opened
