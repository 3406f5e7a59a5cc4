"""The plan of one edition's site. What is not planned does not exist in the output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taikun_build import checks
from taikun_build.handbook import Handbook
from taikun_build.linking import assets_of
from taikun_build.model import Curriculum, CurriculumSettings, Edition, Module, Page, Term, Theme
from taikun_build.problems import Rule, Text, msg
from taikun_build.rulebook import FOLDER as RULE_PAGES
from taikun_build.rulebook import RulePage
from taikun_build.site.audiences import ReaderModule, for_readers
from taikun_build.site.dilemmas import dilemmas_page
from taikun_build.site.futures import futures_page
from taikun_build.site.pages import (
    AUTHORS,
    FACILITATOR,
    GLOSSARY,
    HOME,
    METHODS,
    RULES,
    SKILLS,
    THEMES,
    NavItem,
    Shown,
    SitePage,
    ThemeCard,
    guide_page,
    guide_pdf,
    module_page,
    rule_page,
    theme_page,
    url_of,
)
from taikun_build.site.reflections import reflections_page
from taikun_build.site.skills import skills_page
from taikun_build.vocabulary import EditionStatus, Format, Language, Method

_AFTER_Z = str.maketrans("æøå", "{|}")


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page."""

    settings: CurriculumSettings
    themes: tuple[ThemeCard, ...]
    modules: tuple[ReaderModule, ...]
    dilemmas: int


@dataclass(frozen=True, slots=True)
class ThemesPage:
    """All themes."""

    themes: tuple[ThemeCard, ...]


@dataclass(frozen=True, slots=True)
class ModulePage:
    """A module for readers, with the modules before and after it and the terms that it explains."""

    module: ReaderModule
    prerequisites: tuple[ReaderModule, ...]
    following: ReaderModule | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A module for facilitators."""

    module: Module
    theme: Theme


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
    """The facilitators' front page: all guides."""

    themes: tuple[ThemeCard, ...]


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
class GuidePlan:
    """A printed guide: a module in one format."""

    path: str
    module: Module
    theme: Theme
    form: Format


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All that one edition's folder consists of. `data` is written as JSON, but for what is text already."""

    shown: Shown
    settings: CurriculumSettings
    pages: tuple[SitePage, ...]
    nav: tuple[NavItem, ...]
    guides: tuple[GuidePlan, ...]
    assets: Mapping[str, str]
    data: Mapping[str, Any]

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


def draft_of_the_tree() -> Shown:
    """The working tree as it is now, shown beside the editions."""
    return Shown("draft", msg("Working draft"), "draft", is_draft=True, is_candidate=False, date="")


def shown_edition(edition: Edition) -> Shown:
    """An edition as its pages speak of it."""
    return Shown(
        edition.id,
        edition.title,
        edition.path,
        is_draft=False,
        is_candidate=edition.status is EditionStatus.CANDIDATE,
        date=edition.date.isoformat() if edition.date else "",
    )


def plan_site(curriculum: Curriculum, shown: Shown, handbook: Handbook | None = None) -> SitePlan:
    """Everything that is published of a curriculum.

    For an edition, the curriculum is its published part: `editions.published_part`. The handbook stands beside the
    working draft only: it is for those who write.
    """
    settings = curriculum.settings
    themed = tuple((module, theme) for module in curriculum.modules if (theme := curriculum.theme(module.meta.theme)))
    readers = tuple(for_readers(module, theme) for module, theme in themed)
    cards = tuple(ThemeCard(t, tuple(r for r in readers if r.theme.id == t.id)) for t in settings.themes)
    to_talk_about = (
        dilemmas_page(cards, settings.description, settings.language),
        *reflections_page(cards, settings.description, settings.language),
        *futures_page(curriculum.futures),
    )
    entries = tuple(_glossary(curriculum, readers))
    pages = (
        SitePage(
            HOME,
            "home",
            settings.title,
            settings.description,
            settings.language,
            HomePage(settings, cards, readers, sum(len(reader.dilemmas) for reader in readers)),
            hide=("navigation", "toc"),
        ),
        SitePage(
            THEMES, "themes", msg("Themes and modules"), settings.description, settings.language, ThemesPage(cards)
        ),
        *(_theme_page(card, settings.language) for card in cards),
        *(_module_page(reader, readers, curriculum) for reader in readers),
        *to_talk_about,
        *_glossary_page(entries, settings),
        *skills_page(cards, curriculum.frameworks, settings.language),
        SitePage(
            FACILITATOR,
            "facilitator",
            msg("For facilitators"),
            settings.description,
            settings.language,
            FacilitatorPage(cards),
        ),
        SitePage(
            METHODS, "methods", msg("Methods"), settings.description, settings.language, MethodsPage(tuple(Method))
        ),
        *(_guide_page(module, theme) for module, theme in themed),
        *(_text_page(page) for page in curriculum.pages),
        *(_handbook_pages(handbook, settings.language) if handbook else ()),
    )
    return SitePlan(
        shown,
        settings,
        pages,
        _nav(cards, themed, to_talk_about, curriculum.pages, handbook, has_glossary=bool(entries)),
        tuple(GuidePlan(guide_pdf(m.meta.id, form), m, theme, form) for m, theme in themed for form in m.meta.format),
        {module_asset(module, path): path for module, _ in themed for path in sorted(assets_of(module))},
        {"api/modules.json": _modules_data(cards, shown)},
    )


def module_asset(module: Module, path: str) -> str:
    """Where a file of a module's own folder is put: beside the page of those who may see it."""
    folder = "moduler" if path in assets_of(module, for_readers=True) else "fasilitator"
    return f"{folder}/{module.meta.id}/{path.removeprefix(module.path.removesuffix('.md') + '/')}"


