"""A new module, dilemma, session or learning path in its place.

What cannot be made is refused; nothing is overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from taikun_build.adapters.disk import DiskSources, create_text, load_catalogue, write_text
from taikun_build.adapters.environment import Misuse
from taikun_build.checks import path_order, reserved_id, unknown_theme
from taikun_build.frontmatter import read_document
from taikun_build.model import CLOCK, DEVICES, LONGEST_ID, LONGEST_TITLE, SLUG, Curriculum, Module
from taikun_build.problems import Location, Problem, Text, has_errors, msg
from taikun_build.reading import ROOT, read_curriculum
from taikun_build.shapes import NOT_A_DATE, bad_id, did_you_mean, meant_day
from taikun_build.skeletons import (
    LONGEST,
    SHORTEST,
    NewDilemma,
    NewModule,
    NewPath,
    NewSession,
    new_module,
    new_path,
    new_session,
    with_dilemma,
)
from taikun_build.timetable import Timetable
from taikun_build.vocabulary import Format, Language, SessionKind

WRONG_DURATION = msg("A new module lasts from {shortest} to {longest} minutes.", shortest=SHORTEST, longest=LONGEST)


LAST_YEAR = 3000
"""Before which a day must be: the calendar of computers ends some time after it."""


@dataclass(frozen=True, slots=True)
class Project:
    """The project as it is now: where it lies, what was read of it, and what was wrong with the reading."""

    root: Path
    curriculum: Curriculum
    problems: tuple[Problem, ...]


def read_project(root: Path) -> Project:
    """Read the working tree, also when some of it cannot be read."""
    curriculum, problems = read_curriculum(DiskSources(root, ROOT))
    if curriculum is None:
        raise Misuse(msg("curriculum/curriculum.yml cannot be read. Run `taikun check` and mend it first."))
    return Project(root, curriculum, problems)


def write_module(project: Project, new: NewModule) -> str:
    """Write a new module and return its path."""
    check_id(new.id)
    check_theme(project.curriculum, new.theme)
    _check_title(new.title)
    if not SHORTEST <= new.duration <= LONGEST:
        raise Misuse(WRONG_DURATION)
    known = next((module.path for module in project.curriculum.modules if module.meta.id == new.id), None)
    if known is not None:
        raise Misuse(msg("{path} is there already, and is left as it is.", path=known))
    path = f"{ROOT}/modules/{new.theme}/{new.id}.md"
    create_text(project.root, path, new_module(new, load_catalogue))
    return path


def write_dilemma(project: Project, module_id: str, new: NewDilemma) -> str:
    """Insert a new dilemma into a module and return the module's path."""
    check_id(new.id)
    _check_title(new.title)
    module = find_module(project.curriculum, module_id)
    ids = {dilemma.id for dilemma in module.meta.dilemmas} | {step.options.id for step in module.activities}
    if new.id in ids:
        raise Misuse(msg("«{id}» is used in {path} already. Choose another id.", id=new.id, path=module.path))
    source = DiskSources(project.root, ROOT).read(module.path)
    document, _ = read_document(source)
    faults = has_errors(problem for problem in project.problems if problem.where.path == module.path)
    if document is None or faults:
        raise Misuse(
            msg("{path} has faults that are in the way. Run `taikun check` and mend them first.", path=module.path)
        )
    language = _language_of(module)
    text = with_dilemma(source.data.decode(), document, module, new, load_catalogue(language))
    if isinstance(text, Text):
        raise Misuse(text)
    write_text(project.root, module.path, text)
    return module.path


def write_session(
    project: Project, new_id: str, title: str, *, modules: Iterable[str], start: str, kind: SessionKind
) -> str:
    """Write a new session, held in the first format that all its modules have, and return its path."""
    check_id(new_id)
    _check_title(title)
    check_clock(start)
    chosen = tuple(find_module(project.curriculum, name) for name in modules)
    form = next((form for form in Format if all(form in module.meta.format for module in chosen)), None)
    if form is None:
        raise Misuse(msg("The modules cannot be held on the same day: they have no format in common."))
    language = _language_of(chosen[0])
    path = f"{ROOT}/sessions/{new_id}.yml"
    new = NewSession(new_id, title.strip(), chosen, start, kind, form, language)
    create_text(project.root, path, new_session(new, load_catalogue(language)))
    return path


