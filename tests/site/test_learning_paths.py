"""Learning paths on the site: their modules in order, what must come first, and nothing that is not published."""

from __future__ import annotations

from collections.abc import Mapping

from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.reading import read_curriculum
from taikun_build.site.learning_paths import LearningPathPage, LearningPathsPage
from taikun_build.site.plan import ModulePage, SitePlan, draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

PATH = "curriculum/paths/begynn.yml"


def plan_of(files: Mapping[str, bytes]) -> SitePlan:
    curriculum, _ = read_curriculum(MemorySources(files))
    assert curriculum is not None
    return plan_site(published_part(curriculum), draft_of_the_tree())


def paths_of(plan: SitePlan) -> list[LearningPathPage]:
    return [page.value for page in plan.pages if isinstance(page.value, LearningPathPage)]


def onward_of(plan: SitePlan) -> dict[str, list[tuple[str, str | None]]]:
    """Each module with the paths that its page names, and the module that each leads to."""
    return {
        page.value.module.id: [(way.path.id, way.following.id if way.following else None) for way in page.value.onward]
        for page in plan.pages
        if isinstance(page.value, ModulePage)
    }


def with_a_third_module(content: Mapping[str, bytes]) -> dict[str, bytes]:
    third = content["curriculum/modules/etikk/tvil.md"].replace(b"id: tvil\n", b"id: annen\n", 1)
    return {**content, "curriculum/modules/etikk/annen.md": third}


def test_a_path_has_its_modules_in_its_own_order_with_the_time_in_all(curriculum: Curriculum) -> None:
    (path,) = paths_of(plan_site(published_part(curriculum), draft_of_the_tree()))
    assert [step.module.id for step in path.steps] == ["tvil", "finne"]
    assert path.minutes == 90


def test_what_must_come_first_is_named_only_when_it_is_no_step(content: Mapping[str, bytes]) -> None:
    (path,) = paths_of(plan_of(content))
    assert [step.elsewhere for step in path.steps] == [(), ()]
    steps = content[PATH].replace(b"module: tvil", b"module: annen")
    (path,) = paths_of(plan_of({**with_a_third_module(content), PATH: steps}))
    assert [[module.id for module in step.elsewhere] for step in path.steps] == [[], ["tvil"]]


def test_the_easiest_path_comes_first(content: Mapping[str, bytes]) -> None:
    easy = content[PATH].replace(b"id: begynn", b"id: lett").replace(b"module: finne", b"module: annen")
    plan = plan_of({**with_a_third_module(content), "curriculum/paths/lett.yml": easy})
    assert [path.meta.id for path in paths_of(plan)] == ["lett", "begynn"]
    (listed,) = (page.value for page in plan.pages if isinstance(page.value, LearningPathsPage))
    assert [path.meta.id for path in listed.paths] == ["lett", "begynn"]


def test_a_module_leads_to_the_next_of_its_path_and_the_last_says_that_it_ends(content: Mapping[str, bytes]) -> None:
    steps = content[PATH] + b"  - module: annen\n    why: Til slutt.\n"
    assert onward_of(plan_of({**with_a_third_module(content), PATH: steps})) == {
        "tvil": [("begynn", "finne")],
        "finne": [("begynn", "annen")],
        "annen": [("begynn", None)],
    }


def test_a_module_of_two_paths_leads_on_in_both_and_one_of_none_in_no_path(content: Mapping[str, bytes]) -> None:
    turned = content[PATH].replace(b"tvil", b"x").replace(b"finne", b"tvil").replace(b"module: x", b"module: finne")
    other = turned.replace(b"id: begynn", b"id: omvendt")
    assert onward_of(plan_of({**with_a_third_module(content), "curriculum/paths/omvendt.yml": other})) == {
        "annen": [],
        "tvil": [("begynn", "finne"), ("omvendt", None)],
        "finne": [("begynn", None), ("omvendt", "tvil")],
    }


def test_a_path_with_a_draft_in_it_has_no_page_and_no_place_in_the_navigation(content: Mapping[str, bytes]) -> None:
    plan = plan_of({**content, PATH: content[PATH].replace(b"module: tvil", b"module: uferdig")})
    assert paths_of(plan) == []
    assert not [page for page in plan.pages if isinstance(page.value, LearningPathsPage)]
    assert "laeringslop" not in repr(plan.nav)


def test_content_from_before_there_were_paths_is_planned_as_it_was(content: Mapping[str, bytes]) -> None:
    without = plan_of({path: data for path, data in content.items() if path != PATH})
    extra = {page.path for page in plan_of(content).pages} - {page.path for page in without.pages}
    assert extra == {"laeringslop/index.md", "laeringslop/begynn.md"}