def _theme_page(card: ThemeCard, language: Language) -> SitePage:
    return SitePage(theme_page(card.theme.id), "theme", card.theme.title, card.theme.summary, language, card)


def _module_page(reader: ReaderModule, readers: tuple[ReaderModule, ...], curriculum: Curriculum) -> SitePage:
    by_id = {other.id: other for other in readers}
    position = readers.index(reader)
    value = ModulePage(
        reader,
        tuple(by_id[wanted] for wanted in reader.prerequisites if wanted in by_id),
        readers[position + 1] if position + 1 < len(readers) else None,
        tuple(term for term in curriculum.glossary if term.id in reader.terms),
    )
    return SitePage(module_page(reader.id), "module", reader.title, reader.summary, reader.language, value)


def _glossary(curriculum: Curriculum, readers: tuple[ReaderModule, ...]) -> Iterator[GlossaryEntry]:
    """The terms that the modules of the site explain, in the order of the Norwegian alphabet."""
    for term in sorted(curriculum.glossary, key=lambda term: term.term.nb.lower().translate(_AFTER_Z)):
        modules = tuple(reader for reader in readers if term.id in reader.terms)
        if modules:
            yield GlossaryEntry(term, modules)


def _glossary_page(entries: tuple[GlossaryEntry, ...], settings: CurriculumSettings) -> Iterator[SitePage]:
    """The page, when there are terms for it."""
    if entries:
        title, description = msg("Glossary"), settings.description
        yield SitePage(GLOSSARY, "glossary", title, description, settings.language, GlossaryPage(entries))


def _guide_page(module: Module, theme: Theme) -> SitePage:
    meta = module.meta
    return SitePage(
        guide_page(meta.id),
        "guide",
        msg("Guide: {title}", title=meta.title),
        meta.summary,
        meta.language,
        GuidePage(module, theme),
        is_for_readers=False,
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
        yield SitePage(RULES, "rules", msg("Checks"), "", language, value, is_for_readers=False)
    for rule in checks.RULES:
        if rule.code in handbook.rules:
            explained = RuleExplained(rule, handbook.rules[rule.code])
            path = rule_page(rule.code)
            yield SitePage(path, "rule", rule.code, "", language, explained, is_for_readers=False, hide=("toc",))


def _authors_nav(handbook: Handbook) -> NavItem:
    guide = tuple(NavItem(page.meta.title, f"{AUTHORS}/{page.id}.md") for page in handbook.guide)
    rules = tuple(NavItem(rule.code, rule_page(rule.code)) for rule in checks.RULES if rule.code in handbook.rules)
    group = (NavItem(msg("Checks"), children=(NavItem(msg("Checks"), RULES), *rules)),) if rules else ()
    return NavItem(msg("For authors"), children=(*guide, *group))


def _nav(
    cards: tuple[ThemeCard, ...],
    themed: tuple[tuple[Module, Theme], ...],
    to_talk_about: tuple[SitePage, ...],
    pages: tuple[Page, ...],
    handbook: Handbook | None,
    *,
    has_glossary: bool,
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
    facilitator = (NavItem(msg("For facilitators"), FACILITATOR), NavItem(msg("Methods"), METHODS), *guides)
    skills = (NavItem(msg("What can you do already?"), SKILLS),) if themed else ()
    about = tuple(NavItem(page.meta.title, f"{page.id}.md") for page in pages)
    return (
        NavItem(msg("Home"), HOME),
        NavItem(msg("Themes"), children=(NavItem(msg("Themes and modules"), THEMES), *themes, *skills)),
        NavItem(msg("Dilemmas"), children=tuple(NavItem(page.title, page.path) for page in to_talk_about)),
        *((NavItem(msg("Glossary"), GLOSSARY),) if has_glossary else ()),
        NavItem(msg("For facilitators"), children=facilitator),
        *((_authors_nav(handbook),) if handbook else ()),
        *((NavItem(msg("About"), children=about),) if about else ()),
    )


def _modules_data(cards: tuple[ThemeCard, ...], shown: Shown) -> Mapping[str, Any]:
    """`api/modules.json`: the edition, its themes and its modules, with nothing that is for facilitators alone."""
    return {
        "schema": 1,
        "edition": {"id": shown.id, "path": shown.path, "is_draft": shown.is_draft, "date": shown.date or None},
        "themes": [
            {
                "id": card.theme.id,
                "letter": card.theme.letter,
                "title": card.theme.title,
                "summary": card.theme.summary,
                "url": url_of(theme_page(card.theme.id)),
                "modules": [module.id for module in card.modules],
            }
            for card in cards
        ],
        "modules": [_module_data(module) for card in cards for module in card.modules],
    }


def _module_data(module: ReaderModule) -> Mapping[str, Any]:
    return {
        "id": module.id,
        "title": module.title,
        "summary": module.summary,
        "version": module.version,
        "status": str(module.status),
        "theme": module.theme.id,
        "level": str(module.level),
        "format": [str(form) for form in module.formats],
        "duration": module.duration,
        "language": str(module.language),
        "audience": list(module.audience),
        "group_size": {"min": module.group_min, "max": module.group_max},
        "prerequisites": list(module.prerequisites),
        "learning_outcomes": [
            {"id": o.id, "text": o.text, "kind": str(o.kind), "competences": list(o.competences)}
            for o in module.outcomes
        ],
        "terms": list(module.terms),
        "dilemmas": [{"id": dilemma.id, "title": dilemma.title} for dilemma in module.dilemmas.values()],
        "licence": module.licence,
        "reviewed": module.reviewed,
        "url": url_of(module_page(module.id)),
        "guide": url_of(guide_page(module.id)),
        "guides": {str(form): guide_pdf(module.id, form) for form in module.formats},
    }
