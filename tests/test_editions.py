"""Editions: identity is the content's digest, freezing is repeatable, and a manifest cannot lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taikun_build.editions import (
    changed_since_published,
    content_digest,
    differences,
    editions_data,
    entrance,
    freeze,
    manifest_text,
    published_modules,
    published_part,
    read_editions,
    versions_data,
)
from taikun_build.model import Curriculum, Edition
from taikun_build.problems import Text
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources
from taikun_build.vocabulary import EditionStatus, Status

DAY = date(2026, 11, 23)
COMMIT = "a" * 40
TREES = st.dictionaries(
    st.from_regex(r"curriculum/[a-zæ/]{1,8}\.md", fullmatch=True), st.binary(max_size=20), max_size=6
)


def edition(number: int, status: EditionStatus) -> Edition:
    return Edition(
        id=f"e{number}",
        title=f"Utgave {number}",
        number=number,
        path=f"utgave-{number}",
        status=status,
        tag=f"edition/e{number}",
    )


@pytest.fixture
def planned(files: Mapping[str, bytes]) -> Edition:
    found, problems = read_editions(
        MemorySources({path: data for path, data in files.items() if path.startswith("editions/")})
    )
    assert problems == ()
    return found[0]


@pytest.fixture
def frozen(planned: Edition, curriculum: Curriculum, content: Mapping[str, bytes]) -> Edition:
    return freeze(planned, curriculum, content_digest(MemorySources(content)), COMMIT, DAY)


def test_drafts_are_absent_from_an_edition_not_hidden_in_it(curriculum: Curriculum) -> None:
    assert [module.meta.id for module in published_modules(curriculum)] == ["tvil", "finne"]
    assert "uferdig" not in repr(published_part(curriculum).modules)


def without(whole: Curriculum, part: Curriculum) -> set[str]:
    """The YAML files that only the whole has."""
    return {file.path for file in whole.data_files} - {file.path for file in part.data_files}


def test_a_session_that_names_a_draft_is_left_out_with_it(content: Mapping[str, bytes]) -> None:
    session = "curriculum/sessions/fagdag.yml"
    text = content[session].replace(b"module: tvil", b"module: uferdig")
    other, _ = read_curriculum(MemorySources({**content, session: text}))
    assert other is not None
    assert [one.path for one in other.sessions] == [session, "curriculum/sessions/samling.yml"]
    assert [one.path for one in published_part(other).sessions] == ["curriculum/sessions/samling.yml"]
    assert without(other, published_part(other)) == {session}


def test_a_learning_path_that_names_a_draft_is_left_out_with_it(content: Mapping[str, bytes]) -> None:
    path = "curriculum/paths/begynn.yml"
    text = content[path].replace(b"module: tvil", b"module: uferdig")
    other, _ = read_curriculum(MemorySources({**content, path: text}))
    assert other is not None
    assert len(other.learning_paths) == 1
    assert published_part(other).learning_paths == ()
    assert without(other, published_part(other)) == {path}


def test_a_frozen_edition_lists_its_modules_and_agrees_with_its_content(
    frozen: Edition, curriculum: Curriculum
) -> None:
    assert frozen.status is EditionStatus.CANDIDATE
    assert [(module.id, module.version) for module in frozen.modules] == [("tvil", "1.0.0"), ("finne", "1.2.0")]
    assert differences(frozen, curriculum) == ()


def test_a_manifest_that_says_something_else_is_found_out(frozen: Edition, curriculum: Curriculum) -> None:
    tvil, finne = frozen.modules
    other = frozen.model_copy(
        update={
            "modules": (
                tvil.model_copy(update={"digest": "sha256:" + "0" * 64}),
                finne.model_copy(update={"id": "borte"}),
            )
        }
    )
    assert [problem.message.values["module"] for problem in differences(other, curriculum)] == [
        "borte",
        "finne",
        "tvil",
    ]


def test_the_manifest_is_read_back_as_it_was_written(frozen: Edition) -> None:
    text = manifest_text(frozen).encode()
    (again,), problems = read_editions(MemorySources({"editions/first.yml": text}))
    assert problems == ()
    assert again == frozen
    assert manifest_text(again).encode() == text


@given(TREES)
def test_the_digest_depends_on_names_and_bytes_alone(tree: dict[str, bytes]) -> None:
    backwards = dict(reversed(tree.items()))
    assert content_digest(MemorySources(tree)) == content_digest(MemorySources(backwards))


@given(TREES, TREES)
def test_different_trees_have_different_digests(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    same = content_digest(MemorySources(one)) == content_digest(MemorySources(other))
    assert same is (one == other)


@given(st.lists(st.sampled_from(EditionStatus), max_size=5))
def test_the_front_door_leads_to_the_newest_published_else_candidate_else_draft(statuses: list[EditionStatus]) -> None:
    known = [edition(number, status) for number, status in enumerate(statuses, 1)]
    door = entrance(known, "draft")
    newest = [
        e.path
        for wanted in (EditionStatus.PUBLISHED, EditionStatus.CANDIDATE)
        for e in reversed(known)
        if e.status is wanted
    ]
    assert door == (newest[0] if newest else "draft")


def test_the_version_list_is_in_mikes_shape_newest_first() -> None:
    known = [
        edition(1, EditionStatus.PUBLISHED),
        edition(2, EditionStatus.CANDIDATE),
        edition(3, EditionStatus.PLANNED),
    ]
    titles = {"utgave-1": "En", "utgave-2": "To (kandidat)", "draft": "Utkast"}
    assert versions_data(known, "draft", titles) == [
        {"version": "utgave-2", "title": "To (kandidat)", "aliases": []},
        {"version": "utgave-1", "title": "En", "aliases": []},
        {"version": "draft", "title": "Utkast", "aliases": []},
    ]
    assert [entry["status"] for entry in editions_data(known)["editions"]] == ["published", "candidate", "planned"]


def out_of_line(*manifests: str) -> list[tuple[str, int, str]]:
    """What `edition-order` finds in manifests called 1, 2 and so on: file, line, reason."""
    files = {f"editions/e{number}.yml": text.encode() for number, text in enumerate(manifests, 1)}
    _, problems = read_editions(MemorySources(files))
    found = [problem for problem in problems if problem.code == "edition-order"]
    reasons = [problem.message.values["what"] for problem in found]
    return [
        (problem.where.path.removeprefix("editions/"), problem.where.line, reason.template)
        for problem, reason in zip(found, reasons, strict=True)
        if isinstance(reason, Text)
    ]


def manifest(number: int, *lines: str) -> str:
    """A planned edition with further lines below its number."""
    own = (f"id: e{number}", f"path: utgave-{number}", f"tag: edition/e{number}", "title: Utgave", "status: planned")
    return "\n".join((*own, f"number: {number}", *lines, ""))


def test_editions_in_line_are_let_be() -> None:
    assert out_of_line(manifest(1), manifest(2, "previous: e1"), manifest(3, "previous: e2")) == []
    assert out_of_line(manifest(1, "date: 2026-01-01"), manifest(2, "previous: e1", "date: 2026-01-01")) == []
    assert out_of_line() == []


def test_a_gap_is_found_once_where_it_is() -> None:
    found = out_of_line(manifest(1), manifest(3, "previous: e1"), manifest(4, "previous: e3"))
    assert found == [("e2.yml", 6, "its number should be {n}")]
    assert out_of_line(manifest(2)) == [("e1.yml", 6, "its number should be {n}")]


def test_a_date_is_held_against_all_the_editions_before() -> None:
    found = out_of_line(
        manifest(1, "date: 2026-11-23"), manifest(2, "previous: e1"), manifest(3, "previous: e2", "date: 2026-11-22")
    )
    assert found == [("e3.yml", 8, "it is dated before «{other}», which is from {day}")]


def test_an_unreadable_manifest_leaves_no_gap() -> None:
    assert out_of_line("id: [", manifest(2, "previous: e1")) == []


def test_a_copied_manifest_is_one_fault() -> None:
    copied = manifest(2, "previous: e1").replace("number: 2", "number: 1")
    _, problems = read_editions(
        MemorySources({"editions/e1.yml": manifest(1).encode(), "editions/e2.yml": copied.encode()})
    )
    assert [problem.code for problem in problems] == ["edition-clash"]


def with_other_digests(frozen: Edition, **update: object) -> Edition:
    """The edition as if every module had been another when it was frozen."""
    modules = tuple(module.model_copy(update={"digest": "sha256:" + "0" * 64}) for module in frozen.modules)
    return frozen.model_copy(update={"modules": modules, **update})


def test_modules_are_held_against_the_newest_published_edition_alone(frozen: Edition, curriculum: Curriculum) -> None:
    published = frozen.model_copy(update={"status": EditionStatus.PUBLISHED})
    older = with_other_digests(published, number=1)
    newer = published.model_copy(update={"id": "newer", "number": 2})
    candidate = with_other_digests(frozen, number=3)
    assert not list(changed_since_published(curriculum, (older, newer, candidate)))
    assert not list(changed_since_published(curriculum, (candidate,)))
    changed = changed_since_published(curriculum, (older, candidate))
    assert [(module.meta.id, listed.version, edition.id) for module, listed, edition in changed] == [
        ("tvil", "1.0.0", "first"),
        ("finne", "1.2.0", "first"),
    ]


def test_what_no_edition_would_hold_today_is_not_compared(frozen: Edition, curriculum: Curriculum) -> None:
    published = with_other_digests(frozen, status=EditionStatus.PUBLISHED)
    retired = tuple(
        replace(module, meta=module.meta.model_copy(update={"status": Status.RETIRED})) for module in curriculum.modules
    )
    assert not list(changed_since_published(replace(curriculum, modules=retired), (published,)))
