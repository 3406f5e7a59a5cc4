"""Every rule has a page that explains it, shows it broken and kept, and says what the finding looks like.

The page is the test: the example curriculum with the faulty text in place of the right one gives exactly the finding;
with the right text, or with a near miss, it does not. `taikun_build.rulebook` says how a page is written.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from taikun_build import checks, editions
from taikun_build.catalogue import Catalogue
from taikun_build.editions import published_part, read_editions
from taikun_build.institutions import read_institutions
from taikun_build.limits import TookTooLong
from taikun_build.model import Setting
from taikun_build.problems import Problem, in_reading_order
from taikun_build.reading import read_curriculum
from taikun_build.reports import as_text, lines_in
from taikun_build.rulebook import Case, Piece, RulePage, read_rule_page
from taikun_build.sources import Kind, MemorySources, Source

PAGES = Path(__file__).parent
TODAY = date(2026, 11, 25)
"""The day on which the pages' texts are checked."""
SPECIAL = {"link": Kind.LINK, "hardlink": Kind.HARD_LINK, "submodule": Kind.SUBMODULE, "special": Kind.SPECIAL}

Files = Mapping[str, bytes | Kind]


class Slow(bytes):
    """A file that takes too long to read."""

    __slots__ = ()


class SlowSources(MemorySources):
    """Sources in which the guard on time goes off when a slow file is read."""

    def read(self, path: str) -> Source:
        if isinstance(self.files[path], Slow):
            raise TookTooLong
        return super().read(path)


def all_pages() -> list[RulePage]:
    return [read_rule_page(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.md"))]


def data_of(piece: Piece) -> bytes:
    """The bytes that a piece stands for."""
    match piece.kind:
        case "escaped":
            return piece.text.rstrip("\n").encode().decode("unicode_escape").encode("latin-1")
        case "base64":
            return base64.b64decode(piece.text)
        case "repeated":
            times, _, text = piece.text.partition("\n")
            return text.rstrip("\n").encode() * int(times)
        case "slow":
            return Slow(piece.text.encode())
        case _:
            return piece.text.encode()


def problems_in(files: Files) -> tuple[Problem, ...]:
    """What the rules of drafts and of editions find in a project."""
    sources = SlowSources({path: data for path, data in files.items() if path.startswith("curriculum/")})
    manifests = MemorySources({path: data for path, data in files.items() if path.startswith("editions/")})
    curriculum, problems = read_curriculum(sources)
    known, of_editions = read_editions(manifests)
    local = MemorySources({path: data for path, data in files.items() if path.startswith("institutions/")})
    found = [*problems, *of_editions, *read_institutions(local)[1]]
    setting = Setting(TODAY, known)
    if curriculum is not None:
        found += checks.run(checks.DRAFT, curriculum, setting)
        found += checks.run(checks.EDITION, published_part(curriculum), setting)
        for edition in filter(editions.is_built, known):
            found += editions.differences(edition, published_part(curriculum))
    return in_reading_order(found)


def changed(files: Files, old: tuple[Piece, ...], new: tuple[Piece, ...]) -> Files:
    """The files with the right texts replaced by others. A piece without a counterpart is a whole file of its own."""
    result = dict(files)
    for piece in new:
        counterpart = next((other for other in old if other.path == piece.path), None)
        before = result.get(piece.path)
        if piece.kind == "gone":
            del result[piece.path]
        elif piece.kind in SPECIAL:
            result[piece.path] = SPECIAL[piece.kind]
        elif counterpart is None or not isinstance(before, bytes):
            result[piece.path] = data_of(piece)
        else:
            assert before.count(data_of(counterpart)) == 1, f"{piece.path}: the right text must stand there once"
            result[piece.path] = before.replace(data_of(counterpart), data_of(piece))
    return result


def said(problems: tuple[Problem, ...], files: Files, catalogue: Catalogue) -> str:
    def line_of(path: str, number: int) -> str:
        data = files.get(path, b"")
        lines = lines_in(data) if isinstance(data, bytes) else []
        return lines[number - 1] if number <= len(lines) else ""

    return as_text(problems, catalogue, line_of)


def all_cases() -> list[tuple[str, Case]]:
    return [(page.code, case) for page in all_pages() for case in page.cases()]


@pytest.mark.parametrize(("code", "case"), all_cases(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_faulty_text_gives_the_finding(code: str, case: Case, files: Files, nb: Catalogue) -> None:
    faulty = changed(files, case.right, case.faulty)
    found = tuple(problem for problem in problems_in(faulty) if problem.code == code)
    assert found, "the faulty text gives no finding"
    assert said(found, faulty, nb).rstrip() == case.finding.rstrip()


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.code)
def test_the_right_text_and_the_near_misses_give_none(page: RulePage, files: Files) -> None:
    for right in page.right_texts():
        assert not problems_in(changed(files, right, right))
    near_misses = list(page.near_misses())
    assert near_misses, "a rule needs a near miss"
    for near_miss, right in near_misses:
        beside = (piece for piece in right if piece.path != near_miss.path)
        problems = problems_in(changed(files, right, (*beside, near_miss)))
        assert page.code not in {problem.code for problem in problems}


def test_every_rule_has_one_page_and_one_code() -> None:
    codes = [rule.code for rule in checks.RULES]
    assert len(codes) == len(set(codes))
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted(codes)


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.code)
def test_a_page_is_named_after_its_rule_and_says_why_and_how(page: RulePage) -> None:
    assert (PAGES / f"{page.code}.md").is_file()
    assert len(page.why) > 40
    assert len(page.mend) > 20
