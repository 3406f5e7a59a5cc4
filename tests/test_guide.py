"""The author's guide tells the truth: its tables, its examples, what the program answers, and its commands."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import guide_pages as guide
import pytest
from support import ROOT, answers_in
from test_documentation import commands

from taikun_build import checks
from taikun_build.adapters.disk import DiskSources
from taikun_build.body import BLOCKS
from taikun_build.catalogue import Catalogue
from taikun_build.handbook import read_handbook
from taikun_build.linking import is_elsewhere, resolve
from taikun_build.model import Curriculum
from taikun_build.schema import KINDS, json_schema

PAGES = sorted(guide.DOCS.glob("*.md"))
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
LINES = [line for fence in guide.fences(TEXT) if fence.kind == "sh" for line in fence.text.splitlines()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_tables_findings_and_answers_are_as_the_program_has_them(
    path: Path, files: Mapping[str, bytes], nb: Catalogue, tmp_path: Path
) -> None:
    page = path.read_text(encoding="utf-8")
    assert guide.rewritten(page, files, nb, answers_in(tmp_path / "project")) == page, "run scripts/guide.py"


def test_the_guide_keeps_the_rules_for_pages_and_its_links_lead_somewhere(curriculum: Curriculum) -> None:
    handbook, problems = read_handbook(DiskSources(ROOT, "docs"), DiskSources(ROOT, "tests/checks"))
    assert problems == ()
    assert [page.path.removeprefix("docs/") for page in handbook.guide if page.id == "index"] == ["index.md"]
    assert len(handbook.guide) == len(PAGES)
    for page in handbook.guide:
        assert [str(problem) for rule in checks.TEXT_RULES for problem in rule.check(page, curriculum)] == []
        paths = {resolve(page.path, link.target) for link in page.prose.tree.links if not is_elsewhere(link.target)}
        assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_first_page_leads_to_all_the_others() -> None:
    first = (guide.DOCS / "index.md").read_text(encoding="utf-8")
    assert {path.name for path in PAGES} - {"index.md"} == set(re.findall(r"\]\(([a-z-]+\.md)\)", first))


def sets_of_keys(schema: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield tuple(schema["properties"])
        for value in schema.values():
            yield from sets_of_keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from sets_of_keys(value)


def test_every_key_of_every_file_is_in_a_table(nb: Catalogue) -> None:
    page = (guide.DOCS / "noklene.md").read_text(encoding="utf-8")
    tables = re.findall(r"^\| nøkkel .*\n\|---\|---\|\n((?:\|.*\n)+)", page, re.MULTILINE)
    written = {tuple(re.findall(r"^\| `(\w+)` ", table, re.MULTILINE)) for table in tables}
    assert written == {keys for kind in KINDS.values() for keys in sets_of_keys(json_schema(kind, nb))}


def test_every_block_is_explained() -> None:
    page = (guide.DOCS / "blokkene.md").read_text(encoding="utf-8")
    assert set(BLOCKS) <= set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_among_the_commands(name: str) -> None:
    page = (guide.DOCS / "kommandoene.md").read_text(encoding="utf-8")
    assert f"`taikun {name}" in page
    for parameter in commands()[name].params:
        if isinstance(parameter, click.Option):
            assert any(option in page for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("taikun ")])
def test_every_taikun_command_that_is_shown_exists(line: str) -> None:
    words = shlex.split(line)[1:]
    name = " ".join(words[:2]) if " ".join(words[:2]) in commands() else words[0]
    known = {option for parameter in commands()[name].params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_every_other_command_that_is_shown_exists() -> None:
    git = subprocess.run(["git", "--list-cmds=main"], capture_output=True, text=True, check=True).stdout.split()
    for line in LINES:
        match shlex.split(line):
            case ["git", command, *_]:
                assert command in git, line
            case ["taikun", *_] | ["cd", _] | ["source", ".venv/bin/activate"]:
                pass
            case [script, *_]:
                assert (ROOT / script).is_file(), line


def test_what_the_hook_says_is_what_the_guide_says_it_says() -> None:
    page = (guide.DOCS / "lagre-i-git.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"^> (.+)$", page, re.MULTILINE)
    assert said in (ROOT / "scripts" / "hooks" / "pre-commit").read_text(encoding="utf-8")
    assert "git config core.hooksPath scripts/hooks" in LINES


def test_every_rule_that_is_named_exists() -> None:
    codes = {rule.code for rule in checks.RULES}
    assert set(re.findall(r"tests/checks/([a-z0-9-]+)\.md", TEXT)) <= codes
    assert {"not-utf8", "line-ends"} <= codes
