"""What a site's pages are made of: the page, its place in the navigation, the addresses, the edition they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from taikun_build.model import CurriculumSettings, Event, Theme
from taikun_build.problems import Text, msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.timetable import Period
from taikun_build.vocabulary import Format, Language

HOME = "index.md"
CATALOGUE = "moduler/index.md"
COVERAGE = "dekning.md"
DILEMMAS = "dilemmaer/index.md"
REFLECTIONS = "dilemmaer/refleksjon.md"
FUTURES = "dilemmaer/framtidsbilder.md"
GLOSSARY = "ordliste.md"
RESOURCES = "ressurser.md"
SOURCES = "kilder.md"
EVENTS = "arrangementer.md"
ACCESSIBILITY = "tilgjengelighet.md"
PROOF = "kursbevis.md"
FACILITATOR = "fasilitator/index.md"
SEARCH = "sok.md"
SKILLS = "kompetanse.md"
SESSIONS = "kursdager/index.md"
METHODS = "fasilitator/metoder.md"
PATHS = "laeringslop/index.md"
AUTHORS = "forfattere"
EVALUATIONS = "evaluering"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
CITATION = "CITATION.cff"
RULES = "kontroller/index.md"
ALL_DILEMMA_CARDS = "dilemmakort/alle.pdf"
FUTURES_PDF = "guides/framtidsverksted.pdf"


@dataclass(frozen=True, slots=True)
class Shown:
    """The edition as its own pages speak of it. The working draft is one too, without number and date.

    `moment` is its time in seconds since 1970.
    """

    id: str
    title: str | Text
    path: str
    is_draft: bool
    is_candidate: bool
    date: str
    moment: int = 0
    doi: str = ""

    @property
    def label(self) -> str | Text:
        """The title, and for a candidate that it is one."""
        return msg("{title} (candidate)", title=self.title) if self.is_candidate else self.title


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme and its modules."""

    theme: Theme
    modules: tuple[ReaderModule, ...]

    @property
    def minutes(self) -> int:
        """How long the modules take together."""
        return sum(module.duration for module in self.modules)


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site: where its Markdown is staged, how it is made, and from what.

    `description` is one or two sentences for those who meet the page elsewhere, as in a search engine.
    `template` makes the Markdown from `value`. `styles` and `scripts` name what this kind of page alone
    needs: `assets/stylesheets/<name>.css` and `assets/javascripts/<name>.js`.
    """

    path: str
    template: str
    title: str | Text
    description: str | Text
    language: Language
    value: object
    is_for_readers: bool = True
    hide: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the navigation: a page, or a group of entries."""

    title: str | Text
    path: str = ""
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events that are published as a calendar file; `moment` is when they were told, in seconds since 1970.

    `periods` has the parts of the sessions that are held at the events, by the id of the event.
    """

    name: str
    events: tuple[Event, ...]
    moment: int
    periods: Mapping[str, tuple[Period, ...]]


_AFTER_Z = str.maketrans("æøå", "{|}")


def alphabetical(text: str) -> str:
    """A key that sorts texts by the Norwegian alphabet."""
    return text.lower().translate(_AFTER_Z)


def address_of(settings: CurriculumSettings, shown: Shown) -> str:
    """Where an edition's folder is published, ending in a slash; empty while nobody has said where the site is."""
    return f"{settings.address}{shown.path}/" if settings.address else ""


def module_page(module_id: str) -> str:
    """Where a module's page is staged."""
    return f"moduler/{module_id}.md"


def dilemma_anchor(module_id: str, dilemma_id: str) -> str:
    """A dilemma's own anchor on the page of all dilemmas: two modules may each have one of the same id."""
    return f"{module_id}--{dilemma_id}"


def guide_page(module_id: str) -> str:
    """Where a module's guide page is staged."""
    return f"fasilitator/{module_id}.md"


def proof_anchor(module_id: str) -> str:
    """A module's own anchor on the page with the proof of participation, which also ticks it."""
    return f"modul={module_id}"


def theme_page(theme_id: str) -> str:
    """Where a theme's page is staged."""
    return f"temaer/{theme_id}.md"


def path_page(path_id: str) -> str:
    """Where a learning path's page is staged."""
    return f"laeringslop/{path_id}.md"


def session_page(session_id: str) -> str:
    """Where a course day's page is staged."""
    return f"kursdager/{session_id}.md"


def session_pdf(session_id: str) -> str:
    """Where the facilitator's printed plan of a course day is put."""
    return f"guides/kursdager/{session_id}.pdf"


def guide_pdf(module_id: str, form: Format) -> str:
    """Where the printed guide of a module in one format is put."""
    return f"guides/{module_id}-{form}.pdf"


def handout_pdf(module_id: str, form: Format) -> str:
    """Where the participants' sheet of a module in one format is put."""
    return f"deltakerark/{module_id}-{form}.pdf"


def guide_docx(module_id: str, form: Format) -> str:
    """Where the guide of a module in one format is put for those who adapt it."""
    return f"guides/{module_id}-{form}.docx"


def handout_docx(module_id: str, form: Format) -> str:
    """Where the participants' sheet of a module in one format is put for those who adapt it."""
    return f"deltakerark/{module_id}-{form}.docx"


def slides_page(module_id: str) -> str:
    """Where the slides of a module are put: a page outside the site's frame."""
    return f"lysbilder/{module_id}.html"


def evaluation_page(module_id: str) -> str:
    """Where the page with a module's evaluation forms is staged."""
    return f"{EVALUATIONS}/{module_id}.md"


def evaluation_pdf(module_id: str, language: Language) -> str:
    """Where a module's evaluation forms, to be filled in by hand, are put in one written language."""
    return f"{EVALUATIONS}/{module_id}-{language}.pdf"


def evaluation_data(module_id: str) -> str:
    """Where the codebook of a module's evaluation forms is put."""
    return f"api/evaluation/{module_id}.json"


def dilemma_cards_pdf(module_id: str) -> str:
    """Where the dilemmas of a module are put as cards."""
    return f"dilemmakort/{module_id}.pdf"


def event_calendar(event_id: str) -> str:
    """Where the calendar file of one event is put."""
    return f"arrangementer/{event_id}.ics"


def card_image(page: str) -> str:
    """Where the picture is put that is shown where a page is shared."""
    return f"assets/cards/{page.removesuffix('.md')}.png"


def rule_page(code: str) -> str:
    """Where the page that explains a rule is staged."""
    return f"kontroller/{code}.md"


def url_of(path: str) -> str:
    """The address of a staged page, relative to the edition's folder."""
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
