"""The closed lists of the curriculum. Values are English; what people read comes from the catalogue."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from taikun_build.problems import Text, msg


class Labelled(StrEnum):
    """A closed list whose values carry their label, and where it helps, a one-paragraph description."""

    label: Text
    description: Text

    def __new__(cls, value: str, label: Text | None = None, description: Text | None = None) -> Self:
        """Make a member from its value, its label and its description."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or msg(value)
        member.description = description or member.label
        return member


class Level(Labelled):
    """How demanding a module is."""

    @property
    def rank(self) -> int:
        """0 for the least demanding."""
        return list(type(self)).index(self)

    BASIC = "basic", msg("Basic")
    INTERMEDIATE = "intermediate", msg("Intermediate")
    ADVANCED = "advanced", msg("Advanced")


class Format(Labelled):
    """How a session is held."""

    PHYSICAL = "physical", msg("Physical")
    DIGITAL = "digital", msg("Digital")
    HYBRID = "hybrid", msg("Hybrid")


class Language(Labelled):
    """The language a module is written in (BCP 47)."""

    NB = "nb", msg("Norwegian (bokmål)")
    NN = "nn", msg("Norwegian (nynorsk)")
    SE = "se", msg("Northern Sámi")
    EN = "en", msg("English")


class Status(Labelled):
    """How far a module has come. A draft never reaches an edition."""

    DRAFT = "draft", msg("Draft")
    PILOT = "pilot", msg("Ready for piloting")
    PUBLISHED = "published", msg("Published")
    RETIRED = "retired", msg("Retired")


class OutcomeKind(Labelled):
    """The three categories of learning outcomes in the Norwegian qualifications framework."""

    KNOWLEDGE = "knowledge", msg("Knowledge")
    SKILLS = "skills", msg("Skills")
    GENERAL_COMPETENCE = "general_competence", msg("General competence")


class Conformance(Labelled):
    """What came of testing a success criterion."""

    PASSED = "passed", msg("No fault found")
    FAILED = "failed", msg("Fault found")
    NOT_RELEVANT = "not_relevant", msg("Not relevant")


class Sensitivity(Labelled):
    """How close to the bone a dilemma may come."""

    LOW = "low", msg("Low sensitivity")
    MEDIUM = "medium", msg("Some sensitivity")
    HIGH = "high", msg("High sensitivity")


class ChangeKind(Labelled):
    """What sort of change an edition's entry describes."""

    CORRECTION = "correction", msg("A mistake was mended")
    CONTENT = "content", msg("The content is new or different")
    METHOD = "method", msg("It is worked through in another way")
    LAW = "law", msg("Law or regulations have changed")
    TOOL = "tool", msg("A tool has changed")


class Licence(Labelled):
    """The licences that texts may be published under here, by their SPDX ids."""

    CC_BY = "CC-BY-4.0", msg("free to use and adapt for those who credit it")
    CC_BY_SA = "CC-BY-SA-4.0", msg("free to use and adapt for those who credit it and share alike")
    CC0 = "CC0-1.0", msg("free of all conditions")


class Reuse(Labelled):
    """What a module does with a source's text: refers to it, quotes from it, or builds on it."""

    CITE = "cite", msg("Referred to")
    QUOTE = "quote", msg("Quoted")
    ADAPT = "adapt", msg("Adapted")


class EditionStatus(Labelled):
    """Where an edition is in its life."""

    PLANNED = "planned", msg("Planned")
    CANDIDATE = "candidate", msg("Candidate")
    PUBLISHED = "published", msg("Published edition")
    WITHDRAWN = "withdrawn", msg("Withdrawn")


class SessionKind(Labelled):
    """What sort of day a session is."""

    COURSE = "course", msg("Course")
    SAMLING = "samling", msg("Gathering")


