"""`taikun new` as an author meets it: in its place, never over what is there, and in a sentence when it cannot be."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from support import ROOT
from test_cli import taikun

MODULE = ("new", "module", "ny", "--theme", "etikk", "--title", "Ny", "--level", "basic", "--format", "digital")
COMPLETE = (*MODULE, "--format", "hybrid", "--duration", "60", "--language", "nn")
PATH = ("new", "path", "vei", "--title", "T", "--module")
REPLACE = "Bytt ut alt som begynner med «Skriv her», og kjør `taikun check`.\n"


def test_a_learning_path_is_made_and_tells_of_its_gaps_until_they_are_filled(project: Path) -> None:
    path = project / "curriculum" / "paths" / "vei.yml"
    done = taikun(project, "new", "path", "vei", "--module", "tvil", "--module", "finne", "--title", "Vei: fram")
    assert (done.returncode, done.stdout) == (0, f"Laget curriculum/paths/vei.yml. {REPLACE}")
    assert "curriculum/paths/vei.yml:3:10: advarsel [unfinished-text]" in taikun(project, "check").stdout
    fill_in(path)
    assert taikun(project, "check").stdout == "Ingen funn. 3 moduler lest.\n"
    assert path.read_text(encoding="utf-8").startswith('id: vei\ntitle: "Vei: fram"\n')


def fill_in(path: Path) -> None:
    """Put something else in every gap of a file."""
    text = path.read_text(encoding="utf-8")
    assert "Skriv her" in text
    path.write_text(text.replace("Skriv her", "Her står"), encoding="utf-8")


def test_a_module_a_dilemma_and_a_session_are_made_and_right_from_the_start(project: Path) -> None:
    done = taikun(project / "curriculum", *COMPLETE)
    assert (done.returncode, done.stdout) == (0, f"Laget curriculum/modules/etikk/ny.md. {REPLACE}")
    done = taikun(project, "new", "dilemma", "nytt", "--module", "ny", "--title", "Nytt dilemma")
    assert (done.returncode, done.stdout) == (0, f"Dilemmaet står nå i curriculum/modules/etikk/ny.md. {REPLACE}")
    modules = ("--module", "ny", "--module", "finne")
    done = taikun(project, "new", "session", "dag", *modules, "--start", "09:00", "--title", "Dag", "--kind", "samling")
    assert (done.returncode, done.stdout) == (0, f"Laget curriculum/sessions/dag.yml. {REPLACE}")
    fill_in(project / "curriculum" / "sessions" / "dag.yml")
    assert taikun(project, "check").stdout == "Ingen funn. 4 moduler lest.\n"
    text = (project / "curriculum" / "modules" / "etikk" / "ny.md").read_text(encoding="utf-8")
    assert "format: [digital, hybrid]\nduration: 60\nlanguage: nn\n" in text
    assert "  - id: nytt\n    title: Nytt dilemma\n" in text
    assert [path.name for path in (project / "curriculum" / "sessions").iterdir() if path.name.startswith(".")] == []


BAD_ID = (
    "«Å tvile» kan ikke brukes som id. Mente du «a-tvile»? Bruk bare små bokstaver a–z, sifre og enkle bindestreker,"
    " høyst 64 tegn. Skriv æ som ae, ø som o og å som a."
)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("new", "module", "Å tvile"), BAD_ID),
        (("new", "dilemma", "Å tvile"), BAD_ID),
        (("new", "session", "Å tvile"), BAD_ID),
        (MODULE, "Kommandoen mangler --duration, --language."),
        (("new", "dilemma", "nytt"), "Kommandoen mangler --module, --title."),
        (("new", "session", "dag"), "Kommandoen mangler --module, --start, --title."),
        (
            (*COMPLETE, "--theme", "etik"),
            "«etik» er ikke et av temaene i opplegget. Mente du «etikk»? Du kan velge mellom: etikk, sok.",
        ),
        ((*COMPLETE, "--duration", "10"), "En ny modul varer fra 15 til 480 minutter."),
        ((*COMPLETE, "--duration", "en time"), "«en time» er ikke et helt tall større enn null."),
        ((*COMPLETE, "--title", "a\nb"), "En tittel er én linje tekst, høyst 120 tegn."),
        ((*COMPLETE, "--level", "lett"), "«--level» må være en av disse: basic, intermediate, advanced."),
        (
            ("new", "dilemma", "nytt", "--module", "tvill", "--title", "T"),
            "Det finnes ingen modul med id-en «tvill». Mente du «tvil»? Du kan velge mellom: tvil, uferdig, finne.",
        ),
        (
            ("new", "dilemma", "svaret", "--module", "tvil", "--title", "T"),
            "«svaret» er allerede brukt i curriculum/modules/etikk/tvil.md. Velg en annen id.",
        ),
        (
            ("new", "session", "dag", "--module", "tvil", "--start", "9", "--title", "T"),
            "«9» er ikke et klokkeslett. Skriv timer og minutter, for eksempel 09:00.",
        ),
        (("new", "path", "Å tvile"), BAD_ID),
        (("new", "path", "vei"), "Kommandoen mangler --module, --title."),
        ((*PATH, "tvil"), "Et læringsløp har minst to moduler, og hver av dem én gang."),
        ((*PATH, "tvil", "--module", "tvil"), "Et læringsløp har minst to moduler, og hver av dem én gang."),
        (
            (*PATH, "tvil", "--module", "finn"),
            "Det finnes ingen modul med id-en «finn». Mente du «finne»? Du kan velge mellom: tvil, uferdig, finne.",
        ),
        (
            (*PATH, "finne", "--module", "tvil"),
            "«finne» kommer før «tvil», som må tas først. Flytt «tvil» opp i læringsløpet, eller stryk den under"
            " «prerequisites» i «finne».",
        ),
        (
            ("new", "path", "begynn", *PATH[3:], "tvil", "--module", "finne"),
            "curriculum/paths/begynn.yml finnes allerede og er ikke rørt.",
        ),
        (
            ("new", "session", "fagdag", "--module", "tvil", "--start", "09:00", "--title", "T"),
            "curriculum/sessions/fagdag.yml finnes allerede og er ikke rørt.",
        ),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = taikun(project, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence + "\n")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_module_is_never_made_over_another_wherever_it_lies(project: Path) -> None:
    done = taikun(project, *COMPLETE[:2], "finne", *COMPLETE[3:])
    assert (done.returncode, done.stderr) == (2, "curriculum/modules/sok/finne.md finnes allerede og er ikke rørt.\n")
    unread = project / "curriculum" / "modules" / "etikk" / "ny.md"
    unread.write_bytes(b"\xff")
    done = taikun(project, *COMPLETE)
    assert (done.returncode, done.stderr) == (2, "curriculum/modules/etikk/ny.md finnes allerede og er ikke rørt.\n")
    assert unread.read_bytes() == b"\xff"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_folder_that_leads_out_of_the_project_is_not_written_in(project: Path, tmp_path: Path) -> None:
    (tmp_path / "ute").mkdir()
    (project / "curriculum" / "modules" / "sok").rename(tmp_path / "sok")
    (project / "curriculum" / "modules" / "sok").symlink_to(tmp_path / "ute", target_is_directory=True)
    done = taikun(project, *COMPLETE, "--theme", "sok")
    assert (done.returncode, done.stderr) == (2, "curriculum/modules/sok/ny.md ligger utenfor prosjektet.\n")
    assert list((tmp_path / "ute").iterdir()) == []


def test_a_module_with_faults_in_the_way_gets_no_dilemma(project: Path) -> None:
    module = project / "curriculum" / "modules" / "etikk" / "tvil.md"
    module.write_bytes(module.read_bytes().replace(b"////\n", b"", 1))
    before = module.read_bytes()
    done = taikun(project, "new", "dilemma", "nytt", "--module", "tvil", "--title", "T")
    assert (done.returncode, done.stderr) == (
        2,
        "curriculum/modules/etikk/tvil.md har feil som står i veien. Kjør `taikun check`, og rett dem først.\n",
    )
    assert module.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="a terminal is imitated with a POSIX pseudo-terminal")
def test_on_a_terminal_what_is_missing_is_asked_for_until_it_is_right(project: Path) -> None:
    pty = pytest.importorskip("pty")
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(project)
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "taikun_build", "new", "module", "ny"])  # noqa: S606
    said = b""
    for question, answer in [
        ("tema? (etikk, sok)", "etik"),
        ("Mente du «etikk»?", "etikk"),
        ("hete?", "Å spørre"),
        ("nivå?", "basic"),
        ("former?", "digital, hybrid"),
        ("minutter i alt?", "en time"),
        ("større enn null.", "60"),
        ("språk?", "nb"),
    ]:
        said = read_until(terminal, said, question.encode())
        os.write(terminal, answer.encode() + b"\n")
    said = read_until(terminal, said, b"taikun check")
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    text = (project / "curriculum" / "modules" / "etikk" / "ny.md").read_text(encoding="utf-8")
    assert "title: Å spørre\n" in text
    assert "format: [digital, hybrid]\nduration: 60\n" in text


def read_until(terminal: int, said: bytes, wanted: bytes) -> bytes:
    """Read what the program says until it has said this, and return what came after."""
    until = time.monotonic() + 30
    while wanted not in said:
        assert time.monotonic() < until, said.decode()
        said += os.read(terminal, 1024)
    return said.partition(wanted)[2]
