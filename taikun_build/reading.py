"""From a tree of files to a curriculum and the problems found on the way. Nothing is raised for bad content."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice, takewhile
from typing import Any, TypeVar

from taikun_build import body as blocks
from taikun_build import files as file_rules
from taikun_build import frontmatter, limits, reference_list, shapes, yaml_tree
from taikun_build.body import BLOCKS
from taikun_build.frontmatter import Document, decode, read_data_file, read_document
from taikun_build.limits import Excess, Guard, TookTooLong, excesses, unguarded
from taikun_build.linking import assets_of, source_targets
from taikun_build.model import (
    NO_EVENTS,
    NO_GLOSSARY,
    NO_RESOURCES,
    SLUG,
    Accessibility,
    AccessibilityFile,
    Activity,
    ActivityOptions,
    BodyPart,
    Box,
    Curriculum,
    CurriculumSettings,
    DataFile,
    DilemmaPlace,
    Events,
    EventsFile,
    FacilitatorNote,
    FormatVariant,
    Framework,
    FrontMatter,
    Futures,
    FuturesFile,
    Glossary,
    GlossaryFile,
    LearningPath,
    LearningPathMatter,
    Module,
    Page,
    PageMatter,
    Part,
    Positions,
    Prose,
    Resources,
    ResourcesFile,
    Session,
    SessionMatter,
)
from taikun_build.problems import Location, Problem, Rule, Severity, msg
from taikun_build.prose import MarkdownReader, Tree
from taikun_build.reference_list import read_references
from taikun_build.shapes import Shaped, ShapeT, did_you_mean, read_shape
from taikun_build.sources import Kind, Sources, files_digest
from taikun_build.vocabulary import Format, Language, Level, Status
from taikun_build.yaml_tree import Scalar

ROOT = "curriculum"
REFERENCES = f"{ROOT}/references.json"
GLOSSARY = f"{ROOT}/glossary.yml"
RESOURCES = f"{ROOT}/resources.yml"
EVENTS = f"{ROOT}/events.yml"
FUTURES = f"{ROOT}/futures.yml"
ACCESSIBILITY = f"{ROOT}/accessibility.yml"
RESERVED_PAGES = (
    "404",
    "api",
    "arrangementer",
    "assets",
    "dilemmaer",
    "fasilitator",
    "forfattere",
    "guides",
    "index",
    "kilder",
    "kontroller",
    "kursbevis",
    "kursdager",
    "laeringslop",
    "moduler",
    "ordliste",
    "ressurser",
    "search",
    "sok",
    "temaer",
    "tilgjengelighet",
)

SETTINGS_MISSING = Rule(
    "settings-missing",
    msg("The file {path} is missing."),
    msg("Every curriculum needs it: title, owner, licence, themes. Fetch it back from git."),
)
STRAY_FILE = Rule(
    "stray-file",
    msg("No module uses this file, so it is not published."),
    msg("Link to it from the module whose folder it lies in, or delete it."),
    Severity.WARNING,
)
PAGE_NAME = Rule(
    "page-name",
    msg("A page cannot be called «{name}»."),
    msg(
        "Use lower-case letters a–z, digits and hyphens, and not a name that the site uses itself: {reserved}."
        " The file's name becomes the page's address."
    ),
)
BLOCK_UNKNOWN = Rule(
    "unknown-block",
    msg("TAIKun does not know a block called «{name}»."),
    msg("{suggestion}Choose one of: {allowed}."),
)
BLOCK_MISPLACED = Rule(
    "misplaced-block",
    msg("The block «{name}» cannot stand {place}."),
    msg("{advice}"),
)
BLOCK_TITLE = Rule(
    "block-title",
    msg("The block «{name}» needs {what} after the bar: /// {name} | …"),
    msg("Write it on the same line as the name of the block."),
)
RULES = (
    SETTINGS_MISSING,
    STRAY_FILE,
    PAGE_NAME,
    BLOCK_UNKNOWN,
    BLOCK_MISPLACED,
    BLOCK_TITLE,
    *reference_list.RULES,
    *file_rules.RULES,
    *limits.RULES,
    *yaml_tree.RULES,
    *frontmatter.RULES,
    *blocks.RULES,
    *shapes.RULES,
)

_MODULE = re.compile(rf"{ROOT}/modules/[^/]+/[^/]+\.md")
_PAGE = re.compile(rf"{ROOT}/pages/[^/]+\.md")
_FRAMEWORK = re.compile(rf"{ROOT}/frameworks/[^/]+\.yml")
_KNOWN = (
    f"{ROOT}/curriculum.yml",
    REFERENCES,
    GLOSSARY,
    RESOURCES,
    EVENTS,
    FUTURES,
    ACCESSIBILITY,
    f"{ROOT}/LICENSE",
    f"{ROOT}/README.md",
)
_SESSION = re.compile(rf"{ROOT}/sessions/[^/]+\.yml")
_PATH = re.compile(rf"{ROOT}/paths/[^/]+\.yml")

Read = TypeVar("Read")

NEUTRAL: Mapping[str, Any] = {
    "id": "unknown",
    "title": "?",
    "summary": "?",
    "version": "0.0.0",
    "status": Status.PILOT,
    "theme": "unknown",
    "level": Level.BASIC,
    "format": (Format.PHYSICAL,),
    "duration": 1,
    "language": Language.NB,
    "audience": ("?",),
    "roles": (),
    "group_size": {"min": 1, "max": 1},
    "prerequisites": (),
    "learning_outcomes": ({"id": "unknown", "text": "?", "kind": "knowledge"},),
    "facilitator_notes": {
        "overview": "?",
        "preparation": {"before": ("?",)},
        "equipment": {},
        "pitfalls": ("?",),
        "plan_b": "?",
    },
    "dilemmas": (),
    "sources": (),
    "terms": (),
    "reviewed": date(2000, 1, 1),
    "review_by": date(2000, 1, 1),
    "contributors": ({"name": "?", "role": "?"},),
    "licence": "CC-BY-4.0",
    "changes": (),
}


def read_curriculum(sources: Sources, guard: Guard = unguarded) -> tuple[Curriculum | None, tuple[Problem, ...]]:
    """Read everything below `curriculum/`. Returns None only when the settings cannot be read.

    `guard` watches each file; one that takes too long is given up with a problem, as if it could not be read.
    """
    reader = _Reader(sources, guard)
    return reader.curriculum(), tuple(reader.problems)


def read_pages(sources: Sources) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Read a folder of pages that are not modules. Pages that cannot be read are left out and reported."""
    reader = _Reader(sources, unguarded)
    pages = [reader.page(e.path) for e in sources.entries() if e.kind is Kind.FILE and e.path.endswith(".md")]
    return tuple(page for page in pages if page is not None), tuple(reader.problems)