class SlotKind(Labelled):
    """What a part of a session that is no module is there for."""

    WELCOME = "welcome", msg("Welcome")
    ROUND = "round", msg("Round")
    WORK = "work", msg("Own work")
    BREAK = "break", msg("Break")
    LUNCH = "lunch", msg("Lunch")
    BUFFER = "buffer", msg("Spare time")
    CLOSING = "closing", msg("Closing")

    @property
    def is_rest(self) -> bool:
        """Whether nothing is done but rest."""
        return self in (SlotKind.BREAK, SlotKind.LUNCH)


class Relation(Labelled):
    """What a resource elsewhere is to TAIKun."""

    BUILDS_ON = "builds-on", msg("TAIKun builds on it")
    SUPPLEMENTS = "supplements", msg("Goes further than TAIKun")
    OVERLAPS = "overlaps", msg("Covers some of the same")
    COORDINATES = "coordinates", msg("TAIKun coordinates with it")


class EventStatus(Labelled):
    """Whether an event will take place."""

    PLANNED = "planned", msg("Planned")
    CONFIRMED = "confirmed", msg("Confirmed")
    CANCELLED = "cancelled", msg("Cancelled")


class Method(Labelled):
    """How an activity is worked through in the room."""

    CHECK_IN = (
        "check-in",
        msg("Check-in"),
        msg(
            "A short opening round in which everyone says something, so that all voices have been heard before the work"
            " begins."
        ),
    )
    PRESENTATION = (
        "presentation",
        msg("Short presentation"),
        msg(
            "The facilitator explains something briefly, with room for questions. Keep it short: what people do, they"
            " remember."
        ),
    )
    DEMONSTRATION = (
        "demonstration",
        msg("Demonstration"),
        msg("The facilitator shows how something is done on one screen that all can see, and thinks aloud on the way."),
    )
    INDIVIDUAL = (
        "individual",
        msg("Individual work"),
        msg("Each participant reads, writes or tries something alone, in silence."),
    )
    PAIRS = (
        "pairs",
        msg("Pairs"),
        msg("Two and two talk or solve a task together. Both get to speak, and nobody can hide."),
    )
    GROUPS = (
        "groups",
        msg("Groups"),
        msg("Three to six participants work together. Agree on who keeps time and who notes what you arrive at."),
    )
    PLENARY = (
        "plenary",
        msg("Plenary"),
        msg("All talk together. Short and bound to what the groups have done: one point from each, then on."),
    )
    IGP = (
        "igp",
        msg("Individual – group – plenary"),
        msg(
            "First think and write alone, then share in the group, then in plenary. The silent minutes let all prepare"
            " a contribution."
        ),
    )
    ONE_TWO_FOUR_ALL = (
        "1-2-4-all",
        msg("1-2-4-all"),
        msg(
            "One minute alone, two minutes in pairs, four minutes in fours, and then the best points with everyone."
            " Twelve minutes in all."
        ),
    )
    STATIONS = (
        "stations",
        msg("Stations"),
        msg(
            "Small groups move between tables or shared documents, each with its own task, and build on what the former"
            " group left."
        ),
    )
    ROLE_PLAY = (
        "role-play",
        msg("Role play"),
        msg("Two or three play a situation from work while others observe. Stop, change roles and try again."),
    )
    FISHBOWL = (
        "fishbowl",
        msg("Fishbowl"),
        msg(
            "A small circle talks while the others sit around and listen. Those who want to speak take an empty chair"
            " in the middle."
        ),
    )
    DILEMMA = (
        "dilemma",
        msg("Dilemma discussion"),
        msg(
            "The group talks through a situation in which values pull in different directions. There is no answer key;"
            " the reasons are what matters."
        ),
    )
    SCENARIO_AXES = (
        "scenario-axes",
        msg("Scenario axes"),
        msg(
            "Two uncertain developments are crossed and give four futures. The group describes each and asks what it"
            " would mean for them."
        ),
    )
    CHECK_OUT = (
        "check-out",
        msg("Check-out"),
        msg("A short closing round: what each one takes along, and what is still unclear."),
    )
    BREAK = (
        "break",
        msg("Break"),
        msg("A break away from table and screen. It is part of the plan and must not be eaten up."),
    )
