"""Untrusted trees into typed values: what pydantic finds wrong, said in our words at the right line and column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from taikun_build.model import SLOTS, Positions, Shape
from taikun_build.problems import Location, Problem, Rule, Text, msg
from taikun_build.yaml_tree import Node, key_locations, plain, value_locations

KEY_MISSING = Rule(
    "missing-key",
    msg("The key «{key}» is missing."),
    msg("Add «{key}:» with a value. docs/noklene.md lists all keys."),
)
KEY_UNKNOWN = Rule(
    "unknown-key",
    msg("TAIKun does not know the key «{key}»."),
    msg("{suggestion}Keys are written in English, exactly as in docs/noklene.md."),
)
VALUE_UNKNOWN = Rule(
    "unknown-value",
    msg("«{value}» is not a value that «{key}» can have."),
    msg("{suggestion}Choose one of: {allowed}."),
)
VALUE_EMPTY = Rule(
    "empty-value",
    msg("«{key}» has no value."),
    msg("Write a value after the colon, or delete the key if it is optional."),
)
NOT_A_NUMBER = Rule(
    "not-a-number",
    msg("«{value}» is not a whole number greater than zero."),
    msg("Write the number with digits only, such as 90."),
)
NOT_A_DATE = Rule(
    "not-a-date",
    msg("«{value}» is not a date."),
    msg("Write year, month and day with hyphens, such as 2026-11-23."),
)
TOO_LONG = Rule(
    "too-long",
    msg("«{key}» has {length} characters; the limit is {limit}."),
    msg("Shorten it. What does not fit belongs in the body."),
)
TOO_FEW = Rule(
    "too-few",
    msg("«{key}» has {length} items; at least {limit} are needed."),
    msg("Add what is missing."),
)
TOO_MANY = Rule(
    "too-many",
    msg("«{key}» has {length} items; at most {limit} are allowed."),
    msg("Keep the most important ones."),
)
REPEATED = Rule(
    "repeated-value",
    msg("«{key}» names the same thing twice."),
    msg("Delete the repetition."),
)
BAD_ID = Rule(
    "bad-id",
    msg("«{value}» cannot be used as an id."),
    msg("Use lower-case letters a–z, digits and single hyphens, at most 64 characters: æ becomes ae, ø o and å a."),
)
BAD_PATTERN = Rule(
    "bad-pattern",
    msg("«{value}» does not have the form that «{key}» needs."),
    msg("Write it like this: {example}."),
)
WRONG_SHAPE = Rule(
    "wrong-shape",
    msg("«{key}» should be {expected}."),
    msg("Look at another module and write it in the same way."),
)
RULES = (
    KEY_MISSING,
    KEY_UNKNOWN,
    VALUE_UNKNOWN,
    VALUE_EMPTY,
    NOT_A_NUMBER,
    NOT_A_DATE,
    TOO_LONG,
    TOO_FEW,
    TOO_MANY,
    REPEATED,
    BAD_ID,
    BAD_PATTERN,
    WRONG_SHAPE,
)

_EXAMPLES = {
    "version": "1.0.0",
    "tag": "edition/first",
    "letter": "a",
    "start": "09:00",
    "link": "https://example.org/",
}
_SHAPES = {
    "tuple_type": msg("a list"),
    "model_type": msg("a set of keys with values"),
    "model_attributes_type": msg("a set of keys with values"),
    "string_type": msg("a text"),
}

ShapeT = TypeVar("ShapeT", bound=Shape)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[ShapeT]):
    """What came of reading a tree: the value (None when there is none), where its fields stand, what was wrong."""

    value: ShapeT | None
    at: Positions
    problems: tuple[Problem, ...]
    broken: frozenset[str]


def read_shape(
    shape: type[ShapeT], node: Node, neutral: Mapping[str, Any] | None = None, keys_at: Location | None = None
) -> Shaped[ShapeT]:
    """Read a tree as a shape.

    With `neutral` (a value for each top-level key) a tree with faults still gives a value: faulty keys get their
    neutral value and are named in `broken`, so that the rest can be checked in the same run. A missing key is reported
    at `keys_at`, by default where the mapping begins.
    """
    data = plain(node)
    keys = Positions(dict(key_locations(node)))
    at = Positions({**keys.found, **dict(value_locations(node))})
    try:
        return Shaped(shape.model_validate(data), at, (), frozenset())
    except ValidationError as error:
        found = error.errors(include_url=False)
    problems = tuple(_problem(details, shape, keys, at, keys_at) for details in found)
    broken = frozenset(str(details["loc"][0]) for details in found if details["loc"])
    if neutral is None or not isinstance(data, dict):
        return Shaped(None, at, problems, broken)
    repaired = {key: value for key, value in data.items() if key not in broken}
    repaired |= {key: neutral[key] for key in broken if key in neutral}
    return Shaped(shape.model_validate(repaired), at, problems, broken & set(neutral))


def _problem(  # noqa: PLR0911, PLR0912 - one case for each kind of finding
    details: ErrorDetails, shape: type[Shape], keys: Positions, at: Positions, keys_at: Location | None
) -> Problem:
    """One of pydantic's findings as a problem of ours."""
    steps = details["loc"]
    path = tuple(step for step in steps if step not in SLOTS)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    where = at(*path)
    given = details["input"]
    context = details.get("ctx", {})
    value = given if isinstance(given, str) else ""
    kind = details["type"]
    match kind:
        case "missing":
            parent = keys(*path[:-1]) if len(path) > 1 else keys_at or keys()
            return KEY_MISSING.at(parent, key=key)
        case "extra_forbidden":
            return KEY_UNKNOWN.at(keys(*path), key=key, suggestion=did_you_mean(key, _known_keys(shape, steps[:-1])))
        case _ if given is None:
            return VALUE_EMPTY.at(keys(*path), key=key)
        case "enum":
            allowed = tuple(_allowed(context))
            return VALUE_UNKNOWN.at(
                where,
                value=value,
                key=key,
                suggestion=did_you_mean(value, allowed),
                allowed=", ".join(allowed),
            )
        case "whole_number" | "int_parsing" | "int_type" | "greater_than":
            return NOT_A_NUMBER.at(where, value=value)
        case "iso_date" | "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return NOT_A_DATE.at(where, value=value)
        case "string_too_long" if context.get("max_length") == 64:
            return BAD_ID.at(where, value=value)
        case "string_too_long":
            return TOO_LONG.at(where, key=key, length=len(value.strip()), limit=int(context["max_length"]))
        case "string_too_short":
            return VALUE_EMPTY.at(keys(*path), key=key)
        case "too_short":
            return TOO_FEW.at(
                keys(*path), key=key, length=int(context["actual_length"]), limit=int(context["min_length"])
            )
        case "too_long":
            return TOO_MANY.at(keys(*path), key=key, length=len(given), limit=int(context["max_length"]))
        case "repeated":
            return REPEATED.at(keys(*path), key=key)
        case "string_pattern_mismatch" if context.get("pattern") == r"^[^\n]*$":
            return WRONG_SHAPE.at(where, key=key, expected=msg("one line of text"))
        case "string_pattern_mismatch" if key in _EXAMPLES:
            return BAD_PATTERN.at(where, value=value, key=key, example=_EXAMPLES[key])
        case "string_pattern_mismatch":
            return BAD_ID.at(where, value=value)
        case _:
            return WRONG_SHAPE.at(where, key=key, expected=_SHAPES.get(kind, msg("something else")))


