"""Course days and gatherings as readers see them: the timetable, what it is made of, and what there is to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taikun_build.model import SessionMatter
from taikun_build.problems import msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.gatherings import Paper, papers
from taikun_build.site.pages import SESSIONS, NavItem, Shown, SitePage, session_page
from taikun_build.timetable import Line, Period, Timetable
from taikun_build.vocabulary import Language, SessionKind

TITLE = msg("Course days and gatherings")


@dataclass(frozen=True, slots=True)
class ReaderSitting:
    """A part of a session with nothing that is for the facilitator."""

    period: Period
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A session for those who think of holding it. `moment` is that of its calendar, in seconds since 1970."""

    meta: SessionMatter
    sittings: tuple[ReaderSitting, ...]
    modules: Mapping[str, ReaderModule]
    papers: tuple[Paper, ...]
    moment: int

    @property
    def periods(self) -> tuple[Period, ...]:
        """From when to when each part lasts."""
        return tuple(sitting.period for sitting in self.sittings)


@dataclass(frozen=True, slots=True)
class SessionsPage:
    """All sessions, the courses first."""

    sessions: tuple[SessionPage, ...]


def session_pages(
    plans: Iterable[Timetable], readers: Mapping[str, ReaderModule], language: Language, shown: Shown
) -> Iterator[SitePage]:
    """The list of sessions, and a page for each, when there are any."""
    pages = sorted((_page(plan, readers, shown) for plan in plans), key=lambda page: page.meta.kind.value)
    if pages:
        yield SitePage(
            SESSIONS,
            "sessions",
            TITLE,
            msg(
                "Whole days put together from the modules, with breaks, lunch and clock times. Choose a day, and take "
                "the plan with you."
            ),
            language,
            SessionsPage(tuple(pages)),
            hide=("toc",),
            styles=("sessions",),
        )
    for page in pages:
        meta = page.meta
        path = session_page(meta.id)
        yield SitePage(
            path,
            "session",
            meta.title,
            meta.summary,
            meta.language,
            page,
            styles=("sessions",),
            scripts=("sessions",),
        )


def session_nav(planned: Iterable[SitePage]) -> tuple[NavItem, ...]:
    """The place of the sessions in the navigation, when pages are planned for them."""
    pages = tuple(NavItem(p.title, p.path) for p in planned if isinstance(p.value, SessionsPage | SessionPage))
    return (NavItem(TITLE, children=pages),) if pages else ()


def _page(plan: Timetable, readers: Mapping[str, ReaderModule], shown: Shown) -> SessionPage:
    meta = plan.session.meta
    return SessionPage(
        meta,
        tuple(ReaderSitting(sitting.period, sitting.lines) for sitting in plan.sittings),
        {module.meta.id: readers[module.meta.id] for module in plan.modules},
        papers(plan) if meta.kind is SessionKind.SAMLING else (),
        shown.moment,
    )
