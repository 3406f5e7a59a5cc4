#!/usr/bin/env python3
"""Bring the gettext catalogues up to date with the texts in the program: `.venv/bin/python scripts/catalogue.py`.

New texts are added with an empty translation, texts that are gone are dropped. A test fails while any is empty.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

PACKAGE = Path(__file__).resolve().parent.parent / "taikun_build"
LANGUAGES = ("nb", "nn")
IN_TEMPLATES = ("_", "count")


def texts() -> dict[str, str]:
    """Every translatable text, with the file it was first met in."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for text in _in_python(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(text, path.relative_to(PACKAGE.parent).as_posix())
    for path in sorted((PACKAGE / "templates").glob("*.jinja")):
        for text in _in_template(path.read_text(encoding="utf-8")):
            found.setdefault(text, path.relative_to(PACKAGE.parent).as_posix())
    return found


def _in_python(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "msg":
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _in_template(source: str) -> Iterator[str]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in IN_TEMPLATES:
            yield from (str(a.value) for a in call.args if isinstance(a, nodes.Const) and isinstance(a.value, str))


def update(language: str) -> int:
    """Rewrite one catalogue and return how many texts lack a translation."""
    path = PACKAGE / "locale" / f"{language}.po"
    old = {}
    if path.exists():
        with path.open("rb") as file:
            old = {message.id: message.string for message in read_po(file) if message.id}
    new = Catalog(locale=language, project="TAIKun", fuzzy=False, header_comment=f"# TAIKun: {language}")
    for text, place in sorted(texts().items(), key=lambda item: (item[1], item[0])):
        new.add(text, string=old.get(text, ""), locations=[(place, 0)])
    with path.open("wb") as file:
        write_po(file, new, width=100, omit_header=True)
    return sum(1 for message in new if message.id and not message.string)


if __name__ == "__main__":
    sys.exit(1 if sum(update(language) for language in LANGUAGES) else 0)
