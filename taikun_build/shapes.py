"""Untrusted trees into typed values: what pydantic finds wrong, said in our words at the right line and column."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from taikun_build.model import DEVICES, LONGEST_ID, SLOTS, Positions, Shape
from taikun_build.problems import Location, Problem, Rule, Text, msg
from taikun_build.synonyms import IN_ENGLISH
from taikun_build.yaml_tree import Node, Plain, lost_locations, plain

KEY_MISSING = Rule(
    "missing-key",
    msg("The key «{key}» is missing."),
    msg("Add «{key}:» with a value. docs/noklene.md lists all keys."),
)
KEY_UNKNOWN = Rule(
    "unknown-key",
    msg("TAIKun does not know the key «{key}»."),
    msg(
        "{suggestion}Keys are written in English, exactly as in docs/noklene.md. Delete the key if it is none of them."
    ),
)
VALUE_UNKNOWN = Rule(
    "unknown-value",
    msg("«{value}» is not a value that «{key}» can have."),
    msg("{suggestion}Choose one of: {allowed}."),
)
VALUE_EMPTY = Rule(
    "empty-value",
    msg("«{key}» has no value."),
    msg(
        "Write a value after the colon, or delete the key if it is optional. A list that is to be empty is written []."
    ),
)
NOT_A_NUMBER = Rule(
    "not-a-number",
    msg("«{value}» is not a whole number from 1 to 999999."),
    msg("Write the number with digits only, without zeros in front and without a unit, such as 90."),
)
NOT_A_DATE = Rule(
    "not-a-date",
    msg("«{value}» is not a date."),
    msg("{suggestion}Write year, month and day with hyphens, such as 2026-11-23."),
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
    msg("«{value}» stands twice under «{key}»."),
    msg("Delete the repetition, or write what should have stood there."),
)
BAD_ID = Rule(
    "bad-id",
    msg("«{value}» cannot be used as an id."),
    msg(
        "{suggestion}Use lower-case letters a–z, digits and single hyphens, at most 64 characters: æ becomes ae, ø o"
        " and å a."
    ),
)
BAD_PATTERN = Rule(
    "bad-pattern",
    msg("«{value}» does not have the form that «{key}» needs."),
    msg("Write it like this: {example}."),
)
WRONG_SHAPE = Rule(
    "wrong-shape",
    msg("«{key}» should be {expected}."),
    msg("{advice}"),
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
    "end": "15:00",
    "earliest": "11:30",
    "link": "https://example.org/",
    "url": "https://example.org/",
    "registration": "https://example.org/",
    "address": "https://example.org/taikun/",
    "accessibility_statement": "https://example.org/tilgjengelighet/",
    "criterion": "1.4.3",
    "logo": "logo.png",
}
TAKEN = msg("Windows cannot have a file of this name, so choose another. ")
_LONGEST_VALUE = 60
_VALUE_TYPES = (
    *("enum", "whole_number", "int_parsing", "int_type", "greater_than"),
    *("iso_date", "date_from_datetime_parsing", "date_parsing", "date_type", "string_type", "string_pattern_mismatch"),
    "days",
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-] ?([0-9]{1,2})[./-] ?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9])")

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
    at `keys_at`, by default where the mapping begins. Of values that were lost in reading nothing is said again.
    """
    data = _stripped(plain(node))
    at = Positions(node)
    lost = dict(lost_locations(node))
    found: list[ErrorDetails] = []
    try:
        value = shape.model_validate(data)
        if not lost:
            return Shaped(value, at, (), frozenset())
    except ValidationError as error:
        found = error.errors(include_url=False)
    lines = {where.line for where in lost.values()}
    problems = tuple(
        problem
        for details in _causes(found, shape)
        if (problem := _problem(details, shape, at, keys_at)).where.line not in lines
    )
    broken = frozenset(str(path[0]) for path in (*lost, *(details["loc"] for details in found)) if path)
    if neutral is None or not isinstance(data, dict):
        return Shaped(None, at, problems, broken)
    repaired = {key: value for key, value in data.items() if key not in broken}
    repaired |= {key: neutral[key] for key in broken if key in neutral}
    return Shaped(shape.model_validate(repaired), at, problems, broken & set(neutral))


