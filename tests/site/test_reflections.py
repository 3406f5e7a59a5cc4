"""The reflection questions, gathered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_site
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.site.reflections import ReflectionsPage
from taikun_build.sources import MemorySources

TVIL = "curriculum/modules/etikk/tvil.md"


def test_a_box_stands_with_its_module_and_its_activity(curriculum: Curriculum) -> None:
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    (page,) = (page.value for page in plan.pages if isinstance(page.value, ReflectionsPage))
    found = [(r.module.id, r.activity and r.activity.options.id) for t in page.themes for r in t.reflections]
    assert found == [("tvil", "dilemmaet")]


def test_links_in_a_box_lead_back_to_the_module(content: Mapping[str, bytes]) -> None:
    box = b"- Hva overrasket deg? Se [her](#innsjekk) og [Berg][berg2020].\n"
    files = {**content, TVIL: content[TVIL].replace(b"- Hva overrasket deg?\n", box)}
    curriculum, _ = read_curriculum(MemorySources(files))
    assert curriculum is not None
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    pages = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))
    moved = "Se [her](../moduler/tvil.md#innsjekk) og [Berg](../moduler/tvil.md#kilde-berg2020)."
    assert moved in pages["dilemmaer/refleksjon.md"]
    assert "Se [her](#innsjekk) og [Berg][berg2020]." in pages["moduler/tvil.md"]
