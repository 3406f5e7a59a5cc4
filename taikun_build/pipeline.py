"""The whole program in order. Each function is a recipe: read, check, plan, make aside, verify, put in place."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from taikun_build import editions, institutions
from taikun_build.adapters import disk, folders, fonts, mkdocs, typst
from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.environment import EnvironmentFault, Misuse, Refusal
from taikun_build.adapters.git import Repository
from taikun_build.authoring import find_session
from taikun_build.bibliography import reference_lists
from taikun_build.calendars import session_calendar
from taikun_build.checking import check, check_edition, read_edition
from taikun_build.handbook import GUIDE, read_handbook
from taikun_build.institutions import Local
from taikun_build.lessons import lesson
from taikun_build.model import Curriculum, CurriculumSettings, Edition
from taikun_build.problems import Problem, has_errors, in_reading_order, msg
from taikun_build.reading import ROOT
from taikun_build.rendering import data_text, render_config, render_entrance, render_site
from taikun_build.rulebook import FOLDER as RULE_PAGES
from taikun_build.shapes import did_you_mean
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.sheets.web import ASSETS, web_page
from taikun_build.site.audiences import for_readers
from taikun_build.site.audit import audit_site
from taikun_build.site.evaluation import evaluation
from taikun_build.site.kit import Document, module_kit, session_document
from taikun_build.site.offline import offline_copy
from taikun_build.site.pages import Shown
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site, shown_edition
from taikun_build.sources import Sources
from taikun_build.timetable import timetables
from taikun_build.timing import clock
from taikun_build.vocabulary import EditionStatus, Format, Language
from taikun_build.word import word_document

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build. `output` is None when problems stopped it; `problems` are in reading order."""

    output: Path | None
    problems: tuple[Problem, ...]
    modules: int
    editions: tuple[str, ...] = ()
    documents: int = 0


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all folders of the site are made with."""

    root: Path
    aside: Path
    base: str
    fonts: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Job:
    """One folder of the site: its plan, and what it is made from. The time in its files is that of what is shown."""

    plan: SitePlan
    curriculum: Curriculum
    sources: Sources


def build(root: Path, output: Path, today: date, progress: Progress) -> Built:
    """Build the whole site aside, verify it, and put it in place. On any problem the old site stays as it is."""
    checked = check(root, today)
    modules = len(checked.curriculum.modules) if checked.curriculum else 0
    if checked.curriculum is None or has_errors(checked.problems):
        return Built(None, checked.problems, modules)
    repository = Repository(root)
    head = repository.require_commits()
    known = checked.editions
    handbook, of_handbook = read_handbook(DiskSources(root, GUIDE), DiskSources(root, RULE_PAGES))
    plan = plan_site(
        checked.curriculum, draft_of_the_tree(repository.commit_time(head)), handbook if handbook.guide else None
    )
    draft = _Job(plan, checked.curriculum, DiskSources(root, ROOT))
    jobs = [draft]
    problems = [*checked.problems, *of_handbook]
    for edition in filter(editions.is_built, known):
        sources = repository.sources(find_content(edition, repository), ROOT)
        frozen = read_edition(edition, sources)
        problems += frozen.problems
        if frozen.curriculum is not None:
            plan = plan_site(_as_published_now(frozen.curriculum, checked.curriculum.settings), shown_edition(edition))
            jobs.append(_Job(plan, frozen.curriculum, sources))
    if has_errors(problems):
        return Built(None, in_reading_order(problems), modules)
    with folders.made_aside(output) as aside:
        found = _make(jobs, known, root, aside, progress)
        if not found:
            progress("publish")
            folders.publish(aside / "site", output)
    return Built(
        None if found else output,
        in_reading_order([*problems, *found]),
        modules,
        tuple(job.plan.shown.path for job in jobs),
        sum(len(job.plan.documents) for job in jobs),
    )


def freeze(root: Path, edition_id: str, revision: str) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Freeze the content of a commit as an edition's candidate and write its manifest.

    Refused for an edition that is published or withdrawn: those never change.
    """
    repository = Repository(root)
    repository.require_commits()
    known, problems = editions.read_editions(DiskSources(root, editions.FOLDER))
    edition = next((edition for edition in known if edition.id == edition_id), None)
    if edition is None:
        ids = ", ".join(edition.id for edition in known)
        raise Misuse(msg("There is no edition «{id}». Known editions: {ids}.", id=edition_id, ids=ids))
    if edition.status in (EditionStatus.PUBLISHED, EditionStatus.WITHDRAWN):
        raise Refusal(msg("The edition «{id}» is published and never changes.", id=edition_id))
    commit = repository.commit(revision)
    if commit is None:
        raise Misuse(msg("git knows no commit called «{name}».", name=revision))
    sources = repository.sources(commit, ROOT)
    checked = check_edition(sources)
    if checked.curriculum is None or has_errors((*problems, *checked.problems)):
        return None, in_reading_order([*problems, *checked.problems])
    day = datetime.fromtimestamp(repository.commit_time(commit), UTC).date()
    frozen = editions.freeze(edition, checked.curriculum, editions.content_digest(sources), commit, day)
    disk.write_text(root, editions.manifest_path(edition_id), editions.manifest_text(frozen))
    return frozen, in_reading_order(checked.problems)


