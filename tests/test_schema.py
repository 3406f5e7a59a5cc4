"""The schemas that editors read say what the program's own reader says, about what an editor makes of the YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from support import EXAMPLE, ROOT

from taikun_build.adapters.disk import load_catalogue
from taikun_build.catalogue import Catalogue
from taikun_build.keys import KEYS
from taikun_build.model import Shape
from taikun_build.schema import KINDS, json_schema
from taikun_build.shapes import read_shape
from taikun_build.vocabulary import Language
from taikun_build.yaml_tree import read_yaml

FOLDERS = {
    "module": "curriculum/modules/*/*.md",
    "page": "curriculum/pages/*.md",
    **{name: kind.files for name, kind in KINDS.items() if kind.files},
}


def as_an_editor_reads(text: str) -> Any:
    """YAML with numbers as numbers and dates as texts, as JSON has them."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def front_matter_of(text: str) -> str:
    return text.removeprefix("---\n").partition("\n---\n")[0] + "\n" if text.startswith("---\n") else text


def real_files() -> Iterator[tuple[str, str]]:
    for root in (ROOT, EXAMPLE):
        for name, glob in FOLDERS.items():
            for path in sorted(root.glob(glob)):
                yield name, path.relative_to(ROOT).as_posix()


def validator(name: str) -> Draft202012Validator:
    schema = json_schema(KINDS[name], load_catalogue(Language.NB))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.parametrize(("name", "path"), list(real_files()))
def test_every_file_of_the_curriculum_and_the_example_is_valid(name: str, path: str) -> None:
    text = front_matter_of((ROOT / path).read_text(encoding="utf-8"))
    assert [error.message for error in validator(name).iter_errors(as_an_editor_reads(text))] == []


def is_read(name: str, text: str) -> bool:
    """Whether the program's own reader finds nothing wrong."""
    tree, problems = read_yaml(text, "x.yml")
    assert tree is not None
    assert not problems
    return not read_shape(KINDS[name].shape, tree).problems


