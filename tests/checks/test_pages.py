"""Every rule has a page that explains it, shows it broken and kept, and says what the finding looks like.

The page is the test: the example curriculum with the faulty text in place of the right one gives exactly the finding;
with the right text, or with a near miss, it does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from taikun_build import checks, editions
from taikun_build.catalogue import Catalogue
from taikun_build.editions import published_part, read_editions
from taikun_build.problems import Problem, in_reading_order
from taikun_build.reading import read_curriculum
from taikun_build.reports import as_text
from taikun_build.sources import Kind, MemorySources

PAGES = Path(__file__).parent
HEADINGS = ("Slik retter du det", "Galt", "Rett", "Også rett", "Funn")
_FENCE = re.compile(r"^(`{3,})(\w+) ?(.*)\n((?:.*\n)*?)\1\n", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """A fenced text of a page: how it is written, where it belongs, what it says.

    `escaped` texts have Python's escapes for bytes, `repeated` ones say on their first line how many times the rest
    stands, `link` stands for a symbolic link, `gone` for a file that is not there.
    """

    kind: str
    path: str
    text: str

    @property
    def data(self) -> bytes:
        match self.kind:
            case "escaped":
                return self.text.rstrip("\n").encode().decode("unicode_escape").encode("latin-1")
            case "repeated":
                times, _, text = self.text.partition("\n")
                return text.rstrip("\n").encode() * int(times)
            case _:
                return self.text.encode()


@dataclass(frozen=True)
class RulePage:
    """A rule's page: its code, its prose, and its pieces by heading."""

    code: str
    prose: Mapping[str, str]
    pieces: Mapping[str, tuple[Piece, ...]]


def read_page(path: Path) -> RulePage:
    """A page is `# code`, prose, and sections with the headings above."""
    head, *sections = re.split(r"^## (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    title, _, why = head.partition("\n")
    named = dict(zip(sections[::2], sections[1::2], strict=True))
    assert set(named) <= set(HEADINGS), path.name
    pieces = {
        name: tuple(Piece(kind, where, text) for _, kind, where, text in _FENCE.findall(text))
        for name, text in named.items()
    }
    return RulePage(title.removeprefix("# ").strip(), {"why": why.strip(), **named}, pieces)


def all_pages() -> list[RulePage]:
    return [read_page(path) for path in sorted(PAGES.glob("*.md"))]


Files = Mapping[str, bytes | Kind]


def problems_in(files: Files) -> tuple[Problem, ...]:
    """What the rules of drafts and of editions find in a project."""
    sources = MemorySources({path: data for path, data in files.items() if path.startswith("curriculum/")})
    manifests = MemorySources({path: data for path, data in files.items() if path.startswith("editions/")})
    curriculum, problems = read_curriculum(sources)
    known, of_editions = read_editions(manifests)
    found = [*problems, *of_editions]
    if curriculum is not None:
        found += checks.run(checks.DRAFT, curriculum)
        found += checks.run(checks.EDITION, published_part(curriculum))
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
        elif piece.kind == "link":
            result[piece.path] = Kind.LINK
        elif counterpart is None or not isinstance(before, bytes):
            result[piece.path] = piece.data
        else:
            assert before.count(counterpart.data) == 1, f"{piece.path}: the right text must stand there once"
            result[piece.path] = before.replace(counterpart.data, piece.data)
    return result


def said(problems: tuple[Problem, ...], files: Files, catalogue: Catalogue) -> str:
    def line_of(path: str, number: int) -> str:
        data = files.get(path, b"")
        lines = data.decode("utf-8", "replace").split("\n") if isinstance(data, bytes) else []
        return lines[number - 1] if number <= len(lines) else ""

    return as_text(problems, catalogue, line_of)


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.code)
def test_the_faulty_text_gives_the_finding(page: RulePage, files: Files, nb: Catalogue) -> None:
    faulty = changed(files, page.pieces["Rett"], page.pieces["Galt"])
    found = tuple(problem for problem in problems_in(faulty) if problem.code == page.code)
    (expected,) = page.pieces["Funn"]
    assert said(found, faulty, nb).rstrip() == expected.text.rstrip()


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.code)
def test_the_right_text_and_the_near_misses_give_none(page: RulePage, files: Files) -> None:
    assert not problems_in(changed(files, page.pieces["Rett"], page.pieces["Rett"]))
    assert page.pieces["Også rett"], "a rule needs a near miss"
    for near_miss in page.pieces["Også rett"]:
        problems = problems_in(changed(files, page.pieces["Rett"], (near_miss,)))
        assert page.code not in {problem.code for problem in problems}


def test_every_rule_has_one_page_and_one_code() -> None:
    codes = [rule.code for rule in checks.RULES]
    assert len(codes) == len(set(codes))
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted(codes)


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.code)
def test_a_page_is_named_after_its_rule_and_says_why_and_how(page: RulePage) -> None:
    assert (PAGES / f"{page.code}.md").is_file()
    assert len(page.prose["why"]) > 40
    assert len(page.prose["Slik retter du det"].strip()) > 20
