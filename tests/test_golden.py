"""The example's staged pages, whole: what the site tool is handed is what stands in `tests/golden/`, and nothing else.

After a wanted change: `.venv/bin/python scripts/golden.py`, and read the difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from support import EXAMPLE, ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_config, render_site
from taikun_build.site.plan import draft_of_the_tree, plan_site

GOLDEN = ROOT / "tests" / "golden"


def staged() -> Mapping[str, str]:
    """Path -> text of all that is staged for the published part of the example, and the configuration we add."""
    curriculum, _ = read_curriculum(DiskSources(EXAMPLE, "curriculum"))
    assert curriculum is not None
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    catalogues = cache(load_catalogue)
    pages = render_site(plan, reference_lists(curriculum.references), catalogues)
    return {**pages, "mkdocs.yml": render_config(plan, "", catalogues).lstrip()}


def test_what_is_staged_is_what_is_expected() -> None:
    expected = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes().decode()
        for path in sorted(GOLDEN.rglob("*"))
        if path.is_file()
    }
    found = staged()
    assert sorted(found) == sorted(expected)
    for path, text in found.items():
        assert text == expected[path], path
