"""JSON Schemas of the front matter and the YAML files, for editors: made from the shapes, with the words from `keys`.

A schema says what the program's own reader says of one value at a time; what leans on several (minutes that add up,
themes that exist) only `taikun check` can tell. Two things differ from what pydantic writes by itself:

- The program reads every scalar as text and types it afterwards, while an editor has already made `90` a number and
  `1984` no text. So a text may be a number here, and a number a text of digits.
- Everything is written out where it stands, without `$defs` and `$ref`, so that each place has its own words, and so
  that readers of an older draft than 2020-12 understand it too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taikun_build import vocabulary
from taikun_build.catalogue import Catalogue
from taikun_build.keys import KEYS
from taikun_build.model import (
    AccessibilityFile,
    ActivityOptions,
    CurriculumSettings,
    Edition,
    EventsFile,
    Framework,
    FrontMatter,
    FuturesFile,
    GlossaryFile,
    Institution,
    LearningPathMatter,
    PageMatter,
    ResourcesFile,
    SessionMatter,
    Shape,
)
from taikun_build.problems import Text, msg
from taikun_build.vocabulary import Labelled

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DIGITS = r"^[1-9][0-9]{0,5}$"
ONE_LINE = r"^\s*\S[^\n]*\s*$"
SOME_TEXT = r"\S"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that has a schema: its shape, what it is called, and which files it is about (a glob, or empty)."""

    shape: type[Shape]
    title: Text
    files: str = ""


KINDS: Mapping[str, Kind] = {
    "module": Kind(FrontMatter, msg("The front matter of a module")),
    "activity": Kind(ActivityOptions, msg("The options of an activity")),
    "page": Kind(PageMatter, msg("The front matter of a page")),
    "session": Kind(SessionMatter, msg("A course day or a gathering"), "curriculum/sessions/*.yml"),
    "path": Kind(LearningPathMatter, msg("A learning path"), "curriculum/paths/*.yml"),
    "curriculum": Kind(CurriculumSettings, msg("The whole curriculum"), "curriculum/curriculum.yml"),
    "glossary": Kind(GlossaryFile, msg("The glossary"), "curriculum/glossary.yml"),
    "resources": Kind(ResourcesFile, msg("The resources elsewhere"), "curriculum/resources.yml"),
    "events": Kind(EventsFile, msg("The events"), "curriculum/events.yml"),
    "futures": Kind(FuturesFile, msg("The scenario axes"), "curriculum/futures.yml"),
    "accessibility": Kind(
        AccessibilityFile, msg("What is known of the site's accessibility"), "curriculum/accessibility.yml"
    ),
    "framework": Kind(Framework, msg("A competence framework"), "curriculum/frameworks/*.yml"),
    "institution": Kind(Institution, msg("A library's own additions"), "institutions/*.yml"),
    "edition": Kind(Edition, msg("The manifest of an edition"), "editions/*.yml"),
}

_CLOSED: Mapping[str, type[Labelled]] = {
    name: value
    for name, value in vars(vocabulary).items()
    if isinstance(value, type) and issubclass(value, Labelled) and value is not Labelled
}
_LISTS = ("minItems", "maxItems", "uniqueItems")


def json_schema(kind: Kind, catalogue: Catalogue) -> Json:
    """The schema of one kind of file (JSON Schema, draft 2020-12), with titles and descriptions in one language."""
    raw = kind.shape.model_json_schema()
    writer = _Writer(raw.get("$defs", {}), catalogue)
    return {"$schema": DIALECT, "title": catalogue.say(kind.title), **writer.shape(kind.shape.__name__, raw)}


def as_text(kind: Kind, catalogue: Catalogue) -> str:
    """The schema of one kind of file as JSON text."""
    return json.dumps(json_schema(kind, catalogue), ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes pydantic's schema of a shape out in full, with our words."""

    def __init__(self, definitions: Mapping[str, Json], catalogue: Catalogue) -> None:
        self.definitions = definitions
        self.say = catalogue.say
        self.words = {shape.__name__: keys for shape, keys in KEYS.items()}

    def shape(self, name: str, raw: Json) -> Json:
        """A mapping with its keys in the order of the shape."""
        written: Json = {"type": "object", "additionalProperties": False}
        if "required" in raw:
            written["required"] = raw["required"]
        words = self.words.get(name, {})
        written["properties"] = {
            key: {**dict(self.key(words, key)), **self.value(value)} for key, value in raw["properties"].items()
        }
        return written

    def key(self, words: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
        """What is said of a key."""
        if key in words:
            yield "title", self.say(words[key].title)
            yield "description", self.say(words[key].description)
            if words[key].examples:
                yield "examples", list(words[key].examples)

    def value(self, raw: Json) -> Json:
        """A value as an editor may deliver it."""
        name = str(raw.get("$ref", "")).rpartition("/")[2]
        if name in _CLOSED:
            return self.closed(_CLOSED[name])
        if name:
            return self.shape(name, self.definitions[name])
        for several in ("anyOf", "oneOf"):
            if several in raw:
                return {several: [self.value(option) for option in raw[several]]}
        if raw["type"] == "array":
            limits = {limit: raw[limit] for limit in _LISTS if limit in raw}
            return {"type": "array", "items": self.value(raw["items"]), **limits}
        return _scalar(raw)

    def closed(self, values: type[Labelled]) -> Json:
        """A closed list. `enumDescriptions` is VS Code's word for what each value means; others pass over it."""
        return {
            "enum": [str(value) for value in values],
            "enumDescriptions": [self.meaning(value) for value in values],
        }

    def meaning(self, value: Labelled) -> str:
        """A value's label, and its description where it has one."""
        label, description = self.say(value.label), self.say(value.description)
        return label if description == label else f"{label}: {description}"


def _scalar(raw: Json) -> Json:
    """A number, a date or a text as an editor may deliver it."""
    match raw["type"]:
        case "integer":
            return {"type": ["integer", "string"], "minimum": 1, "maximum": 999_999, "pattern": DIGITS}
        case "string" if raw.get("format") == "date":
            return {"type": "string", "format": "date", "pattern": DAY}
        case "string":
            return _text(raw)
        case _:
            return {"type": raw["type"]}


def _text(raw: Json) -> Json:
    """A text with a form of its own, or any text that is not empty, on one line or on several."""
    limit = {"maxLength": raw["maxLength"]} if "maxLength" in raw else {}
    pattern = raw.get("pattern")
    if pattern is not None and pattern != r"^[^\n]*$":
        types = ["string", "integer"] if re.search(pattern, "2026") else "string"
        return {"type": types, "pattern": pattern, **limit}
    return {"type": ["string", "number", "boolean"], "pattern": ONE_LINE if pattern else SOME_TEXT, **limit}
