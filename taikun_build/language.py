"""The words of a text: passages with their places, sentences, readability, and which Norwegian it is written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from taikun_build.model import Activity, Box, FacilitatorNote, Module, Page, Part, Positions, Term, prose_of
from taikun_build.problems import Location, Text, msg
from taikun_build.vocabulary import Language

LONG_WORD = 7
"""From how many letters on a word counts as long in LIX."""

NORWEGIAN: Mapping[Language, Text] = {Language.NB: msg("bokmål"), Language.NN: msg("nynorsk")}
"""The two written Norwegian languages, as they are called in a sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_QUOTATION = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_MARKER = re.compile(r"[ \t]*(?:[-+*]|\d+[.)])[ \t]+")
_SENTENCE_END = re.compile(r"[.!?…:][»\"”’')\]*_]*\s+(?=[«\"“'(\[*_–-]*\s?[A-ZÆØÅÁČĐŊŠŦŽ0-9])")
_ABBREVIATION = re.compile(
    r"(?:(?:^|[\s(«])(?:[Ff]\.eks|[Tt]\.d|[Bb]l\.a|[Jj]fr?|nr|kl|ca|art|kap|s|dr)|(?:^|\W)[A-ZÆØÅ])\.$"
)

_MARKERS: Mapping[Language, re.Pattern[str]] = {
    Language.NB: re.compile(
        r"\b(?:ikke|jeg|en|et|fra|hvordan|hva|hvem|hvor|hvorfor|hvilken|hvilke|hvis|hver|hvert|hun|noe|noen|være|vært"
        r"|bare|mye|egen|selv|hele|sammen|mens|uten|gjøre|dere|deres|kun)\b"
    ),
    Language.NN: re.compile(
        r"\b(?:ikkje|eg|ein|eit|frå|korleis|kva|kven|kvifor|kvar|nokon|nokre|noko|vere|vore|berre|mykje|eigen|sjølv"
        r"|heile|saman|medan|utan|gjere|dykk|dykkar|dei|korkje|einskild|òg|seie)\b"
    ),
}
"""Frequent words that one of the two Norwegian written languages has and the other does not."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, without numbers, and where in its passage it begins."""

    offset: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A stretch of text that people read, with blanks for what is no text, and the way back to its place."""

    text: str
    locate: Callable[[int], Location]
    is_for_readers: bool
    is_body: bool = False

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of its running text."""
        return tuple(Sentence(offset, tuple(words(sentence))) for offset, sentence in sentences(self.text))


def passages(text: Module | Page) -> Iterator[Passage]:
    """All that people read of a module or a page: front matter first, then the body, the facilitator's parts included.

    Fields that could not be understood are left out.
    """
    if isinstance(text, Page):
        yield from _fields(text, {("title",): text.meta.title, ("summary",): text.meta.summary}, is_for_readers=True)
        yield Passage(text.prose.tree.wording, text.prose.location, is_for_readers=True, is_body=True)
        return
    yield from _fields(text, _reader_fields(text), is_for_readers=True)
    yield from _fields(text, _facilitator_fields(text), is_for_readers=False)
    for part in text.body:
        if not isinstance(part, Activity):
            yield from _of_part(part, text)
            continue
        yield _title(part.title, part.where.line, text)
        yield _field(text, ("purpose",), part.options.purpose, is_for_readers=True, positions=part.at)
        for inner in part.parts:
            yield from _of_part(inner, text)


