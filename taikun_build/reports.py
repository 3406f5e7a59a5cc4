"""Problems as text: for a person at a terminal, for a program, and for the margin of a pull request."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from taikun_build.catalogue import Catalogue
from taikun_build.privacy import blotted
from taikun_build.problems import Location, Problem, Rule, Severity, Text, msg, readable

SourceLine = Callable[[str, int], str]
"""The text of a line of a file: (path, line) -> text, empty when there is none."""

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_COUNTS: dict[Severity, tuple[Text, Text]] = {
    Severity.ERROR: (msg("{number} error"), msg("{number} errors")),
    Severity.WARNING: (msg("{number} warning"), msg("{number} warnings")),
    Severity.INFO: (msg("{number} note"), msg("{number} notes")),
}
_LONGEST_LINE = 110


def as_text(problems: Sequence[Problem], catalogue: Catalogue, line_of: SourceLine) -> str:
    """For a person: each problem with its source line, a caret and the way to mend it. Uses rich's markup-free text."""
    return "\n".join(_one(problem, catalogue, line_of) for problem in problems)


def lines_in(data: bytes) -> list[str]:
    """The lines of a file, to be shown. A file that is no text has none."""
    text = data.decode("utf-8", "replace")
    return [] if "\0" in text and "\ufffd" in text else text.replace("\r\n", "\n").split("\n")


def summary(problems: Sequence[Problem], catalogue: Catalogue, modules: int) -> str:
    """One sentence: how many problems of each weight in how many files, or that all is well."""
    read = catalogue.count(msg("{number} module read"), msg("{number} modules read"), modules)
    if not problems:
        return catalogue.say(msg("No problems found. {read}.", read=read))
    weights = Counter(problem.severity for problem in problems)
    files = len({problem.where.path for problem in problems})
    counts = ", ".join(catalogue.count(*_COUNTS[weight], weights[weight]) for weight in Severity if weights[weight])
    places = catalogue.count(msg("{number} file"), msg("{number} files"), files)
    return catalogue.say(msg("{counts} in {places}. {read}.", counts=counts, places=places, read=read))


def as_json(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """For a program: a list of objects with code, severity, path, line, column, message, hint and the rule's page."""
    return json.dumps(
        [
            {
                "code": problem.code,
                "severity": str(problem.severity),
                "path": readable(problem.where.path),
                "line": problem.where.line,
                "column": problem.where.column,
                "message": catalogue.say(problem.message),
                "hint": catalogue.say(problem.hint),
                "page": rule_address(problem.code),
                "related": [
                    {"path": readable(place.path), "line": place.line, "column": place.column}
                    for place in problem.related
                ],
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_github(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """For GitHub: workflow commands that become annotations in a pull request."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    return "\n".join(
        f"::{commands[problem.severity]} file={_property(readable(problem.where.path))},line={problem.where.line},"
        f"col={problem.where.column},title={_property(problem.code)}::"
        + _data(f"{catalogue.say(problem.message)}\n{catalogue.say(problem.hint)}")
        for problem in problems
    )


def as_sarif(problems: Sequence[Problem], rules: Sequence[Rule], catalogue: Catalogue, version: str) -> str:
    """For code scanning: SARIF 2.1.0 (OASIS, 2020), with every rule and what it found; columns count characters."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    index = {rule.code: number for number, rule in enumerate(rules)}
    described = [
        {
            "id": rule.code,
            "shortDescription": {"text": catalogue.outline(rule.message)},
            "help": {"text": catalogue.outline(rule.hint)},
            "defaultConfiguration": {"level": levels[rule.severity]},
            "properties": {"page": rule_address(rule.code)},
        }
        for rule in rules
    ]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": index[problem.code],
            "level": levels[problem.severity],
            "message": {"text": f"{catalogue.say(problem.message)}\n{catalogue.say(problem.hint)}"},
            "locations": [_sarif_location(problem.where)],
            "relatedLocations": [_sarif_location(place) for place in problem.related],
        }
        for problem in problems
    ]
    driver = {"name": "taikun", "semanticVersion": version, "language": str(catalogue.language), "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def rule_address(code: str) -> str:
    """Where a rule is explained, below the folder of the working draft's site."""
    return f"kontroller/{code}/"


def _sarif_location(where: Location) -> Mapping[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(where.path.encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": where.line, "startColumn": where.column},
        }
    }


def _one(problem: Problem, catalogue: Catalogue, line_of: SourceLine) -> str:
    name = catalogue.say(problem.severity.label)
    lines = [f"{problem.where}: {name} [{problem.code}]", f"  {catalogue.say(problem.message)}"]
    source = blotted(line_of(problem.where.path, problem.where.line))
    source = "".join(
        " " if character == "\t" else character if character.isprintable() else "�" for character in source
    )
    if source.strip():
        shown, caret = _window(source, problem.where.column - 1)
        number = str(problem.where.line)
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * caret}^"]
    lines.append(f"  → {catalogue.say(problem.hint)}")
    return "\n".join(lines) + "\n"


def _window(source: str, caret: int) -> tuple[str, int]:
    """The part of a long line round the caret, and the caret's place in it."""
    if len(source) <= _LONGEST_LINE:
        return source, caret
    start = max(0, min(caret - _LONGEST_LINE // 2, len(source) - _LONGEST_LINE))
    piece = source[start : start + _LONGEST_LINE]
    before = "…" if start else ""
    after = "…" if start + _LONGEST_LINE < len(source) else ""
    return before + piece + after, caret - start + len(before)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
