"""The page of scenario axes: each future in its corner, and the minutes added up."""

from __future__ import annotations

from collections.abc import Mapping

from taikun_build import checks
from taikun_build.model import Curriculum, Setting
from taikun_build.reading import read_curriculum
from taikun_build.site.futures import FuturesPage, futures_page
from taikun_build.sources import MemorySources

FILE = "curriculum/futures.yml"


def test_each_future_lies_where_its_two_ends_meet(curriculum: Curriculum) -> None:
    (page,) = futures_page(curriculum.futures)
    assert isinstance(page.value, FuturesPage)
    assert [
        (end, [(c.future.name, c.horizontal, c.vertical) for c in corners]) for end, corners in page.value.rows
    ] == [
        ("Mykje ro", [("Hagen", "Låg fart", "Mykje ro"), ("Toget", "Høg fart", "Mykje ro")]),
        ("Lite ro", [("Køen", "Låg fart", "Lite ro"), ("Basaren", "Høg fart", "Lite ro")]),
    ]
    assert page.value.minutes == 30


def test_without_the_file_there_is_no_page_and_no_finding(content: Mapping[str, bytes]) -> None:
    found, problems = read_curriculum(MemorySources({p: data for p, data in content.items() if p != FILE}))
    assert found is not None
    assert problems == ()
    assert list(futures_page(found.futures)) == []


def test_a_source_that_nobody_knows_is_found_where_it_stands(content: Mapping[str, bytes]) -> None:
    files = {**content, FILE: content[FILE].replace(b"berg2020", b"berg2002")}
    found, _ = read_curriculum(MemorySources(files))
    assert found is not None
    (problem,) = (p for p in checks.run(checks.DRAFT, found, Setting()) if p.code == "unknown-source")
    assert (problem.where.path, problem.where.line) == (FILE, 5)