def words(text: str) -> list[str]:
    """The words of a text, without numbers; a word with a hyphen is one."""
    return _WORD.findall(text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of the running text with their offsets: tables are left out, and so are headings.

    A sentence ends with its mark, with a colon before a capital, or with the paragraph or list item.
    """
    for start, block in _blocks(text):
        begin = 0
        for match in _SENTENCE_END.finditer(block):
            if not _ABBREVIATION.search(block, max(begin, match.start() - 8), match.start() + 1):
                yield from _sentence(block, begin, match.end(), start)
                begin = match.end()
        yield from _sentence(block, begin, len(block), start)


def lix(text: Iterable[Sentence]) -> int:
    """The readability index of a text's sentences: words per sentence, plus how many in a hundred words are long.

    C. H. Björnsson, Läsbarhet (1968): long is more than six letters. Under 30 is very easy, 40 to 50 is like a
    newspaper, over 60 is very hard.
    """
    counted = [sentence.words for sentence in text if sentence.words]
    total = sum(len(found) for found in counted)
    long = sum(len(word) >= LONG_WORD for found in counted for word in found)
    return round(total / len(counted) + 100 * long / total) if total else 0


def readers_sentences(text: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences of what readers meet in the body."""
    for passage in text:
        if passage.is_for_readers and passage.is_body:
            yield from passage.sentences


def marks_of_language(text: str) -> Mapping[Language, list[str]]:
    """The words of a text, in order, that show that it is bokmål, and those that show that it is nynorsk."""
    return {language: markers.findall(text.lower()) for language, markers in _MARKERS.items()}


def words_by_language(modules: Iterable[Module]) -> Mapping[Language, int]:
    """How many words the modules have in each language that they say they are written in."""
    counted = dict.fromkeys(Language, 0)
    for module in modules:
        counted[module.meta.language] += sum(len(words(passage.text)) for passage in passages(module))
    return counted


def share(part: int, whole: int) -> int:
    """A part of a whole in per cent, rounded down: 24.9 is not yet a quarter."""
    return 100 * part // whole if whole else 0


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs and list items, without their markers, each with its offset."""
    offset, start, lines = 0, 0, list[str]()
    for line in (*_QUOTATION.sub(lambda match: " " * len(match[0]), text).split("\n"), ""):
        marker = _MARKER.match(line)
        is_apart = not line.strip() or line.lstrip().startswith(("|", "#"))
        if (is_apart or marker) and lines:
            yield start, "\n".join(lines)
            lines = []
        if not is_apart:
            skipped = marker.end() if marker else 0
            start = start if lines else offset + skipped
            lines.append(line if lines else line[skipped:])
        offset += len(line) + 1


def _sentence(block: str, begin: int, end: int, start: int) -> Iterator[tuple[int, str]]:
    sentence = block[begin:end]
    if sentence.strip():
        yield start + begin + len(sentence) - len(sentence.lstrip()), sentence.strip()


Path = tuple[str | int, ...]


def _reader_fields(module: Module) -> Mapping[Path, str]:
    meta = module.meta
    fields: dict[Path, str] = {("title",): meta.title, ("summary",): meta.summary}
    fields |= _numbered(("audience",), meta.audience)
    fields |= {("learning_outcomes", n, "text"): outcome.text for n, outcome in enumerate(meta.learning_outcomes)}
    for number, dilemma in enumerate(meta.dilemmas):
        here = ("dilemmas", number)
        fields |= {(*here, "title"): dilemma.title, (*here, "situation"): dilemma.situation}
        fields |= _numbered((*here, "values"), dilemma.values)
        for other, perspective in enumerate(dilemma.perspectives):
            fields[*here, "perspectives", other, "role"] = perspective.role
            fields[*here, "perspectives", other, "view"] = perspective.view
        fields |= _numbered((*here, "questions"), dilemma.questions)
    for number, change in enumerate(meta.changes):
        fields |= {("changes", number, "what"): change.what, ("changes", number, "why"): change.why}
    return fields


def _facilitator_fields(module: Module) -> Mapping[Path, str]:
    notes = module.meta.facilitator_notes
    top = "facilitator_notes"
    fields: dict[Path, str] = {(top, "overview"): notes.overview, (top, "plan_b"): notes.plan_b}
    for name, steps in notes.preparation:
        fields |= _numbered((top, "preparation", name), steps)
    for name, things in notes.equipment:
        fields |= _numbered((top, "equipment", name), things)
    fields |= _numbered((top, "pitfalls"), notes.pitfalls)
    for number, dilemma in enumerate(module.meta.dilemmas):
        fields["dilemmas", number, "facilitator_hint"] = dilemma.facilitator_hint
    return fields


def _numbered(path: Path, texts: Iterable[str]) -> Mapping[Path, str]:
    return {(*path, number): text for number, text in enumerate(texts)}


def _fields(text: Module | Page, fields: Mapping[Path, str], *, is_for_readers: bool) -> Iterator[Passage]:
    broken = text.broken if isinstance(text, Module) else frozenset()
    for path, value in fields.items():
        if path[0] not in broken:
            yield _field(text, path, value, is_for_readers=is_for_readers, positions=text.at)


def _of_part(part: Part, module: Module) -> Iterator[Passage]:
    prose = prose_of(part)
    if isinstance(part, Box) and part.title:
        yield _title(part.title, part.prose.where.line, module)
    if prose is not None:
        for_readers = not isinstance(part, FacilitatorNote)
        yield Passage(prose.tree.wording, prose.location, is_for_readers=for_readers, is_body=True)


def _field(text: Module | Page, path: Path, value: str, *, is_for_readers: bool, positions: Positions) -> Passage:
    return Passage(value, lambda offset: positions.within(offset, value, text.text, *path), is_for_readers)


def _title(title: str, line: int, module: Module) -> Passage:
    """The title of a block, whose first line is this one or the nearest above."""

    def locate(offset: int) -> Location:
        lines = module.text.split("\n")
        number = next(number for number in range(line, 0, -1) if title in lines[number - 1])
        return Location(module.path, number, lines[number - 1].index(title) + 1 + offset)

    return Passage(title, locate, is_for_readers=True)


_SHORTEST_STEM = 5
"""From how many letters on a word takes endings."""


def term_forms(term: Term, language: Language, ending: str = r"\w*") -> str:
    """A pattern for a term and its forms, each word with any ending: a long word without its last -e, a short one as
    it stands."""
    spoken = (term.term.of(language) or "", *term.forms)
    return "|".join(r"\s+".join(_with_ending(word, ending) for word in name.split()) for name in spoken)


def _with_ending(word: str, ending: str) -> str:
    if len(word) < _SHORTEST_STEM:
        return rf"\b{re.escape(word)}\b"
    return rf"\b{re.escape(word.removesuffix('e'))}{ending}"
