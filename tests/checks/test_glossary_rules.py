"""The glossary and the modules keep step, and no rule speaks of what could not be read."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from taikun_build import checks
from taikun_build.model import Setting
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources

GLOSSARY = "curriculum/glossary.yml"
TVIL = "curriculum/modules/etikk/tvil.md"
FINNE = "curriculum/modules/sok/finne.md"
DRAFT = "curriculum/modules/etikk/uferdig.md"


def found(files: Mapping[str, bytes]) -> list[tuple[str, str, int]]:
    """The findings about terms in a working draft: code, file and line."""
    curriculum, _ = read_curriculum(MemorySources(files))
    assert curriculum is not None
    problems = checks.run(checks.DRAFT, curriculum, Setting())
    return [(p.code, p.where.path, p.where.line) for p in problems if p.code.endswith(("-term", "-text"))]


def glossary(term: str, name: str = "noe") -> bytes:
    return f"terms:\n  - id: {name}\n    term: {term}\n    definition: Noe.\n".encode()


def with_terms(content: Mapping[str, bytes], terms: bytes) -> dict[str, bytes]:
    """The example with other terms in the module «tvil», and none in «finne»."""
    return {
        **content,
        TVIL: content[TVIL].replace(b"terms:\n  - tvil\n", b"terms: [" + terms + b"]\n\n"),
        FINNE: content[FINNE].replace(b"terms:\n  - sok\n", b""),
    }


def test_a_draft_may_be_the_only_one_that_uses_a_term(content: Mapping[str, bytes]) -> None:
    files = with_terms(content, b"")
    assert [code for code, _, _ in found(files)] == ["unused-term", "unused-term"]
    files[DRAFT] = files[DRAFT].replace(b"\nreviewed:", b"\nterms: [tvil, sok]\nreviewed:")
    assert found(files) == []


def test_a_module_that_cannot_be_read_may_use_any_term(content: Mapping[str, bytes]) -> None:
    assert found({**with_terms(content, b""), DRAFT: b"\xff"}) == []


def test_a_glossary_that_cannot_be_read_lacks_no_term(content: Mapping[str, bytes]) -> None:
    assert found({**content, GLOSSARY: b"terms: [\n"}) == []


def test_without_a_glossary_every_term_is_unknown(content: Mapping[str, bytes]) -> None:
    files = {path: data for path, data in content.items() if path != GLOSSARY}
    assert found(files) == [("unknown-term", TVIL, 74), ("unknown-term", FINNE, 34)]


@pytest.mark.parametrize(
    "term",
    [
        "fagfolk",
        "situasjon",
        "Situasjone",
        "tvil",
        "{nb: bokfinke, nn: tvil}\n    forms: [skranken]",
        "les situasjon",
    ],
)
def test_a_term_is_used_with_any_ending_and_in_its_forms(term: str, content: Mapping[str, bytes]) -> None:
    assert found({**with_terms(content, b"noe"), GLOSSARY: glossary(term)}) == []


@pytest.mark.parametrize("term", ["til en", "tvi", "hemmelig", "{nb: bokfinke, nn: tvil}", "situasjonsrapport"])
def test_a_term_that_only_begins_alike_or_that_readers_never_see_is_not_used(
    term: str, content: Mapping[str, bytes]
) -> None:
    files = {**with_terms(content, b"noe"), GLOSSARY: glossary(term)}
    assert found(files) == [("term-not-in-text", TVIL, 73)]


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        ("id: a\n    term: b", "id: a\n    term: c", 5),
        ("id: a\n    term: b", "id: c\n    term: B", 6),
        ("id: a\n    term: {nb: b, nn: c}", "id: d\n    term: {nb: e, nn: c}", 6),
    ],
)
def test_a_repetition_is_one_finding(first: str, second: str, line: int, content: Mapping[str, bytes]) -> None:
    text = "terms:\n" + "".join(f"  - {term}\n    definition: Noe.\n" for term in (first, second))
    problems = [problem for problem in found({**content, GLOSSARY: text.encode()}) if problem[0] == "repeated-term"]
    assert problems == [("repeated-term", GLOSSARY, line)]
