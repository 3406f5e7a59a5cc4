"""Names that work everywhere, and files that are what they seem."""

from __future__ import annotations

import pytest

from taikun_build.catalogue import Catalogue
from taikun_build.files import MOST_BYTES, name_fault, of_asset, of_entries, too_large
from taikun_build.sources import Entry, Kind, Source


def said(paths: list[str], nb: Catalogue) -> list[tuple[str, str, str]]:
    entries = sorted(Entry(path) for path in paths)
    return [(problem.where.path, problem.code, nb.say(problem.message)) for problem in of_entries(entries)]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("mine bilder", "det har et mellomrom"),
        ("blåbær.txt", "det har tegnet «å»"),
        ("bla\u030abær.txt", "«å» er skrevet som to tegn"),
        ("a\nb.txt", "det har et linjeskift"),
        ("a\tb.txt", "det har en tabulator"),
        ("a\u202etxt.exe", "det har tegnet «U+202E»"),
        ("a\u0007.txt", "det har tegnet «U+0007»"),
        ("a\udce6.txt", "det er ikke skrevet i UTF-8"),
        ("a:b", "det har tegnet «:»"),
        ("a\\b", "det har tegnet «\\»"),
        ("-rf.md", "det begynner med «-»"),
        (".a", "det begynner med «.»"),
        (" a", "det har et mellomrom"),
        ("a.", "det slutter med «.»"),
        ("a ", "det har et mellomrom"),
        ("CON", "Windows holder av «CON» til seg selv"),
        ("nul.tar.gz", "Windows holder av «nul» til seg selv"),
        ("Lpt1.txt", "Windows holder av «Lpt1» til seg selv"),
        ("a" * 121, "det er lengre enn 120 byte"),
    ],
)
def test_a_name_that_does_not_work_everywhere_is_told_why(name: str, why: str, nb: Catalogue) -> None:
    fault = name_fault(name)
    assert fault is not None
    assert nb.say(fault) == why


@pytest.mark.parametrize(
    "name", ["LICENSE", "README.md", "a", "2026", "Skjema_2.v1.SVG", "console.txt", "com10", "auxiliary", "a" * 120]
)
def test_a_name_that_works_everywhere(name: str) -> None:
    assert name_fault(name) is None


def test_a_folder_is_named_once_and_a_name_is_shown_so_that_it_can_be_read(nb: Catalogue) -> None:
    assert said(["curriculum/ny mappe/a.txt", "curriculum/ny mappe/b.txt"], nb) == [
        ("curriculum/ny mappe", "file-name", "Navnet «ny mappe» virker ikke overalt: det har et mellomrom.")
    ]
    assert said(["curriculum/\udce6\u202e.md"], nb)[0][2].startswith("Navnet «\\xE6\\u202E.md» virker ikke overalt")


def test_a_path_of_240_bytes_is_the_longest(nb: Catalogue) -> None:
    path = "curriculum/" + "/".join(["a" * 100, "b" * 100, "c" * 27])
    assert said([path], nb) == []
    assert [code for _, code, _ in said([path + "c"], nb)] == ["file-name"]


def test_names_that_are_one_name_elsewhere_clash_and_what_lies_in_them_does_not(nb: Catalogue) -> None:
    paths = ["curriculum/Sok/a.md", "curriculum/sok/a.md", "curriculum/sok/b.md", "curriculum/sok/B.md"]
    assert [found[:2] for found in said(paths, nb)] == [
        ("curriculum/sok", "name-clash"),
        ("curriculum/sok/b.md", "name-clash"),
    ]
    forms = ["curriculum/a\u030a.txt", "curriculum/\u00e5.txt"]
    assert [code for _, code, _ in said(forms, nb)] == ["file-name", "file-name", "name-clash"]


def test_each_entry_that_is_no_file_says_what_it_is(nb: Catalogue) -> None:
    kinds = [kind for kind in Kind if kind is not Kind.FILE]
    messages = [nb.say(p.message) for kind in kinds for p in of_entries([Entry("curriculum/x", kind)])]
    assert len(set(messages)) == len(kinds)


def test_five_megabytes_are_the_most(nb: Catalogue) -> None:
    assert too_large("a.pdf", MOST_BYTES) is None
    problem = too_large("a.pdf", 7_340_000)
    assert problem is not None
    assert nb.say(problem.message) == "Fila er på 7,3 MB. Grensa er 5 MB."


def test_the_ending_is_read_without_regard_to_case() -> None:
    assert [problem.code for problem in of_asset(Source("A.PNG", b"\xff\xd8\xff"))] == ["file-content"]
    assert list(of_asset(Source("A.CSV", b"a;b"))) == []
