"""Reading and checking in order: the part of the program that authors run all day, with nothing it does not need."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from taikun_build import checks, editions, institutions
from taikun_build.adapters.disk import DiskSources
from taikun_build.adapters.environment import Misuse
from taikun_build.adapters.git import Repository
from taikun_build.adapters.memory import remembered
from taikun_build.adapters.watchdog import watched
from taikun_build.institutions import Local, read_institutions
from taikun_build.model import Curriculum, Edition, Setting
from taikun_build.problems import Problem, Severity, in_reading_order, msg, new_since
from taikun_build.reading import ROOT, read_curriculum
from taikun_build.sources import Snapshot, Sources, snapshot

FOLDERS = (ROOT, editions.FOLDER, institutions.FOLDER)
"""Where authors write."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading and checking: the curriculum (None when its settings are unreadable) and the problems.

    `editions` are the manifests beside it, in the order of their numbers, `institutions` what libraries add.
    """

    curriculum: Curriculum | None
    problems: tuple[Problem, ...]
    editions: tuple[Edition, ...] = ()
    institutions: tuple[Local, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tree:
    """The three folders that authors write in."""

    content: Sources
    manifests: Sources
    local: Sources


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person is told of a check: the problems in reading order, and how many modules were read."""

    problems: tuple[Problem, ...]
    modules: int


def check(root: Path, today: date) -> Checked:
    """Read and check the working tree as it is on a day."""
    return _check(_Tree(*(DiskSources(root, folder) for folder in FOLDERS)), today)


def verdict(root: Path, today: date) -> Verdict:
    """What `check` finds, without doing the work again for what has been checked before on the same day."""
    return _verdict(tuple(snapshot(DiskSources(root, folder)) for folder in FOLDERS), today)


def verdict_since(root: Path, revision: str, today: date) -> Verdict:
    """What `check` finds now and would not have found in a commit: the content may get better, but not worse."""
    repository = Repository(root)
    repository.require_commits()
    commit = repository.commit(revision)
    if commit is None:
        raise Misuse(msg("git knows no commit called «{name}».", name=revision))
    now = verdict(root, today)
    before = _verdict(tuple(snapshot(repository.sources(commit, folder)) for folder in FOLDERS), today)
    return replace(now, problems=new_since(now.problems, before.problems))


def check_edition(sources: Sources) -> Checked:
    """The published part of a frozen tree, checked by the rules of editions. The day does not matter."""
    curriculum, problems = read_curriculum(sources, watched)
    if curriculum is None:
        return Checked(None, problems)
    published = editions.published_part(curriculum)
    return Checked(published, (*problems, *checks.run(checks.EDITION, published, Setting(), watched)))


def read_edition(edition: Edition, sources: Sources) -> Checked:
    """A frozen edition whose manifest says the same as its content.

    Only errors are told: frozen content cannot be mended, and what is merely worth a look was told when it was frozen.
    """
    checked = check_edition(sources)
    errors = (problem for problem in checked.problems if problem.severity is Severity.ERROR)
    problems = tuple(_in_edition(problem, edition) for problem in errors)
    if checked.curriculum is None:
        return Checked(None, problems)
    return Checked(checked.curriculum, (*problems, *editions.differences(edition, checked.curriculum)))


def _check(tree: _Tree, today: date) -> Checked:
    curriculum, problems = read_curriculum(tree.content, watched)
    known, of_editions = editions.read_editions(tree.manifests)
    local, of_institutions = read_institutions(tree.local)
    found = list(checks.run(checks.DRAFT, curriculum, Setting(today, known), watched)) if curriculum else []
    problems = (*problems, *of_editions, *of_institutions, *found)
    return Checked(curriculum, in_reading_order(problems), known, local)


def _verdict(folders: tuple[Snapshot, ...], today: date) -> Verdict:
    """`folders` are in the order of `FOLDERS`."""

    def make() -> Verdict:
        with _no_looking_for_cycles():
            checked = _check(_Tree(*folders), today)
        return Verdict(checked.problems, len(checked.curriculum.modules) if checked.curriculum else 0)

    return remembered((*(folder.digest() for folder in folders), today.isoformat()), make)


@contextmanager
def _no_looking_for_cycles() -> Iterator[None]:
    """Leave out the search for garbage in circles: all that is read is kept to the end, and has no circles in it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _in_edition(problem: Problem, edition: Edition) -> Problem:
    """A problem of a frozen file, with the edition in front of the path: it is not the file of the working tree."""
    return replace(problem, where=replace(problem.where, path=f"{edition.tag}:{problem.where.path}"))
