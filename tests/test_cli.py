"""The command line as a new author meets it: exit codes, sentences, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from support import ROOT, run_git

from taikun_build import checks

MODULE = "curriculum/modules/etikk/tvil.md"


def taikun(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "taikun_build", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    return done


def edit(root: Path, old: str, new: str) -> None:
    path = root / MODULE
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")


def test_check_says_that_all_is_well(project: Path) -> None:
    done = taikun(project, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Ingen funn. 3 moduler lest.\n", "")


def test_check_shows_the_line_the_caret_and_the_way_out(project: Path) -> None:
    edit(project, "level: basic", "level: basc")
    done = taikun(project, "check")
    assert done.returncode == 1
    assert done.stdout == (
        f"{MODULE}:8:8: feil [unknown-value]\n"
        "  «level» kan ikke ha verdien «basc».\n"
        "  8 | level: basc\n"
        "    |        ^\n"
        "  → Mente du «basic»? Du kan velge mellom: basic, intermediate, advanced.\n"
        "\n"
        "1 feil i 1 fil. 3 moduler lest.\n"
    )


@pytest.mark.parametrize(("language", "words"), [("nb", "Mente du"), ("nn", "Meinte du"), ("en", "Did you mean")])
def test_findings_come_in_three_languages(project: Path, language: str, words: str) -> None:
    edit(project, "level: basic", "level: basc")
    assert words in taikun(project, "check", "--language", language).stdout


def test_check_as_json_and_for_github(project: Path) -> None:
    edit(project, "level: basic", "level: basc")
    (found,) = json.loads(taikun(project, "check", "--format", "json").stdout)
    assert {key: found[key] for key in ("code", "severity", "path", "line", "column")} == {
        "code": "unknown-value",
        "severity": "error",
        "path": MODULE,
        "line": 8,
        "column": 8,
    }
    assert taikun(project, "check", "--format", "github").stdout.startswith(f"::error file={MODULE},line=8,col=8,")


def test_check_as_sarif_names_the_rule_and_the_place(project: Path) -> None:
    edit(project, "level: basic", "level: basc")
    log = json.loads(taikun(project, "check", "--format", "sarif").stdout)
    (run,) = log["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "unknown-value"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": MODULE, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 8, "startColumn": 8},
    }


def test_only_what_is_new_since_a_commit_is_told(project: Path) -> None:
    edit(project, "duration: 60", "duration: 75")
    run_git(project, "commit", "--quiet", "--all", "--message", "En gammel feil")
    assert taikun(project, "check").returncode == 1
    edit(project, "title: Å stå i tvil\n", "title: Å stå i tvil\n# en linje til\n")
    old = taikun(project, "check", "--changed-since", "HEAD")
    assert (old.returncode, old.stdout) == (0, "Ingen funn. 3 moduler lest.\n")
    edit(project, "level: basic", "level: basc")
    new = taikun(project, "check", "--changed-since", "HEAD", "--format", "json")
    assert [found["code"] for found in json.loads(new.stdout)] == ["unknown-value"]
    assert new.returncode == 1


def test_a_change_in_one_file_that_breaks_another_is_new(project: Path) -> None:
    other = project / "curriculum" / "modules" / "sok" / "finne.md"
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("## Slik virker det", "## Slik er det"), encoding="utf-8", newline="\n")
    found = json.loads(taikun(project, "check", "--changed-since", "HEAD", "--format", "json").stdout)
    assert {problem["code"] for problem in found} == {"dead-link"}
    assert MODULE in {problem["path"] for problem in found}


def test_explain_tells_what_a_rule_is_for() -> None:
    done = taikun(ROOT, "explain", "minutes-sum")
    assert done.returncode == 0
    assert done.stdout == (ROOT / "tests" / "checks" / "minutes-sum.md").read_text(encoding="utf-8")


def test_explain_in_another_language_begins_with_the_finding(project: Path) -> None:
    done = taikun(project, "explain", "minutes-sum", "--language", "en")
    assert done.stdout == (
        "minutes-sum\n\n"
        "  The duration is … minutes, but the activities take …\n"
        "  → Set «duration» to …, or adjust the minutes of the activities. Breaks count.\n"
    )


def test_explain_alone_lists_every_rule() -> None:
    lines = taikun(ROOT, "explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(rule.code for rule in checks.RULES)


def test_check_of_some_files_reads_all_and_shows_theirs(project: Path) -> None:
    edit(project, "level: basic", "level: basc")
    assert taikun(project, "check", "curriculum/modules/sok").returncode == 0
    assert taikun(project, "check", MODULE).returncode == 1
    inside = project / "curriculum" / "modules"
    assert taikun(inside, "check", "etikk").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("chekc",), "Kommandoen «chekc» finnes ikke. Mente du «check»? Se `taikun --help`."),
        (("check", "--formt", "json"), "Valget «--formt» finnes ikke. Mente du «--format»? Se `taikun check --help`."),
        (("check", "--format", "xml"), "«--format» må være en av disse: text, json, github, sarif."),
        (
            ("check", "--changed-since", "borte"),
            "Git kjenner ingen commit som heter «borte».",
        ),
        (
            ("explain", "minutes-sun"),
            "Ingen regel heter «minutes-sun». Mente du «minutes-sum»? Se `taikun explain --help`.",
        ),
        (("check", "borte.md"), "borte.md finnes ikke. Se `taikun check --help`."),
        (("check", "/"), "/ ligger utenfor prosjektet. Se `taikun check --help`."),
        (("build", "--output"), "Etter «--output» mangler det noe. Se `taikun --help`."),
        (("edition", "freeze"), "Kommandoen mangler «ID». Se `taikun edition freeze --help`."),
    ],
)
def test_a_command_used_wrongly_is_2_and_says_so(project: Path, arguments: tuple[str, ...], sentence: str) -> None:
    done = taikun(project, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence + "\n")


@pytest.mark.parametrize("command", [(), ("check",), ("session",), ("edition",), ("edition", "freeze")])
def test_the_help_is_in_norwegian_throughout(project: Path, command: tuple[str, ...]) -> None:
    done = taikun(project, *command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Bruk: {' '.join(('taikun', *command))} ")
    english = ("Usage", "Options", "Commands", "Show ", "OPTIONS", "COMMAND", "[default")
    assert [word for word in english if word in done.stdout] == []


def test_a_fault_of_the_program_s_own_is_5_and_shows_where(project: Path) -> None:
    script = "from taikun_build import checking, cli; checking.verdict = None; cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "check"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 5
    assert done.stderr.startswith("Traceback")
    assert done.stderr.endswith("Dette er en feil i TAIKun selv. Meld den gjerne, med linjene over.\n")


def test_the_schemas_are_printed_or_written_where_the_editor_looks(project: Path) -> None:
    done = taikun(project, "schema", "session")
    assert (done.returncode, json.loads(done.stdout)["title"]) == (0, "En kursdag eller en samling")
    assert json.loads(taikun(project, "schema", "--language", "nn").stdout)["title"] == "Metadataa i ein modul"
    done = taikun(project / "curriculum", "schema", "--write")
    assert (done.returncode, done.stdout) == (0, "Skrev 14 skjemaer til .taikun/schema.\n")
    assert sorted(path.stem for path in (project / ".taikun" / "schema").iterdir()) == [
        "accessibility",
        "activity",
        "curriculum",
        "edition",
        "events",
        "framework",
        "futures",
        "glossary",
        "institution",
        "module",
        "page",
        "path",
        "resources",
        "session",
    ]


def test_outside_a_project_the_reason_is_said(tmp_path: Path) -> None:
    done = taikun(tmp_path, "check")
    assert done.returncode == 4
    assert "curriculum.yml" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_of_someone_else_s_is_not_replaced(project: Path) -> None:
    (project / "bilder").mkdir()
    (project / "bilder" / "ferie.txt").write_text("x", encoding="utf-8")
    done = taikun(project, "build", "--output", "bilder")
    assert done.returncode == 2
    assert (project / "bilder" / "ferie.txt").exists()


def test_build_and_freeze_and_list_as_an_author_would(project: Path) -> None:
    done = taikun(project, "edition", "freeze", "first")
    assert (done.returncode, "3" not in done.stdout[:8]) == (0, True)
    run_git(project, "commit", "--quiet", "--all", "--message", "Frys")
    assert taikun(project, "edition", "list").stdout.startswith("1  first")
    done = taikun(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert "draft, utgave-1" in done.stdout
    edit(project, "level: basic", "level: basc")
    done = taikun(project, "build")
    assert done.returncode == 1
    assert "Ingenting ble publisert" in done.stderr


def test_a_refusal_is_3(project: Path) -> None:
    manifest = project / "editions" / "first.yml"
    taikun(project, "edition", "freeze", "first")
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("candidate", "published"), encoding="utf-8")
    assert taikun(project, "edition", "freeze", "first").returncode == 3


def test_a_terminal_without_unicode_home_or_sense_of_time_is_no_trouble(project: Path) -> None:
    edit(project, "level: basic", "level: bæsc")
    done = taikun(project, "check", LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii", TZ="Nonsens/Sted", HOME="/borte")
    assert done.returncode == 1
    assert "bæsc" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="the pipe is written for a POSIX shell")
def test_a_reader_that_hangs_up_is_no_trouble(project: Path) -> None:
    edit(project, "level: basic", "level: basc")
    done = subprocess.run(
        f'"{sys.executable}" -m taikun_build check --format json | head -c 1',
        shell=True,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_a_course_day_is_printed_for_its_day_and_hour(project: Path) -> None:
    done = taikun(project, "session", "samling", "--date", "2027-03-27", "--start", "11:30", "--output", "ut")
    files = [Path("ut", f"samling-2027-03-27.{ending}") for ending in ("pdf", "ics")]
    assert (done.returncode, done.stdout) == (0, "".join(f"{file}\n" for file in files))
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(project / files[0]).pages)
    assert "Laurdag 27. mars 2027 Tid Kva som skjer 11.30–12.00 Runde: namn og spørsmål" in text
    assert "Søndag 28. mars 2027" in text
    assert "10.30–11.20 Svara på det vi ikkje visste" in text
    found = Calendar.from_ical((project / files[1]).read_bytes()).walk("VEVENT")
    assert [entry.decoded("dtstart").astimezone(UTC).isoformat() for entry in found] == [
        "2027-03-27T10:30:00+00:00",
        "2027-03-28T08:30:00+00:00",
    ]


def test_without_a_day_a_course_day_has_the_file_s_own_times_and_no_calendar(project: Path) -> None:
    done = taikun(project / "curriculum", "session", "fagdag")
    assert (done.returncode, done.stdout) == (0, "utskrift/fagdag.pdf\n")
    assert "9.00–11.05" in PdfReader(project / "curriculum" / "utskrift" / "fagdag.pdf").pages[0].extract_text()
    assert not list(project.rglob("*.ics"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("fagdagen",), "Det finnes ingen kursdag «fagdagen». Mente du «fagdag»? Disse finnes: fagdag, samling."),
        (("fagdag", "--start", "9"), "«9» er ikke et klokkeslett. Skriv det som 09:30. Se `taikun session --help`."),
        (
            ("fagdag", "--date", "24.3.2027"),
            "«24.3.2027» er ikke en dato. Mente du «2027-03-24»? Skriv år, måned og dag med bindestrek mellom, for "
            "eksempel 2026-11-23.",
        ),
        (
            ("fagdag", "--date", "2027-02-29"),
            "«2027-02-29» er ikke en dato. Den dagen finnes ikke i kalenderen. Skriv år, måned og dag med bindestrek "
            "mellom, for eksempel 2026-11-23.",
        ),
        (
            ("samling", "--start", "20:06"),
            "Begynner dagen kl. 20.06, går den over midnatt. Velg et annet klokkeslett.",
        ),
    ],
)
def test_a_course_day_that_cannot_be_printed_is_2(project: Path, arguments: tuple[str, ...], sentence: str) -> None:
    done = taikun(project, "session", *arguments)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", sentence)
    assert not list(project.rglob("*.pdf"))


def test_a_course_day_of_a_faulty_curriculum_is_1_and_not_printed(project: Path) -> None:
    path = project / "curriculum" / "sessions" / "fagdag.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("module: tvil", "module: tvill"), encoding="utf-8")
    done = taikun(project, "session", "samling")
    assert done.returncode == 1
    assert "[unknown-module]" in done.stdout
    assert done.stderr == "Ingenting ble laget.\n"
    assert not list(project.rglob("*.pdf"))


def test_a_place_that_cannot_be_written_to_is_4(project: Path) -> None:
    (project / "ut").write_text("en fil")
    done = taikun(project, "session", "samling", "--output", "ut/her")
    assert (done.returncode, done.stderr) == (4, "Kan ikke skrive samling.pdf: Not a directory.\n")
