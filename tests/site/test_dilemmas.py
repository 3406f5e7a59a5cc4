"""The bank of dilemmas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_site
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

TVIL, OTHER = "curriculum/modules/etikk/tvil.md", "curriculum/modules/etikk/annen.md"


def test_dilemmas_of_one_id_in_two_modules_have_anchors_of_their_own(content: Mapping[str, bytes]) -> None:
    other = content[TVIL].replace(b"\nid: tvil\n", b"\nid: annen\n")
    curriculum, _ = read_curriculum(MemorySources({**content, OTHER: other}))
    assert curriculum is not None
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    page = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))["dilemmaer/index.md"]
    ids = re.findall(r'\[id="([^"]+)"| html \| h4#(\S+)', page)
    flat = [a or b for a, b in ids]
    assert {"tvil--svaret", "annen--svaret"} <= set(flat)
    assert len(set(flat)) == len(flat)
