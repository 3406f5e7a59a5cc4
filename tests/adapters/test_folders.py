"""A folder put in place as a whole: what was there stays until the new is whole, and nothing is left behind."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from taikun_build.adapters import folders
from taikun_build.adapters.environment import EnvironmentFault


def listing(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def make(output: Path, text: str, name: str = "a/b.html") -> None:
    with folders.made_aside(output) as aside:
        folders.write_files(aside / "site", {"editions.json": text, name: text})
        folders.publish(aside / "site", output)


@pytest.mark.parametrize("exchanges", [True, False])
def test_the_new_takes_the_place_of_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool) -> None:
    if not exchanges:
        monkeypatch.setattr(folders, "_exchange", lambda _one, _other: False)
    make(tmp_path / "site", "en")
    make(tmp_path / "site", "to")
    assert listing(tmp_path / "site") == {"editions.json": "to", "a/b.html": "to"}
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_a_failure_leaves_the_old_and_no_litter(tmp_path: Path) -> None:
    make(tmp_path / "site", "en")
    with pytest.raises(EnvironmentFault):
        make(tmp_path / "site", "to", name="a/b.html/" + "for-langt" * 100)
    assert listing(tmp_path / "site") == {"editions.json": "en", "a/b.html": "en"}
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_a_process_killed_between_two_renamings_is_mended_by_the_next(tmp_path: Path) -> None:
    make(tmp_path / "site", "en")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    with pytest.raises(RuntimeError), folders.made_aside(tmp_path / "site"):
        raise RuntimeError
    assert listing(tmp_path / "site")["editions.json"] == "en"


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".site.building-x" / "stage").mkdir(parents=True)
    make(tmp_path / "site", "en")
    assert not (tmp_path / ".site.building-x").exists()


def test_the_frame_is_copied_without_what_does_not_belong_to_it(tmp_path: Path) -> None:
    source = tmp_path / "overrides"
    names = [
        "main.html",
        "assets/a.css",
        "assets/a.css~",
        "assets/notat.txt",
        ".env",
        "assets/.a.css",
        ".git/main.html",
    ]
    folders.write_files(source, dict.fromkeys(names, "x"))
    (source / "assets" / "b.css").symlink_to(source / ".env")
    folders.copy_frame(source, tmp_path / "stage")
    assert sorted(listing(tmp_path / "stage")) == ["assets/a.css", "main.html"]


def _hold(output: Path, ready: multiprocessing.Queue[str], go_on: multiprocessing.Queue[str]) -> None:
    with folders.made_aside(output):
        ready.put("x")
        go_on.get()


def test_two_builds_at_once_do_not_get_in_each_other_s_way(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, go_on = context.Queue(), context.Queue()
    other = context.Process(target=_hold, args=(tmp_path / "site", ready, go_on))
    other.start()
    ready.get(timeout=60)
    try:
        with pytest.raises(EnvironmentFault), folders.made_aside(tmp_path / "site"):
            pass
    finally:
        go_on.put("x")
        other.join()
    make(tmp_path / "site", "en")


def test_only_a_site_of_ours_is_replaced(tmp_path: Path) -> None:
    assert folders.is_ours_or_free(tmp_path / "ny")
    (tmp_path / "tom").mkdir()
    assert folders.is_ours_or_free(tmp_path / "tom")
    (tmp_path / "andres").mkdir()
    (tmp_path / "andres" / "bilder.txt").write_text("x", encoding="utf-8")
    assert not folders.is_ours_or_free(tmp_path / "andres")
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    assert not folders.is_ours_or_free(tmp_path / "fil")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    with pytest.raises(EnvironmentFault) as fault, folders.made_aside(tmp_path / "fil" / "mappe" / "site"):
        pass
    assert fault.value.exit_code == 4
    assert "fil" in str(fault.value.message.values["path"])
