"""The words of a text: passages with their places, sentences, readability, and which Norwegian it is written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args

from taikun_build.model import (
    PROSE,
    Activity,
    ActivityOptions,
    Box,
    FacilitatorNote,
    Module,
    Page,
    Part,
    Positions,
    Shape,
    Term,
    Written,
    prose_of,
)
from taikun_build.problems import Location, Text, msg
from taikun_build.vocabulary import Language

LONG_WORD = 7
"""From how many letters on a word counts as long in LIX."""

NORWEGIAN: Mapping[Language, Text] = {Language.NB: msg("bokmål"), Language.NN: msg("nynorsk")}
"""The two written Norwegian languages, as they are called in a sentence."""
PARALLEL: Mapping[Language, Language] = {Language.NB: Language.NN, Language.NN: Language.NB}
"""For each of the two the other."""

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
    """A stretch of text that people read, with blanks for what is no text, and the way back to its place.

    Without a language of its own it is in the curriculum's.
    """

    text: str
    locate: Callable[[int], Location]
    language: Language | None
    is_for_readers: bool
    is_body: bool = False

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of its running text."""
        return tuple(Sentence(offset, tuple(words(sentence))) for offset, sentence in sentences(self.text))


def passages(text: Written) -> Iterator[Passage]:
    """All that people read of a file: front matter first, then the body, the facilitator's parts included; of a YAML
    file what is in our own words.

    Fields that could not be understood are left out.
    """
    if not isinstance(text, Module):
        for path, value, language in _prose_in(text.meta, (), None, is_prose=False):
            yield _field(text, path, value, language, is_for_readers=True, positions=text.at)
    if isinstance(text, Page):
        yield Passage(
            text.prose.tree.wording, text.prose.location, text.meta.language, is_for_readers=True, is_body=True
        )
    if isinstance(text, Module):
        yield from _of_module(text)


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


def _prose_in(
    value: Any, path: Path, language: Language | None, *, is_prose: bool
) -> Iterator[tuple[Path, str, Language | None]]:
    """The texts in our own words in a shape and all below it, each with its path and the language it is in."""
    match value:
        case Shape():
            for name, (key, holds_prose) in _fields_of(type(value)).items():
                own = Language(key) if key in tuple(Language) else value.written_in or language
                yield from _prose_in(getattr(value, name), (*path, key), own, is_prose=holds_prose)
        case tuple():
            for number, item in enumerate(value):
                yield from _prose_in(item, (*path, number), language, is_prose=is_prose)
        case str() if is_prose:
            yield path, value, language
        case _:
            pass


@cache
def _fields_of(shape: type[Shape]) -> Mapping[str, tuple[str, bool]]:
    """The fields of a shape: the key that each is written with, and whether it holds texts in our own words."""
    return {
        name: (field.alias or name, PROSE in field.metadata or _mentions_prose(field.annotation))
        for name, field in shape.model_fields.items()
    }


def _mentions_prose(hint: object) -> bool:
    return hint == PROSE or any(map(_mentions_prose, get_args(hint)))


def _of_module(module: Module) -> Iterator[Passage]:
    language = module.meta.language
    for fields, is_for_readers in ((_reader_fields(module), True), (_facilitator_fields(module), False)):
        for path, value in fields.items():
            if path[0] not in module.broken:
                yield _field(module, path, value, language, is_for_readers=is_for_readers, positions=module.at)
    yield from _parallels(module)
    for part in module.body:
        if not isinstance(part, Activity):
            yield from _of_part(part, module)
            continue
        yield _title(part.title, part.where.line, module)
        for path, value, is_for_readers in _of_options(part.options):
            yield _field(module, path, value, language, is_for_readers=is_for_readers, positions=part.at)
        for inner in part.parts:
            yield from _of_part(inner, module)


def _parallels(module: Module) -> Iterator[Passage]:
    """The outcomes in the other written language than the module's."""
    if module.meta.language not in PARALLEL or "learning_outcomes" in module.broken:
        return
    other = PARALLEL[module.meta.language]
    for number, outcome in enumerate(module.meta.learning_outcomes):
        if outcome.parallel:
            path = ("learning_outcomes", number, "parallel")
            yield _field(module, path, outcome.parallel, other, is_for_readers=True, positions=module.at)


def _of_options(options: ActivityOptions) -> Iterator[tuple[Path, str, bool]]:
    """The texts among an activity's options, and whether readers meet them."""
    yield ("purpose",), options.purpose, True
    for key, value, is_for_readers in (
        ("facilitator", options.facilitator, False),
        ("participants", options.participants, True),
        ("plan_b", options.plan_b, False),
    ):
        if value:
            yield (key,), value, is_for_readers
    for form, things in options.equipment:
        for number, thing in enumerate(things):
            yield ("equipment", form, number), thing, False


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


def _of_part(part: Part, module: Module) -> Iterator[Passage]:
    prose = prose_of(part)
    if isinstance(part, Box) and part.title:
        yield _title(part.title, part.prose.where.line, module)
    if prose is not None:
        for_readers = not isinstance(part, FacilitatorNote)
        yield Passage(prose.tree.wording, prose.location, module.meta.language, for_readers, is_body=True)


def _field(
    text: Written, path: Path, value: str, language: Language | None, *, is_for_readers: bool, positions: Positions
) -> Passage:
    return Passage(
        value, lambda offset: positions.within(offset, value, text.text, *path), language, is_for_readers=is_for_readers
    )


def _title(title: str, line: int, module: Module) -> Passage:
    """The title of a block, whose first line is this one or the nearest above."""

    def locate(offset: int) -> Location:
        lines = module.text.split("\n")
        number = next(number for number in range(line, 0, -1) if title in lines[number - 1])
        return Location(module.path, number, lines[number - 1].index(title) + 1 + offset)

    return Passage(title, locate, module.meta.language, is_for_readers=True)


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
