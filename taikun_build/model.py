"""The curriculum as typed, frozen values. Times are whole minutes; texts in front matter are plain text.

The front matter's shapes are pydantic models, so that one definition gives the reader, the messages and the JSON
Schema. What is read from a body is made of the plain dataclasses below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)
from pydantic_core import PydanticCustomError

from taikun_build.problems import Location
from taikun_build.prose import Tree
from taikun_build.vocabulary import (
    ChangeKind,
    Conformance,
    EditionStatus,
    EventStatus,
    Format,
    Language,
    Level,
    Licence,
    Method,
    OutcomeKind,
    Relation,
    Reuse,
    Sensitivity,
    SessionKind,
    SlotKind,
    Status,
)
from taikun_build.yaml_tree import Node, Scalar, offset_in_file, place_of_key, place_of_value

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
SEMVER = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$"
DIGEST = r"^sha256:[0-9a-f]{64}$"
COMMIT = r"^[0-9a-f]{40}$"
LONGEST_ID, LONGEST_TITLE = 64, 120
"""In characters."""
LONGEST_WAIT = 366
"""In days, from one part of a session to the next."""
DEVICES = ("aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
TAG = r"^edition/[a-z0-9]+(?:-[a-z0-9]+)*$"
ADDRESS = r"^https://[a-z0-9.-]+(?::[0-9]+)?/(?:[A-Za-z0-9._~-]+/)*$"
LOGO = r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(?:png|jpg)$"
CLOCK = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"


def _decimal(value: Any) -> Any:
    """Accept only plain decimal digits, not YAML 1.1's `010`, `0x1F` or `1_000`."""
    if isinstance(value, str) and not re.fullmatch(r"0|[1-9][0-9]{0,5}", value):
        raise PydanticCustomError("whole_number", "not a whole number")
    return value


def _days(value: Any) -> Any:
    """Accept only plain digits for at most a year of days."""
    if isinstance(value, str) and not (re.fullmatch(r"0|[1-9][0-9]{0,2}", value) and int(value) <= LONGEST_WAIT):
        raise PydanticCustomError("days", "not a number of days")
    return value


def _iso_date(value: Any) -> Any:
    """Accept only YYYY-MM-DD."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("iso_date", "not a date")
    return value


def _distinct(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse a list that says the same thing twice."""
    for index, value in enumerate(values):
        if value in values[:index]:
            raise PydanticCustomError("repeated", "a value is repeated", {"index": index})
    return values


_UNIQUE = Field(json_schema_extra={"uniqueItems": True})


def _free(value: str) -> str:
    """Refuse names that Windows keeps for its devices: no file can be called so there."""
    if value in DEVICES:
        raise PydanticCustomError("reserved", "a name that is taken")
    return value


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_ID), AfterValidator(_free)]
PROSE = "prose"
"""Marks the texts that are in our own words, for people to read."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
"""A line that is not for us to word: what something is called by others, a licence, a word that is talked about."""
Line = Annotated[Name, PROSE]
PlainText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), PROSE]
Count = Annotated[int, BeforeValidator(_decimal), Field(gt=0)]
Days = Annotated[int, BeforeValidator(_days)]
Day = Annotated[date, BeforeValidator(_iso_date)]
Slugs = Annotated[tuple[Slug, ...], AfterValidator(_distinct), _UNIQUE]
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
ClockTime = Annotated[str, StringConstraints(pattern=CLOCK)]
Lines = Annotated[tuple[Line, ...], Field(min_length=1)]
CompetenceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$", max_length=LONGEST_ID)]


class Shape(BaseModel):
    """What all mappings of the front matter share: frozen, and no key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def written_in(self) -> Language | None:
        """The language of its texts, if it says which; else they are in that of what it is part of."""
        return getattr(self, "language", None)


class GroupSize(Shape):
    """How many participants a session is made for."""

    min: Count
    max: Count


class Outcome(Shape):
    """What a participant knows or can do afterwards. `parallel` says the same in the other written Norwegian language:
    an evaluation form must exist in both.
    """

    id: Slug
    text: Line
    parallel: Line | None = None
    kind: OutcomeKind
    competences: tuple[CompetenceId, ...] = ()


class Preparation(Shape):
    """The facilitator's checklist."""

    before: Lines
    during: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()


class Equipment(Shape):
    """What must be at hand, for each format."""

    physical: tuple[Line, ...] = ()
    digital: tuple[Line, ...] = ()
    hybrid: tuple[Line, ...] = ()

    def for_format(self, form: Format) -> tuple[str, ...]:
        """The list for one format."""
        return {Format.PHYSICAL: self.physical, Format.DIGITAL: self.digital, Format.HYBRID: self.hybrid}[form]


