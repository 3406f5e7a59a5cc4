"""The plan of one edition's site. What is not planned does not exist in the output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from taikun_build import checks
from taikun_build.editions import published_modules
from taikun_build.handbook import Handbook
from taikun_build.lessons import Lesson, lesson
from taikun_build.linking import assets_of
from taikun_build.model import Curriculum, CurriculumSettings, Edition, Module, Page, Term, Theme
from taikun_build.problems import Location, Rule, Text, msg
from taikun_build.rulebook import FOLDER as RULE_PAGES
from taikun_build.rulebook import RulePage
from taikun_build.site import data
from taikun_build.site.accessibility import accessibility_page
from taikun_build.site.announcement import Announcement, announcement
from taikun_build.site.audiences import ReaderModule, for_readers
from taikun_build.site.citation import citation
from taikun_build.site.coverage import CoveragePage
from taikun_build.site.data_schemas import data_schemas
from taikun_build.site.dilemmas import dilemmas_page
from taikun_build.site.english import ENGLISH, ENGLISH_TITLE, english_page
from taikun_build.site.evaluation import WRITTEN, Evaluation, evaluation
from taikun_build.site.feeds import atom_feed, site_map
from taikun_build.site.filters import BY_FORMAT, BY_LANGUAGE, BY_LEVEL, Filter, by_role, by_theme
from taikun_build.site.futures import futures_page
from taikun_build.site.kit import Document, kit
from taikun_build.site.knowledge import calendars, knowledge_nav, knowledge_pages
from taikun_build.site.languages import LANGUAGES, languages_page
from taikun_build.site.learning_paths import LearningPathPage, Onward, onward, path_nav, path_pages, paths_of
from taikun_build.site.offline import archive_of
from taikun_build.site.pages import (
    ACCESSIBILITY,
    AUTHORS,
    CATALOGUE,
    CITATION,
    COVERAGE,
    FACILITATOR,
    FEED,
    GLOSSARY,
    HOME,
    METHODS,
    RULES,
    SITEMAP,
    SKILLS,
    NavItem,
    Shown,
    SitePage,
    ThemeCard,
    address_of,
    alphabetical,
    card_image,
    evaluation_page,
    guide_page,
    module_page,
    rule_page,
    theme_page,
    url_of,
)
from taikun_build.site.reflections import reflections_page
from taikun_build.site.search import INDEX, search_index, search_page
from taikun_build.site.sessions import session_nav, session_pages
from taikun_build.site.skills import skills_page
from taikun_build.site.terms import Mark, first_uses
from taikun_build.timetable import timetables
from taikun_build.vocabulary import EditionStatus, Language, Method


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page."""

    settings: CurriculumSettings
    themes: tuple[ThemeCard, ...]
    modules: tuple[ReaderModule, ...]
    dilemmas: int
    has_paths: bool


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """All modules, by theme, and what one can choose by."""

    themes: tuple[ThemeCard, ...]
    filters: tuple[Filter, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class ModulePage:
    """A module for readers, with the modules before and after it, the latter also in each learning path that holds it,
    the terms that it explains, and where it first uses them."""

    module: ReaderModule
    prerequisites: tuple[ReaderModule, ...]
    following: ReaderModule | None
    onward: tuple[Onward, ...]
    terms: tuple[Term, ...]
    marks: Mapping[Location, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A module for facilitators, as it is held in each of its formats, and the invitations to it."""

    module: Module
    theme: Theme
    lessons: tuple[Lesson, ...]
    announcements: tuple[Announcement, ...]


@dataclass(frozen=True, slots=True)
class EvaluationPage:
    """A module's evaluation forms with their codes, in each of the languages."""

    evaluation: Evaluation
    languages: tuple[Language, ...] = WRITTEN


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term and the modules that explain it."""

    term: Term
    modules: tuple[ReaderModule, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """The terms in alphabetical order."""

    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class FacilitatorPage:
    """The facilitators' front page: all guides, and which of the things there are that belong to no single module."""

    themes: tuple[ThemeCard, ...]
    has_sessions: bool
    has_dilemmas: bool
    has_futures: bool


@dataclass(frozen=True, slots=True)
class MethodsPage:
    """The methods and what they are."""

    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page written in `curriculum/pages/`."""

    page: Page


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Every rule, under the heading where a person would look for it."""

    groups: tuple[tuple[Text, tuple[Rule, ...]], ...]


@dataclass(frozen=True, slots=True)
class RuleExplained:
    """A rule and the page that explains it."""

    rule: Rule
    page: RulePage


@dataclass(frozen=True, slots=True)
class Card:
    """A picture that is shown where a page is shared: the page's title and a line below it."""

    title: str
    line: str
    language: Language


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All that one edition's folder consists of. `data` is written as JSON, but for search index, calendars, texts."""

    shown: Shown
    settings: CurriculumSettings
    pages: tuple[SitePage, ...]
    nav: tuple[NavItem, ...]
    documents: tuple[Document, ...]
    assets: Mapping[str, str]
    data: Mapping[str, Any]
    cards: Mapping[str, Card]
    archive: str

    @property
    def address(self) -> str:
        """Where the edition's folder is published, ending in a slash; empty while that is unknown."""
        return address_of(self.settings, self.shown)

    def targets(self, *, for_readers: bool) -> Mapping[str, str]:
        """Where links lead that readers or facilitators follow: a source file's path -> the staged path."""
        modules = ModulePage if for_readers else GuidePage
        pages = {page.value.module.path: page.path for page in self.pages if isinstance(page.value, modules)}
        texts = {page.value.page.path: page.path for page in self.pages if isinstance(page.value, TextPage)}
        rules = {
            f"{RULE_PAGES}/{p.value.rule.code}.md": p.path for p in self.pages if isinstance(p.value, RuleExplained)
        }
        listed = {RULE_PAGES: RULES} if rules else {}
        return {source: staged for staged, source in self.assets.items()} | texts | rules | listed | pages


def draft_of_the_tree(moment: int = 0) -> Shown:
    """The working tree as it is now, shown beside the editions; `moment` is its time in seconds since 1970."""
    return Shown("draft", msg("Working draft"), "draft", is_draft=True, is_candidate=False, date="", moment=moment)


def shown_edition(edition: Edition) -> Shown:
    """An edition as its pages speak of it."""
    return Shown(
        edition.id,
        edition.title,
        edition.path,
        is_draft=False,
        is_candidate=edition.status is EditionStatus.CANDIDATE,
        date=edition.date.isoformat() if edition.date else "",
        moment=int(datetime.combine(edition.date, datetime.min.time(), UTC).timestamp()) if edition.date else 0,
        doi=edition.doi or "",
    )


def plan_site(curriculum: Curriculum, shown: Shown, handbook: Handbook | None = None) -> SitePlan:
    """Everything that is published of a curriculum.

    For an edition, the curriculum is its published part: `editions.published_part`. The handbook stands beside the
    working draft only: it is for those who write.
    """
    settings = curriculum.settings
    themed = tuple((module, theme) for module in curriculum.modules if (theme := curriculum.theme(module.meta.theme)))
    readers = tuple(for_readers(module, theme, settings.roles) for module, theme in themed)
    cards = tuple(ThemeCard(t, tuple(r for r in readers if r.theme.id == t.id)) for t in settings.themes)
    to_talk_about = (
        dilemmas_page(cards, settings.language),
        *reflections_page(cards, settings.language),
        *futures_page(curriculum.futures),
    )
    entries = tuple(_glossary(curriculum, readers))
    learning_paths = paths_of(curriculum.learning_paths, readers)
    evaluations = tuple(evaluation(reader, settings.roles, shown) for reader in readers)
    lessons = tuple(tuple(lesson(module, theme, form) for form in module.meta.format) for module, theme in themed)
    by_id = {reader.id: reader for reader in readers}
    plans = tuple(timetables(curriculum))
    pages = (
        SitePage(
            HOME,
            "home",
            settings.title,
            settings.description,
            settings.language,
            HomePage(
                settings,
                cards,
                readers,
                sum(len(reader.dilemmas) for reader in readers),
                has_paths=bool(learning_paths),
            ),
            hide=("toc",),
        ),
        SitePage(
            CATALOGUE,
            "catalogue",
            msg("Modules"),
            msg(
                "Every module is a complete session: a page for participants, a guide for the one who leads, and "
                "dilemmas to talk about."
            ),
            settings.language,
            CataloguePage(
                cards,
                (by_theme(cards), by_role(settings.roles), BY_LEVEL, BY_FORMAT, BY_LANGUAGE),
                settings.language,
            ),
            hide=("toc",),
            styles=("filters",),
            scripts=("filters",),
        ),
        SitePage(
            COVERAGE,
            "coverage",
            msg("What the curriculum covers"),
            msg("Theme by theme and level by level: what there is a module for, and what nobody has written yet."),
            settings.language,
            CoveragePage(cards),
            hide=("toc",),
            styles=("coverage",),
        ),
        *(_theme_page(card, settings.language) for card in cards),
        *(_module_page(reader, readers, learning_paths, curriculum) for reader in readers),
        *to_talk_about,
        *_glossary_page(entries, settings),
        *skills_page(cards, curriculum.frameworks, settings.language),
        *knowledge_pages(curriculum, readers, shown),
        *path_pages(learning_paths, settings.language),
        SitePage(
            FACILITATOR,
            "facilitator",
            msg("For facilitators"),
            msg(
                "You are going to hold a session for colleagues. Choose a module, choose a format, print the guide. "
                "Everything you need to know is in it."
            ),
            settings.language,
            FacilitatorPage(
                cards,
                has_sessions=bool(plans),
                has_dilemmas=any(reader.dilemmas for reader in readers),
                has_futures=curriculum.futures is not None,
            ),
        ),
        SitePage(
            METHODS,
            "methods",
            msg("Methods"),
            msg("The ways of working that the modules use, each in a few words."),
            settings.language,
            MethodsPage(tuple(Method)),
        ),
        *session_pages(plans, by_id, settings.language, shown),
        *(_guide_page(of_module, by_id) for of_module in lessons),
        *(_evaluation_page(one, settings.language) for one in evaluations),
        *(_text_page(page) for page in curriculum.pages),
        *accessibility_page(curriculum.accessibility, settings),
        *languages_page(published_modules(curriculum), settings),
        *english_page(settings, readers, archive_of(shown)),
        *(_handbook_pages(handbook, settings.language) if handbook else ()),
    )
    searched = search_index(pages, cards, tuple(entry.term for entry in entries), curriculum.pages, settings)
    return SitePlan(
        shown,
        settings,
        (*pages, search_page(searched, settings)),
        _nav(cards, themed, pages, curriculum.pages, handbook),
        tuple(kit(zip(lessons, evaluations, strict=True), plans, curriculum.futures, settings.language)),
        {module_asset(module, path): path for module, _ in themed for path in sorted(assets_of(module))},
        {**_data(curriculum, cards, entries, pages, shown), **calendars(curriculum, shown), INDEX: searched},
        _cards(readers, settings) if settings.address else {},
        archive_of(shown),
    )


def _data(
    curriculum: Curriculum,
    cards: tuple[ThemeCard, ...],
    entries: tuple[GlossaryEntry, ...],
    pages: tuple[SitePage, ...],
    shown: Shown,
) -> Mapping[str, Any]:
    """All that is written for other programs: path -> data, or text.

    The working draft has no site map and is not cited: it changes without notice.
    """
    settings = curriculum.settings
    address = address_of(settings, shown)
    modules = tuple(module for card in cards for module in card.modules)
    own: dict[str, Any] = {FEED: atom_feed(modules, settings, shown)}
    if not shown.is_draft:
        own[CITATION] = citation(settings, settings.themes, shown)
    if address and not shown.is_draft:
        own[SITEMAP] = site_map(pages, modules, address, shown.date)
    terms = ((entry.term, entry.modules) for entry in entries)
    forms = (page.value.evaluation for page in pages if isinstance(page.value, EvaluationPage))
    files = {
        **data.data_files(cards, settings.roles, terms, curriculum.references, shown),
        **data.codebooks(forms, shown),
    }
    return {
        data.INDEX: data.data_index(files, shown),
        **files,
        **{data.schema_file(kind): schema for kind, schema in data_schemas(address).items()},
        **own,
    }


def _cards(readers: tuple[ReaderModule, ...], settings: CurriculumSettings) -> Mapping[str, Card]:
    """A picture for the front page, which other pages borrow, and one for each module."""
    home = {card_image(HOME): Card(settings.title, settings.tagline, settings.language)}
    return home | {card_image(module_page(one.id)): Card(one.title, one.theme.title, one.language) for one in readers}


def module_asset(module: Module, path: str) -> str:
    """Where a file of a module's own folder is put: beside the page of those who may see it."""
    folder = "moduler" if path in assets_of(module, for_readers=True) else "fasilitator"
    return f"{folder}/{module.meta.id}/{path.removeprefix(module.path.removesuffix('.md') + '/')}"


def _theme_page(card: ThemeCard, language: Language) -> SitePage:
    return SitePage(theme_page(card.theme.id), "theme", card.theme.title, card.theme.summary, language, card)


def _module_page(
    reader: ReaderModule,
    readers: tuple[ReaderModule, ...],
    learning_paths: tuple[LearningPathPage, ...],
    curriculum: Curriculum,
) -> SitePage:
    by_id = {other.id: other for other in readers}
    position = readers.index(reader)
    value = ModulePage(
        reader,
        tuple(by_id[wanted] for wanted in reader.prerequisites if wanted in by_id),
        readers[position + 1] if position + 1 < len(readers) else None,
        tuple(onward(reader, learning_paths)),
        tuple(term for term in curriculum.glossary if term.id in reader.terms),
        first_uses(reader, curriculum.glossary),
    )
    only = ("terms",) if value.terms else ()
    return SitePage(
        module_page(reader.id),
        "module",
        reader.title,
        reader.summary,
        reader.language,
        value,
        styles=only,
        scripts=only,
    )


def _glossary(curriculum: Curriculum, readers: tuple[ReaderModule, ...]) -> Iterator[GlossaryEntry]:
    """The terms that the modules of the site explain, in the order of the Norwegian alphabet."""
    for term in sorted(curriculum.glossary, key=lambda term: alphabetical(term.term.nb)):
        modules = tuple(reader for reader in readers if term.id in reader.terms)
        if modules:
            yield GlossaryEntry(term, modules)


def _glossary_page(entries: tuple[GlossaryEntry, ...], settings: CurriculumSettings) -> Iterator[SitePage]:
    """The page, when there are terms for it."""
    if entries:
        about = msg("The words that the modules explain, in short. The modules show them in use.")
        yield SitePage(GLOSSARY, "glossary", msg("Glossary"), about, settings.language, GlossaryPage(entries))


def _guide_page(lessons: tuple[Lesson, ...], by_id: Mapping[str, ReaderModule]) -> SitePage:
    module, theme = lessons[0].module, lessons[0].theme
    meta = module.meta
    before = tuple(by_id[wanted] for wanted in meta.prerequisites if wanted in by_id)
    return SitePage(
        guide_page(meta.id),
        "guide",
        msg("Guide: {title}", title=meta.title),
        meta.summary,
        meta.language,
        GuidePage(
            module,
            theme,
            lessons,
            tuple(announcement(by_id[meta.id], form, before) for form in meta.format),
        ),
        is_for_readers=False,
        styles=("guide", "copying"),
        scripts=("guide", "copying"),
    )


def _evaluation_page(forms: Evaluation, language: Language) -> SitePage:
    title = forms.module.title
    return SitePage(
        evaluation_page(forms.module.id),
        "evaluation",
        msg("Evaluation: {title}", title=title),
        msg(
            "Three forms for «{title}», to print or to make in Nettskjema: for the participants when the session ends, "
            "for them again after 6–8 weeks, and for you who lead.",
            title=title,
        ),
        language,
        EvaluationPage(forms),
        styles=("evaluation",),
    )


def _text_page(page: Page) -> SitePage:
    meta = page.meta
    return SitePage(f"{page.id}.md", "text", meta.title, meta.summary, meta.language, TextPage(page))


def _handbook_pages(handbook: Handbook, language: Language) -> Iterator[SitePage]:
    """The guide to writing, and the rules. They are not for readers: no search finds them."""
    for page in handbook.guide:
        meta = page.meta
        path = f"{AUTHORS}/{page.id}.md"
        yield SitePage(path, "text", meta.title, meta.summary, meta.language, TextPage(page), is_for_readers=False)
    if handbook.rules:
        value = RulesPage(checks.GROUPS)
        description = msg(
            "Before anything is published, the program looks for these faults. Each has a page that says why it "
            "matters, shows wrong and right, and tells how to mend it."
        )
        yield SitePage(RULES, "rules", msg("Checks"), description, language, value, is_for_readers=False)
    for rule in checks.RULES:
        if rule.code in handbook.rules:
            explained = RuleExplained(rule, handbook.rules[rule.code])
            path = rule_page(rule.code)
            about = msg("Why the program looks for «{code}», and how to mend it.", code=rule.code)
            yield SitePage(path, "rule", rule.code, about, language, explained, is_for_readers=False, hide=("toc",))


def _authors_nav(handbook: Handbook) -> NavItem:
    guide = tuple(NavItem(page.meta.title, f"{AUTHORS}/{page.id}.md") for page in handbook.guide)
    rules = tuple(NavItem(rule.code, rule_page(rule.code)) for rule in checks.RULES if rule.code in handbook.rules)
    group = (NavItem(msg("Checks"), children=(NavItem(msg("Checks"), RULES), *rules)),) if rules else ()
    return NavItem(msg("For authors"), children=(*guide, *group))


def _nav(
    cards: tuple[ThemeCard, ...],
    themed: tuple[tuple[Module, Theme], ...],
    planned: tuple[SitePage, ...],
    pages: tuple[Page, ...],
    handbook: Handbook | None,
) -> tuple[NavItem, ...]:
    themes = tuple(
        NavItem(
            card.theme.title,
            children=(
                NavItem(card.theme.title, theme_page(card.theme.id)),
                *(NavItem(module.title, module_page(module.id)) for module in card.modules),
            ),
        )
        for card in cards
    )
    guides = tuple(NavItem(module.meta.title, guide_page(module.meta.id)) for module, _ in themed)
    facilitator = (
        NavItem(msg("For facilitators"), FACILITATOR),
        NavItem(msg("Methods"), METHODS),
        *session_nav(planned),
        *guides,
    )
    skills = (NavItem(msg("What can you do already?"), SKILLS),) if themed else ()
    dilemmas = tuple(NavItem(page.title, page.path) for page in planned if url_of(page.path).startswith("dilemmaer/"))
    paths = {page.path for page in planned}
    about = (
        *(NavItem(page.meta.title, f"{page.id}.md") for page in pages),
        *((NavItem(msg("Accessibility"), ACCESSIBILITY),) if ACCESSIBILITY in paths else ()),
        *((NavItem(msg("Languages in the curriculum"), LANGUAGES),) if LANGUAGES in paths else ()),
        *((NavItem(ENGLISH_TITLE, ENGLISH),) if ENGLISH in paths else ()),
    )
    return (
        NavItem(msg("Home"), HOME),
        NavItem(
            msg("Modules"),
            children=(
                NavItem(msg("All modules"), CATALOGUE),
                *themes,
                *path_nav(planned),
                *skills,
                NavItem(msg("What the curriculum covers"), COVERAGE),
            ),
        ),
        NavItem(msg("Dilemmas"), children=dilemmas),
        knowledge_nav(planned),
        NavItem(msg("For facilitators"), children=facilitator),
        *((_authors_nav(handbook),) if handbook else ()),
        *((NavItem(msg("About"), children=about),) if about else ()),
    )
