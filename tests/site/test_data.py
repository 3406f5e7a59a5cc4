"""The data for other programs keep to the schemas that are published beside them, and hold what readers see."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.rendering import render_site
from taikun_build.site.data import EVALUATION, INDEX, KINDS, data_file, schema_file
from taikun_build.site.plan import draft_of_the_tree, plan_site

FILES = {data_file(kind): kind for kind in KINDS} | {
    f"api/evaluation/{one}.json": EVALUATION for one in ("tvil", "finne")
}


@pytest.fixture(scope="module")
def written(curriculum: Curriculum) -> Mapping[str, Any]:
    """Every JSON file of the example, read again."""
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    pages = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))
    return {path: json.loads(text) for path, text in pages.items() if path.endswith(".json")}


@pytest.mark.parametrize(("path", "kind"), FILES.items())
def test_the_data_keep_to_their_schema(path: str, kind: str, written: Mapping[str, Any]) -> None:
    schema = written[schema_file(kind)]
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(written[path])] == []
    assert schema["$id"] == f"https://example.org/taikun/draft/api/schema/{kind}.json"


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("api/modules.json", "modules", [{"id": "a"}]),
        ("api/dilemmas.json", "dilemmas", None),
        ("api/glossary.json", "edition", {}),
        ("api/evaluation/tvil.json", "forms", [{"id": "participants"}]),
    ],
)
def test_the_schemas_refuse_what_is_not_data(path: str, key: str, value: object, written: Mapping[str, Any]) -> None:
    schema = written[schema_file(FILES[path])]
    assert Draft202012Validator(schema).is_valid(written[path])
    assert not Draft202012Validator(schema).is_valid(written[path] | {key: value})


@pytest.mark.parametrize(
    ("key", "value"), [("code", "Å-1"), ("code", "a.b"), ("columns", ["x" * 65]), ("type", "fritekst"), ("text", {})]
)
def test_a_codebook_has_only_codes_and_kinds_that_a_form_can_have(
    key: str, value: object, written: Mapping[str, Any]
) -> None:
    book = written["api/evaluation/tvil.json"]
    form = book["forms"][0]
    question = form["questions"][0]
    changed = {**book, "forms": [{**form, "questions": [{**question, key: value}]}]}
    assert not Draft202012Validator(written[schema_file(EVALUATION)]).is_valid(changed)


def test_every_data_file_names_its_schema_and_is_in_the_index(written: Mapping[str, Any]) -> None:
    assert written[INDEX]["files"] == [
        {"path": path.removeprefix("api/"), "schema": f"schema/{kind}.json"} for path, kind in FILES.items()
    ]
    for path, kind in FILES.items():
        if kind != "references":  # a bare list, as citation programs import it
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), written[path]["$schema"])) == schema_file(
                kind
            )


def undescribed(schema: object, where: str = "") -> list[str]:
    """The properties of a schema that say nothing of themselves."""
    if not isinstance(schema, dict):
        return []
    found = [f"{where}/{name}" for name, value in schema.get("properties", {}).items() if not value.get("description")]
    parts = {**schema.get("properties", {}), "items": schema.get("items")}
    return found + [one for name, value in parts.items() for one in undescribed(value, f"{where}/{name}")]


@pytest.mark.parametrize("kind", [*KINDS, EVALUATION])
def test_every_property_is_described(kind: str, written: Mapping[str, Any]) -> None:
    assert undescribed(written[schema_file(kind)]) == []


def test_modules_name_their_roles_in_the_order_of_the_curriculum(written: Mapping[str, Any]) -> None:
    data = written["api/modules.json"]
    assert data["roles"] == [
        {
            "id": "veiledning",
            "title": {"nb": "Skranke og veiledning", "nn": "Skranke og rettleiing", "se": None, "en": None},
        },
        {"id": "ledelse", "title": {"nb": "Ledelse", "nn": "Leiing", "se": None, "en": None}},
    ]
    assert {module["id"]: module["roles"] for module in data["modules"]} == {
        "tvil": [],
        "finne": ["veiledning", "ledelse"],
    }


def test_the_references_are_those_that_are_cited_without_the_notes_on_them(curriculum: Curriculum) -> None:
    berg = {**curriculum.references["berg2020"], "note": "HEMMELIG", "abstract": "HEMMELIG"}
    noted = replace(curriculum, references={"berg2020": berg, "ukjent": {"id": "ukjent", "title": "HEMMELIG"}})
    (reference,) = plan_site(published_part(noted), draft_of_the_tree()).data["api/references.json"]
    assert (reference["id"], reference["title"]) == ("berg2020", "Å lete")
    assert "HEMMELIG" not in repr(reference)


def test_nothing_for_the_facilitator_is_in_the_data(written: Mapping[str, Any]) -> None:
    (dilemma,) = written["api/dilemmas.json"]["dilemmas"]
    assert dilemma["questions"][0] == "Hva svarer du?"
    assert "HEMMELIG" not in json.dumps(written, ensure_ascii=False)
