"""What has been found out is found again, and only by the same program, for the same key and from the user's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from taikun_build.adapters import memory


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(memory, "user_cache_path", lambda *_a, **_k: tmp_path / "cache")
    return tmp_path / "cache"


def counted(value: str, calls: list[str]) -> str:
    calls.append(value)
    return value


def test_the_second_time_nothing_is_made() -> None:
    calls: list[str] = []
    assert [memory.remembered(("a",), lambda: counted("x", calls)) for _ in range(3)] == ["x", "x", "x"]
    assert calls == ["x"]


def test_another_key_and_another_program_are_other_things(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    memory.remembered(("a", "b"), lambda: counted("x", calls))
    memory.remembered(("ab",), lambda: counted("y", calls))
    monkeypatch.setattr(memory, "_program", lambda: "another")
    assert memory.remembered(("ab",), lambda: counted("z", calls)) == "z"
    assert calls == ["x", "y", "z"]


@pytest.mark.parametrize("damage", [b"", b"\x80\x05garbage", b"cbuiltins\nnothing\n."])
def test_a_damaged_memory_is_made_anew(home: Path, damage: bytes) -> None:
    memory.remembered(("a",), lambda: "x")
    (file,) = (home / "results").iterdir()
    file.write_bytes(damage)
    assert memory.remembered(("a",), lambda: "y") == "y"
    assert memory.remembered(("a",), lambda: "z") == "y"


def test_without_a_place_to_write_the_work_is_done_all_the_same(home: Path) -> None:
    home.write_text("a file where the folder should be")
    assert [memory.remembered(("a",), lambda: "x") for _ in range(2)] == ["x", "x"]


def test_the_memory_does_not_grow_without_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "KEPT", 3)
    for number in range(6):
        memory.remembered((str(number),), lambda: "x")
    assert len(list((home / "results").iterdir())) == 3