class FacilitatorNotes(Shape):
    """What only the facilitator reads."""

    overview: PlainText
    preparation: Preparation
    equipment: Equipment
    pitfalls: Lines
    plan_b: PlainText


class Perspective(Shape):
    """How one of those concerned sees a dilemma."""

    role: Line
    view: Line


class Dilemma(Shape):
    """A situation in which values pull in different directions. It has no answer key. It is printed on a card, so that
    each text has a longest length.
    """

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=90)]
    situation: Annotated[PlainText, StringConstraints(max_length=1000)]
    values: Annotated[tuple[Annotated[Line, StringConstraints(max_length=60)], ...], Field(min_length=2, max_length=4)]
    perspectives: Annotated[tuple[Perspective, ...], Field(min_length=2)]
    questions: Annotated[
        tuple[Annotated[Line, StringConstraints(max_length=240)], ...], Field(min_length=3, max_length=5)
    ]
    facilitator_hint: PlainText
    minutes: Count
    sensitivity: Sensitivity
    source: Slug | None = None


class SourceUse(Shape):
    """A reference that the module leans on; for law, the day on which the statement was checked."""

    key: Slug
    valid_as_of: Day | None = None
    reuse: Reuse = Reuse.CITE


class Contributor(Shape):
    """Who had a part in the module, and which."""

    name: Name
    role: Line


class Change(Shape):
    """Why the content differs from the edition before."""

    version: Annotated[str, StringConstraints(pattern=SEMVER)]
    kind: ChangeKind
    what: PlainText
    why: PlainText
    trigger: Line


class EnglishModule(Shape):
    """A module in English: what it is called, and what it is about."""

    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)]
    summary: Annotated[Line, StringConstraints(max_length=300)]


def _key_alone(value: Any) -> Any:
    """Let a source be written as its key alone."""
    return {"key": value} if isinstance(value, str) else value


class FrontMatter(Shape):
    """The front matter of a module, as an author writes it."""

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)]
    summary: Annotated[Line, StringConstraints(max_length=300)]
    version: Annotated[str, StringConstraints(pattern=SEMVER)]
    status: Status
    theme: Slug
    level: Level
    format: Annotated[tuple[Format, ...], Field(min_length=1), AfterValidator(_distinct), _UNIQUE]
    duration: Count
    language: Language
    audience: Lines
    roles: Slugs = ()
    group_size: GroupSize
    prerequisites: Slugs
    learning_outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    facilitator_notes: FacilitatorNotes
    dilemmas: tuple[Dilemma, ...]
    sources: tuple[Annotated[SourceUse, BeforeValidator(_key_alone, json_schema_input_type=Slug | SourceUse)], ...]
    terms: Slugs = ()
    reviewed: Day
    review_by: Day
    contributors: Annotated[tuple[Contributor, ...], Field(min_length=1)]
    licence: Licence
    changes: tuple[Change, ...]
    english: EnglishModule | None = None


Glance = Annotated[Line, StringConstraints(max_length=240)]
"""A line short enough to be read at a glance by somebody who stands in front of people."""


class ActivityOptions(Shape):
    """The options under the header line of an `activity` block.

    `facilitator`, `equipment` and `plan_b` are for the one who leads; `participants` is for all.
    """

    id: Slug
    minutes: Count
    method: Method
    purpose: Line
    outcomes: Slugs
    facilitator: Glance | None = None
    participants: Glance | None = None
    equipment: Equipment = Equipment()
    plan_b: Glance | None = None

    def for_readers(self) -> ActivityOptions:
        """The same without what is for the one who leads."""
        return self.model_copy(update={"facilitator": None, "equipment": Equipment(), "plan_b": None})


class Theme(Shape):
    """A theme of the curriculum; its letter is the one in the grant application."""

    id: Slug
    letter: Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
    title: Line
    summary: Line


def _bokmal_alone(value: Any) -> Any:
    """Let a name that is the same in both Norwegian languages be written alone."""
    return {"nb": value} if isinstance(value, str) else value


class Names(Shape):
    """What something is called. In nynorsk it is called as in bokmål when nothing else is said."""

    nb: Line
    nn: Line | None = None
    se: Line | None = None
    en: Line | None = None

    def of(self, language: Language) -> str | None:
        """The name in a language."""
        return {Language.NB: self.nb, Language.NN: self.nn or self.nb, Language.SE: self.se, Language.EN: self.en}[
            language
        ]

    def shown_in(self, language: Language) -> str:
        """The name to show in a language: that in bokmål where there is none."""
        return self.of(language) or self.nb


