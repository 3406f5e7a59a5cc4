"""What a page says of itself to machines, read by other programs than ours."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml
from pyld import jsonld

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.metadata import in_script
from taikun_build.model import Curriculum
from taikun_build.rendering import render_site
from taikun_build.site.plan import draft_of_the_tree, plan_site

SCHEMA = "https://schema.org/"
CONFORMS = "http://purl.org/dc/terms/conformsTo"
REQUIRED = ("description", "keywords", "name")
RECOMMENDED = (
    *("about", "abstract", "audience", "author", "competencyRequired", "educationalLevel", "identifier", "inLanguage"),
    *("learningResourceType", "license", "teaches", "timeRequired", "url"),
)
"""By Bioschemas TrainingMaterial 1.0-RELEASE, but for `mentions`, of which a module knows nothing."""


def fronts(curriculum: Curriculum) -> dict[str, Any]:
    """The front matter of every staged page."""
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    pages = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))
    return {path: yaml.safe_load(text.split("---\n")[1]) for path, text in pages.items() if path.endswith(".md")}


@pytest.fixture(scope="module")
def front(curriculum: Curriculum) -> dict[str, Any]:
    return fronts(curriculum)


@pytest.fixture(scope="module")
def homeless(curriculum: Curriculum) -> dict[str, Any]:
    """The same while nobody knows where the site will be."""
    settings = curriculum.settings.model_copy(update={"address": None})
    return fronts(replace(curriculum, settings=settings))


def nodes(text: str, base: str) -> list[dict[str, Any]]:
    """The nodes of a page's JSON-LD, expanded with a context of our own: nothing is fetched."""

    def context(url: str, _options: object) -> dict[str, Any]:
        assert url == SCHEMA
        terms = {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ("url", "item", "license", "contentUrl")}}
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": terms}}

    return list(jsonld.expand(json.loads(text), {"base": base, "documentLoader": context}))


def of_type(found: list[dict[str, Any]], name: str) -> dict[str, Any]:
    (node,) = (node for node in found if node["@type"] == [SCHEMA + name])
    return node


def test_a_module_is_training_material_by_the_profile(front: dict[str, Any]) -> None:
    module = of_type(nodes(front["moduler/finne.md"]["jsonld"], "https://example.org/"), "LearningResource")
    assert module["@id"] == "https://example.org/taikun/draft/moduler/finne/"
    assert module[CONFORMS][0]["@id"] == "https://bioschemas.org/profiles/TrainingMaterial/1.0-RELEASE"
    assert [name for name in (*REQUIRED, *RECOMMENDED) if not module.get(SCHEMA + name)] == []
    assert module[SCHEMA + "timeRequired"] == [{"@value": "PT30M"}]
    assert module[SCHEMA + "license"] == [{"@id": "https://creativecommons.org/licenses/by/4.0/"}]
    assert module[SCHEMA + "inLanguage"] == [{"@value": "nn"}]
    (prerequisite,) = module[SCHEMA + "competencyRequired"]
    assert prerequisite["@id"] == "https://example.org/taikun/draft/moduler/tvil/"


def test_the_front_page_is_the_whole_curriculum_and_its_owner(front: dict[str, Any]) -> None:
    found = nodes(front["index.md"]["jsonld"], "https://example.org/")
    whole = of_type(found, "LearningResource")
    assert [name for name in REQUIRED if not whole.get(SCHEMA + name)] == []
    assert len(whole[SCHEMA + "hasPart"]) == 2
    assert of_type(found, "Organization")[SCHEMA + "name"] == [{"@value": "Eksempelbiblioteket"}]


def test_breadcrumbs_lead_from_the_front_page_to_the_page(front: dict[str, Any]) -> None:
    crumbs = of_type(nodes(front["moduler/tvil.md"]["jsonld"], "https://example.org/"), "BreadcrumbList")
    steps = crumbs[SCHEMA + "itemListElement"]
    assert [step[SCHEMA + "position"][0]["@value"] for step in steps] == [1, 2, 3, 4]
    assert [step[SCHEMA + "item"][0]["@id"].removeprefix("https://example.org/taikun/draft/") for step in steps] == [
        "",
        "moduler/",
        "temaer/etikk/",
        "moduler/tvil/",
    ]


@pytest.mark.parametrize("path", ["index.md", "moduler/index.md", "moduler/tvil.md", "om.md"])
def test_without_an_address_links_lead_to_the_same_places_from_the_page(
    path: str, front: dict[str, Any], homeless: dict[str, Any]
) -> None:
    base = "https://example.org/taikun/draft/" + path.removesuffix("index.md").replace(".md", "/")
    assert "https://example.org" not in homeless[path]["jsonld"]
    assert nodes(homeless[path]["jsonld"], base) == nodes(front[path]["jsonld"], base)


def test_what_must_be_absolute_is_left_out_while_there_is_no_address(
    front: dict[str, Any], homeless: dict[str, Any]
) -> None:
    absolute = {"og:url", "og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"}
    with_address = {one["property"]: one["content"] for one in front["moduler/tvil.md"]["og"]}
    without = {one["property"]: one["content"] for one in homeless["moduler/tvil.md"]["og"]}
    assert with_address.keys() - without.keys() == absolute
    assert with_address["og:image"] == "https://example.org/taikun/draft/assets/cards/moduler/tvil.png"
    assert front["moduler/tvil.md"]["canonical"] == "https://example.org/taikun/draft/moduler/tvil/"
    assert "canonical" not in homeless["moduler/tvil.md"]


def test_a_page_is_in_the_locale_of_its_language(front: dict[str, Any]) -> None:
    locales = {path: one["content"] for path in front for one in front[path]["og"] if one["property"] == "og:locale"}
    assert (locales["moduler/tvil.md"], locales["moduler/finne.md"]) == ("nb_NO", "nn_NO")


def test_texts_are_ready_for_attributes_and_data_for_a_script_element(front: dict[str, Any]) -> None:
    page = front["moduler/finne.md"]
    assert page["og"][0]["content"] == "Å finne fram &lt;i&gt; &amp; «søke»"
    assert not {"<", ">", "&"} & set(page["jsonld"])
    assert json.loads(in_script("</script><!--&")) == "</script><!--&"


def test_a_guide_says_nothing_of_itself_but_its_address(front: dict[str, Any]) -> None:
    assert "jsonld" not in front["fasilitator/tvil.md"]
    assert "HEMMELIG" not in repr(front)
