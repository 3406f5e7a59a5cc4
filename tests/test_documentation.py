"""What the documents say is so: commands, options, exit codes, keys, blocks, methods and files."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from support import ROOT

from taikun_build.cli import taikun

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


GROUPS = {name for name, command in taikun.commands.items() if isinstance(command, click.Group)}


def commands() -> dict[str, click.Command]:
    """Every command with its full name."""
    found: dict[str, click.Command] = {}
    for name, command in taikun.commands.items():
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": sub for inner, sub in command.commands.items()}
        else:
            found[name] = command
    return found


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    assert f"`taikun {name}" in README
    for parameter in commands()[name].params:
        if isinstance(parameter, click.Option):
            assert any(option in README for option in parameter.opts), parameter.opts


def test_every_command_in_the_readme_exists() -> None:
    for line in re.findall(r"`taikun ([^`]+)`", README):
        words = shlex.split(line)
        name = " ".join(words[:2]) if words[0] in GROUPS else words[0]
        command = commands()[name]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_every_script_that_is_named_is_there_and_may_be_run() -> None:
    for name in set(re.findall(r"(?:\./)?(scripts/[a-z]+(?:\.py)?)", README + CONTRIBUTING)):
        assert (ROOT / name).is_file(), name


def test_every_file_of_the_package_is_in_the_architecture() -> None:
    for path in (ROOT / "taikun_build").glob("*.py"):
        if not path.name.startswith("__"):
            assert f"`{path.stem}`" in ARCHITECTURE, path.name
    for path in (ROOT / "taikun_build" / "adapters").glob("*.py"):
        if path.stem not in ("__init__", "environment"):
            assert re.search(rf"`(adapters/)?{path.stem}`", ARCHITECTURE), path.name


def test_the_documents_lead_only_to_what_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README + CONTRIBUTING):
        assert (ROOT / target).is_file(), target
    assert "(docs/index.md)" in CONTRIBUTING
