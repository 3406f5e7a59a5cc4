"""What Atheris runs: any bytes as a module, from its front matter to its Markdown. `scripts/fuzz` starts it."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["taikun_build"]):
    from taikun_build.body import Block, Segment, read_blocks
    from taikun_build.frontmatter import read_document
    from taikun_build.limits import excesses
    from taikun_build.model import ActivityOptions, FrontMatter
    from taikun_build.problems import Location, Problem
    from taikun_build.prose import MarkdownReader
    from taikun_build.reading import NEUTRAL, RULES
    from taikun_build.shapes import read_shape
    from taikun_build.sources import Source

ROOT = Path(__file__).resolve().parent.parent
PATH = "curriculum/modules/etikk/tvil.md"
KNOWN = {rule.code for rule in RULES}
KEYS = tuple(FrontMatter.model_fields)
MARKDOWN = MarkdownReader()


def read(data: bytes) -> list[Problem]:
    """Read a file as a module and return what is wrong with it."""
    document, problems = read_document(Source(PATH, data), KEYS)
    if document is None or document.matter is None:
        return problems
    problems += read_shape(FrontMatter, document.matter, NEUTRAL, Location(PATH)).problems
    too_much = [excess.problem for excess in excesses(document.body, Location(PATH, document.body_line))]
    segments, found = read_blocks(document.body, PATH, document.body_line)
    for segment in segments:
        problems += inside(segment, parsed=not too_much)
    return problems + found + too_much


def inside(segment: Segment, *, parsed: bool) -> list[Problem]:
    """What is wrong inside a segment. Its Markdown is read unless it is too much."""
    if not isinstance(segment, Block):
        if parsed:
            MARKDOWN.read(segment.text, {"berg2020": "#kilde-berg2020"})
        return []
    problems = [problem for child in segment.children for problem in inside(child, parsed=parsed)]
    if segment.options is not None:
        problems += read_shape(ActivityOptions, segment.options, keys_at=segment.where).problems
    return problems


def one(data: bytes) -> None:
    """One execution: every problem is known and lies inside the file."""
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for problem in read(data):
        if problem.code not in KNOWN:
            raise AssertionError(f"unknown code: {problem}")
        line = lines[problem.where.line - 1] if 1 <= problem.where.line <= len(lines) else ""
        if not 1 <= problem.where.line <= len(lines) or not 1 <= problem.where.column <= len(line) + 1:
            raise AssertionError(f"outside the file: {problem}")


def write_seeds(folder: Path) -> None:
    """What the fuzzer begins with: the front matter of every module, and each block of their bodies by itself."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(
        (*ROOT.glob("curriculum/modules/*/*.md"), *ROOT.glob("tests/example/curriculum/modules/*/*.md"))
    ):
        matter, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
        pieces = [f"{matter}\n---\n", *(f"---\nid: a\n---\n{block}\n////\n" for block in body.split("\n////\n"))]
        for number, piece in enumerate(pieces):
            (folder / f"{path.stem}-{number}").write_bytes(piece.encode())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--seeds"]:
        write_seeds(Path(sys.argv[2]))
    else:
        atheris.Setup(sys.argv, one)
        atheris.Fuzz()