def write_path(project: Project, new_id: str, title: str, *, modules: Sequence[str]) -> str:
    """Write a new learning path and return its path."""
    check_id(new_id)
    _check_title(title)
    chosen = {name: find_module(project.curriculum, name) for name in modules}
    if len(chosen) < max(2, len(modules)):
        raise Misuse(msg("A learning path has at least two modules, and each of them once."))
    before = {name: module.meta.prerequisites for name, module in chosen.items()}
    for index, wanted in path_order.out_of_order(modules, before):
        raise Misuse(_sentences(path_order.RULE.at(Location(""), module=modules[index], wanted=wanted)))
    language = _language_of(chosen[modules[0]])
    path = f"{ROOT}/paths/{new_id}.yml"
    create_text(
        project.root, path, new_path(NewPath(new_id, title.strip(), tuple(modules), language), load_catalogue(language))
    )
    return path


def check_id(value: str) -> None:
    """Refuse what cannot be an id, in the words of the rule."""
    if not re.fullmatch(SLUG, value) or len(value) > LONGEST_ID or value in DEVICES:
        raise Misuse(_sentences(bad_id(value, Location(""))))
    if value in reserved_id.MODULES:
        taken = ", ".join(reserved_id.MODULES)
        raise Misuse(_sentences(reserved_id.RULE.at(Location(""), value=value, reserved=taken)))


def check_theme(curriculum: Curriculum, value: str) -> None:
    """Refuse a theme that the curriculum does not have, in the words of the rule."""
    known = tuple(theme.id for theme in curriculum.settings.themes)
    if value not in known:
        suggestion = did_you_mean(value, known)
        problem = unknown_theme.RULE.at(Location(""), value=value, suggestion=suggestion, allowed=", ".join(known))
        raise Misuse(_sentences(problem))


def check_clock(value: str) -> None:
    """Refuse what is not a clock time."""
    if not re.fullmatch(CLOCK, value):
        raise Misuse(msg("«{value}» is not a clock time. Write hours and minutes, such as 09:00.", value=value))


def check_day(value: str) -> date:
    """A day of the calendar. What is none is refused, in the words of the rule."""
    try:
        day = date.fromisoformat(value)
        if day.isoformat() == value and day.year < LAST_YEAR:
            return day
    except ValueError:
        pass
    raise Misuse(_sentences(NOT_A_DATE.at(Location(""), value=value, suggestion=meant_day(value))))


def find_session(plans: Iterable[Timetable], wanted: str) -> Timetable:
    """The timetable of the session with an id. One that is not there is refused with what was perhaps meant."""
    known = {plan.session.meta.id: plan for plan in plans}
    if wanted in known:
        return known[wanted]
    near, ids = did_you_mean(wanted, tuple(known)), ", ".join(known)
    raise Misuse(msg("There is no session «{id}». {near}Known sessions: {ids}.", id=wanted, near=near, ids=ids))


def find_module(curriculum: Curriculum, wanted: str) -> Module:
    """The module with an id. One that is not there is refused with what was perhaps meant."""
    for module in curriculum.modules:
        if module.meta.id == wanted and "id" not in module.broken:
            return module
    known = tuple(module.meta.id for module in curriculum.modules)
    near = did_you_mean(wanted, known)
    raise Misuse(
        msg("There is no module «{id}». {near}Known modules: {ids}.", id=wanted, near=near, ids=", ".join(known))
    )


def _language_of(module: Module) -> Language:
    """The language in which gaps are written that go with a module."""
    return Language.NN if module.meta.language is Language.NN else Language.NB


def _check_title(value: str) -> None:
    if not value.strip() or not value.isprintable() or len(value) > LONGEST_TITLE:
        raise Misuse(msg("A title is one line of text, at most {limit} characters.", limit=LONGEST_TITLE))


def _sentences(problem: Problem) -> Text:
    return msg("{message} {hint}", message=problem.message, hint=problem.hint)