@dataclass(frozen=True, slots=True)
class Held:
    """A session that somebody is going to hold: which, on which day if that is settled, and from when (minutes after
    midnight; None for the time in its file)."""

    session: str
    first: date | None = None
    start: int | None = None


def print_session(root: Path, held: Held, output: Path, today: date) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write the facilitator's plan of a session below `output`, and when it has a day, its calendar; say which files.
    With errors nothing is written."""
    checked = check(root, today)
    if checked.curriculum is None or has_errors(checked.problems):
        return (), checked.problems
    plan = replace(find_session(timetables(checked.curriculum), held.session), first=held.first)
    if held.start is not None:
        plan = plan.moved(held.start - plan.sittings[0].start)
        if not plan.keeps_within_the_day:
            raise Misuse(msg("If it begins at {start}, it is not over until after midnight.", start=clock(held.start)))
    shown, catalogues = draft_of_the_tree(_moment(root, today)), cache(load_catalogue)
    references = reference_lists(checked.curriculum.references)
    imprint = Imprint(checked.curriculum.settings.title, shown, references, catalogues)
    name = held.session if held.first is None else f"{held.session}-{held.first}"
    with folders.scratch() as fonts_folder:
        made = {f"{name}.pdf": _made(session_document(plan), imprint, typst.Press(fonts_folder))}
    if held.first is not None:
        meta, periods = plan.session.meta, [sitting.period for sitting in plan.sittings]
        say = catalogues(meta.language).say
        made[f"{name}.ics"] = session_calendar(meta, periods, held.first, shown.moment, say).encode()
    for path, data in made.items():
        disk.write_below(output, path, data)
    return tuple(made), checked.problems


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of the kit somebody wants: for which modules and formats (none named: all), from when (minutes after
    midnight), and for which library."""

    modules: tuple[str, ...] = ()
    forms: tuple[Format, ...] = ()
    start: int | None = None
    institution: str | None = None


def print_kit(root: Path, wanted: Wanted, output: Path, today: date) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write the trainer's files of the working tree below `output`, and say which. With errors nothing is written."""
    checked = check(root, today)
    curriculum = checked.curriculum
    if curriculum is None or has_errors(checked.problems):
        return (), checked.problems
    shown = draft_of_the_tree(_moment(root, today))
    documents = tuple(_wanted(curriculum, wanted, shown))
    imprint = Imprint(
        curriculum.settings.title,
        shown,
        reference_lists(curriculum.references),
        cache(load_catalogue),
        wanted.start,
        _library(checked.institutions, wanted.institution),
    )
    assets = _web_assets(root, documents)
    with folders.scratch() as fonts_folder:
        press = typst.Press(fonts_folder)
        for document in documents:
            disk.write_below(output, document.path, _made(document, imprint, press))
    for path, data in assets.items():
        disk.write_below(output, path, data)
    return tuple(document.path for document in documents), checked.problems


