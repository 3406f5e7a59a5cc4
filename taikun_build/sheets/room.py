"""How much text a slide has room for, so that a long text is divided instead of made too small for the back of a room.

Lengths are hundredths of the slide's width, `--u` in `slides.css`, which has the same sizes of letters.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

SIZES = {"huge": 3.7, "large": 3.1, "middle": 2.6, "small": 2.2}
"""How tall letters are."""
WIDTH = 88.0
_LETTER = 0.44
"""How wide a letter is, on the average, of its height."""
_LINE, _GAP, _INDENT = 1.4, 0.5, 1.5
_BLOCKS = ("p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "pre")
_LISTS = ("ul", "ol")
_SENTENCE_END = re.compile(r"(?<=[.?!»]) (?=[A-ZÆØÅ«–])")


def size_for(nodes: list[Any], room: float, width: float = WIDTH) -> str | None:
    """The name of the largest letters with which nodes have room, or None when not even the smallest will do."""
    return next((name for name in SIZES if _height(nodes, SIZES[name], width) <= room), None)


def flow(nodes: list[Any], room: float, width: float = WIDTH) -> Iterator[tuple[str, list[Any]]]:
    """Nodes on as many slides as they need, about as much on each, with the size of letters for each.

    Lists are divided between their items and long paragraphs between sentences. What cannot be divided stands alone,
    in the smallest letters.
    """
    if size := size_for(nodes, room, width):
        yield size, nodes
        return
    pieces = [piece for node in nodes for piece in _pieces(node, room, width)]
    wanted = _height(pieces, SIZES["middle"], width)
    fair = min(room, wanted / math.ceil(wanted / room) * 1.2)
    page: list[Any] = []
    for piece in pieces:
        if page and _height([*page, piece], SIZES["middle"], width) > fair:
            yield size_for(_joined(page), room, width) or "small", _joined(page)
            page = []
        page.append(piece)
    yield size_for(_joined(page), room, width) or "small", _joined(page)


def text_of(node: Any) -> str:
    """All the text of a node."""
    return node if isinstance(node, str) else "".join(map(text_of, node["c"]))


def _height(nodes: list[Any], size: float, width: float) -> float:
    """How tall a column of nodes is."""
    return sum(_height_of_one(node, size, width) for node in nodes if not isinstance(node, str) or node.strip())


def _height_of_one(node: Any, size: float, width: float) -> float:
    if not isinstance(node, str) and any(not isinstance(child, str) and child["t"] in _BLOCKS for child in node["c"]):
        return _height(node["c"], size, width - (_INDENT * size if node["t"] in _LISTS else 0))
    lines = math.ceil(len(text_of(node)) * _LETTER * size / width)
    return (max(lines, 1) * _LINE + _GAP) * size


def _pieces(node: Any, room: float, width: float) -> Iterator[Any]:
    """What a node can be divided into; each piece knows its number, so that neighbours are joined again."""
    if isinstance(node, str):
        return
    parts: list[Any] = [node]
    if node["t"] in _LISTS:
        parts = [child for child in node["c"] if not isinstance(child, str)]
    elif node["t"] == "p" and size_for([node], room, width) is None and all(isinstance(c, str) for c in node["c"]):
        parts = _SENTENCE_END.split(text_of(node))
    else:
        yield node
        return
    yield from ({"t": node["t"], "c": [part], "start": number} for number, part in enumerate(parts, 1))


def _joined(pieces: list[Any]) -> list[Any]:
    """Pieces of the same list or paragraph that follow each other as one."""
    joined: list[Any] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and piece.get("start", 1) > 1 and last["t"] == piece["t"]:
            between = [" "] if piece["t"] == "p" else []
            joined[-1] = {**last, "c": [*last["c"], *between, *piece["c"]]}
        else:
            joined.append(piece)
    return joined
