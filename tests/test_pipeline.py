"""The whole program on a small real project: real git, real MkDocs, real Typst."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from support import ROOT, run_git

from taikun_build import pipeline
from taikun_build.adapters.disk import DiskSources
from taikun_build.adapters.environment import EnvironmentFault, Refusal
from taikun_build.adapters.git import Repository
from taikun_build.catalogue import Catalogue
from taikun_build.editions import read_editions
from taikun_build.pipeline import Built

MODULE = "curriculum/modules/etikk/tvil.md"


def quiet(_step: str) -> None:
    """Say nothing."""


def build(root: Path, output: Path | None = None) -> Built:
    return pipeline.build(root, output or root / "site", date(2026, 11, 25), quiet)


def tree(folder: Path) -> dict[str, str]:
    """Path -> digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(root: Path, old: str, new: str) -> None:
    path = root / MODULE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def commit(root: Path, message: str = "Endring") -> str:
    run_git(root, "add", "--all", "--", "curriculum", "editions")
    run_git(root, "commit", "--quiet", "--message", message)
    return run_git(root, "rev-parse", "HEAD")


@pytest.fixture
def frozen(project: Path) -> Path:
    """The project with its first edition frozen and committed."""
    edition, problems = pipeline.freeze(project, "first", "HEAD")
    assert edition is not None
    assert problems == ()
    commit(project, "Frys")
    return project


def test_a_build_has_the_edition_the_draft_and_the_lists(frozen: Path) -> None:
    built = build(frozen)
    assert built.problems == ()
    site = frozen / "site"
    assert sorted(path.name for path in site.iterdir()) == [
        "draft",
        "editions.json",
        "index.html",
        "utgave-1",
        "versions.json",
    ]
    assert json.loads((site / "versions.json").read_text(encoding="utf-8")) == [
        {"version": "utgave-1", "title": "Første utgave (kandidat)", "aliases": []},
        {"version": "draft", "title": "Arbeidsutkast", "aliases": []},
    ]
    assert '"utgave-1/"' in (site / "index.html").read_text(encoding="utf-8")
    editions = json.loads((site / "editions.json").read_text(encoding="utf-8"))["editions"]
    assert [(edition["id"], edition["status"]) for edition in editions] == [
        ("first", "candidate"),
        ("revised", "planned"),
    ]
    assert len(list((site / "utgave-1" / "guides").glob("*.pdf"))) == 5
    assert len(list((site / "draft" / "guides").glob("*.pdf"))) == 8
    slides = site / "utgave-1" / "lysbilder"
    assert sorted(path.name for path in slides.iterdir()) == ["finne.html", "tvil.html"]
    for asset in re.findall(r'"(\.\./assets/[^"]+)"', (slides / "tvil.html").read_text(encoding="utf-8")):
        assert (slides / asset).is_file(), asset
    assert not (site / "utgave-1" / "404.html").exists()


def test_a_draft_module_is_nowhere_in_the_edition(frozen: Path) -> None:
    build(frozen)
    for path in (frozen / "site" / "utgave-1").rglob("*"):
        assert "uferdig" not in path.as_posix()
        if path.is_file():
            assert b"UFERDIG HEMMELIG UTKAST" not in path.read_bytes(), path
    assert b"UFERDIG HEMMELIG UTKAST" in (frozen / "site" / "draft" / "moduler" / "uferdig" / "index.html").read_bytes()


def test_the_edition_stays_while_the_draft_moves_on(frozen: Path) -> None:
    build(frozen)
    before = tree(frozen / "site" / "utgave-1")
    edit(frozen, "Tvil er en del av jobben", "Tvil er hele jobben")
    edit(frozen, "version: 1.0.0", "version: 1.1.0")
    commit(frozen)
    build(frozen)
    assert tree(frozen / "site" / "utgave-1") == before
    assert "hele jobben" in (frozen / "site" / "draft" / "moduler" / "tvil" / "index.html").read_text(encoding="utf-8")


