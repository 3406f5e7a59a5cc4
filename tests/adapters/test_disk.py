"""The working tree as it lies on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from taikun_build.adapters.disk import DiskSources, create_text, load_catalogue, make_folder, write_text
from taikun_build.adapters.environment import EnvironmentFault, Misuse
from taikun_build.sources import Kind
from taikun_build.vocabulary import Language


def test_entries_are_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", ".hidden/x", "a/.y"):
        (tmp_path / "curriculum" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "curriculum" / name).write_text("x", encoding="utf-8")
    assert [entry.path for entry in DiskSources(tmp_path, "curriculum").entries()] == [
        "curriculum/a/c.md",
        "curriculum/b.md",
    ]
    assert DiskSources(tmp_path, "finnes-ikke").entries() == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFO")
def test_links_and_pipes_are_named_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "curriculum").mkdir()
    os.mkfifo(tmp_path / "curriculum" / "kø.md")
    (tmp_path / "curriculum" / "mappe").symlink_to("/etc")
    kinds = {entry.path: entry.kind for entry in DiskSources(tmp_path, "curriculum").entries()}
    assert kinds == {"curriculum/kø.md": Kind.SPECIAL, "curriculum/mappe": Kind.LINK}


@pytest.mark.skipif(os.name == "nt", reason="Windows makes symbolic links for administrators only")
def test_what_only_looks_like_ours_is_told_from_files(tmp_path: Path) -> None:
    curriculum = tmp_path / "curriculum"
    (curriculum / "annet").mkdir(parents=True)
    (tmp_path / "hemmelig").write_text("x", encoding="utf-8")
    (curriculum / "hard.txt").hardlink_to(tmp_path / "hemmelig")
    (curriculum / "annet" / ".git").write_text("gitdir: ../x", encoding="utf-8")
    (curriculum / "annet" / "a.md").write_text("x", encoding="utf-8")
    (curriculum / "fil.txt").write_text("fire", encoding="utf-8")
    (tmp_path / "lenke").symlink_to(curriculum)
    entries = {entry.path: (entry.kind, entry.size) for entry in DiskSources(tmp_path, "curriculum").entries()}
    assert entries == {
        "curriculum/annet": (Kind.SUBMODULE, 0),
        "curriculum/fil.txt": (Kind.FILE, 4),
        "curriculum/hard.txt": (Kind.HARD_LINK, 0),
    }
    assert [entry.kind for entry in DiskSources(tmp_path, "lenke").entries()] == [Kind.LINK]


def test_a_file_that_is_gone_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        DiskSources(tmp_path, "curriculum").read("curriculum/borte.md")
    assert load_catalogue(Language.NB).say(fault.value.message).startswith("Kan ikke lese curriculum/borte.md")


def test_a_text_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    write_text(tmp_path, "a.yml", "en\n")
    write_text(tmp_path, "a.yml", "to\n")
    assert (tmp_path / "a.yml").read_bytes() == b"to\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]
    with pytest.raises(EnvironmentFault):
        write_text(tmp_path, "borte/a.yml", "x")


def test_a_new_text_never_takes_the_place_of_another(tmp_path: Path) -> None:
    create_text(tmp_path, "a/b.yml", "en\n")
    with pytest.raises(Misuse):
        create_text(tmp_path, "a/b.yml", "to\n")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.yml"]
    assert (tmp_path / "a" / "b.yml").read_bytes() == b"en\n"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(EnvironmentFault):
        make_folder(tmp_path, "a/b")
