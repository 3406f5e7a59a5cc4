"""Editions as pure functions: what belongs to one, its digest, its manifest, and what the site tells about all of them.

An edition's identity is the digest of its content: SHA-256 over our own canonical list of paths and file digests. Tag
and commit are only how the content is found again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import yaml

from taikun_build.frontmatter import read_data_file
from taikun_build.model import Curriculum, Edition, FrozenModule, Module, ModuleSlot, Positions
from taikun_build.problems import Location, Problem, Rule, Text, msg
from taikun_build.sources import Kind, Source, Sources, files_digest
from taikun_build.vocabulary import EditionStatus, Status

FOLDER = "editions"
RESERVED_PATHS = ("draft", "assets", "api", "guides")

EDITION_CLASH = Rule(
    "edition-clash",
    msg("Another edition already has {field} «{value}»."),
    msg("Each edition has its own id, number, path and tag."),
)
EDITION_PATH = Rule(
    "edition-path",
    msg("An edition cannot be published at «{value}»."),
    msg("That name is used for something else on the site. Choose another path."),
)
EDITION_ORDER = Rule(
    "edition-order",
    msg("The edition «{id}» is out of line: {what}."),
    msg("Editions are numbered 1, 2, 3 and so on in the order they are dated, and each names the one before it."),
)
EDITION_FILE_NAME = Rule(
    "edition-file-name",
    msg("The manifest of the edition «{id}» must be called {path}."),
    msg("Rename the file, or mend the id."),
)
NOT_FROZEN = Rule(
    "edition-not-frozen",
    msg("The edition «{id}» is a candidate, but its content is not frozen."),
    msg("Run `taikun edition freeze {id}`, or set status to planned."),
)
MANIFEST_DIFFERS = Rule(
    "edition-differs",
    msg("The manifest says something else about «{module}» than the frozen content: {what}."),
    msg("Never edit a manifest by hand. Run `taikun edition freeze {id}` again while the edition is a candidate."),
)
RULES = (EDITION_CLASH, EDITION_PATH, EDITION_ORDER, EDITION_FILE_NAME, NOT_FROZEN, MANIFEST_DIFFERS)


def published_modules(curriculum: Curriculum) -> tuple[Module, ...]:
    """The modules that may be part of an edition: neither drafts nor retired."""
    return tuple(m for m in curriculum.modules if m.meta.status not in (Status.DRAFT, Status.RETIRED))


def published_part(curriculum: Curriculum) -> Curriculum:
    """The curriculum as an edition shows it: without drafts and retired modules, as if they did not exist.

    A session or a learning path that names one of those is no more ready than the module, and is left out with it;
    resources and events say nothing of what is left out.
    """
    modules = published_modules(curriculum)
    hidden = {m.meta.id for m in curriculum.modules} - {m.meta.id for m in modules}
    sessions = tuple(
        session
        for session in curriculum.sessions
        if not any(isinstance(slot, ModuleSlot) and slot.module in hidden for slot in session.meta.programme)
    )
    without = {session.meta.id for session in curriculum.sessions} - {session.meta.id for session in sessions}
    resources = tuple(
        resource.model_copy(update={"modules": tuple(m for m in resource.modules if m not in hidden)})
        for resource in curriculum.resources
    )
    events = tuple(
        event.model_copy(
            update={
                "modules": tuple(m for m in event.modules if m not in hidden),
                "session": None if event.session in without else event.session,
            }
        )
        for event in curriculum.events
    )
    paths = tuple(
        path for path in curriculum.learning_paths if not any(step.module in hidden for step in path.meta.steps)
    )
    left_out = {session.path for session in curriculum.sessions if session not in sessions}
    left_out |= {path.path for path in curriculum.learning_paths if path not in paths}
    return replace(
        curriculum,
        modules=modules,
        sessions=sessions,
        learning_paths=paths,
        resources=replace(curriculum.resources, items=resources),
        events=replace(curriculum.events, items=events),
        data_files=tuple(file for file in curriculum.data_files if file.path not in left_out),
    )


def content_digest(sources: Sources) -> str:
    """The digest of a whole content tree. It depends on names and bytes alone, not on git or on the machine."""
    return files_digest(sources.read(entry.path) for entry in sources.entries() if entry.kind is Kind.FILE)


def read_editions(sources: Sources) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """The manifests in `editions/`, in the order of their numbers."""
    read: list[tuple[Edition, Positions]] = []
    problems: list[Problem] = []
    paths = [e.path for e in sources.entries() if e.kind is Kind.FILE and e.path.endswith(".yml")]
    for path in paths:
        found, of_manifest = _read_manifest(sources.read(path))
        problems += of_manifest
        read += [found] if found else []
    clashes = tuple(_clashes(read))
    for edition, at in read:
        problems += _problems_of(edition, at)
    read.sort(key=lambda found: found[0].number)
    if not clashes and len(read) == len(paths):
        problems += _out_of_line(read)
    return tuple(edition for edition, _ in read), (*problems, *clashes)


def _read_manifest(source: Source) -> tuple[tuple[Edition, Positions] | None, list[Problem]]:
    """One manifest with the places of its fields, or None when it cannot be read, and what is wrong in it."""
    shaped, _, problems = read_data_file(source, Edition)
    return (None if shaped is None or shaped.value is None else (shaped.value, shaped.at)), problems


def _problems_of(edition: Edition, at: Positions) -> Iterator[Problem]:
    """What is wrong with one manifest, whatever the others say."""
    if edition.path in RESERVED_PATHS:
        yield EDITION_PATH.at(at("path"), value=edition.path)
    if at().path != manifest_path(edition.id):
        yield EDITION_FILE_NAME.at(at("id"), id=edition.id, path=manifest_path(edition.id))
    if is_built(edition) and (edition.digest is None or edition.commit is None or edition.date is None):
        yield NOT_FROZEN.at(at("status"), id=edition.id)


def _clashes(read: Iterable[tuple[Edition, Positions]]) -> Iterator[Problem]:
    """Editions that share what each must have for itself."""
    seen: set[tuple[str, str]] = set()
    for edition, at in read:
        for field in ("id", "number", "path", "tag"):
            value = str(getattr(edition, field))
            if (field, value) in seen:
                yield EDITION_CLASH.at(at(field), field=field, value=value)
            seen.add((field, value))


def _out_of_line(read: Iterable[tuple[Edition, Positions]]) -> Iterator[Problem]:
    """Editions, in the order of their numbers, that do not follow the one before: number, `previous` and date."""
    before: Edition | None = None
    newest: Edition | None = None
    for edition, at in read:
        expected = before.number + 1 if before else 1
        if edition.number != expected:
            yield EDITION_ORDER.at(at("number"), id=edition.id, what=msg("its number should be {n}", n=expected))
        if before is None and edition.previous is not None:
            yield EDITION_ORDER.at(at("previous"), id=edition.id, what=msg("the first edition has no «previous»"))
        if before is not None and edition.previous != before.id:
            where = at("number") if edition.previous is None else at("previous")
            yield EDITION_ORDER.at(where, id=edition.id, what=msg("«previous» should be «{before}»", before=before.id))
        if edition.date is not None:
            if newest is not None and newest.date is not None and edition.date < newest.date:
                day = newest.date.isoformat()
                what = msg("it is dated before «{other}», which is from {day}", other=newest.id, day=day)
                yield EDITION_ORDER.at(at("date"), id=edition.id, what=what)
            else:
                newest = edition
        before = edition


def changed_since_published(
    curriculum: Curriculum, editions: Iterable[Edition]
) -> Iterator[tuple[Module, FrozenModule, Edition]]:
    """Modules that differ from the newest published edition: as they are, as they are listed in it, and the edition.

    Candidates do not count, since they may be frozen again; nor do drafts and retired modules, which no edition holds.
    """
    published = [edition for edition in editions if edition.status is EditionStatus.PUBLISHED]
    if not published:
        return
    newest = max(published, key=lambda edition: edition.number)
    listed = {frozen.id: frozen for frozen in newest.modules}
    for module in published_modules(curriculum):
        before = listed.get(module.meta.id)
        if before is not None and before.digest != module.digest:
            yield module, before, newest


def manifest_path(edition_id: str) -> str:
    """Where the manifest of an edition lies."""
    return f"{FOLDER}/{edition_id}.yml"


def is_built(edition: Edition) -> bool:
    """Whether the site shows the edition."""
    return edition.status in (EditionStatus.CANDIDATE, EditionStatus.PUBLISHED)


def freeze(edition: Edition, curriculum: Curriculum, digest: str, commit: str, day: date) -> Edition:
    """The edition with the content of a commit. `day` is the commit's date: freezing again gives the same manifest."""
    return edition.model_copy(
        update={
            "status": EditionStatus.CANDIDATE,
            "commit": commit,
            "digest": digest,
            "date": day,
            "modules": tuple(
                FrozenModule(id=module.meta.id, version=module.meta.version, digest=module.digest)
                for module in published_modules(curriculum)
            ),
        }
    )


