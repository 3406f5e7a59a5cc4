"""The table of bad inputs: every row gets exactly its findings, at its places, and nothing that follows from them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date
from functools import reduce
from pathlib import Path

import pytest
from bad_inputs import BAD, MODULE, Bad, Files, edit, last, title
from support import ROOT

from taikun_build import checks
from taikun_build.editions import published_part, read_editions
from taikun_build.model import Setting
from taikun_build.problems import in_reading_order
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources

TODAY = date(2026, 11, 25)


def found_in(files: Files) -> tuple[str, ...]:
    """What the rules of drafts and of editions find, as lines «path:line:column severity code»."""
    content, manifests = (
        MemorySources({path: data for path, data in files.items() if path.startswith(folder)})
        for folder in ("curriculum/", "editions/")
    )
    curriculum, problems = read_curriculum(content)
    known, of_editions = read_editions(manifests)
    found = [*problems, *of_editions]
    if curriculum is not None:
        setting = Setting(TODAY, known)
        found += checks.run(checks.DRAFT, curriculum, setting)
        found += checks.run(checks.EDITION, published_part(curriculum), setting)
    lines = (f"{problem.where} {problem.severity} {problem.code}" for problem in in_reading_order(found))
    return tuple(line.removeprefix(f"{MODULE}:") for line in lines)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: f"{bad.row} {bad.what}")
def test_each_bad_input_gets_its_findings_and_no_others(bad: Bad, files: Mapping[str, bytes]) -> None:
    assert found_in(bad.edit(files)) == bad.found


def test_many_faults_in_one_module_are_all_found_in_one_run(files: Mapping[str, bytes]) -> None:
    edits = (
        title("title: Tvil: å stå i den"),
        edit("status: pilot", "status: utkast"),
        edit("level: basic", "nivå: basic"),
        edit("duration: 60", "duration: en time"),
        edit("language: nb", "language: no"),
        edit("    competences: [eks-1, eks-2]", "    competences: [eks-1, eks-3]"),
        edit("    physical: [Tavle, Kort]", "    physical: [Tavle, Kort"),
        edit("reviewed: 2026-11-23", "reviewed: 31.11.2026"),
        edit("../sok/finne.md#slik-virker-det", "../sok/fine.md"),
        edit("    method: igp", "    method: grupper"),
        edit("/// example | Fra hverdagen", "/// eksempel | Fra hverdagen"),
        last("Si\x0b én ting."),
    )
    assert found_in(reduce(lambda changed, one: one(changed), edits, files)) == (
        "3:12 error yaml-syntax",
        "6:9 error unknown-value",
        "8:1 error unknown-key",
        "10:11 error not-a-number",
        "11:11 error unknown-value",
        "26:26 error unknown-competence",
        "40:15 error yaml-syntax",
        "71:11 error not-a-date",
        "80:69 error dead-link",
        "130:13 error unknown-value",
        "150:1 error unknown-block",
        "206:3 error control-character",
    )


@pytest.mark.parametrize("bad", [bad for bad in BAD if bad.row in ("F31", "F33")], ids=lambda bad: bad.what)
def test_what_is_too_large_is_refused_at_once(bad: Bad, files: Mapping[str, bytes]) -> None:
    faulty = bad.edit(files)
    started = time.perf_counter()
    found_in(faulty)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("an unquoted colon", 1),
        ("60,000 brackets", 1),
        ("Latin-1", 1),
        ("a merge conflict", 1),
        ("a manifest that is cut off", 1),
        ("a byte order mark", 0),
        ("the line ends of Windows", 0),
    ],
)
def test_errors_stop_the_command_and_warnings_do_not(
    what: str, code: int, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    (bad,) = (bad for bad in BAD if bad.what == what)
    for path, data in bad.edit(files).items():
        assert isinstance(data, bytes)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "taikun_build", "check"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
