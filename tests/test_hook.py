"""The git hook that authors can turn on with one command: it stops faults in the content, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, run_git

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program is imitated with a POSIX script")

MODULE = "curriculum/modules/etikk/tvil.md"


@pytest.fixture
def hooked(project: Path) -> Path:
    """The example as a project with the hook turned on and the program set up."""
    shutil.copytree(ROOT / "scripts" / "hooks", project / "scripts" / "hooks")
    run_git(project, "add", "scripts")
    run_git(project, "commit", "--quiet", "--message", "Hooks")
    run_git(project, "config", "core.hooksPath", "scripts/hooks")
    program = project / ".venv" / "bin" / "taikun"
    program.parent.mkdir(parents=True)
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m taikun_build "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    return project


def commit(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "-c", "user.name=Prøve", "-c", "user.email=prove@example.org", "commit", "-qm", "Endring", *arguments],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def edit(root: Path, old: str, new: str) -> None:
    path = root / MODULE
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")


def test_a_fault_is_shown_and_stops_the_commit_until_it_is_mended(hooked: Path) -> None:
    before = run_git(hooked, "rev-parse", "HEAD")
    edit(hooked, "level: basic", "level: basc")
    done = commit(hooked, "--all")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert f"{MODULE}:8:8: feil [unknown-value]\n" in said
    assert "Ikke lagret i git ennå. Filene dine er som de var. Rett feilene over, og lagre på nytt.\n" in said
    assert run_git(hooked, "rev-parse", "HEAD") == before
    edit(hooked, "level: basc", "level: advanced")
    assert commit(hooked, "--all").returncode == 0
    assert run_git(hooked, "rev-parse", "HEAD") != before


def test_something_unfinished_can_be_saved_all_the_same(hooked: Path) -> None:
    edit(hooked, "level: basic", "level: basc")
    assert commit(hooked, "--all", "--no-verify").returncode == 0


def test_a_commit_without_content_is_not_checked(hooked: Path) -> None:
    edit(hooked, "level: basic", "level: basc")
    (hooked / "notat.txt").write_text("x", encoding="utf-8")
    run_git(hooked, "add", "notat.txt")
    done = commit(hooked)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_where_the_program_is_not_set_up_the_commit_goes_through_and_says_so(hooked: Path) -> None:
    shutil.rmtree(hooked / ".venv")
    edit(hooked, "level: basic", "level: basc")
    done = commit(hooked, "--all")
    assert (done.returncode, done.stderr) == (
        0,
        "Innholdet ble lagret uten kontroll, fordi TAIKun ikke er satt opp her. Kjør ./scripts/build én gang.\n",
    )


def test_a_fault_of_the_program_s_own_does_not_stop_the_author(hooked: Path) -> None:
    (hooked / ".venv" / "bin" / "taikun").write_text("#!/bin/sh\nexit 5\n", encoding="utf-8")
    edit(hooked, "level: basic", "level: advanced")
    assert commit(hooked, "--all").returncode == 0
