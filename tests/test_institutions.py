"""What a library adds: read from beside the curriculum, with every fault told at its place."""

from __future__ import annotations

from collections.abc import Mapping

from taikun_build.institutions import FOLDER, read_institutions
from taikun_build.problems import Problem
from taikun_build.sheets.parts import local_data
from taikun_build.sources import MemorySources

PATH = f"{FOLDER}/eksempelbiblioteket.yml"


def problems_in(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    return read_institutions(MemorySources({path: data for path, data in files.items() if path.startswith(FOLDER)}))[1]


def test_a_library_is_read_with_its_logo(files: Mapping[str, bytes]) -> None:
    (local,), problems = read_institutions(MemorySources({p: d for p, d in files.items() if p.startswith(FOLDER)}))
    assert problems == ()
    assert local.logo == files[f"{FOLDER}/logo.png"]
    assert local_data(local) == {
        "name": "Eksempelbiblioteket",
        "lang": "nb",
        "contact": ["Spør fagansvarlig for KI på personalrommet."],
        "tools": [{"name": "Prøveroboten", "use": "Utkast og idéarbeid", "not_for": "Opplysninger om lånere"}],
        "guidelines": [
            {
                "title": "Bruk av KI på jobb",
                "text": "Si fra når KI har laget teksten.",
                "url": "https://example.org/retningslinjer/ki",
            }
        ],
        "logo": "logo.png",
    }


def test_what_cannot_be_read_is_told_and_the_other_libraries_are_there(files: Mapping[str, bytes]) -> None:
    found, problems = read_institutions(
        MemorySources(
            {PATH: files[PATH].replace(b"logo: logo.png\n", b""), f"{FOLDER}/a.yml": b"[", f"{FOLDER}/b.yml": b""}
        )
    )
    assert [local.institution.id for local in found] == ["eksempelbiblioteket"]
    assert [(problem.code, problem.where.path) for problem in problems] == [
        ("yaml-syntax", f"{FOLDER}/a.yml"),
        ("front-matter-not-keys", f"{FOLDER}/b.yml"),
    ]


def test_an_address_that_is_none_and_a_logo_outside_the_folder_are_told_at_their_places(
    files: Mapping[str, bytes],
) -> None:
    text = files[PATH].replace(b"https://example.org", b"javascript:alert").replace(b": logo.png", b": ../../logo.png")
    assert [(problem.code, problem.where.line, problem.where.column) for problem in problems_in({PATH: text})] == [
        ("bad-pattern", 12, 10),
        ("bad-pattern", 13, 7),
    ]
