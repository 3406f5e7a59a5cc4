"""Reading and checking in order: the part of the program that authors run all day, with nothing it does not need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from taikun_build import checks, editions
from taikun_build.adapters.disk import DiskSources
from taikun_build.adapters.git import GitSources
from taikun_build.adapters.watchdog import watched
from taikun_build.model import Curriculum, Edition, Setting
from taikun_build.problems import Problem, in_reading_order
from taikun_build.reading import ROOT, read_curriculum


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading and checking: the curriculum (None when its settings are unreadable) and the problems.

    `editions` are the manifests of the working tree, in the order of their numbers.
    """

    curriculum: Curriculum | None
    problems: tuple[Problem, ...]
    editions: tuple[Edition, ...] = ()


def check(root: Path, today: date) -> Checked:
    """Read and check the working tree as it is on a day."""
    curriculum, problems = read_curriculum(DiskSources(root, ROOT), watched)
    known, of_editions = editions.read_editions(DiskSources(root, editions.FOLDER))
    found = list(checks.run(checks.DRAFT, curriculum, Setting(today, known), watched)) if curriculum else []
    return Checked(curriculum, in_reading_order([*problems, *of_editions, *found]), known)


def check_edition(sources: GitSources) -> Checked:
    """The published part of a frozen tree, checked by the rules of editions. The day does not matter."""
    curriculum, problems = read_curriculum(sources, watched)
    if curriculum is None:
        return Checked(None, problems)
    published = editions.published_part(curriculum)
    return Checked(published, (*problems, *checks.run(checks.EDITION, published, Setting(), watched)))


def read_edition(edition: Edition, sources: GitSources) -> Checked:
    """A frozen edition whose manifest says the same as its content."""
    checked = check_edition(sources)
    problems = tuple(_in_edition(problem, edition) for problem in checked.problems)
    if checked.curriculum is None:
        return Checked(None, problems)
    return Checked(checked.curriculum, (*problems, *editions.differences(edition, checked.curriculum)))


def _in_edition(problem: Problem, edition: Edition) -> Problem:
    """A problem of a frozen file, with the edition in front of the path: it is not the file of the working tree."""
    return replace(problem, where=replace(problem.where, path=f"{edition.tag}:{problem.where.path}"))
