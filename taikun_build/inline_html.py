"""The little HTML that module text may hold: what Markdown cannot say and accessibility needs.

Foreign words need their language (WCAG 2.1, 3.1.2), abbreviations their meaning, keys and formulas their marks. All
else is said in Markdown. What is allowed is decided by nh3, the same cleaner that would strip the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

ALLOWED: dict[str, frozenset[str]] = {
    "abbr": frozenset({"title"}),
    "br": frozenset(),
    "kbd": frozenset(),
    "q": frozenset({"lang"}),
    "span": frozenset({"lang"}),
    "sub": frozenset(),
    "sup": frozenset(),
}
VOID = frozenset({"br"})

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CLOSING = re.compile(r"</([a-z]+)>")
_NEW_BLOCK = re.compile(r"\n[ \t]*\n|\n[ \t]*(?:[-+*#>]|\d+[.)])|\|")


class _StartTag(HTMLParser):
    """Reads one start tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def is_allowed(piece: str) -> bool:
    """Whether one tag, as it stands in the text, may be published."""
    closing = _CLOSING.fullmatch(piece)
    if closing:
        return closing.group(1) in ALLOWED and closing.group(1) not in VOID
    if not piece.endswith(">"):
        return False
    cleaned = nh3.clean(
        piece,
        tags=set(ALLOWED),
        attributes={tag: set(names) for tag, names in ALLOWED.items()},
        attribute_filter=_kept,
    )
    written = _StartTag(piece).found
    return len(written) == 1 and written == _StartTag(cleaned).found


def unbalanced(pieces: tuple[tuple[int, str], ...], text: str) -> Iterator[tuple[int, str]]:
    """Tags that are not closed, or not opened, within the same paragraph, list item or cell.

    `pieces` are the raw HTML (offset, tag) of a stretch of Markdown, in order; what comes out are some of them. Only
    tags with an allowed name are paired.
    """
    still_open: list[tuple[int, str, str]] = []
    last = 0
    for offset, piece in pieces:
        if _NEW_BLOCK.search(text, last, offset):
            yield from ((at, tag) for at, tag, _ in still_open)
            still_open = []
        last = offset
        closing = _CLOSING.fullmatch(piece)
        name = closing.group(1) if closing else next((tag for tag, _ in _StartTag(piece).found), "")
        if name not in ALLOWED or name in VOID:
            continue
        if closing is None:
            still_open.append((offset, piece, name))
        elif still_open and still_open[-1][2] == name:
            still_open.pop()
        else:
            yield offset, piece
    yield from ((at, tag) for at, tag, _ in still_open)


def _kept(_tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "lang" or _LANGUAGE_TAG.fullmatch(value) else None
