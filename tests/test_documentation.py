"""What the documents say is so: commands, options, exit codes, keys, blocks, methods and files."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from support import ROOT

from taikun_build import checks
from taikun_build.body import BLOCKS, Block, read_blocks
from taikun_build.cli import taikun
from taikun_build.model import ActivityOptions, FrontMatter, Shape
from taikun_build.vocabulary import Method

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


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
        name = " ".join(words[:2]) if words[0] == "edition" else words[0]
        command = commands()[name]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_every_script_that_is_named_is_there_and_may_be_run() -> None:
    for name in set(re.findall(r"(?:\./)?(scripts/[a-z]+(?:\.py)?)", README + CONTRIBUTING)):
        assert (ROOT / name).is_file(), name


def keys(shape: type[Shape]) -> set[str]:
    """The keys of a shape and of all the shapes inside it."""
    schema = shape.model_json_schema()
    nested = [definition.get("properties", {}) for definition in schema.get("$defs", {}).values()]
    return set(schema["properties"]).union(*nested)


def test_every_key_block_and_method_is_in_the_author_s_guide() -> None:
    written = set(re.findall(r"`([a-z0-9_-]+)`", CONTRIBUTING)) | set(re.findall(r"(\w+):", CONTRIBUTING))
    assert keys(FrontMatter) | keys(ActivityOptions) <= written
    assert set(BLOCKS) <= written
    assert {str(method) for method in Method} <= written


def test_every_file_of_the_package_is_in_the_architecture() -> None:
    for path in (ROOT / "taikun_build").glob("*.py"):
        if not path.name.startswith("__"):
            assert f"`{path.stem}`" in ARCHITECTURE, path.name
    for path in (ROOT / "taikun_build" / "adapters").glob("*.py"):
        if path.stem not in ("__init__", "environment"):
            assert re.search(rf"`(adapters/)?{path.stem}`", ARCHITECTURE), path.name


def test_the_example_in_the_author_s_guide_is_read_as_a_block() -> None:
    (example,) = re.findall(r"```markdown\n(.*?)```", CONTRIBUTING, re.DOTALL)
    segments, problems = read_blocks(example, "a.md", 1)
    assert problems == []
    (activity,) = segments
    assert isinstance(activity, Block)
    assert [child.name for child in activity.children if isinstance(child, Block)] == ["format", "facilitator"]


def test_a_rule_named_in_the_documents_exists() -> None:
    codes = {rule.code for rule in checks.RULES}
    assert set(re.findall(r"tests/checks/([a-z-]+)\.md", CONTRIBUTING)) <= codes
