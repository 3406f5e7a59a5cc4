"""A table says in its first row what stands in its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from taikun_build.model import Curriculum, Module, Page, Prose
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.prose import Element

RULE = Rule(
    "table-header",
    msg("The table has no headings above its columns."),
    msg("Write in the first row what stands in each column. Only the first cell may be empty."),
    Severity.WARNING,
)

_EMPTY_HEADER = re.compile(r"^[ >]*\|[ \t|]*\n[ >]*\|?[ :|-]*-[ :|-]*$", re.MULTILINE)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report tables whose header cells are all empty (WCAG 2.1, 1.3.1)."""
    for prose in text.proses():
        elements = [element for block in prose.tree.blocks for element in block.walk()]
        tables = [element for element in elements if element.name == "table" and _has_empty_header(element)]
        code = [element.text() for element in elements if element.name == "code"]
        for offset in islice(_places(prose, code), len(tables)):
            yield RULE.at(prose.location(offset))


def _has_empty_header(table: Element) -> bool:
    heads = [element for element in table.walk() if element.name == "th"]
    return bool(heads) and not any(head.text().strip() for head in heads)


def _places(prose: Prose, code: list[str]) -> Iterator[int]:
    """Where a header row without text stands in the source, outside code."""
    for match in _EMPTY_HEADER.finditer(prose.markdown):
        if not any(match.group(0) in piece for piece in code):
            yield match.start() + len(match.group(0)) - len(match.group(0).lstrip(" >"))