InLanguages = Annotated[Names, BeforeValidator(_bokmal_alone, json_schema_input_type=Line | Names)]


class Role(Shape):
    """What somebody in a library works with. Modules name those to whom they are the most useful."""

    id: Slug
    title: InLanguages


class Wording(Shape):
    """A word that the curriculum avoids, the one to use, and phrases such as names in which it may stand."""

    avoid: Name
    use: Name
    exceptions: Annotated[tuple[Name, ...], Field(alias="except")] = ()
    languages: tuple[Language, ...] = (Language.NB, Language.NN)


SameWords = Annotated[tuple[Name, ...], Field(min_length=2), AfterValidator(_distinct), _UNIQUE]
"""Words that the search takes for one another."""


class EnglishSettings(Shape):
    """The whole curriculum in English, for those who do not read Norwegian."""

    tagline: Line
    description: PlainText

    @property
    def written_in(self) -> Language:
        """English, whatever the curriculum is written in."""
        return Language.EN


class CurriculumSettings(Shape):
    """`curriculum.yml`: what is true for the whole curriculum."""

    schema_version: Annotated[Count, Field(alias="schema")]
    title: Line
    tagline: Line
    description: PlainText
    owner: Name
    licence: Licence
    language: Language
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    roles: tuple[Role, ...] = ()
    address: Annotated[str, StringConstraints(pattern=ADDRESS)] | None = None
    accessibility_statement: Address | None = None
    english: EnglishSettings | None = None
    wording: tuple[Wording, ...] = ()
    search: tuple[SameWords, ...] = ()


class Term(Shape):
    """A word that the modules explain. `forms` are inflected forms that do not begin with the word's stem."""

    id: Slug
    term: InLanguages
    forms: tuple[Name, ...] = ()
    definition: PlainText


class GlossaryFile(Shape):
    """`glossary.yml`."""

    terms: tuple[Term, ...]


class Resource(Shape):
    """Something elsewhere that readers of the curriculum should know of.

    `licence` is an SPDX id or words, or `unknown`. `checked` is the day on which somebody last opened the address;
    without it nobody has, and the site says so.
    """

    id: Slug
    title: Annotated[Name, StringConstraints(max_length=LONGEST_TITLE)]
    url: Address
    owner: Name
    summary: PlainText
    language: Language
    relation: Relation
    licence: Name
    checked: Day | None = None
    themes: Slugs = ()
    modules: Slugs = ()

    @property
    def written_in(self) -> None:
        """Not said: `language` is that of the resource itself, not of what we write about it."""
        return


class ResourcesFile(Shape):
    """`resources.yml`."""

    resources: tuple[Resource, ...]


class Event(Shape):
    """A day or several on which people meet. The clock times, HH:MM, are Norwegian; see `SessionMatter` on their form.

    `start` is on the first day, `end` on the last, which is the same when `last_day` is not given.
    """

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)]
    summary: Annotated[Line, StringConstraints(max_length=300)]
    language: Language
    status: EventStatus
    date: Day
    start: ClockTime
    end: ClockTime
    last_day: Day | None = None
    format: Format
    place: Name | None = None
    link: Address | None = None
    organiser: Name
    registration: Address | None = None
    session: Slug | None = None
    modules: Slugs = ()

    @property
    def begins(self) -> datetime:
        """When it begins, by the clocks in Norway."""
        return datetime.combine(self.date, time.fromisoformat(self.start))

    @property
    def ends(self) -> datetime:
        """When it is over, by the clocks in Norway."""
        return datetime.combine(self.last_day or self.date, time.fromisoformat(self.end))


class EventsFile(Shape):
    """`events.yml`."""

    events: tuple[Event, ...]


class Axis(Shape):
    """Something uncertain, between two ends."""

    name: Line
    question: Line
    low: Line
    high: Line


class Future(Shape):
    """What it is like where two ends meet."""

    name: Line
    story: PlainText
    signs: Annotated[tuple[Line, ...], Field(min_length=2)]
    questions: Annotated[tuple[Line, ...], Field(min_length=2)]


class FourFutures(Shape):
    """One future for each corner: the end of the horizontal axis first, that of the vertical axis second."""

    low_high: Future
    high_high: Future
    low_low: Future
    high_low: Future


