"""The reserved ids are the names of what the site makes itself beside the pages and files of modules and themes."""

from __future__ import annotations

from taikun_build.checks.reserved_id import MODULES, THEMES
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.site.plan import draft_of_the_tree, plan_site


def test_every_page_and_file_of_the_sites_own_is_reserved_and_no_other(curriculum: Curriculum) -> None:
    shown = published_part(curriculum)
    ids = {module.meta.id for module in shown.modules} | {theme.id for theme in shown.settings.themes}
    plan = plan_site(shown, draft_of_the_tree())
    files = [page.path for page in plan.pages] + [document.path for document in plan.documents]
    paths = [path.rpartition(".")[0].split("/") for path in files]
    own = [(path[0], path[-1]) for path in paths if len(path) > 1 and path[-1] not in ids]
    assert {name for folder, name in own if folder in ("moduler", "fasilitator", "dilemmakort")} == set(MODULES)
    assert {name for folder, name in own if folder == "temaer"} <= set(THEMES)
