"""What readers can search in: every page of theirs, section by section, as plain text.

The texts themselves are the index. Excerpts need them, and one implementation of the language rules,
`overrides/assets/javascripts/search.js`, is enough for what is sought and what is searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taikun_build.model import (
    Activity,
    BodyPart,
    Box,
    CurriculumSettings,
    DilemmaPlace,
    FormatVariant,
    Page,
    Prose,
    Term,
)
from taikun_build.problems import Value, msg
from taikun_build.prose import Element, slug
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.pages import (
    EVALUATIONS,
    GLOSSARY,
    HOME,
    SEARCH,
    SitePage,
    ThemeCard,
    module_page,
    theme_page,
)
from taikun_build.vocabulary import Language

INDEX = "assets/javascripts/search-index.js"

_OUTCOME_WEIGHT = 2
_NAMES_WEIGHT = 2
_SPLITS = ("h2", "h3")
_APART = ("p", "li", "pre", "br", "h1", "h4", "h5", "h6", "ul", "ol", "table", "blockquote")
_ENDS = (".", "?", "!", ":", ",", ";", "…", ".»", "?»", "!»")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that a link can lead to. `weight` says how much a word of its text counts for."""

    anchor: str
    heading: Value
    text: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page as the search knows it. `facts` are shown below the title; `minutes` is 0 for what is no module."""

    path: str
    title: Value
    language: Language
    summary: Value = ""
    facts: tuple[Value, ...] = ()
    minutes: int = 0
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All that is searched, in reading order, and the groups of words that mean the same."""

    pages: tuple[SearchedPage, ...]
    same: tuple[tuple[str, ...], ...]


def search_page(index: SearchIndex, settings: CurriculumSettings) -> SitePage:
    """The page with the results. Its value is the index: without script, the page lists what can be searched."""
    return SitePage(
        SEARCH,
        "search",
        msg("Search"),
        msg("Search in modules, dilemmas, the glossary and the pages about the curriculum."),
        settings.language,
        index,
        hide=("toc",),
        styles=("search",),
        scripts=("search-index", "search"),
    )


def search_index(
    site_pages: Iterable[SitePage],
    cards: Sequence[ThemeCard],
    terms: Sequence[Term],
    texts: Sequence[Page],
    settings: CurriculumSettings,
) -> SearchIndex:
    """The index of one edition. Of a readers' page that is made of none of the other values, title and description
    are searched; but evaluation forms, which have the titles of their modules, are found from the guides."""
    language = settings.language
    themes = [page for card in cards for page in (_theme(card, language), *(_module(m, terms) for m in card.modules))]
    written = [_text(page) for page in texts]
    known = {HOME, *(page.path for page in (*themes, *written))}
    others = [
        SearchedPage(
            page.path,
            page.title,
            page.language,
            page.description,
            sections=tuple(map(_term, terms)) if page.path == GLOSSARY else (),
        )
        for page in site_pages
        if page.is_for_readers and page.path not in known and not page.path.startswith(f"{EVALUATIONS}/")
    ]
    return SearchIndex((*themes, *others, *written), same_words(settings, terms))


def same_words(settings: CurriculumSettings, terms: Iterable[Term]) -> tuple[tuple[str, ...], ...]:
    """Words that the search takes for one another: what the settings say, what we avoid, and the names of terms."""
    groups: list[Iterable[str | None]] = list(settings.search)
    groups += [(wording.avoid, wording.use) for wording in settings.wording]
    groups += [(term.term.nb, term.term.nn, term.term.en, *term.forms) for term in terms]
    distinct = (tuple(dict.fromkeys(word.lower() for word in group if word)) for group in groups)
    return tuple(dict.fromkeys(group for group in distinct if len(group) > 1))


def _theme(card: ThemeCard, language: Language) -> SearchedPage:
    return SearchedPage(theme_page(card.theme.id), card.theme.title, language, card.theme.summary)


def _text(page: Page) -> SearchedPage:
    meta = page.meta
    gathered = _Gathered()
    gathered.prose(page.prose)
    return SearchedPage(f"{page.id}.md", meta.title, meta.language, meta.summary, sections=gathered.sections())


def _module(module: ReaderModule, terms: Iterable[Term]) -> SearchedPage:
    gathered = _Gathered()
    for part in module.body:
        gathered.part(part, module)
    explained = (term.term for term in terms if term.id in module.terms)
    names = dict.fromkeys(name for term in explained for name in (term.nb, term.nn) if name)
    outcomes = " ".join(f"{outcome.text}." for outcome in module.outcomes)
    return SearchedPage(
        module_page(module.id),
        module.title,
        module.language,
        module.summary,
        (module.theme.title, module.level.label),
        module.duration,
        (
            *([Section("", msg("Words explained"), f"{', '.join(names)}.", _NAMES_WEIGHT)] if names else ()),
            Section("tk-outcomes", msg("What you learn"), outcomes, _OUTCOME_WEIGHT),
            *gathered.sections(),
        ),
    )


def _term(term: Term) -> Section:
    names = dict.fromkeys(name for name in (term.term.nb, term.term.nn, term.term.en) if name)
    return Section(term.id, " / ".join(names), " ".join(term.definition.split()))


def _dilemma(dilemma: ReaderDilemma) -> Section:
    views = (f"{one.role}: {one.view}" for one in dilemma.perspectives)
    text = " ".join((dilemma.situation, ", ".join(dilemma.values) + ".", *views, *dilemma.questions))
    return Section(dilemma.id, dilemma.title, " ".join(text.split()))


class _Gathered:
    """The sections of a page, while its parts are walked through in reading order."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], list[str]] = {("", ""): []}
        self._here = ("", "")
        self._dilemmas: dict[tuple[str, str], list[Section]] = {}

    def sections(self) -> tuple[Section, ...]:
        """Every section that has a heading or a text, each followed by its dilemmas."""
        return tuple(
            section
            for (anchor, heading), texts in self._texts.items()
            for section in (
                *((Section(anchor, heading, " ".join(" ".join(texts).split())),) if anchor or texts else ()),
                *self._dilemmas.get((anchor, heading), ()),
            )
        )

    def part(self, part: BodyPart, module: ReaderModule) -> None:
        match part:
            case Activity():
                self._begin(part.options.id, part.title)
                for inner in part.parts:
                    self.part(inner, module)
            case Prose():
                self.prose(part)
            case FormatVariant():
                self.prose(part.prose)
            case Box():
                self._add(f"{part.title}.") if part.title else None
                self.prose(part.prose)
            case DilemmaPlace() if part.dilemma in module.dilemmas:
                self._dilemmas.setdefault(self._here, []).append(_dilemma(module.dilemmas[part.dilemma]))

    def prose(self, prose: Prose) -> None:
        for block in prose.tree.blocks:
            if block.name in _SPLITS:
                self._begin(slug(block.text()), block.text())
            else:
                self._add(plain(block))

    def _begin(self, anchor: str, heading: str) -> None:
        self._here = (anchor, heading)
        self._texts.setdefault(self._here, [])

    def _add(self, text: str) -> None:
        if text.strip():
            self._texts[self._here].append(text)


def plain(element: Element) -> str:
    """The text of an element. What stands apart on the page, such as an item or a row, ends as a sentence does."""
    inner = (child if isinstance(child, str) else plain(child) for child in element.children)
    if element.name == "tr":
        return _ended(" – ".join(cell.strip() for cell in inner if cell.strip()))
    text = "".join(inner)
    return _ended(text) if element.name in _APART else text


def _ended(text: str) -> str:
    bare = text.strip()
    return f" {bare}{'' if bare.endswith(_ENDS) else '.'} " if bare else " "
