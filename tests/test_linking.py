"""Where links lead."""

from __future__ import annotations

import pytest

from taikun_build.linking import Targets, anchors, assets_of, is_elsewhere, is_unsafe, resolve
from taikun_build.model import Curriculum

MODULE = "curriculum/modules/etikk/tvil.md"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/etc/passwd",
        "\\\\server\\x",
        "/\\evil.example",
        "..\\sok\\finne.md",
        "javascript%3Aalert(1)",
        "%2F%2Fevil.example",
        "https:/evil.example",
        "https:\\\\evil.example",
        "https://nb.no@evil.example",
        "https://",
        "H:/felles/a.docx",
    ],
)
def test_targets_that_are_never_published(target: str) -> None:
    assert is_unsafe(target)


@pytest.mark.parametrize(
    "target",
    [
        "https://nb.no",
        "HTTPS://nb.no",
        "https://nb.no/@a?b=c:d%5Ce",
        "mailto:post@example.org",
        "../a.md",
        "#b",
        "a b.md",
        "a%20b.md",
    ],
)
def test_targets_that_are_fine(target: str) -> None:
    assert not is_unsafe(target)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("../a.md#b", "x/a.md"),
        ("a.md", "x/y/a.md"),
        ("./a/../b.md", "x/y/b.md"),
        ("../../../../e", "../../e"),
        ("a%20b", "x/y/a b"),
    ],
)
def test_a_path_is_resolved_from_the_folder_of_its_file(target: str, path: str) -> None:
    assert resolve("x/y/z.md", target) == path


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("../sok/finne.md", True),
        ("../sok/finne.md#slik-virker-det", True),
        ("../sok/finne.md#sok-to-gonger", True),
        ("../sok/finne.md#finnes-ikke", False),
        ("../sok/finnes-ikke.md", False),
        ("#før-du-begynner", True),
        ("#svaret", True),
        ("#kilde-berg2020", True),
        ("#borte", False),
        ("../../pages/om.md#hvem", True),
        ("../sok/finne/skjema.svg", False),
        ("../../curriculum.yml", False),
        ("../../../../.git/config", False),
    ],
)
def test_a_link_leads_to_pages_anchors_and_own_files_only(curriculum: Curriculum, target: str, there: bool) -> None:
    assert Targets(curriculum).has(target, MODULE) is there


def test_a_module_may_use_the_files_of_its_own_folder(curriculum: Curriculum) -> None:
    used = {module.meta.id: assets_of(module) for module in curriculum.modules}
    assert used["finne"] == {
        "curriculum/modules/sok/finne/felt.png",
        "curriculum/modules/sok/finne/skjema.svg",
    }
    assert used["tvil"] == frozenset()


@pytest.mark.parametrize(
    ("target", "path", "found"),
    [
        ("../sok/finne/skjema.svg", MODULE, "curriculum/modules/sok/finne/skjema.svg"),
        ("../../curriculum.yml", MODULE, "curriculum/curriculum.yml"),
        ("finne/skjema.svg", "curriculum/modules/sok/finne.md", None),
        ("finne/borte.svg", "curriculum/modules/sok/finne.md", None),
        ("../sok/finne.md#borte", MODULE, None),
        ("#borte", MODULE, None),
        ("../../../editions/first.yml", MODULE, None),
    ],
)
def test_a_file_that_is_there_but_stays_behind(
    curriculum: Curriculum, target: str, path: str, found: str | None
) -> None:
    assert Targets(curriculum).unpublished(target, path) == found


def test_links_that_leave_the_curriculum_are_told_from_paths(curriculum: Curriculum) -> None:
    assert is_elsewhere("https://nb.no")
    assert is_elsewhere("//nb.no")
    assert not is_elsewhere("nb.no/a")
    assert "hvem" in set(anchors(curriculum.pages[0]))
