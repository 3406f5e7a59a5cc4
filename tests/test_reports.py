"""Problems as a person, a program and a pull request meet them."""

from __future__ import annotations

import json

from taikun_build.catalogue import Catalogue
from taikun_build.problems import Location, Rule, Severity, in_reading_order, msg
from taikun_build.reports import as_github, as_json, as_sarif, as_text, lines_in, summary

RULE = Rule("kode", msg("«{value}» is wrong."), msg("Write 100 %, not {value}."))
MILD = Rule("mild", msg("Hm."), msg("Well."), Severity.WARNING)


def lines(_path: str, number: int) -> str:
    return {1: "første linje", 2: "\tlevel: x", 3: "lang " * 60}.get(number, "")


def test_a_problem_shows_its_line_a_caret_and_the_way_out(nb: Catalogue) -> None:
    problem = RULE.at(Location("a/b.md", 2, 9), value="x")
    assert as_text((problem,), nb, lines) == (
        "a/b.md:2:9: feil [kode]\n  «x» is wrong.\n  2 |  level: x\n    |         ^\n  → Write 100 %, not x.\n"
    )


def test_a_long_line_is_cut_round_the_caret(nb: Catalogue) -> None:
    shown = as_text((RULE.at(Location("a.md", 3, 200), value="x"),), nb, lines).split("\n")
    assert len(shown[2]) < 130
    assert shown[2].startswith("  3 | …")
    assert shown[2].endswith("…")


def test_a_file_without_lines_has_no_caret(nb: Catalogue) -> None:
    assert as_text((RULE.at(Location("a.md", 9), value="x"),), nb, lines) == (
        "a.md:9:1: feil [kode]\n  «x» is wrong.\n  → Write 100 %, not x.\n"
    )


def test_the_summary_counts(nb: Catalogue) -> None:
    problems = (RULE.at(Location("a.md"), value="x"), RULE.at(Location("b.md"), value="x"), MILD.at(Location("a.md")))
    assert summary(problems, nb, 6) == "2 feil, 1 advarsel i 2 filer. 6 moduler lest."
    assert summary((), nb, 1) == "Ingen funn. 1 modul lest."


def test_json_has_what_programs_need(nb: Catalogue) -> None:
    problem = RULE.at(Location("a.md", 2, 9), related=(Location("b.md", 1, 1),), value="x")
    assert json.loads(as_json((problem,), nb)) == [
        {
            "code": "kode",
            "severity": "error",
            "path": "a.md",
            "line": 2,
            "column": 9,
            "message": "«x» is wrong.",
            "hint": "Write 100 %, not x.",
            "page": "kontroller/kode/",
            "related": [{"path": "b.md", "line": 1, "column": 1}],
        }
    ]


def test_sarif_describes_every_rule_and_what_each_found(nb: Catalogue) -> None:
    found = (RULE.at(Location("mappe/å b.md", 2, 9), related=(Location("c.md", 1, 1),), value="x"),)
    (run,) = json.loads(as_sarif(found, (MILD, RULE), nb, "1.2.3"))["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"], driver["language"]) == ("taikun", "1.2.3", "nb")
    assert driver["rules"] == [
        {
            "id": "mild",
            "shortDescription": {"text": "Hm."},
            "help": {"text": "Well."},
            "defaultConfiguration": {"level": "warning"},
            "properties": {"page": "kontroller/mild/"},
        },
        {
            "id": "kode",
            "shortDescription": {"text": "«…» is wrong."},
            "help": {"text": "Write 100 %, not …"},
            "defaultConfiguration": {"level": "error"},
            "properties": {"page": "kontroller/kode/"},
        },
    ]
    assert run["results"] == [
        {
            "ruleId": "kode",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": "«x» is wrong.\nWrite 100 %, not x."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "mappe/%C3%A5%20b.md", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 2, "startColumn": 9},
                    }
                }
            ],
            "relatedLocations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "c.md", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 1, "startColumn": 1},
                    }
                }
            ],
        }
    ]


def test_github_s_commands_are_escaped(nb: Catalogue) -> None:
    assert as_github((RULE.at(Location("a,b.md", 2, 9), value="x"), MILD.at(Location("c.md"))), nb) == (
        "::error file=a%2Cb.md,line=2,col=9,title=kode::«x» is wrong.%0AWrite 100 %25, not x.\n"
        "::warning file=c.md,line=1,col=1,title=mild::Hm.%0AWell."
    )


def test_problems_come_in_reading_order_and_once() -> None:
    late = RULE.at(Location("a.md", 10), value="x")
    early = RULE.at(Location("a.md", 9, 2), value="x")
    other = RULE.at(Location("A.md", 99), value="x")
    assert in_reading_order([late, early, late, other]) == (other, early, late)


def test_a_path_is_shown_so_that_it_can_be_read_and_does_nothing(nb: Catalogue) -> None:
    problem = RULE.at(Location("a\n\udce6\u202e.md"), related=(Location("\x1b[2J.md"),), value="x")
    assert as_text((problem,), nb, lines).startswith("a\\u000A\\xE6\\u202E.md:1:1: feil [kode]\n")
    (entry,) = json.loads(as_json((problem,), nb))
    assert entry["path"] == "a\\u000A\\xE6\\u202E.md"
    assert entry["related"][0]["path"] == "\\u001B[2J.md"
    assert as_github((problem,), nb).startswith("::error file=a\\u000A\\xE6\\u202E.md,line=1")


def test_a_file_that_is_no_text_has_no_lines_to_show() -> None:
    assert lines_in(b"\x89PNG\r\n\x1a\n\0\0") == []
    assert lines_in(b"en\r\nto\0") == ["en", "to\0"]
    assert lines_in(b"en\n\xff") == ["en", "\ufffd"]


def test_the_source_line_does_not_repeat_a_secret(nb: Catalogue) -> None:
    shown = as_text((RULE.at(Location("a.md", 1, 4), value="x"),), nb, lambda *_: "Nr 01019975068 her")
    assert "  1 | Nr ••••••••••• her\n    |    ^\n" in shown
