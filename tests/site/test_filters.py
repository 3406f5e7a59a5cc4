"""What the list of modules can be narrowed by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_site
from taikun_build.site.pages import CATALOGUE
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

SETTINGS, FINNE = "curriculum/curriculum.yml", "curriculum/modules/sok/finne.md"


def catalogue_of(files: Mapping[str, bytes]) -> str:
    curriculum, _ = read_curriculum(MemorySources(files))
    assert curriculum is not None
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    return render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))[CATALOGUE]


def test_roles_are_offered_in_the_order_of_the_curriculum(content: Mapping[str, bytes]) -> None:
    page = catalogue_of(content)
    assert 'data-order-rolle="veiledning ledelse"' in page
    assert re.findall(r'data-rolle="(\w+)">([^<]+)', page) == [
        ("veiledning", "Skranke og veiledning"),
        ("ledelse", "Ledelse"),
    ]


def test_roles_are_named_in_the_language_of_the_site(content: Mapping[str, bytes]) -> None:
    nynorsk = content[SETTINGS].replace(b"language: nb\n", b"language: nn\n")
    assert re.findall(r'data-rolle="\w+">([^<]+)', catalogue_of({**content, SETTINGS: nynorsk})) == [
        "Skranke og rettleiing",
        "Leiing",
    ]


def test_a_curriculum_without_roles_offers_none(content: Mapping[str, bytes]) -> None:
    before, _, _ = content[SETTINGS].partition(b"roles:\n")
    module = content[FINNE].replace(b"roles: [ledelse, veiledning]\n", b"")
    page = catalogue_of({**content, SETTINGS: before, FINNE: module})
    assert 'data-niva="' in page
    assert 'data-rolle="' not in page
    assert 'data-order-rolle=""' in page