class Step(Shape):
    """What a group does next, and how many minutes it takes."""

    title: Line
    minutes: Count
    text: Line


class FuturesFile(Shape):
    """`futures.yml`: two axes that cross each other, the four futures between them, and how a group works with them.

    `horizon` is the year that the group imagines. `origin` tells what is taken from the source and what is our own.
    """

    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)]
    summary: Annotated[Line, StringConstraints(max_length=300)]
    language: Language
    horizon: Count
    source: Slug
    origin: PlainText
    horizontal: Axis
    vertical: Axis
    futures: FourFutures
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class HandTest(Shape):
    """What a person has tried, and on which day."""

    date: Day
    text: Line


class Evidence(Shape):
    """How one success criterion of WCAG is tested. `tests` are those of the program that must pass each time.

    `result` is what came out of it; without it the criterion counts as not tested.
    """

    criterion: Annotated[str, StringConstraints(pattern=r"^[1-4]\.[1-9]\.[1-9][0-9]?$")]
    automated: Line | None = None
    tests: tuple[Name, ...] = ()
    by_hand: HandTest | None = None
    remark: Line | None = None
    result: Conformance | None = None


class AccessibilityFile(Shape):
    """`accessibility.yml`: what is known of the site's accessibility. `feedback` says where a reader reports faults."""

    language: Language
    summary: Annotated[Line, StringConstraints(max_length=300)]
    introduction: PlainText
    feedback: PlainText
    criteria: tuple[Evidence, ...]


class Competence(Shape):
    """One competence of a framework."""

    id: CompetenceId
    name: Name


class PageMatter(Shape):
    """The front matter of a page that is not a module."""

    title: Line
    summary: Annotated[Line, StringConstraints(max_length=300)]
    language: Language


class Framework(Shape):
    """A competence framework that outcomes can be mapped to. Only verified entries are listed."""

    id: Slug
    title: Name
    publisher: Name
    year: Count
    note: PlainText
    competences: Annotated[tuple[Competence, ...], Field(min_length=1)]


class ModuleSlot(Shape):
    """A module as a part of a session. Its activities say how many minutes it takes."""

    module: Slug


class OwnSlot(Shape):
    """A part of a session that is no module: a welcome, a break, lunch."""

    title: Line
    minutes: Count
    kind: SlotKind


class PartSlot(Shape):
    """Where a part of the session begins that is held by itself. `start` and `end` are clock times, see
    `SessionMatter`; `days_later` counts from the part before."""

    part: Line
    start: ClockTime
    end: ClockTime | None = None
    days_later: Days = 0


SLOTS = (ModuleSlot.__name__, OwnSlot.__name__, PartSlot.__name__)
"""The names that pydantic puts into the path of what it finds wrong with a slot; no key is called so."""


def _slot_shape(value: Any) -> str:
    """The name of the shape that an entry of a programme has, or was meant to have."""
    if isinstance(value, Shape):
        return type(value).__name__
    keys = set(value) if isinstance(value, dict) else set()
    telling = (
        (ModuleSlot, {"module"}),
        (PartSlot, {"part"}),
        (OwnSlot, OwnSlot.model_fields.keys()),
        (PartSlot, PartSlot.model_fields.keys()),
    )
    return next((shape.__name__ for shape, own in telling if keys & own), ModuleSlot.__name__)


Slot = Annotated[
    Annotated[ModuleSlot, Tag(ModuleSlot.__name__)]
    | Annotated[OwnSlot, Tag(OwnSlot.__name__)]
    | Annotated[PartSlot, Tag(PartSlot.__name__)],
    Discriminator(_slot_shape),
]


class BreakRule(Shape):
    """After how many minutes without a break there is one at the latest, and how long it is."""

    after: Count
    minutes: Count


class LunchRule(Shape):
    """When lunch is at the earliest, and how long it is."""

    earliest: ClockTime
    minutes: Count


class SessionMatter(Shape):
    """A session as `curriculum/sessions/<id>.yml` tells of it: a course day or a gathering, hour by hour.

    `start` is a clock time, HH:MM, kept as text: YAML 1.1 would read 12:30 as the number 750. `end` is when the first
    part must be over; `breaks` and `lunch` say how rests are put in that the programme does not name.
    """

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)]
    summary: Annotated[Line, StringConstraints(max_length=300)]
    language: Language
    kind: SessionKind
    format: Format
    start: ClockTime
    end: ClockTime | None = None
    breaks: BreakRule | None = None
    lunch: LunchRule | None = None
    programme: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=100)]
    place: Name | None = None
    link: Address | None = None
    group: Line | None = None


