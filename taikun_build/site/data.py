"""The data that an edition offers to other programs, below `api/`: what readers see, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from taikun_build.model import Names, Role, SourceUse, Term
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.evaluation import Evaluation, codebook
from taikun_build.site.pages import (
    DILEMMAS,
    GLOSSARY,
    Shown,
    ThemeCard,
    dilemma_anchor,
    evaluation_data,
    evaluation_page,
    guide_page,
    guide_pdf,
    module_page,
    theme_page,
    url_of,
)
from taikun_build.vocabulary import Language

INDEX = "api/index.json"
KINDS = ("modules", "dilemmas", "glossary", "references")
"""The names of the data files; `references` is CSL JSON as citation programs import it, a bare list."""
EVALUATION = "evaluation"
"""The schema of the codebooks, of which each module has one."""

_OF_A_REFERENCE = (
    *("id", "type", "genre", "title", "title-short", "container-title", "collection-title", "publisher"),
    *("publisher-place", "edition", "volume", "issue", "page", "number", "number-of-pages", "version", "medium"),
    *("author", "editor", "translator", "issued", "accessed", "event-title", "event-place", "DOI", "ISBN", "ISSN"),
    *("URL", "language"),
)
"""What of a reference is published: what a reference list may show. Notes and abstracts are the project's own."""


def data_file(kind: str) -> str:
    """Where a data file is put."""
    return f"api/{kind}.json"


def schema_file(kind: str) -> str:
    """Where the JSON Schema of a data file is put."""
    return f"api/schema/{kind}.json"


def data_files(
    cards: tuple[ThemeCard, ...],
    roles: Iterable[Role],
    glossary: Iterable[tuple[Term, tuple[ReaderModule, ...]]],
    references: Mapping[str, Mapping[str, Any]],
    shown: Shown,
) -> Mapping[str, Any]:
    """Every data file: path -> what is in it."""
    modules = tuple(module for card in cards for module in card.modules)
    contents: Mapping[str, Any] = {
        "modules": {
            **_head("modules", shown),
            "themes": [_theme(card) for card in cards],
            "roles": [{"id": role.id, "title": _names(role.title)} for role in roles],
            "modules": [_module(module) for module in modules],
        },
        "dilemmas": {
            **_head("dilemmas", shown),
            "dilemmas": [_dilemma(one, module) for module in modules for one in module.dilemmas.values()],
        },
        "glossary": {**_head("glossary", shown), "terms": [_term(term, users) for term, users in glossary]},
        "references": [_reference(references[key]) for key in sorted(_cited(modules)) if key in references],
    }
    return {data_file(kind): contents[kind] for kind in KINDS}


def codebooks(evaluations: Iterable[Evaluation], shown: Shown) -> Mapping[str, Any]:
    """The codebook of each module's evaluation forms: path -> what is in it."""
    return {
        evaluation_data(one.module.id): {**_head(EVALUATION, shown, folder="../"), **codebook(one)}
        for one in evaluations
    }


def data_index(files: Iterable[str], shown: Shown) -> Mapping[str, Any]:
    """The list of the data files, each with its schema, which has the name of the file or of its folder."""
    names = tuple(path.removeprefix("api/") for path in files)
    return {
        "schema": 1,
        "edition": _edition(shown),
        "files": [
            {"path": name, "schema": f"schema/{name.removesuffix('.json').partition('/')[0]}.json"} for name in names
        ],
    }


def _head(kind: str, shown: Shown, folder: str = "") -> Mapping[str, Any]:
    return {"$schema": f"{folder}schema/{kind}.json", "schema": 1, "edition": _edition(shown)}


def _edition(shown: Shown) -> Mapping[str, Any]:
    return {"id": shown.id, "path": shown.path, "is_draft": shown.is_draft, "date": shown.date or None}


def _theme(card: ThemeCard) -> Mapping[str, Any]:
    return {
        "id": card.theme.id,
        "letter": card.theme.letter,
        "title": card.theme.title,
        "summary": card.theme.summary,
        "url": url_of(theme_page(card.theme.id)),
        "modules": [module.id for module in card.modules],
    }


def _module(module: ReaderModule) -> Mapping[str, Any]:
    return {
        "id": module.id,
        "title": module.title,
        "summary": module.summary,
        "english": {"title": module.english.title, "summary": module.english.summary} if module.english else None,
        "version": module.version,
        "status": str(module.status),
        "theme": module.theme.id,
        "level": str(module.level),
        "format": [str(form) for form in module.formats],
        "duration": module.duration,
        "language": str(module.language),
        "audience": list(module.audience),
        "roles": [role.id for role in module.roles],
        "group_size": {"min": module.group_min, "max": module.group_max},
        "prerequisites": list(module.prerequisites),
        "learning_outcomes": [
            {"id": o.id, "text": o.text, "kind": str(o.kind), "competences": list(o.competences)}
            for o in module.outcomes
        ],
        "terms": list(module.terms),
        "dilemmas": [{"id": dilemma.id, "title": dilemma.title} for dilemma in module.dilemmas.values()],
        "sources": [_source(use) for use in module.sources],
        "contributors": [{"name": one.name, "role": one.role} for one in module.contributors],
        "licence": str(module.licence),
        "reviewed": module.reviewed,
        "url": url_of(module_page(module.id)),
        "guide": url_of(guide_page(module.id)),
        "evaluation": url_of(evaluation_page(module.id)),
        "guides": {str(form): guide_pdf(module.id, form) for form in module.formats},
    }


def _source(use: SourceUse) -> Mapping[str, Any]:
    return {"key": use.key, "valid_as_of": use.valid_as_of.isoformat() if use.valid_as_of else None}


def _dilemma(dilemma: ReaderDilemma, module: ReaderModule) -> Mapping[str, Any]:
    return {
        "id": dilemma.id,
        "module": module.id,
        "language": str(module.language),
        "title": dilemma.title,
        "situation": dilemma.situation,
        "values": list(dilemma.values),
        "perspectives": [{"role": one.role, "view": one.view} for one in dilemma.perspectives],
        "questions": list(dilemma.questions),
        "minutes": dilemma.minutes,
        "sensitivity": str(dilemma.sensitivity),
        "source": dilemma.source,
        "url": f"{url_of(DILEMMAS)}#{dilemma_anchor(module.id, dilemma.id)}",
    }


def _term(term: Term, modules: tuple[ReaderModule, ...]) -> Mapping[str, Any]:
    return {
        "id": term.id,
        "term": _names(term.term),
        "definition": term.definition,
        "modules": [module.id for module in modules],
        "url": f"{url_of(GLOSSARY)}#{term.id}",
    }


def _names(names: Names) -> Mapping[str, Any]:
    return {str(language): names.of(language) for language in Language}


def _cited(modules: tuple[ReaderModule, ...]) -> set[str]:
    """The references that the modules use, also those of their dilemmas."""
    of_dilemmas = {one.source for module in modules for one in module.dilemmas.values() if one.source}
    return of_dilemmas | {use.key for module in modules for use in module.sources}


def _reference(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: item[name] for name in _OF_A_REFERENCE if name in item}