TVIL = "curriculum/modules/etikk/tvil.md"
FAGDAG = "curriculum/sessions/fagdag.yml"


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("module", TVIL, "level: basic", "level: basc"),
        ("module", TVIL, "level: basic\n", ""),
        ("module", TVIL, "level: basic", "nivå: basic\nlevel: basic"),
        ("module", TVIL, "id: tvil", "id: Å tvile"),
        ("module", TVIL, "title: Å stå i tvil", "title:"),
        ("module", TVIL, "title: Å stå i tvil", 'title: " "'),
        ("module", TVIL, "title: Å stå i tvil", f"title: {'å' * 121}"),
        ("module", TVIL, "version: 1.0.0", "version: 1.0"),
        ("module", TVIL, "duration: 60", "duration: en time"),
        ("module", TVIL, "duration: 60", "duration: 0"),
        ("module", TVIL, "duration: 60", "duration: 59.5"),
        ("module", TVIL, "format: [physical, digital, hybrid]", "format: []"),
        ("module", TVIL, "format: [physical, digital, hybrid]", "format: [digital, digital]"),
        ("module", TVIL, "format: [physical, digital, hybrid]", "format: digital"),
        ("module", TVIL, "reviewed: 2026-11-23", "reviewed: 23.11.2026"),
        ("module", TVIL, "reviewed: 2026-11-23", 'reviewed: "2026-02-30"'),
        ("module", TVIL, "group_size: {min: 4, max: 20}", "group_size: {min: 4}"),
        ("module", TVIL, "group_size: {min: 4, max: 20}", "group_size: 4-20"),
        ("module", TVIL, "  - berg2020\n", "  - Berg 2020\n"),
        ("module", TVIL, "  - berg2020\n", "  - nøkkel: berg2020\n"),
        ("module", TVIL, "values: [Rask hjelp, Etterprøvbarhet]", "values: [Rask hjelp]"),
        ("module", TVIL, "      - Hva ville gjort deg tryggere?\n", ""),
        ("module", TVIL, "changes: []", "changes:\n  - version: 1.1.0"),
        ("session", FAGDAG, "  - module: finne", "  - modul: finne"),
        ("session", FAGDAG, "  - module: finne", "  - module: finne\n    minutes: 20"),
        ("session", FAGDAG, "kind: break", "kind: pause"),
        ("session", FAGDAG, '"09:00"', "9"),
        ("session", FAGDAG, "https:", "http:"),
        ("path", "curriculum/paths/begynn.yml", "  - module: finne", "  - modul: finne"),
        ("path", "curriculum/paths/begynn.yml", "audience: [Ansatte i skranken]", "audience: []"),
        ("curriculum", "curriculum/curriculum.yml", "letter: a", "letter: aa"),
        ("curriculum", "curriculum/curriculum.yml", "address: https:", "address: http:"),
        ("curriculum", "curriculum/curriculum.yml", "example.org/taikun/", "example.org/taikun"),
        ("curriculum", "curriculum/curriculum.yml", "example.org/taikun/", "example.org/taikun/?a=/"),
        ("framework", "curriculum/frameworks/eks.yml", "year: 2026", "year: i år"),
        ("edition", "editions/first.yml", "tag: edition/first", "tag: first"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(name: str, path: str, old: str, new: str) -> None:
    text = front_matter_of((EXAMPLE / path).read_text(encoding="utf-8"))
    assert text.count(old) == 1
    faulty = text.replace(old, new)
    assert not is_read(name, faulty)
    assert not validator(name).is_valid(as_an_editor_reads(faulty))


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("module", TVIL, "title: Å stå i tvil", "title: 1984"),
        ("module", TVIL, "title: Å stå i tvil", "title: yes"),
        ("module", TVIL, "title: Å stå i tvil", "title: 2026-11-23"),
        ("module", TVIL, "title: Å stå i tvil", "title: >\n  Å stå\n  i tvil"),
        ("module", TVIL, "id: tvil", "id: 1984"),
        ("module", TVIL, "duration: 60", 'duration: "60"'),
        ("module", TVIL, "reviewed: 2026-11-23", 'reviewed: "2026-11-23"'),
        ("module", TVIL, "prerequisites: []", "prerequisites: [1984, finne]"),
        ("module", TVIL, "    source: berg2020\n", ""),
        ("session", FAGDAG, '"09:00"', '"23:59"'),
        ("curriculum", "curriculum/curriculum.yml", "https://example.org/taikun/", "https://example.org:8080/a/b_c/"),
        ("curriculum", "curriculum/curriculum.yml", "https://example.org/taikun/", "https://example.org/"),
        ("session", FAGDAG, "link: https://example.org/rom\n", "place: 204\n"),
        ("edition", "editions/first.yml", 'planned_for: "2026"', "planned_for: 2026\ndoi: null"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(name: str, path: str, old: str, new: str) -> None:
    text = front_matter_of((EXAMPLE / path).read_text(encoding="utf-8"))
    assert text.count(old) == 1
    other = text.replace(old, new)
    assert is_read(name, other)
    assert [error.message for error in validator(name).iter_errors(as_an_editor_reads(other))] == []


def nodes(schema: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


@pytest.mark.parametrize("language", [Language.NB, Language.NN])
@pytest.mark.parametrize("name", KINDS)
def test_every_key_and_every_closed_value_is_explained_and_no_other_key_is_let_in(
    name: str, language: Language
) -> None:
    schema = json_schema(KINDS[name], load_catalogue(language))
    for node in nodes(schema):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            for key, value in node["properties"].items():
                assert value.get("title"), f"keys.py says nothing of «{key}»"
                assert value.get("description"), key
        if "enum" in node:
            assert len(node["enumDescriptions"]) == len(node["enum"])
        assert "$ref" not in node


def test_the_examples_are_valid_themselves() -> None:
    for name in KINDS:
        for node in nodes(validator(name).schema):
            for example in node.get("examples", ()):
                assert Draft202012Validator(node).is_valid(example), example


def test_nothing_is_explained_that_is_not_a_key() -> None:
    for shape, keys in KEYS.items():
        assert set(keys) == keys_of(shape), shape.__name__


def keys_of(shape: type[Shape]) -> set[str]:
    return {field.alias or name for name, field in shape.model_fields.items()}


def test_a_closed_value_says_its_label_and_what_it_is_about(nb: Catalogue) -> None:
    options = json_schema(KINDS["activity"], nb)["properties"]
    assert options["method"]["enumDescriptions"][0].startswith("Innsjekk: ")
    assert options["minutes"] == {
        "title": "Minutter",
        "description": "Hvor mange minutter aktiviteten tar, med plenum.",
        "examples": [18],
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 999_999,
        "pattern": "^[1-9][0-9]{0,5}$",
    }
