"""Authors' texts as data for a page that is printed: Markdown as nodes, and plain texts as paragraphs.

A node is a text, or {"t": name, "c": children} with the names of HTML (p, ul, ol, li, h2, blockquote, table, tr, th,
td, pre, code, strong, em, br, sub, sup, kbd, q, span; the last two may have a "lang", ISO 639), "a" with "href" for a
web address and "cite" with "to" for a reference of the sheet's own list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from taikun_build.linking import cited_source, is_unsafe, source_targets
from taikun_build.prose import Element

_SAME_NAME = {"i": "em", "b": "strong"}


def paragraphs(text: str) -> list[str]:
    """A plain text's paragraphs, which are divided by blank lines."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def nodes(children: tuple[Element | str, ...]) -> list[Any]:
    """A tree's children as data."""
    return [node for child in children for node in _node(child)]


def anchor(key: str) -> str:
    """The label of a reference in the sheet's own list."""
    return source_targets([key])[key].removeprefix("#")


def _node(child: Element | str) -> Iterator[Any]:
    if isinstance(child, str):
        yield child
        return
    inner = nodes(child.children)
    if child.name == "a" and (key := cited_source(child.target)) is not None:
        yield {"t": "cite", "to": anchor(key), "c": inner}
    elif child.name == "a" and child.target.startswith(("http", "mailto:")) and not is_unsafe(child.target):
        yield {"t": "a", "href": child.target, "c": inner}
    elif child.name == "a":
        yield from inner
    else:
        language = {"lang": child.language.partition("-")[0]} if child.language else {}
        yield {"t": _SAME_NAME.get(child.name, child.name), "c": inner, **language}
