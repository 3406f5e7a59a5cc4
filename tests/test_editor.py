"""What VS Code is told about the project: schemas, findings in the Problems list, and pieces of text that are right."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from support import ROOT

from taikun_build.body import BLOCKS, read_blocks
from taikun_build.catalogue import Catalogue
from taikun_build.cli import SCHEMAS
from taikun_build.model import ActivityOptions, Dilemma, Outcome, Shape, SourceUse
from taikun_build.problems import Location, Problem, Rule, Severity, msg
from taikun_build.reports import as_text
from taikun_build.schema import KINDS
from taikun_build.shapes import read_shape
from taikun_build.vocabulary import Method
from taikun_build.yaml_tree import Sequence, read_yaml

FOLDER = ROOT / ".vscode"


def told(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_the_editor_is_led_to_the_schema_of_every_yaml_file() -> None:
    assert told("settings.json")["yaml.schemas"] == {
        f"./{SCHEMAS}/{name}.json": kind.files for name, kind in KINDS.items() if kind.files
    }
    assert f"/{SCHEMAS.partition('/')[0]}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert "redhat.vscode-yaml" in told("extensions.json")["recommendations"]


def listed(output: str) -> list[dict[str, str]]:
    """What VS Code's list of problems would hold: each matcher's patterns, on lines that follow each other."""
    (task,) = (task for task in told("tasks.json")["tasks"] if task["args"] == ["check"])
    lines = output.split("\n")
    found = []
    for number in range(len(lines)):
        for matcher in task["problemMatcher"]:
            patterns = matcher["pattern"]
            matches = [
                re.search(pattern["regexp"], line) for pattern, line in zip(patterns, lines[number:], strict=False)
            ]
            if len(matches) == len(patterns) and all(matches):
                parts = {
                    part: match[pattern[part]]
                    for pattern, match in zip(patterns, matches, strict=True)
                    if match
                    for part in pattern
                    if part != "regexp"
                }
                found.append({**parts, "severity": matcher["severity"]})
    return found


def problem(severity: Severity, where: Location) -> Problem:
    return Rule("a-rule-2", msg("Message [with] brackets: 3:4: feil."), msg("Hint."), severity).at(where)


def test_every_finding_lands_in_the_list_at_its_line_and_column(nb: Catalogue) -> None:
    problems = (
        problem(Severity.ERROR, Location("curriculum/modules/etikk/tvil.md", 8, 12)),
        problem(Severity.WARNING, Location("curriculum/modules/etikk/med mellomrom.md")),
        problem(Severity.INFO, Location("edition/first:curriculum/pages/om.md", 3, 1)),
    )
    output = as_text(problems, nb, lambda _path, _line: "x.md:1:1: feil [ikke-et-funn]")
    message = "Message [with] brackets: 3:4: feil."
    assert listed(output) == [
        {
            "file": item.where.path,
            "line": str(item.where.line),
            "column": str(item.where.column),
            "code": "a-rule-2",
            "message": message,
            "severity": str(item.severity),
        }
        for item in problems
    ]


def test_a_sum_of_findings_is_no_finding() -> None:
    assert listed("Ingen funn. 3 moduler lest.\n") == []
    assert listed("1 feil i 1 fil. 3 moduler lest.\n") == []


SNIPPETS: Mapping[str, Any] = told("taikun.code-snippets")
IN_FRONT_MATTER: Mapping[str, type[Shape]] = {
    "Dilemma i metadataene": Dilemma,
    "Læringsutbytte i metadataene": Outcome,
    "Lov som kilde i metadataene": SourceUse,
}


def filled(name: str) -> str:
    """A snippet as it stands when the author has left every field as it was, or chosen the first value."""
    text = "\n".join(SNIPPETS[name]["body"])
    text = text.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-25")
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:(.*?)\}", r"\1", text)
    return re.sub(r"\$\d+", "", text)


@pytest.mark.parametrize("name", sorted(SNIPPETS.keys() - IN_FRONT_MATTER.keys()))
def test_a_snippet_of_the_body_is_read_without_problems(name: str) -> None:
    text = filled(name)
    assert "$" not in text
    segments, problems = read_blocks(f"Foran.\n\n{text}\nEtter.", "x.md", 1)
    assert problems == []
    (block,) = (segment for segment in segments if not hasattr(segment, "text"))
    assert block.name in BLOCKS
    if block.name == "activity":
        assert block.options is not None
        assert read_shape(ActivityOptions, block.options).problems == ()


@pytest.mark.parametrize("name", sorted(IN_FRONT_MATTER))
def test_a_snippet_of_the_front_matter_has_the_right_shape(name: str) -> None:
    tree, problems = read_yaml(filled(name), "x.md")
    assert problems == []
    assert isinstance(tree, Sequence)
    assert read_shape(IN_FRONT_MATTER[name], tree.items[0]).problems == ()


def test_there_is_a_snippet_for_every_block_and_it_offers_every_method() -> None:
    bodies = "\n".join(line for snippet in SNIPPETS.values() for line in snippet["body"])
    assert {name for name in BLOCKS if f"/ {name}" in bodies} == set(BLOCKS)
    offered = re.search(r"method: \$\{\d+\|(.*?)\|\}", bodies)
    assert offered is not None
    assert offered[1].split(",") == [str(method) for method in Method if method is not Method.BREAK]
