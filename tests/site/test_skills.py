"""What one can do: the outcomes by theme, and what they cover of each framework, the gaps included."""

from __future__ import annotations

from dataclasses import replace

from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.site.skills import SkillsPage


def page_of(curriculum: Curriculum) -> SkillsPage | None:
    """The page that a plan has for the skills, if it has one."""
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    return next((page.value for page in plan.pages if isinstance(page.value, SkillsPage)), None)


def test_every_outcome_of_a_published_module_is_there_once(curriculum: Curriculum) -> None:
    page = page_of(curriculum)
    assert page is not None
    shown = [outcome.text for card in page.themes for module in card.modules for outcome in module.outcomes]
    assert sorted(shown) == sorted(o.text for m in published_part(curriculum).modules for o in m.meta.learning_outcomes)


def test_a_competence_that_no_outcome_names_is_shown_as_a_gap(curriculum: Curriculum) -> None:
    page = page_of(curriculum)
    assert page is not None
    coverage = page.frameworks[0]
    assert [(known.id, [module.id for module in modules]) for known, modules in coverage.rows] == [
        ("eks-1", ["tvil"]),
        ("eks-2", ["tvil"]),
    ]
    assert coverage.covered == 2
    without = replace(curriculum, modules=tuple(m for m in curriculum.modules if m.meta.id != "tvil"))
    page = page_of(without)
    assert page is not None
    assert page.frameworks[0].covered == 0
    assert all(modules == () for _, modules in page.frameworks[0].rows)


def test_without_modules_there_is_no_page(curriculum: Curriculum) -> None:
    assert page_of(replace(curriculum, modules=())) is None