def _stripped(data: Plain) -> Plain:
    """The texts without white space round them, which nobody can see."""
    match data:
        case str():
            return data.strip()
        case list():
            return [_stripped(item) for item in data]
        case dict():
            return {key: _stripped(value) for key, value in data.items()}
        case _:
            return data


def _causes(found: Collection[ErrorDetails], shape: type[Shape]) -> Iterator[ErrorDetails]:
    """The findings without those that another one explains: a key that is there under a wrong name is not missing, and
    a list is not too short because its items are faulty."""
    misnamed = {
        (*details["loc"][:-1], meant)
        for details in found
        if details["type"] == "extra_forbidden"
        for meant in nearest(str(details["loc"][-1]), _known_keys(shape, details["loc"][:-1]))
    }
    for details in found:
        path = details["loc"]
        if details["type"] == "missing" and path in misnamed:
            continue
        if details["type"] == "too_short" and any(
            len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in found
        ):
            continue
        yield details


def _problem(  # noqa: PLR0911, PLR0912 - one case for each kind of finding
    details: ErrorDetails, shape: type[Shape], at: Positions, keys_at: Location | None
) -> Problem:
    """One of pydantic's findings as a problem of ours."""
    steps = details["loc"]
    path = tuple(step for step in steps if step not in SLOTS)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    where = at(*path)
    given = details["input"]
    context = details.get("ctx", {})
    value = shown(given) if isinstance(given, str) else ""
    kind = details["type"]
    match kind:
        case "missing":
            parent = at.key(*path[:-1]) if len(path) > 1 else keys_at or at.key()
            return KEY_MISSING.at(parent, key=key)
        case "extra_forbidden":
            known = _known_keys(shape, steps[:-1])
            return KEY_UNKNOWN.at(at.key(*path), key=shown(key), suggestion=did_you_mean(key, known))
        case _ if given is None:
            return VALUE_EMPTY.at(at.key(*path), key=key)
        case _ if kind in _VALUE_TYPES and not isinstance(given, str):
            advice = msg("Write it right after the colon, without brackets and without a hyphen in front.")
            return WRONG_SHAPE.at(at.key(*path), key=key, expected=msg("a single value"), advice=advice)
        case "enum":
            allowed = tuple(_allowed(context))
            return VALUE_UNKNOWN.at(
                where,
                value=value,
                key=key,
                suggestion=did_you_mean(given, allowed),
                allowed=", ".join(allowed),
            )
        case "whole_number" | "int_parsing" | "int_type" | "greater_than":
            return NOT_A_NUMBER.at(where, value=value)
        case "iso_date" | "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return NOT_A_DATE.at(where, value=value, suggestion=meant_day(given))
        case "days":
            advice = msg("Write how many days after the part before it is, or delete the key when it is the same day.")
            return WRONG_SHAPE.at(where, key=key, expected=msg("a whole number from 0 to 366"), advice=advice)
        case "string_too_long" if context.get("max_length") == LONGEST_ID:
            return bad_id(given, where)
        case "string_too_long":
            return TOO_LONG.at(where, key=key, length=len(given.strip()), limit=int(context["max_length"]))
        case "string_too_short":
            return VALUE_EMPTY.at(at.key(*path), key=key)
        case "too_short":
            return TOO_FEW.at(
                at.key(*path), key=key, length=int(context["actual_length"]), limit=int(context["min_length"])
            )
        case "too_long":
            return TOO_MANY.at(at.key(*path), key=key, length=len(given), limit=int(context["max_length"]))
        case "repeated":
            return REPEATED.at(at(*path, context["index"]), key=key, value=shown(given[context["index"]]))
        case "reserved":
            return bad_id(given, where)
        case "string_pattern_mismatch" if context.get("pattern") == r"^[^\n]*$":
            advice = msg("Write it all on one line. Longer text belongs in the body.")
            return WRONG_SHAPE.at(where, key=key, expected=msg("one line of text"), advice=advice)
        case "string_pattern_mismatch" if key in _EXAMPLES:
            return BAD_PATTERN.at(where, value=value, key=key, example=_EXAMPLES[key])
        case "string_pattern_mismatch":
            return bad_id(given, where)
        case "tuple_type" if value:
            advice = msg(
                "Put square brackets round it: [{value}]. Or write one item a line, with a hyphen and a space in front."
                " An empty list is written [].",
                value=value,
            )
            return WRONG_SHAPE.at(where, key=key, expected=msg("a list"), advice=advice)
        case "tuple_type":
            advice = msg("Write one item a line, with a hyphen and a space in front. An empty list is written [].")
            return WRONG_SHAPE.at(where, key=key, expected=msg("a list"), advice=advice)
        case "model_type" | "model_attributes_type":
            names = ", ".join(_known_keys(shape, path))
            advice = msg("Write one «key: value» a line, indented below. The keys are: {names}.", names=names)
            return WRONG_SHAPE.at(where, key=key, expected=msg("a set of keys with values"), advice=advice)
        case _:
            advice = msg("Look at another module and write it in the same way.")
            return WRONG_SHAPE.at(where, key=key, expected=msg("something else"), advice=advice)


