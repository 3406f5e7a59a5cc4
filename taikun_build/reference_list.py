"""The bibliography in CSL JSON, as Zotero exports it, into references by key; each fault at its own place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from taikun_build.problems import Location, Problem, Rule, Text, msg

REFERENCES_SYNTAX = Rule(
    "references-syntax",
    msg("The bibliography cannot be read here: {reason}."),
    msg("Export it again from Zotero as CSL JSON, or mend the comma or bracket before this place."),
)
REFERENCE_INCOMPLETE = Rule(
    "reference-incomplete",
    msg("The reference «{key}» lacks «{field}»."),
    msg("Every reference needs id, type and title; the id is used once."),
)
RULES = (REFERENCES_SYNTAX, REFERENCE_INCOMPLETE)

_FIELDS: tuple[tuple[str, type], ...] = (
    ("id", str),
    ("type", str),
    ("title", str),
    ("author", list),
    ("issued", dict),
)
_OPTIONAL = ("author", "issued")
_NOT_JSON = msg("the text does not follow the rules of JSON")
_BLANK = re.compile(r"[ \t\n\r]*")


def read_references(text: str, path: str) -> tuple[Mapping[str, Mapping[str, Any]] | None, list[Problem]]:
    """The references by their ids, or None when the list cannot be read, and the problems found.

    Fields that are missing or faulty have neutral values, so that nobody is blamed for citing such a reference.
    """
    try:
        items = list(_items(text))
    except _SyntaxFaultError as fault:
        return None, [REFERENCES_SYNTAX.at(_location(text, path, fault.offset), reason=fault.reason)]
    found: dict[str, Mapping[str, Any]] = {}
    problems = []
    for number, (item, offset) in enumerate(items, 1):
        key = str(item.get("id", number)) if isinstance(item, dict) else str(number)
        missing = [name for name, kind in _FIELDS if not _has(item, name, kind)] if isinstance(item, dict) else ["id"]
        if key in found:
            missing.append("id")
        where = _location(text, path, _place_of_id(text, offset, key))
        problems += [REFERENCE_INCOMPLETE.at(where, key=key, field=name) for name in missing]
        if isinstance(item, dict) and key not in found:
            found[key] = item | {name: value for name, value in _neutral(key).items() if name in missing}
    return found, problems


def _neutral(key: str) -> dict[str, Any]:
    return {"id": key, "type": "document", "title": "?", "author": [], "issued": {"date-parts": [[2000]]}}


@dataclass(eq=False)
class _SyntaxFaultError(Exception):
    """Where a list cannot be read, and why; never leaves this file."""

    offset: int
    reason: Text


@dataclass(eq=False)
class _RefusedError(ValueError):
    """What JSON would let pass inside a reference: a field that stands twice, a number that is none."""

    word: str
    reason: Text
    nth: int = 1


def _items(text: str) -> Iterator[tuple[Any, int]]:
    """Each item of the list with its offset."""
    decoder = json.JSONDecoder(object_pairs_hook=_distinct, parse_constant=_no_constant)
    offset = _skip(text, 0)
    if text[offset : offset + 1] != "[":
        raise _SyntaxFaultError(offset, msg("it should be a list"))
    offset = _skip(text, offset + 1)
    is_more = text[offset : offset + 1] != "]"
    while is_more:
        item, end = _item(decoder, text, offset)
        yield item, offset
        offset = _skip(text, end)
        is_more = text[offset : offset + 1] == ","
        if is_more:
            offset = _skip(text, offset + 1)
    if text[offset : offset + 1] != "]":
        raise _SyntaxFaultError(offset, _NOT_JSON)
    end = _skip(text, offset + 1)
    if end != len(text):
        raise _SyntaxFaultError(end, msg("there is more text after the last square bracket"))


def _item(decoder: json.JSONDecoder, text: str, offset: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, offset)
    except json.JSONDecodeError as error:
        raise _SyntaxFaultError(error.pos, _NOT_JSON) from error
    except _RefusedError as refused:
        places = [found.start(1) for found in re.finditer(rf'("?{re.escape(refused.word)}"?)', text[offset:])]
        nth = min(refused.nth, len(places)) - 1
        raise _SyntaxFaultError(offset + places[nth], refused.reason) from refused
    except (ValueError, RecursionError) as error:
        raise _SyntaxFaultError(offset, _NOT_JSON) from error


def _skip(text: str, offset: int) -> int:
    found = _BLANK.match(text, offset)
    return found.end() if found else offset


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise _RefusedError(name, msg("«{field}» stands twice in the same reference", field=name), nth=2)
    return dict(pairs)


def _no_constant(name: str) -> NoReturn:
    """`NaN` and `Infinity` are Python's own additions to JSON."""
    raise _RefusedError(name, _NOT_JSON)


def _place_of_id(text: str, offset: int, key: str) -> int:
    """The offset of a reference's id, or of the reference when it has none."""
    found = re.compile(rf'"id"\s*:\s*(?={re.escape(json.dumps(key, ensure_ascii=False))})').search(text, offset)
    return found.end() if found else offset


def _location(text: str, path: str, offset: int) -> Location:
    return Location(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _has(item: Mapping[str, Any], name: str, kind: type) -> bool:
    """Whether a reference has a field of the right kind, or lacks one that it may lack."""
    if name not in item:
        return name in _OPTIONAL
    value = item[name]
    if name == "author":
        return isinstance(value, list) and all(isinstance(one, dict) for one in value)
    if name == "issued":
        parts = value.get("date-parts", [[0]]) if isinstance(value, dict) else None
        return isinstance(parts, list) and all(isinstance(p, list) and all(_is_number(n) for n in p) for p in parts)
    return isinstance(value, kind) and bool(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and value.isdecimal())
