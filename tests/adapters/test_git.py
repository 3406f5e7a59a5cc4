"""Git as it really behaves: trees, tags, shallow clones, and repositories that mean no good."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support import run_git

from taikun_build.adapters.disk import DiskSources
from taikun_build.adapters.environment import EnvironmentFault
from taikun_build.adapters.git import Repository
from taikun_build.catalogue import Catalogue
from taikun_build.editions import content_digest
from taikun_build.sources import Kind


def test_a_commit_s_tree_is_the_same_as_the_disk_s(project: Path) -> None:
    repository = Repository(project)
    from_git = repository.sources(repository.require_commits(), "curriculum")
    on_disk = DiskSources(project, "curriculum")
    assert list(from_git.entries()) == list(on_disk.entries())
    assert content_digest(from_git) == content_digest(on_disk)


def test_names_with_norwegian_letters_and_spaces_are_read(project: Path) -> None:
    (project / "curriculum" / "blå bær.txt").write_text("å", encoding="utf-8")
    run_git(project, "add", "--all")
    run_git(project, "commit", "--quiet", "--message", "Navn")
    assert Repository(project).sources("HEAD", "curriculum").read("curriculum/blå bær.txt").data == "å".encode()


@pytest.mark.skipif(os.name == "nt", reason="Windows makes symbolic links for administrators only")
def test_a_link_in_git_is_a_link_and_not_a_file(project: Path) -> None:
    (project / "curriculum" / "lenke.md").symlink_to("/etc/passwd")
    run_git(project, "add", "--all")
    run_git(project, "commit", "--quiet", "--message", "Lenke")
    for sources in (Repository(project).sources("HEAD", "curriculum"), DiskSources(project, "curriculum")):
        kinds = {entry.path: entry.kind for entry in sources.entries()}
        assert kinds["curriculum/lenke.md"] is Kind.LINK


def test_a_folder_of_another_repository_is_a_submodule(project: Path) -> None:
    inner = project / "curriculum" / "annet"
    inner.mkdir()
    run_git(inner, "init", "--quiet")
    run_git(inner, "commit", "--quiet", "--allow-empty", "--message", "Start")
    run_git(project, "-c", "advice.addEmbeddedRepo=false", "add", "--all")
    run_git(project, "commit", "--quiet", "--message", "Annet")
    for sources in (Repository(project).sources("HEAD", "curriculum"), DiskSources(project, "curriculum")):
        kinds = {entry.path: entry.kind for entry in sources.entries()}
        assert kinds["curriculum/annet"] is Kind.SUBMODULE


def test_sizes_in_git_are_those_on_disk(project: Path) -> None:
    in_git = Repository(project).sources("HEAD", "curriculum").entries()
    sizes = [entry.size for entry in in_git]
    assert sizes == [entry.size for entry in DiskSources(project, "curriculum").entries()]
    assert all(sizes)


def test_a_project_in_a_folder_of_a_larger_repository(project: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    (outer / "deep").mkdir(parents=True)
    run_git(outer, "init", "--quiet")
    (project / ".git").rename(tmp_path / "gone")
    project.rename(outer / "deep" / "project")
    run_git(outer, "add", "--all")
    run_git(outer, "commit", "--quiet", "--message", "Start")
    sources = Repository(outer / "deep" / "project").sources("HEAD", "curriculum")
    assert "curriculum/curriculum.yml" in {entry.path for entry in sources.entries()}


def test_no_repository_and_no_commit_are_said_plainly(tmp_path: Path, nb: Catalogue) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        Repository(tmp_path).require_commits()
    assert nb.say(fault.value.message).startswith(str(tmp_path))
    run_git(tmp_path, "init", "--quiet")
    with pytest.raises(EnvironmentFault) as fault:
        Repository(tmp_path).require_commits()
    assert fault.value.exit_code == 4


def test_a_hostile_configuration_is_not_obeyed(project: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    for name in ("core.fsmonitor", "core.pager", "core.hooksPath", "core.sshCommand"):
        run_git(project, "config", name, f"touch {trap}")
    repository = Repository(project)
    assert not repository.is_changed("curriculum")
    repository.sources("HEAD", "curriculum")
    assert not trap.exists()


def test_a_name_that_looks_like_an_option_is_a_name(project: Path) -> None:
    assert Repository(project).commit("--help") is None
    assert Repository(project).commit("finnes-ikke") is None


def test_changes_and_history_are_seen(project: Path) -> None:
    repository = Repository(project)
    first = repository.require_commits()
    (project / "curriculum" / "LICENSE").write_text("x", encoding="utf-8")
    assert repository.is_changed("curriculum")
    run_git(project, "add", "--all")
    run_git(project, "commit", "--quiet", "--message", "To", when="2026-11-24T12:00:00+00:00")
    assert not repository.is_changed("curriculum")
    assert list(repository.history("curriculum")) == [repository.require_commits(), first]
    assert repository.commit_time("HEAD") - repository.commit_time(first) == 24 * 60 * 60


def test_a_shallow_clone_knows_that_it_is_one(project: Path, tmp_path: Path) -> None:
    run_git(project, "commit", "--quiet", "--allow-empty", "--message", "To")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", project.as_uri(), str(clone)], check=True, capture_output=True
    )
    assert Repository(clone).is_shallow()
    assert not Repository(project).is_shallow()
