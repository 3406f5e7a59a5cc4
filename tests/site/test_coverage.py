"""What the curriculum covers: every pair of theme and level, and the gaps counted."""

from __future__ import annotations

from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.site.coverage import CoveragePage
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.vocabulary import Format, Level


def test_modules_stand_at_their_level_and_the_rest_are_gaps(curriculum: Curriculum) -> None:
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    page = next(page.value for page in plan.pages if isinstance(page.value, CoveragePage))
    found = {
        (card.theme.id, level): [module.id for module in page.at(card, level)]
        for card in page.themes
        for level in page.levels
    }
    assert {place: ids for place, ids in found.items() if ids} == {
        ("etikk", Level.BASIC): ["tvil"],
        ("sok", Level.INTERMEDIATE): ["finne"],
    }
    assert page.gaps == 4
    assert [module.id for module in page.of_level(Level.BASIC)] == ["tvil"]
    assert page.held(page.of_level(Level.INTERMEDIATE), Format.DIGITAL) == 1
    assert page.held(page.of_level(Level.INTERMEDIATE), Format.PHYSICAL) == 0
