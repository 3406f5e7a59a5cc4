"""What each audience may see. A reader's page is made from values that hold no facilitator text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from taikun_build.model import (
    Activity,
    BodyPart,
    Change,
    Contributor,
    EnglishModule,
    FacilitatorNote,
    FrontMatter,
    Module,
    Outcome,
    Perspective,
    Positions,
    Role,
    SourceUse,
    Theme,
)
from taikun_build.vocabulary import Format, Language, Level, Licence, Sensitivity, Status
from taikun_build.yaml_tree import Scalar


@dataclass(frozen=True, slots=True)
class ReaderDilemma:
    """A dilemma without the facilitator's hint."""

    id: str
    title: str
    situation: str
    values: tuple[str, ...]
    perspectives: tuple[Perspective, ...]
    questions: tuple[str, ...]
    minutes: int
    sensitivity: Sensitivity
    source: str | None


@dataclass(frozen=True, slots=True)
class ReaderModule:
    """A module as a reader meets it: no field and no part of the body is for the facilitator alone."""

    path: str
    id: str
    title: str
    summary: str
    version: str
    status: Status
    theme: Theme
    level: Level
    formats: tuple[Format, ...]
    duration: int
    language: Language
    audience: tuple[str, ...]
    roles: tuple[Role, ...]
    group_min: int
    group_max: int
    prerequisites: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    dilemmas: Mapping[str, ReaderDilemma]
    sources: tuple[SourceUse, ...]
    terms: tuple[str, ...]
    reviewed: str
    review_by: str
    licence: Licence
    contributors: tuple[Contributor, ...]
    changes: tuple[Change, ...]
    english: EnglishModule | None
    body: tuple[BodyPart, ...]


def for_readers(module: Module, theme: Theme, roles: Iterable[Role]) -> ReaderModule:
    """The reader's part of a module. Of the curriculum's roles it keeps those that the module names."""
    meta = module.meta
    return ReaderModule(
        path=module.path,
        id=meta.id,
        title=meta.title,
        summary=meta.summary,
        version=meta.version,
        status=meta.status,
        theme=theme,
        level=meta.level,
        formats=meta.format,
        duration=meta.duration,
        language=meta.language,
        audience=meta.audience,
        roles=tuple(role for role in roles if role.id in meta.roles),
        group_min=meta.group_size.min,
        group_max=meta.group_size.max,
        prerequisites=meta.prerequisites,
        outcomes=meta.learning_outcomes,
        dilemmas=_dilemmas(meta),
        sources=meta.sources,
        terms=meta.terms,
        reviewed=meta.reviewed.isoformat(),
        review_by=meta.review_by.isoformat(),
        licence=meta.licence,
        contributors=meta.contributors,
        changes=meta.changes,
        english=meta.english,
        body=tuple(_without_notes(part) for part in module.body if not isinstance(part, FacilitatorNote)),
    )


def _dilemmas(meta: FrontMatter) -> Mapping[str, ReaderDilemma]:
    return {
        dilemma.id: ReaderDilemma(
            dilemma.id,
            dilemma.title,
            dilemma.situation,
            dilemma.values,
            dilemma.perspectives,
            dilemma.questions,
            dilemma.minutes,
            dilemma.sensitivity,
            dilemma.source,
        )
        for dilemma in meta.dilemmas
    }


def _without_notes(part: BodyPart) -> BodyPart:
    """An activity without its notes and what its options tell the facilitator; any other part as it is."""
    if not isinstance(part, Activity):
        return part
    return replace(
        part,
        options=part.options.for_readers(),
        at=Positions(Scalar("", part.where)),  # the options' own tree holds what has just been taken out
        parts=tuple(inner for inner in part.parts if not isinstance(inner, FacilitatorNote)),
    )