class PathStep(Shape):
    """A module as a step of a learning path, and why it comes there."""

    module: Slug
    why: Annotated[Line, StringConstraints(max_length=300)]


class LearningPathMatter(Shape):
    """A learning path as `curriculum/paths/<id>.yml` tells of it: modules in an order in which each builds on those
    before it.
    """

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)]
    summary: Annotated[Line, StringConstraints(max_length=300)]
    language: Language
    audience: Annotated[tuple[Line, ...], Field(min_length=1)]
    steps: Annotated[tuple[PathStep, ...], Field(min_length=2)]


class Tool(Shape):
    """An AI tool that an institution has approved, for what, and for what not."""

    name: Name
    use: Line
    not_for: Line | None = None


class Guideline(Shape):
    """Something that holds where the participants work, and where it can be read."""

    title: Line
    text: Line | None = None
    url: Address | None = None


class Institution(Shape):
    """`institutions/<id>.yml`: what a library adds to guides, sheets and slides of its own. `logo` lies beside it."""

    id: Slug
    name: Name
    language: Language
    contact: PlainText
    tools: tuple[Tool, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    logo: Annotated[str, StringConstraints(pattern=LOGO)] | None = None


class FrozenModule(Shape):
    """A module as an edition holds it."""

    id: Slug
    version: Annotated[str, StringConstraints(pattern=SEMVER)]
    digest: Annotated[str, StringConstraints(pattern=DIGEST)]


class Edition(Shape):
    """The manifest of an edition: what is in it, and how it is found again."""

    id: Slug
    title: Line
    number: Count
    path: Slug
    status: EditionStatus
    tag: Annotated[str, StringConstraints(pattern=TAG)]
    commit: Annotated[str, StringConstraints(pattern=COMMIT)] | None = None
    digest: Annotated[str, StringConstraints(pattern=DIGEST)] | None = None
    date: Day | None = None
    doi: Line | None = None
    previous: Slug | None = None
    planned_for: Line | None = None
    modules: tuple[FrozenModule, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each field of some YAML stands, by its path of keys and list indices. A path that leads to nothing gives
    the place of the nearest thing around it that was written."""

    tree: Node

    def __call__(self, *path: str | int) -> Location:
        """The place of a field's value when that is a text, else of its key."""
        return place_of_value(self.tree, path)

    def key(self, *path: str | int) -> Location:
        """The place of a field's key."""
        return place_of_key(self.tree, path)

    def within(self, offset: int, value: str, text: str, *path: str | int) -> Location:
        """The place of a character of a field's value in the text of the file."""
        where = self(*path)
        return Location.of(offset_in_file(text, where, value, offset), text, where.path)


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of ordinary Markdown, where it begins, and what it holds."""

    markdown: str
    where: Location
    tree: Tree

    def location(self, offset: int) -> Location:
        """The place of a character of the Markdown in its file."""
        if offset < 0:
            return self.where
        before = self.markdown[:offset]
        column = offset - (before.rfind("\n") + 1) + 1
        return Location(self.where.path, self.where.line + before.count("\n"), column)


@dataclass(frozen=True, slots=True)
class FormatVariant:
    """How an activity is done in one format."""

    form: Format
    prose: Prose


@dataclass(frozen=True, slots=True)
class FacilitatorNote:
    """A note at the point where the facilitator needs it; never part of a reader's page."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class DilemmaPlace:
    """The place where a dilemma of the front matter is used."""

    dilemma: str
    where: Location


@dataclass(frozen=True, slots=True)
class Box:
    """A framed stretch of text: `reflection`, `example` or `key-points`."""

    kind: str
    title: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class Activity:
    """A timed step of the session and all that belongs to it."""

    options: ActivityOptions
    title: str
    parts: tuple[Part, ...]
    where: Location
    at: Positions


Part = Prose | FormatVariant | FacilitatorNote | DilemmaPlace | Box
BodyPart = Part | Activity


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its front matter, its body, where everything stands, and the whole file as text.

    `broken` names the keys that could not be understood (and `body`): they hold neutral values, have been reported,
    and no rule that leans on them is run.
    """

    path: str
    meta: FrontMatter
    body: tuple[BodyPart, ...]
    at: Positions
    digest: str
    text: str
    broken: frozenset[str] = frozenset()

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The timed steps in order."""
        return tuple(part for part in self.body if isinstance(part, Activity))

    def proses(self) -> Iterator[Prose]:
        """Every stretch of Markdown in reading order, the facilitator's included."""
        return (prose for part in self.parts() if (prose := prose_of(part)) is not None)

    def parts(self) -> Iterator[Part]:
        """Every part of the body in reading order, those inside activities included."""
        for part in self.body:
            if isinstance(part, Activity):
                yield from part.parts
            else:
                yield part


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the curriculum that is not a module, such as «About»."""

    path: str
    id: str
    meta: PageMatter
    prose: Prose
    at: Positions
    text: str

    def proses(self) -> Iterator[Prose]:
        """Its one stretch of Markdown."""
        yield self.prose


@dataclass(frozen=True, slots=True)
class DataFile:
    """A YAML file of the curriculum: what it says, where each field stands, and the whole file as text."""

    path: str
    meta: Shape
    at: Positions
    text: str


Written = Module | Page | DataFile
"""A file in which authors write texts for people to read."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words that the modules explain, and where each stands in its file."""

    terms: tuple[Term, ...]
    at: Positions

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    @property
    def by_id(self) -> Mapping[str, Term]:
        """Every term by its id."""
        return {term.id: term for term in self.terms}


NO_GLOSSARY = Glossary((), Positions(Scalar("", Location("curriculum/glossary.yml"))))


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources elsewhere, and where each stands in its file."""

    items: tuple[Resource, ...]
    at: Positions

    def __iter__(self) -> Iterator[Resource]:
        return iter(self.items)


NO_RESOURCES = Resources((), Positions(Scalar("", Location("curriculum/resources.yml"))))


@dataclass(frozen=True, slots=True)
class Events:
    """The events that are announced, and where each stands in its file."""

    items: tuple[Event, ...]
    at: Positions

    def __iter__(self) -> Iterator[Event]:
        return iter(self.items)


NO_EVENTS = Events((), Positions(Scalar("", Location("curriculum/events.yml"))))


@dataclass(frozen=True, slots=True)
class Futures:
    """The scenario axes, and where everything stands in their file."""

    meta: FuturesFile
    at: Positions


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What is known of the site's accessibility, and where everything stands in its file."""

    meta: AccessibilityFile
    at: Positions


@dataclass(frozen=True, slots=True)
class Session:
    """A session, its file and where everything stands in it."""

    path: str
    meta: SessionMatter
    at: Positions


@dataclass(frozen=True, slots=True)
class LearningPath:
    """A learning path, its file and where everything stands in it."""

    path: str
    meta: LearningPathMatter
    at: Positions


@dataclass(frozen=True, slots=True)
class Curriculum:
    """All that was read and understood; modules are sorted by theme, level and path, the rest by path.

    `at` says where each field of `curriculum.yml` stands. `data_files` are the YAML files that the rest was read from,
    as texts. `unread` names the files that could not be read. They have been reported, and nothing that leans on them
    is.
    """

    settings: CurriculumSettings
    at: Positions
    modules: tuple[Module, ...]
    pages: tuple[Page, ...]
    frameworks: tuple[Framework, ...]
    references: Mapping[str, Mapping[str, Any]]
    files: frozenset[str]
    unread: frozenset[str] = frozenset()
    glossary: Glossary = NO_GLOSSARY
    sessions: tuple[Session, ...] = ()
    resources: Resources = NO_RESOURCES
    events: Events = NO_EVENTS
    futures: Futures | None = None
    accessibility: Accessibility | None = None
    learning_paths: tuple[LearningPath, ...] = ()
    data_files: tuple[DataFile, ...] = ()

    @property
    def competences(self) -> Mapping[str, Competence]:
        """Every known competence by id."""
        return {known.id: known for framework in self.frameworks for known in framework.competences}

    def theme(self, theme_id: str) -> Theme | None:
        """The theme with this id, if there is one."""
        return next((theme for theme in self.settings.themes if theme.id == theme_id), None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may know besides the content: today's date (None where time must not matter) and the editions."""

    today: date | None = None
    editions: tuple[Edition, ...] = ()


def version_order(version: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts versions as SemVer does: 1.9.0 comes before 1.10.0.

    Numbers are compared as digits, by length first: they have no leading zeros, and may be longer than `int` reads.
    """
    return tuple((len(number), number) for number in version.split("."))


def prose_of(part: Part) -> Prose | None:
    """The Markdown of a part, if it has any."""
    match part:
        case Prose():
            return part
        case FormatVariant() | FacilitatorNote() | Box():
            return part.prose
        case DilemmaPlace():
            return None
