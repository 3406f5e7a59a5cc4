"""Where a module first uses each term that it explains: there the reader is given the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taikun_build.language import term_forms
from taikun_build.model import Activity, Prose, Term, prose_of
from taikun_build.problems import Location
from taikun_build.prose import Link, opening
from taikun_build.site.audiences import ReaderModule
from taikun_build.vocabulary import Language

_ENDING = r"\w{0,4}"
"""As long as an inflection gets: «språkmodellene» is the term, «språkmodellforskning» another word."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a prose's Markdown that is the first use of a term."""

    start: int
    end: int
    term: str


def first_uses(module: ReaderModule, glossary: Iterable[Term]) -> Mapping[Location, tuple[Mark, ...]]:
    """The first use of each of the module's terms, by the place of the prose that it stands in.

    The whole glossary is looked for, the longest names first, so that a term is not found within another one.
    """
    terms = [term for term in glossary if term.term.of(module.language)]
    if not module.terms or not terms:
        return {}
    pattern = _pattern(terms, module.language)
    wanted = set(module.terms)
    found: dict[Location, tuple[Mark, ...]] = {}
    for prose in _proses(module):
        if not wanted:
            break
        marks = tuple(_in_prose(prose, pattern, wanted))
        if marks:
            found[prose.where] = marks
    return found


def _pattern(terms: Iterable[Term], language: Language) -> re.Pattern[str]:
    """All terms as named groups, whole words only, the longest first: of a word like «KI-bruk» no part is taken."""
    longest = sorted(terms, key=lambda term: -len(term.term.of(language) or ""))
    groups = (f"(?P<{_group(term.id)}>{term_forms(term, language, _ENDING)})" for term in longest)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE)


def _group(term_id: str) -> str:
    return "t_" + term_id.replace("-", "_")


def _in_prose(prose: Prose, pattern: re.Pattern[str], wanted: set[str]) -> Iterator[Mark]:
    """The first uses in one stretch; terms that are found are no longer wanted."""
    text, wording = prose.markdown, prose.tree.wording
    closed = _closed(prose)
    names = {_group(term): term for term in wanted}
    for match in pattern.finditer(wording):
        term = names.get(match.lastgroup or "")
        start, end = match.span()
        is_plain = text[start:end] == wording[start:end] and "\n\n" not in match.group()
        if term in wanted and is_plain and not any(start < last and first < end for first, last in closed):
            wanted.discard(term)
            yield Mark(start, end, term)


def _closed(prose: Prose) -> list[tuple[int, int]]:
    """Where no link can stand: within links and images, in headings and in tables."""
    text, tree = prose.markdown, prose.tree
    if any(link.offset < 0 for link in tree.links):
        return [(0, len(text))]
    spans = [(opening(link, text), _link_end(text, link)) for link in tree.links]
    spans += [(heading.offset, _line_end(text, heading.offset)) for heading in tree.headings]
    spans += [match.span() for match in re.finditer(r"^[ >]*\|.*$", text, re.MULTILINE)]
    return spans


def _link_end(text: str, link: Link) -> int:
    """The end of a link: of a label's bracket, or of the target."""
    if text[link.offset - 1] == "[":
        return text.index("]", link.offset) + 1
    return link.offset + len(link.written or link.target) + 1


def _line_end(text: str, offset: int) -> int:
    """The end of the line after a mark, or of all when the place is not known."""
    end = text.find("\n", max(offset, 0))
    return end if end >= 0 and offset >= 0 else len(text)


def _proses(module: ReaderModule) -> Iterator[Prose]:
    """What readers read of the body, in order."""
    for part in module.body:
        for inner in part.parts if isinstance(part, Activity) else (part,):
            prose = prose_of(inner)
            if prose is not None:
                yield prose