def did_you_mean(word: str, known: tuple[str, ...]) -> Text | str:
    """«Did you mean …?» when a known word is near or means the same, else nothing."""
    match nearest(word, known):
        case (one, other, *_):
            return msg("Did you mean «{word}» or «{other}»? ", word=one, other=other)
        case (one,):
            return msg("Did you mean «{word}»? ", word=one)
        case _:
            return ""


def nearest(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known words that someone who wrote `word` may have meant: the same but for case and hyphens, a word for the
    same in Norwegian or English, or one that is spelt nearly so."""
    folded = {_folded(name): name for name in reversed(known)}
    if _folded(word) in folded:
        return (folded[_folded(word)],)
    meant = tuple(name for name in IN_ENGLISH.get(_folded(word), ()) if name in known)
    if meant:
        return meant
    near = difflib.get_close_matches(_folded(word), folded, n=1, cutoff=0.7)
    return tuple(folded[name] for name in near)


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold())


def shown(value: str) -> str:
    """A value as a message quotes it: on one line and not too long."""
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_VALUE else line[:_LONGEST_VALUE] + "…"


def bad_id(value: str, where: Location) -> Problem:
    """What is said of a text that cannot be an id: with the nearest one that can, when there is one."""
    return BAD_ID.at(where, value=shown(value), suggestion=_meant_id(value))


def _meant_id(value: str) -> Text | str:
    """«Did you mean …?» with the nearest text that can be an id."""
    letters = value.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain_letters = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    meant = re.sub(r"[^a-z0-9]+", "-", plain_letters)[:64].strip("-")
    if meant in DEVICES:
        return TAKEN
    return msg("Did you mean «{word}»? ", word=meant) if meant and meant != value else ""


def meant_day(value: str) -> Text | str:
    """«Did you mean …?» for a date that is written in another order, a word about a day that does not exist."""
    text = value.strip()
    found = _YEAR_FIRST.match(text) or _DAY_FIRST.fullmatch(text)
    if found is None:
        return ""
    year, month, day = (int(part) for part in (found.groups() if len(found[1]) == 4 else reversed(found.groups())))
    try:
        meant = date(year, month, day).isoformat()
    except ValueError:
        return msg("There is no such day in the calendar. ")
    return msg("Did you mean «{word}»? ", word=meant)


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
