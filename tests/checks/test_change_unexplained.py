"""Which entries explain a change; the page shows what is found when there is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from taikun_build import checks
from taikun_build.model import Edition, FrozenModule, Setting
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources
from taikun_build.vocabulary import EditionStatus

MODULE = "curriculum/modules/etikk/tvil.md"
PUBLISHED = Edition(
    id="first",
    title="Første utgave",
    number=1,
    path="utgave-1",
    status=EditionStatus.PUBLISHED,
    tag="edition/first",
    modules=(FrozenModule(id="tvil", version="1.9.0", digest="sha256:" + "0" * 64),),
)


def found(content: Mapping[str, bytes], version: str, *changes: str) -> list[str]:
    """Codes found in a module that has changed since version 1.9.0 of it was published."""
    entries = "".join(
        f"\n  - {{version: {entry}, kind: content, what: Nytt i {entry}, why: Bedre slik, trigger: review}}"
        for entry in changes
    )
    text = content[MODULE].decode()
    text = text.replace("version: 1.0.0", f"version: {version}").replace("changes: []", f"changes:{entries or ' []'}")
    curriculum, problems = read_curriculum(MemorySources({**content, MODULE: text.encode()}))
    assert curriculum is not None
    setting = Setting(date(2026, 11, 25), (PUBLISHED,))
    return [problem.code for problem in (*problems, *checks.run(checks.DRAFT, curriculum, setting))]


@pytest.mark.parametrize("changes", [("1.10.0",), ("1.9.1",), ("1.9.0", "1.9.1", "1.10.0")])
def test_an_entry_for_any_version_after_the_published_one_explains(
    content: Mapping[str, bytes], changes: tuple[str, ...]
) -> None:
    assert found(content, "1.10.0", *changes) == []


@pytest.mark.parametrize("changes", [(), ("1.9.0",), ("1.2.0", "1.9.0")])
def test_entries_up_to_the_published_version_do_not(content: Mapping[str, bytes], changes: tuple[str, ...]) -> None:
    assert found(content, "1.10.0", *changes) == ["change-unexplained"]


def test_both_that_are_missing_are_found_in_one_run(content: Mapping[str, bytes]) -> None:
    assert found(content, "1.9.0") == ["version-not-raised", "change-unexplained"]


def test_an_entry_for_the_version_that_was_forgotten_leaves_the_version_to_be_raised(
    content: Mapping[str, bytes],
) -> None:
    assert found(content, "1.9.0", "1.10.0") == ["change-version", "version-not-raised"]


def test_a_version_that_cannot_be_read_is_one_finding(content: Mapping[str, bytes]) -> None:
    assert found(content, "1.9", "1.10.0") == ["bad-pattern"]