def _web_assets(root: Path, documents: tuple[Document, ...]) -> Mapping[str, bytes]:
    """What web pages among the documents need beside them to work in any folder: path -> bytes."""
    if not any(document.path.endswith(".html") for document in documents):
        return {}
    made = fonts.web_fonts()
    paths = (f"assets/{name}" for name in ASSETS)
    return {path: made.get(path) or disk.read_bytes(root, f"overrides/{path}") for path in paths}


def _wanted(curriculum: Curriculum, wanted: Wanted, shown: Shown) -> Iterator[Document]:
    """The kit of the modules that are wanted, in their order in the curriculum."""
    known = {module.meta.id: module for module in curriculum.modules}
    for name in wanted.modules:
        if name not in known:
            raise Misuse(msg("There is no module «{id}». {near}", id=name, near=did_you_mean(name, tuple(known))))
    for module in curriculum.modules:
        theme = curriculum.theme(module.meta.theme)
        if theme is None or (wanted.modules and module.meta.id not in wanted.modules):
            continue
        forms = tuple(form for form in module.meta.format if not wanted.forms or form in wanted.forms)
        if wanted.modules and not forms:
            held = ", ".join(module.meta.format)
            raise Misuse(msg("«{id}» is not made for that format. It has: {held}.", id=module.meta.id, held=held))
        if forms:
            reader = for_readers(module, theme, curriculum.settings.roles)
            forms_to_fill_in = evaluation(reader, curriculum.settings.roles, shown)
            yield from module_kit(tuple(lesson(module, theme, form) for form in forms), forms_to_fill_in)


def _moment(root: Path, today: date) -> int:
    """The time in the files: that of the commit that is checked out, or without git the beginning of the day."""
    repository = Repository(root)
    try:
        return repository.commit_time(repository.require_commits())
    except EnvironmentFault:
        return int(datetime.combine(today, datetime.min.time(), UTC).timestamp())


def _library(known: tuple[Local, ...], wanted: str | None) -> Local | None:
    """The library with an id, if one is wanted."""
    if wanted is None:
        return None
    by_id = {local.institution.id: local for local in known}
    if wanted in by_id:
        return by_id[wanted]
    if not by_id:
        raise Misuse(msg("There is no file {folder}/{id}.yml.", folder=institutions.FOLDER, id=wanted))
    ids = ", ".join(by_id)
    raise Misuse(
        msg(
            "There is no file {folder}/{id}.yml. Libraries there: {ids}.",
            folder=institutions.FOLDER,
            id=wanted,
            ids=ids,
        )
    )


def find_content(edition: Edition, repository: Repository) -> str:
    """The commit that holds an edition's content: by its tag, else by its commit, else by its digest in the history.

    Whatever is found counts only if its digest is the edition's.
    """
    tagged = repository.commit(f"refs/tags/{edition.tag}")
    if tagged is not None:
        if editions.content_digest(repository.sources(tagged, ROOT)) != edition.digest:
            raise Refusal(
                msg("The tag {tag} leads to other content than the edition «{id}».", tag=edition.tag, id=edition.id)
            )
        return tagged
    candidates = [edition.commit] if edition.commit and repository.commit(edition.commit) else []
    for commit in (*candidates, *repository.history(ROOT)):
        if editions.content_digest(repository.sources(commit, ROOT)) == edition.digest:
            return commit
    advice = (
        msg("This clone lacks part of the history: run `git fetch --unshallow --tags`.")
        if repository.is_shallow()
        else msg("Run `git fetch --tags`, or freeze the edition again while it is a candidate.")
    )
    raise EnvironmentFault(
        msg("The content of the edition «{id}» is not in this repository. {advice}", id=edition.id, advice=advice)
    )