def test_the_accessibility_statement_is_linked_from_every_folder_once_there_is_one(frozen: Path) -> None:
    statement = "https://uustatus.no/nb/erklaringer/publisert/1"
    settings = frozen / "curriculum" / "curriculum.yml"
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"accessibility_statement: {statement}\n")
    commit(frozen)
    build(frozen)
    for folder in ("utgave-1", "draft"):
        page = (frozen / "site" / folder / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{statement}">Tilgjengelighetserklæring</a>' in page, folder


@pytest.mark.parametrize(
    "fault",
    [("level: basic", "level: ekspert"), ("changes: []\n---\n", "changes: []\n"), ("duration: 60", "duration: 61")],
)
def test_faulty_content_publishes_nothing_and_leaves_the_old_site(project: Path, fault: tuple[str, str]) -> None:
    build(project)
    before = tree(project / "site")
    edit(project, *fault)
    built = build(project)
    assert built.output is None
    assert len(built.problems) == 1
    assert tree(project / "site") == before


def test_building_again_gives_the_same_bytes_under_other_skies(frozen: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "et annet sted"
    subprocess.run(["git", "clone", "--quiet", str(frozen), str(elsewhere)], check=True, capture_output=True)
    skies = [
        (frozen, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
        (elsewhere, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "2", "LANGUAGE": "tr"}),
    ]
    trees = []
    for number, (root, environment) in enumerate(skies):
        output = tmp_path / f"out{number}" / "site"
        subprocess.run(
            [sys.executable, "-m", "taikun_build", "build", "--output", str(output)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=True,
            capture_output=True,
        )
        trees.append(tree(output))
    assert trees[0] == trees[1]


def test_freezing_again_gives_the_same_manifest(project: Path) -> None:
    first, _ = pipeline.freeze(project, "first", "HEAD")
    text = (project / "editions" / "first.yml").read_bytes()
    again, _ = pipeline.freeze(project, "first", "HEAD")
    assert first == again
    assert (project / "editions" / "first.yml").read_bytes() == text


def test_a_candidate_may_be_frozen_anew_and_a_published_edition_never(frozen: Path, nb: Catalogue) -> None:
    edit(frozen, "Tvil er en del av jobben", "Tvil er hele jobben")
    new = commit(frozen)
    edition, _ = pipeline.freeze(frozen, "first", "HEAD")
    assert edition is not None
    assert edition.commit == new
    manifest = frozen / "editions" / "first.yml"
    published = manifest.read_text(encoding="utf-8").replace("status: candidate", "status: published")
    manifest.write_text(published, encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        pipeline.freeze(frozen, "first", "HEAD")
    assert refusal.value.exit_code == 3
    assert nb.say(refusal.value.message) == "Utgaven «first» er publisert og endres aldri."
    assert manifest.read_text(encoding="utf-8") == published


def test_a_faulty_commit_is_not_frozen(project: Path) -> None:
    before = (project / "editions" / "first.yml").read_bytes()
    edit(project, "level: basic", "level: ekspert")
    commit(project)
    edition, problems = pipeline.freeze(project, "first", "HEAD")
    assert edition is None
    assert [problem.code for problem in problems] == ["unknown-value"]
    assert (project / "editions" / "first.yml").read_bytes() == before


def test_a_theme_without_a_module_cannot_be_frozen(project: Path) -> None:
    (project / MODULE).unlink()
    shutil.copy(project / "curriculum/modules/etikk/uferdig.md", project / MODULE)
    edit(project, "id: uferdig", "id: tvil")
    commit(project)
    edition, problems = pipeline.freeze(project, "first", "HEAD")
    assert edition is None
    assert "theme-without-module" in [problem.code for problem in problems]


def test_unknown_editions_and_commits_are_named(project: Path, nb: Catalogue) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        pipeline.freeze(project, "andre", "HEAD")
    assert "first, revised" in nb.say(fault.value.message)
    with pytest.raises(EnvironmentFault) as fault:
        pipeline.freeze(project, "first", "borte")
    assert "borte" in nb.say(fault.value.message)


def test_an_edition_is_found_by_tag_then_commit_then_digest(frozen: Path) -> None:
    repository = Repository(frozen)
    (edition,) = [e for e in read_editions(DiskSources(frozen, "editions"))[0] if e.commit]
    start = run_git(frozen, "rev-parse", "HEAD~1")
    assert edition.commit == start
    assert pipeline.find_content(edition, repository) == start

    run_git(frozen, "tag", "--annotate", "edition/first", "HEAD", "--message", "Første")
    assert pipeline.find_content(edition, repository) == run_git(frozen, "rev-parse", "HEAD")
    run_git(frozen, "tag", "--delete", "edition/first")

    lost = edition.model_copy(update={"commit": "0" * 40})
    assert pipeline.find_content(lost, repository) in (start, run_git(frozen, "rev-parse", "HEAD"))


def test_a_tag_that_leads_elsewhere_is_refused(frozen: Path) -> None:
    edit(frozen, "Tvil er en del av jobben", "Tvil er hele jobben")
    commit(frozen)
    run_git(frozen, "tag", "edition/first")
    with pytest.raises(Refusal):
        build(frozen)
    assert not (frozen / "site").exists()


def test_content_that_is_not_in_the_clone_is_said_with_the_way_out(frozen: Path, tmp_path: Path, nb: Catalogue) -> None:
    edit(frozen, "Tvil er en del av jobben", "Tvil er hele jobben")
    commit(frozen)
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", frozen.as_uri(), str(clone)], check=True, capture_output=True
    )
    with pytest.raises(EnvironmentFault) as fault:
        build(clone)
    assert fault.value.exit_code == 4
    assert "git fetch --unshallow --tags" in nb.say(fault.value.message)


def test_a_manifest_edited_by_hand_stops_the_build(frozen: Path) -> None:
    manifest = frozen / "editions" / "first.yml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("version: 1.2.0", "version: 9.9.9"), encoding="utf-8"
    )
    built = build(frozen)
    assert built.output is None
    assert [problem.code for problem in built.problems] == ["edition-differs"]


def test_a_build_killed_at_any_time_leaves_the_old_site_whole(frozen: Path) -> None:
    build(frozen)
    old = tree(frozen / "site")
    edit(frozen, "Tvil er en del av jobben", "Tvil er hele jobben")
    edit(frozen, "version: 1.0.0", "version: 1.1.0")
    build(frozen, frozen / "aside" / "site")
    new = tree(frozen / "aside" / "site")
    assert old != new
    started = time.monotonic()
    build(frozen, frozen / "aside" / "site")
    usual = time.monotonic() - started + 1.0
    chance = random.Random(20261123)
    seen = set()
    for number in range(12):
        process = subprocess.Popen(
            [sys.executable, "-m", "taikun_build", "build"],
            cwd=frozen,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(usual * (number + chance.random()) / 12)
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        now = tree(frozen / "site")
        assert now in (old, new), f"killed after about {usual * number / 12:.2f} s"
        seen.add("old" if now == old else "new")
    assert "old" in seen
    build(frozen)
    assert tree(frozen / "site") == new
    assert {path.name for path in frozen.iterdir() if path.name.startswith(".site")} <= {".site.lock"}


def test_private_files_beside_the_curriculum_are_never_published(project: Path) -> None:
    (project / "curriculum" / "modules" / "etikk" / "privat.txt").write_text("PRIVAT LISTE", encoding="utf-8")
    (project / ".env").write_text("PRIVAT LISTE", encoding="utf-8")
    built = build(project)
    assert [problem.code for problem in built.problems] == ["stray-file"]
    assert all(b"PRIVAT LISTE" not in path.read_bytes() for path in (project / "site").rglob("*") if path.is_file())