def differences(edition: Edition, curriculum: Curriculum) -> tuple[Problem, ...]:
    """What the manifest says about modules that the frozen content does not bear out."""
    where = Location(manifest_path(edition.id))
    listed = {module.id: (module.version, module.digest) for module in edition.modules}
    frozen = {m.meta.id: (m.meta.version, m.digest) for m in published_modules(curriculum)}
    return tuple(
        MANIFEST_DIFFERS.at(
            where, id=edition.id, module=module, what=_difference(listed.get(module), frozen.get(module))
        )
        for module in sorted(listed.keys() | frozen.keys())
        if listed.get(module) != frozen.get(module)
    )


def manifest_text(edition: Edition) -> str:
    """The manifest as a file: keys in a fixed order, the same text for the same edition."""
    data = edition.model_dump(mode="json")
    head = "# Written by `taikun edition freeze`; title, path, tag and planned_for may be edited while it is planned.\n"
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def versions_data(editions: Iterable[Edition], draft_path: str, titles: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """`versions.json`, newest first, in the shape that mike writes and Material's selector reads."""
    built = sorted((e for e in editions if is_built(e)), key=lambda edition: -edition.number)
    entries = [{"version": edition.path, "title": titles[edition.path], "aliases": []} for edition in built]
    return [*entries, {"version": draft_path, "title": titles[draft_path], "aliases": []}]


def editions_data(editions: Iterable[Edition]) -> Mapping[str, Any]:
    """`editions.json`: every edition, planned ones too, with what identifies its content."""
    return {"schema": 1, "editions": [edition.model_dump(mode="json") for edition in editions]}


def entrance(editions: Iterable[Edition], draft_path: str) -> str:
    """The folder that the site's front door leads to: newest published, else newest candidate, else the draft."""
    built = sorted((e for e in editions if is_built(e)), key=lambda edition: -edition.number)
    for status in (EditionStatus.PUBLISHED, EditionStatus.CANDIDATE):
        for edition in built:
            if edition.status is status:
                return edition.path
    return draft_path


def _difference(listed: tuple[str, str] | None, frozen: tuple[str, str] | None) -> Text:
    """How a manifest's line differs from the content, in words."""
    if listed is None:
        return msg("it is not listed")
    if frozen is None:
        return msg("it is not there")
    if listed[0] != frozen[0]:
        return msg("version {listed} is listed, {frozen} is there", listed=listed[0], frozen=frozen[0])
    return msg("the text is another")
