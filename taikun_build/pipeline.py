"""The whole program in order. Each function is a recipe: read, check, plan, make aside, verify, put in place."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from taikun_build import editions
from taikun_build.adapters import disk, folders, fonts, mkdocs, typst
from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.adapters.environment import EnvironmentFault, Misuse, Refusal
from taikun_build.adapters.git import Repository
from taikun_build.authoring import find_session
from taikun_build.bibliography import reference_lists
from taikun_build.calendars import session_calendar
from taikun_build.checking import check, check_edition, read_edition
from taikun_build.handbook import GUIDE, read_handbook
from taikun_build.model import Curriculum, CurriculumSettings, Edition
from taikun_build.problems import Problem, has_errors, in_reading_order, msg
from taikun_build.reading import ROOT
from taikun_build.rendering import data_text, render_config, render_entrance, render_site
from taikun_build.rulebook import FOLDER as RULE_PAGES
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.audit import audit_site
from taikun_build.site.kit import Document, session_document
from taikun_build.site.offline import offline_copy
from taikun_build.site.plan import SitePlan, draft_of_the_tree, plan_site, shown_edition
from taikun_build.sources import Sources
from taikun_build.timetable import timetables
from taikun_build.timing import after_midnight
from taikun_build.vocabulary import EditionStatus, Language

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


def print_session(
    root: Path, session_id: str, output: Path, today: date, *, first: date | None, start: str | None
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Print the facilitator's plan of a session that begins on a day and at a time, and write its calendar when there
    is a day. Returns the files, none when problems stopped it."""
    checked = check(root, today)
    if checked.curriculum is None or has_errors(checked.problems):
        return (), checked.problems
    plan = replace(find_session(timetables(checked.curriculum), session_id), first=first)
    own = plan.sittings[0].start
    plan = plan.moved(after_midnight(start) - own if start is not None else 0)
    if not plan.keeps_within_the_day:
        raise Misuse(msg("If it begins at {start}, it is not over until after midnight.", start=start or ""))
    moment = int(datetime.combine(today, datetime.min.time(), UTC).timestamp())
    shown, catalogues = draft_of_the_tree(moment), cache(load_catalogue)
    references = reference_lists(checked.curriculum.references)
    imprint = Imprint(checked.curriculum.settings.title, shown, references, catalogues)
    name = session_id if first is None else f"{session_id}-{first}"
    with TemporaryDirectory() as folder:
        made: dict[str, bytes | str] = {
            f"{name}.pdf": _made(session_document(plan), imprint, typst.Press(Path(folder)))
        }
    if first is not None:
        meta, periods = plan.session.meta, [sitting.period for sitting in plan.sittings]
        made[f"{name}.ics"] = session_calendar(meta, periods, first, moment, catalogues(meta.language).say)
    try:
        folders.write_files(output, made)
    except OSError as error:
        raise EnvironmentFault(disk.unwritable(str(output), error)) from error
    return tuple(output / path for path in made), checked.problems


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
    imprint = Imprint(plan.settings.title, plan.shown, references, catalogues)
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
    """A file of the trainer's kit."""
    return press.print(layout(document.sheet, imprint), imprint.shown.moment)


def _as_published_now(frozen: Curriculum, now: CurriculumSettings) -> Curriculum:
    """A frozen edition with what is true of the site today and no part of what the edition says: where it lies, and
    where its accessibility statement is."""
    today = {"address": now.address, "accessibility_statement": now.accessibility_statement}
    return replace(frozen, settings=frozen.settings.model_copy(update=today))