class _Reader:
    """Reads one tree; keeps its entries, the problems, the YAML files it has read, the Markdown reader that all files
    share, and the place it has come to.
    """

    def __init__(self, sources: Sources, guard: Guard) -> None:
        self.sources = sources
        self.entries = tuple(sources.entries())
        self.sizes = {entry.path: entry.size for entry in self.entries if entry.kind is Kind.FILE}
        self.guard = guard
        self.problems: list[Problem] = []
        self.data_files: list[DataFile] = []
        self.markdown = MarkdownReader()
        self.place = Location("")
        self.excesses: tuple[Excess, ...] = ()

    def curriculum(self) -> Curriculum | None:
        self.problems += file_rules.of_entries(self.entries)
        files = list(self.sizes)
        settings = self.in_time(self.yaml_file, f"{ROOT}/curriculum.yml", CurriculumSettings, files)
        references = self.in_time(self.references, REFERENCES, files)
        glossary = self.in_time(self.glossary, GLOSSARY, files)
        resources = self.in_time(
            self.optional(ResourcesFile, lambda file, at: Resources(file.resources, at)), RESOURCES, files
        )
        events = self.in_time(self.optional(EventsFile, lambda file, at: Events(file.events, at)), EVENTS, files)
        futures = self.in_time(self.optional(FuturesFile, Futures), FUTURES, files)
        accessibility = self.in_time(self.optional(AccessibilityFile, Accessibility), ACCESSIBILITY, files)
        sessions = [self.in_time(self.session, path, files) for path in files if _SESSION.fullmatch(path)]
        paths = [self.in_time(self.learning_path, path, files) for path in files if _PATH.fullmatch(path)]
        frameworks = [self.in_time(self.yaml_file, p, Framework, files) for p in files if _FRAMEWORK.fullmatch(p)]
        modules = [self.in_time(self.module, path, files) for path in files if _MODULE.fullmatch(path)]
        pages = [self.in_time(self.page, path) for path in files if _PAGE.fullmatch(path)]
        self.page_names(files)
        if settings is None or settings.value is None:
            return None
        order = {theme.id: number for number, theme in enumerate(settings.value.themes)}
        known = [module for module in modules if module is not None]
        understood = {item.path for item in (*modules, *pages) if item is not None}
        texts = {path for path in files if _MODULE.fullmatch(path) or _PAGE.fullmatch(path)}
        unread = (texts - understood) | ({REFERENCES} if references is None else set())
        unread |= {GLOSSARY} if glossary is None else set()
        unread |= {path for path in files if _SESSION.fullmatch(path)} - {s.path for s in sessions if s is not None}
        known.sort(key=lambda module: (order.get(module.meta.theme, len(order)), module.meta.level.rank, module.path))
        self.strays(files, known, unread)
        return Curriculum(
            settings.value,
            settings.at,
            tuple(known),
            tuple(page for page in pages if page is not None),
            tuple(read.value for read in frameworks if read is not None and read.value is not None),
            references or {},
            frozenset(files),
            frozenset(unread),
            glossary or NO_GLOSSARY,
            tuple(session for session in sessions if session is not None),
            resources or NO_RESOURCES,
            events or NO_EVENTS,
            futures,
            accessibility,
            tuple(path for path in paths if path is not None),
            tuple(self.data_files),
        )

    def in_time(self, read: Callable[..., Read | None], path: str, *rest: object) -> Read | None:
        """What `read` makes of a file, or None and a problem at the place it had come to when the time was up."""
        self.place = Location(path)
        try:
            with self.guard():
                return read(path, *rest)
        except TookTooLong:
            self.problems.append(limits.TOO_SLOW.at(self.place, seconds=limits.SECONDS))
            self.markdown = MarkdownReader()  # the old one was stopped in the midst of its work
            return None

    def strays(self, files: list[str], modules: list[Module], unread: set[str]) -> None:
        """Warn of files that nothing names. Those of a module that could not be read may well be named in it."""
        used = {asset for module in modules for asset in assets_of(module)}
        for path in sorted(used & set(files)):
            too_large = file_rules.too_large(path, self.sizes[path])
            self.problems += [too_large] if too_large else file_rules.of_asset(self.sources.read(path))
        spared = tuple(path.removesuffix(".md") + "/" for path in unread)
        for path in files:
            named = (_MODULE, _PAGE, _FRAMEWORK, _SESSION, _PATH)
            if (
                path not in used
                and not path.startswith(spared)
                and path not in _KNOWN
                and not any(form.fullmatch(path) for form in named)
            ):
                self.problems.append(STRAY_FILE.at(Location(path)))

    def glossary(self, path: str, files: list[str]) -> Glossary | None:
        """The glossary, which may be missing; None when it cannot be read."""
        if path not in files:
            return NO_GLOSSARY
        shaped = self.yaml_file(path, GlossaryFile, files)
        return Glossary(shaped.value.terms, shaped.at) if shaped.value is not None else None

    def optional(
        self, shape: type[ShapeT], made: Callable[[ShapeT, Positions], Read]
    ) -> Callable[[str, list[str]], Read | None]:
        """How a YAML file is read that may be missing: what is made of it, or None where none can be read."""

        def read(path: str, files: list[str]) -> Read | None:
            shaped = self.yaml_file(path, shape, files) if path in files else None
            return made(shaped.value, shaped.at) if shaped and shaped.value is not None else None

        return read

    def session(self, path: str, files: list[str]) -> Session | None:
        """A session, or None."""
        shaped = self.yaml_file(path, SessionMatter, files)
        return Session(path, shaped.value, shaped.at) if shaped.value is not None else None

    def learning_path(self, path: str, files: list[str]) -> LearningPath | None:
        """A learning path, or None."""
        shaped = self.yaml_file(path, LearningPathMatter, files)
        return LearningPath(path, shaped.value, shaped.at) if shaped.value is not None else None

    def yaml_file(self, path: str, shape: type[ShapeT], files: list[str]) -> Shaped[ShapeT]:
        """A YAML file as a shape; without a value when it cannot be read."""
        nothing: Shaped[ShapeT] = Shaped(None, Positions(Scalar("", Location(path))), (), frozenset())
        if path not in files:
            self.problems.append(SETTINGS_MISSING.at(Location(path), path=path))
            return nothing
        shaped, text, problems = read_data_file(self.sources.read(path), shape)
        self.problems += problems
        if shaped is not None and shaped.value is not None:
            self.data_files.append(DataFile(path, shaped.value, shaped.at, text))
        return shaped or nothing

    def references(self, path: str, files: list[str]) -> Mapping[str, Mapping[str, Any]] | None:
        """The bibliography by key, or None when it cannot be read."""
        if path not in files:
            return {}
        text, problems = decode(self.sources.read(path))
        self.problems += problems
        if text is None:
            return None
        found, problems = read_references(text, path)
        self.problems += problems
        return found

    def page(self, path: str) -> Page | None:
        """A page that is not a module."""
        document, problems = read_document(self.sources.read(path), recover_keys=tuple(PageMatter.model_fields))
        self.problems += problems
        if document is None:
            return None
        shaped = self.page_matter(document)
        segments = self.segments(document)
        for block in segments:
            if isinstance(block, blocks.Block) and block.name:
                advice = msg("Write it as ordinary text, or move it to a module.")
                place = msg("on a page that is not a module")
                self.problems.append(BLOCK_MISPLACED.at(block.where, name=block.name, place=place, advice=advice))
        prose = self.prose(document.body, Location(path, document.body_line), {})
        if shaped is None or shaped.value is None:
            return None
        return Page(path, _name(path), shaped.value, prose, shaped.at, document.text)

    def page_matter(self, document: Document) -> Shaped[PageMatter] | None:
        """The front matter of a page."""
        if document.matter is None:
            return None
        shaped = read_shape(PageMatter, document.matter, keys_at=Location(document.path))
        self.problems += shaped.problems
        return shaped

    def page_names(self, files: list[str]) -> None:
        """Report names that the site uses itself, or that make no good address."""
        for path in filter(_PAGE.fullmatch, files):
            name = _name(path)
            is_fit = re.fullmatch(SLUG, name) or file_rules.name_fault(name)
            if not is_fit or name in RESERVED_PAGES:
                self.problems.append(PAGE_NAME.at(Location(path), name=name, reserved=", ".join(RESERVED_PAGES)))

    def module(self, path: str, files: list[str]) -> Module | None:
        """A module, with neutral values where its front matter could not be understood."""
        source = self.sources.read(path)
        document, problems = read_document(source, recover_keys=tuple(FrontMatter.model_fields))
        self.problems += problems
        if document is None:
            return None
        if document.matter is None:
            self.body(document, {})
            return None
        name = _name(path)
        neutral = {**NEUTRAL, "id": name} if re.fullmatch(SLUG, name) else NEUTRAL
        shaped = read_shape(FrontMatter, document.matter, neutral, Location(path))
        self.problems += shaped.problems
        if shaped.value is None:
            return None
        before = len(self.problems)
        definitions = source_targets(use.key for use in shaped.value.sources)
        parts, is_sound = self.body(document, definitions)
        misread = not is_sound or any(problem.code != blocks.BLOCK_UNCLOSED.code for problem in self.problems[before:])
        beside = (name for name in self.beside(path, files) if self.sizes[name] <= file_rules.MOST_READ)
        own = [source, *(self.sources.read(name) for name in beside)]
        return Module(
            path,
            shaped.value,
            parts,
            shaped.at,
            files_digest(own),
            document.text,
            shaped.broken | ({"body"} if misread else frozenset()),
        )

    def beside(self, path: str, files: list[str]) -> Iterator[str]:
        """The files in the folder that has a module's name. `files` are sorted."""
        folder = path.removesuffix(".md") + "/"
        return takewhile(lambda name: name.startswith(folder), islice(files, bisect_left(files, folder), None))

    def segments(self, document: Document) -> tuple[blocks.Segment, ...]:
        """The segments of a body, once it is known where it is too much to be parsed."""
        where = Location(document.path, document.body_line)
        self.excesses = tuple(excesses(document.body, where))
        self.problems += (excess.problem for excess in self.excesses)
        if any(excess.is_of_all for excess in self.excesses):
            return ()
        segments, problems = blocks.read_blocks(document.body, document.path, document.body_line)
        self.problems += problems
        return segments

    def prose(self, text: str, where: Location, definitions: Mapping[str, str]) -> Prose:
        """A stretch of Markdown, parsed unless it is too much."""
        self.place = where
        last_line = where.line + text.count("\n")
        if any(excess.touches(where.line, last_line) for excess in self.excesses):
            return Prose(text, where, Tree())
        try:
            return Prose(text, where, self.markdown.read(text, definitions))
        except RecursionError:
            self.problems.append(limits.TOO_DEEP.at(where))
            self.markdown = MarkdownReader()
            return Prose(text, where, Tree())

    def body(self, document: Document, definitions: Mapping[str, str]) -> tuple[tuple[BodyPart, ...], bool]:
        """The body's segments as activities, notes, boxes and prose, and whether all blocks could be told apart."""
        segments = self.segments(document)
        parts: list[BodyPart] = []
        for segment in segments:
            if isinstance(segment, blocks.Block) and segment.name == "activity":
                activity = self.activity(segment, definitions)
                parts += [activity] if activity else []
            else:
                parts += self.parts(segment, definitions, inside_activity=False)
        return tuple(parts), blocks.is_sound(segments)

    def activity(self, block: blocks.Block, definitions: Mapping[str, str]) -> Activity | None:
        parts = [part for child in block.children for part in self.parts(child, definitions, inside_activity=True)]
        if not block.title:
            self.problems.append(BLOCK_TITLE.at(block.where, name=block.name, what=msg("a title")))
        if block.options is None:
            return None
        shaped = read_shape(ActivityOptions, block.options, keys_at=block.where)
        self.problems += shaped.problems
        if shaped.value is None:
            return None
        return Activity(shaped.value, block.title, tuple(parts), block.where, shaped.at)

    def parts(self, segment: blocks.Segment, definitions: Mapping[str, str], *, inside_activity: bool) -> list[Part]:
        """A segment that is not an activity, as parts."""
        if isinstance(segment, blocks.Markdown):
            return [self.prose(segment.text, segment.where, definitions)]
        if segment.name not in BLOCKS:
            self.unknown_block(segment)
            return []
        if segment.name == "activity":
            advice = msg("Close the activity above before a new one begins.")
            place = msg("inside another activity")
            self.problems.append(BLOCK_MISPLACED.at(segment.where, name=segment.name, place=place, advice=advice))
            return []
        if segment.name in ("format", "dilemma") and not inside_activity:
            advice = msg("Move it into the activity that it belongs to.")
            place = msg("outside an activity")
            self.problems.append(BLOCK_MISPLACED.at(segment.where, name=segment.name, place=place, advice=advice))
            return []
        return self.inner_block(segment, definitions)

    def unknown_block(self, block: blocks.Block) -> None:
        """Report a block by its name, unless its first line has been reported already, and read what is inside."""
        if block.name:
            suggestion = did_you_mean(block.name, BLOCKS)
            allowed = ", ".join(BLOCKS)
            self.problems.append(BLOCK_UNKNOWN.at(block.where, name=block.name, suggestion=suggestion, allowed=allowed))
        for child in block.children:
            if isinstance(child, blocks.Block) and child.name == "activity":
                self.activity(child, {})
            else:
                self.parts(child, {}, inside_activity=True)

    def inner_block(self, block: blocks.Block, definitions: Mapping[str, str]) -> list[Part]:
        text = self.inner_text(block)
        match block.name:
            case "facilitator":
                return [FacilitatorNote(self.prose(text.text, text.where, definitions))]
            case "dilemma":
                if not block.title:
                    self.problems.append(BLOCK_TITLE.at(block.where, name=block.name, what=msg("the id of a dilemma")))
                return [DilemmaPlace(block.title, block.title_at)] if block.title else []
            case "format" if not block.title:
                what = msg("one of the formats physical, digital and hybrid")
                self.problems.append(BLOCK_TITLE.at(block.where, name=block.name, what=what))
                return []
            case "format":
                if block.title not in tuple(Format):
                    allowed = tuple(str(form) for form in Format)
                    suggestion = did_you_mean(block.title, allowed)
                    problem = shapes.VALUE_UNKNOWN.at(
                        block.title_at,
                        value=block.title,
                        key="format",
                        suggestion=suggestion,
                        allowed=", ".join(allowed),
                    )
                    self.problems.append(problem)
                    return []
                return [FormatVariant(Format(block.title), self.prose(text.text, text.where, definitions))]
            case _:
                return [Box(block.name, block.title, self.prose(text.text, text.where, definitions))]

    def inner_text(self, block: blocks.Block) -> blocks.Markdown:
        """The Markdown of a block that may hold no other blocks."""
        for child in block.children:
            if isinstance(child, blocks.Block) and child.name:
                self.problems.append(
                    BLOCK_MISPLACED.at(
                        child.where,
                        name=child.name,
                        place=msg("inside «{name}»", name=block.name),
                        advice=msg("Close «{name}» first, with a line of slashes.", name=block.name),
                    )
                )
        texts = [child for child in block.children if isinstance(child, blocks.Markdown)]
        return texts[0] if texts else blocks.Markdown("", block.where)


def _name(path: str) -> str:
    """The name of a page's file without its ending."""
    return path.rpartition("/")[2].removesuffix(".md")
