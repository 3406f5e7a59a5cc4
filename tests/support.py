"""Where things are, and git as a fixed person at a fixed time."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "tests" / "example"


def answers_in(folder: Path) -> Callable[[str], str]:
    """Runs `taikun` command lines in a copy of the example, made when the first is run; returns what each prints."""

    def run(command: str) -> str:
        if not folder.exists():
            shutil.copytree(EXAMPLE, folder)
            shutil.copytree(ROOT / "overrides", folder / "overrides")
        program, *arguments = shlex.split(command)
        assert program == "taikun", command
        done = subprocess.run(
            [sys.executable, "-m", "taikun_build", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
            stdin=subprocess.DEVNULL,
        )
        return done.stdout

    return run


def run_git(folder: Path, *arguments: str, when: str = "2026-11-23T12:00:00+00:00") -> str:
    """Run git in a folder as a fixed person at a fixed time and return what it prints."""
    person = {"NAME": "Prøve", "EMAIL": "prove@example.org", "DATE": when}
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in person.items()},
    }
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-C", str(folder), *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return done.stdout.strip()


def copy_project(root: Path) -> Path:
    """Make a folder with the example as a committed project that can be built."""
    shutil.copytree(EXAMPLE, root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--message", "Start")
    return root