def _make(
    jobs: list[_Job], known: tuple[Edition, ...], root: Path, aside: Path, progress: Progress
) -> tuple[Problem, ...]:
    """Make every folder and the files at the top below `aside/site`, and verify them."""
    progress("fonts")
    catalogues = cache(load_catalogue)
    shared = _Shared(root, aside, disk.read_text(root, "mkdocs.yml"), fonts.web_fonts())
    progress("pages")
    with ProcessPoolExecutor(max_workers=min(len(jobs), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        built = list(pool.map(_make_one, jobs, [shared] * len(jobs)))
    progress("verify")
    site = aside / "site"
    site.mkdir()
    problems: list[Problem] = []
    for job, folder in zip(jobs, built, strict=True):
        problems += audit_site(job.plan, disk.read_folder(folder))
        folder.rename(site / job.plan.shown.path)
    say = catalogues(Language.NB).say
    titles = {job.plan.shown.path: say(job.plan.shown.label) for job in jobs}
    draft = jobs[0].plan
    entrance = editions.entrance(known, draft.shown.path)
    folders.write_files(
        site,
        {
            "index.html": render_entrance(entrance, draft.settings, catalogues),
            "versions.json": data_text(editions.versions_data(known, draft.shown.path, titles)),
            "editions.json": data_text(editions.editions_data(known)),
        },
    )
    return tuple(problems)


def _make_one(job: _Job, shared: _Shared) -> Path:
    """Stage one edition's pages, guides and files, and let the site tool build them. Runs in a process of its own."""
    catalogues = cache(load_catalogue)
    plan = job.plan
    stage = shared.aside / "stage" / plan.shown.path
    docs = stage / "docs"
    references = reference_lists(job.curriculum.references)
    folders.write_files(docs, render_site(plan, references, catalogues))
    folders.write_files(docs, shared.fonts)
    folders.write_files(docs, {path: job.sources.read(source).data for path, source in plan.assets.items()})
    press = typst.Press(stage / "fonts")
    imprint = Imprint(plan.settings.title, plan.shown, references, catalogues, address=plan.address)
    for document in plan.documents:
        folders.write_files(docs, {document.path: _made(document, imprint, press)})
    if plan.archive:
        folders.write_files(docs, {plan.archive: b""})  # so that the site tool knows links to it; made at the end
    for path, card in plan.cards.items():
        data = {"title": card.title, "line": card.line, "language": str(card.language), "site": plan.settings.title}
        folders.write_files(docs, {path: press.picture(data)})
    folders.write_files(stage, {"mkdocs.yml": render_config(plan, shared.base, catalogues)})
    folders.copy_frame(shared.root / "overrides", stage / "overrides")
    folder = mkdocs.build(stage, plan.shown.moment)
    if plan.archive:
        archive = offline_copy(disk.read_folder(folder), plan.archive, plan.shown.moment)
        folders.write_files(folder, {plan.archive: archive})
    return folder


def _made(document: Document, imprint: Imprint, press: typst.Press) -> bytes:
    """A file of the trainer's kit, of the kind that its name tells."""
    laid_out = layout(document.sheet, imprint)
    if document.path.endswith(".html"):
        assets = posixpath.relpath("assets", posixpath.dirname(document.path))
        return web_page(laid_out.template, laid_out.data, assets).encode()
    make = word_document if document.path.endswith(".docx") else press.print
    return make(laid_out, imprint.shown.moment)


def _as_published_now(frozen: Curriculum, now: CurriculumSettings) -> Curriculum:
    """A frozen edition with what is true of the site today and no part of what the edition says: where it lies, and
    where its accessibility statement is."""
    today = {"address": now.address, "accessibility_statement": now.accessibility_statement}
    return replace(frozen, settings=frozen.settings.model_copy(update=today))