def did_you_mean(word: str, known: tuple[str, ...]) -> Text | str:
    """«Did you mean …?» when a known word is near, else nothing."""
    alike = {_letters(one): one for one in known}
    near = difflib.get_close_matches(_letters(word), alike, n=1, cutoff=0.6)
    return msg("Did you mean «{word}»? ", word=alike[near[0]]) if near else ""


def _letters(word: str) -> str:
    """A word without what people write in different ways: capitals, and what stands between words."""
    return re.sub(r"[\s_-]+", "-", word.strip().lower())


def _allowed(context: Mapping[str, Any]) -> Iterator[str]:
    """The values of an enumeration, from pydantic's sentence «'a', 'b' or 'c'»."""
    for piece in str(context["expected"]).replace(" or ", ", ").split(", "):
        yield piece.strip("'")


def _known_keys(shape: type[Shape], path: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that the shape at the end of a path knows."""
    schema = _schema(shape)
    definitions = schema.get("$defs", {})
    here = schema
    for step in path:
        if step in SLOTS:
            here = definitions[step]
            continue
        inner = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
        options = [inner, *inner.get("anyOf", [])]
        named = next((option["$ref"] for option in options if "$ref" in option), "")
        here = definitions.get(named.rpartition("/")[2], inner)
    return tuple(here.get("properties", {}))


@cache
def _schema(shape: type[Shape]) -> Mapping[str, Any]:
    """A shape's JSON Schema, which takes pydantic milliseconds to make."""
    return shape.model_json_schema()
