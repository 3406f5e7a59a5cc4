"""JSON Schemas (draft 2020-12) of the data that an edition offers to other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.model import SEMVER, SLUG
from taikun_build.problems import Text, msg
from taikun_build.site.evaluation import LONGEST_CODE, QuestionKind
from taikun_build.vocabulary import Format, Labelled, Language, Level, OutcomeKind, Sensitivity, Status

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Json = Mapping[str, Any]


def data_schemas(address: str) -> Mapping[str, Json]:
    """The schema of each data file by the file's name. `address` is the edition's own, empty while unknown.

    A schema's `$id` must be absolute (JSON Schema Core, 8.2.1), so without the address it has none.
    """
    return {kind: _schema(kind, title, body, address) for kind, (title, body) in _BODIES.items()}


def _schema(kind: str, title: Text, body: Json, address: str) -> Json:
    identity = {"$id": f"{address}api/schema/{kind}.json"} if address else {}
    return {"$schema": DIALECT, **identity, "title": title, **body}


def _object(properties: Json, *, optional: tuple[str, ...] = ()) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(items: Json, description: Text) -> Json:
    return {"type": "array", "description": description, "items": items}


def _text(description: Text, *, can_be_null: bool = False) -> Json:
    return {"type": ["string", "null"] if can_be_null else "string", "description": description}


def _id(description: Text) -> Json:
    return {"type": "string", "pattern": SLUG, "description": description}


def _day(description: Text) -> Json:
    return {"type": ["string", "null"], "format": "date", "description": description}


def _minutes(description: Text) -> Json:
    return {"type": "integer", "minimum": 1, "description": description}


def _one_of(values: type[Labelled], description: Text) -> Json:
    return {"enum": [str(value) for value in values], "description": description}


_LINK = {"type": "string", "format": "uri-reference", "description": msg("Relative to the edition's folder.")}
_LANGUAGE = _one_of(Language, msg("The language of the text (BCP 47)."))
_HEAD: Json = {
    "$schema": {"const": "", "description": msg("This schema.")},
    "schema": {"const": 1, "description": msg("The form of the file. It is raised when a program must be changed.")},
    "edition": {
        **_object(
            {
                "id": _id(msg("The edition's fixed name.")),
                "path": _id(msg("The edition's folder on the site.")),
                "is_draft": {"type": "boolean", "description": msg("Whether it is the working draft.")},
                "date": _day(msg("The day on which the edition was frozen; the draft has none.")),
            }
        ),
        "description": msg("The edition that the data belong to."),
    },
}


def _head(kind: str, folder: str = "") -> Json:
    return {**_HEAD, "$schema": {**_HEAD["$schema"], "const": f"{folder}schema/{kind}.json"}}


_THEME = _object(
    {
        "id": _id(msg("The theme's fixed name.")),
        "letter": {"type": "string", "pattern": "^[a-z]$", "description": msg("Its letter in the application.")},
        "title": _text(msg("The name of the theme.")),
        "summary": _text(msg("What the theme is about.")),
        "url": _LINK,
        "modules": _list({"type": "string"}, msg("The ids of its modules, in order.")),
    }
)
_ENGLISH = {
    **_object({"title": _text(msg("The title in English.")), "summary": _text(msg("The introduction in English."))}),
    "type": ["object", "null"],
    "description": msg("The module in English, if it has been described so."),
}
_OUTCOME = _object(
    {
        "id": _id(msg("The outcome's name within its module.")),
        "text": _text(msg("What a participant knows or can do afterwards.")),
        "kind": _one_of(OutcomeKind, msg("Which of the three kinds of learning outcomes it is.")),
        "competences": _list({"type": "string"}, msg("Ids of competences in the frameworks that it is mapped to.")),
    }
)
_MODULE = _object(
    {
        "id": _id(msg("The module's fixed name.")),
        "title": _text(msg("The name that participants see.")),
        "summary": _text(msg("What the participants do.")),
        "english": _ENGLISH,
        "version": {
            "type": "string",
            "pattern": SEMVER,
            "description": msg("The version of the content, as SemVer."),
        },
        "status": _one_of(Status, msg("How far the module has come.")),
        "theme": _id(msg("The id of its theme.")),
        "level": _one_of(Level, msg("How demanding it is.")),
        "format": _list({"enum": [str(form) for form in Format]}, msg("The ways in which it can be held.")),
        "duration": _minutes(msg("Minutes in all, breaks included.")),
        "language": _LANGUAGE,
        "audience": _list({"type": "string"}, msg("Those it is made for.")),
        "roles": _list({"type": "string"}, msg("The ids of the roles that get the most out of it.")),
        "group_size": {
            **_object(
                {"min": _minutes(msg("The fewest participants.")), "max": _minutes(msg("The most participants."))}
            ),
            "description": msg("How many participants it works with."),
        },
        "prerequisites": _list({"type": "string"}, msg("The ids of modules that should come first.")),
        "learning_outcomes": _list(_OUTCOME, msg("What participants know or can do afterwards.")),
        "terms": _list({"type": "string"}, msg("The ids of the terms that it explains.")),
        "dilemmas": _list(
            _object({"id": _id(msg("The dilemma's name.")), "title": _text(msg("The dilemma's title."))}),
            msg("Its dilemmas; dilemmas.json has them whole."),
        ),
        "sources": _list(
            _object(
                {
                    "key": _text(msg("The id of a reference in references.json.")),
                    "valid_as_of": _day(msg("The day on which a statement of the law was true.")),
                }
            ),
            msg("What it builds on."),
        ),
        "contributors": _list(
            _object({"name": _text(msg("Who had a part in it.")), "role": _text(msg("Which part."))}),
            msg("Those who had a part in it."),
        ),
        "licence": _text(msg("The licence of the text, by its SPDX id.")),
        "reviewed": _day(msg("The day on which it was last gone through.")),
        "url": _LINK,
        "guide": _LINK,
        "evaluation": _LINK,
        "guides": {
            "type": "object",
            "propertyNames": {"enum": [str(form) for form in Format]},
            "additionalProperties": _LINK,
            "description": msg("The printed guides, one for each way of holding it."),
        },
    }
)
_DILEMMA = _object(
    {
        "id": _id(msg("The dilemma's name.")),
        "module": _id(msg("The id of the module it belongs to.")),
        "language": _LANGUAGE,
        "title": _text(msg("The dilemma's title.")),
        "situation": _text(msg("What happens. A blank line parts paragraphs.")),
        "values": _list({"type": "string"}, msg("The values that pull in different directions.")),
        "perspectives": _list(
            _object({"role": _text(msg("Who sees it so.")), "view": _text(msg("How it looks from there."))}),
            msg("How it looks to those it concerns."),
        ),
        "questions": _list({"type": "string"}, msg("Questions to talk about.")),
        "minutes": _minutes(msg("How many minutes the talk takes.")),
        "sensitivity": _one_of(Sensitivity, msg("How close to the bone it may come.")),
        "source": _text(msg("The id of a reference in references.json, if it builds on one."), can_be_null=True),
        "url": _LINK,
    }
)
_NAMES = _object(
    {
        "nb": _text(msg("The word in bokmål.")),
        "nn": _text(msg("The word in nynorsk.")),
        "se": _text(msg("The word in Northern Sámi."), can_be_null=True),
        "en": _text(msg("The word in English."), can_be_null=True),
    }
)
_ROLE = _object(
    {
        "id": _id(msg("The role's fixed name.")),
        "title": {**_NAMES, "description": msg("What the role is called in each language.")},
    }
)
_TERM = _object(
    {
        "id": _id(msg("The term's fixed name.")),
        "term": {**_NAMES, "description": msg("What the term is called in each language.")},
        "definition": _text(msg("What the term means.")),
        "modules": _list({"type": "string"}, msg("The ids of the modules that explain it.")),
        "url": _LINK,
    }
)
_REFERENCE: Json = {
    "type": "object",
    "properties": {
        "id": _text(msg("The key that modules refer to.")),
        "type": _text(msg("What kind of work it is, in the words of CSL.")),
        "title": _text(msg("The title of the work.")),
    },
    "required": ["id", "type", "title"],
    "additionalProperties": True,
}
_WORDS: Json = {
    "type": "object",
    "propertyNames": {"enum": [str(language) for language in Language]},
    "minProperties": 1,
    "additionalProperties": {"type": "string"},
}
_CODE = {
    "type": "string",
    "pattern": "^[a-z0-9_]+$",
    "description": msg("The external code, as it is written in Nettskjema."),
}
_OPTION = _object(
    {
        "code": _CODE,
        "text": {
            **_WORDS,
            "type": ["object", "null"],
            "description": msg("What it says in each language, if it says more than its code."),
        },
    }
)
_QUESTION = _object(
    {
        "code": _CODE,
        "type": _one_of(QuestionKind, msg("The kind of question.")),
        "text": {**_WORDS, "description": msg("The question in each language.")},
        "options": _list(_OPTION, msg("The answers to choose between, in order.")),
        "rows": _list(_OPTION, msg("The rows of a matrix, in order.")),
        "columns": _list(
            {"type": "string", "pattern": "^[a-z0-9_.]+$", "maxLength": LONGEST_CODE},
            msg("What the answers are called in the data file: a column for each row of a matrix and each checkbox."),
        ),
        "planned_minutes": {
            "type": ["integer", "null"],
            "minimum": 1,
            "description": msg(
                "The minutes that the plan has for what the question asks about, if it asks about time."
            ),
        },
    }
)
_FORM = _object(
    {
        "id": _id(msg("The form's fixed name.")),
        "title": {**_WORDS, "description": msg("Whom the form is for, and when.")},
        "about": {**_WORDS, "description": msg("What is said to those who fill it in.")},
        "questions": _list(_QUESTION, msg("The questions, in order.")),
    }
)

_BODIES: Mapping[str, tuple[Text, Json]] = {
    "modules": (
        msg("Themes and modules"),
        _object(
            {
                **_head("modules"),
                "themes": _list(_THEME, msg("The themes, in the order of the site.")),
                "roles": _list(_ROLE, msg("What people in libraries work with: the roles that modules name.")),
                "modules": _list(_MODULE, msg("The modules, in the order of the site.")),
            }
        ),
    ),
    "dilemmas": (
        msg("Dilemmas"),
        _object(
            {
                **_head("dilemmas"),
                "dilemmas": _list(_DILEMMA, msg("Every dilemma, without what is for the facilitator.")),
            }
        ),
    ),
    "glossary": (
        msg("Glossary"),
        _object(
            {**_head("glossary"), "terms": _list(_TERM, msg("The terms, in the order of the Norwegian alphabet."))}
        ),
    ),
    "evaluation": (
        msg("Codebook of the evaluation forms"),
        _object(
            {
                **_head("evaluation", folder="../"),
                "module": _id(msg("The id of the module it belongs to.")),
                "forms": _list(_FORM, msg("The forms, in the order in which they are used.")),
            }
        ),
    ),
    "references": (
        msg("Sources"),
        _list(
            _REFERENCE, msg("What the modules refer to, as CSL JSON: citation programs such as Zotero import the file.")
        ),
    ),
}
