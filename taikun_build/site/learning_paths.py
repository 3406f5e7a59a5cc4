"""Learning paths: modules in the order in which they build on each other, and why each comes where it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taikun_build.model import LearningPath, LearningPathMatter
from taikun_build.problems import msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import PATHS, NavItem, SitePage, path_page
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Step:
    """A module of a learning path, why it comes there, and the modules to take first that are no steps of the path."""

    module: ReaderModule
    why: str
    elsewhere: tuple[ReaderModule, ...]


@dataclass(frozen=True, slots=True)
class LearningPathPage:
    """A learning path with its modules in order."""

    meta: LearningPathMatter
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long the modules take together."""
        return sum(step.module.duration for step in self.steps)

    @property
    def hardest(self) -> int:
        """The rank of the most demanding level among the modules."""
        return max((step.module.level.rank for step in self.steps), default=0)


@dataclass(frozen=True, slots=True)
class Onward:
    """A learning path that a module is a step of, and the path's module after it: None where the path ends."""

    path: LearningPathMatter
    following: ReaderModule | None


@dataclass(frozen=True, slots=True)
class LearningPathsPage:
    """All learning paths."""

    paths: tuple[LearningPathPage, ...]


def paths_of(paths: Iterable[LearningPath], readers: Iterable[ReaderModule]) -> tuple[LearningPathPage, ...]:
    """The learning paths with their modules, the easiest and shortest first."""
    by_id = {reader.id: reader for reader in readers}
    return tuple(sorted((_page(path.meta, by_id) for path in paths), key=lambda page: (page.hardest, page.minutes)))


def onward(module: ReaderModule, paths: Iterable[LearningPathPage]) -> Iterator[Onward]:
    """Where each learning path that holds a module leads from it."""
    for path in paths:
        modules = [step.module for step in path.steps]
        if module in modules:
            after = modules[modules.index(module) + 1 :]
            yield Onward(path.meta, after[0] if after else None)


def path_pages(paths: tuple[LearningPathPage, ...], language: Language) -> Iterator[SitePage]:
    """The list of learning paths, and a page for each, when there are any."""
    if paths:
        yield SitePage(
            PATHS,
            "learning_paths",
            msg("Learning paths"),
            msg(
                "Not sure where to begin? Here are modules put together for people with the same tasks, in an order "
                "in which one builds on the other. You may well stop after any of them."
            ),
            language,
            LearningPathsPage(paths),
            hide=("toc",),
            styles=("paths",),
        )
    for page in paths:
        meta = page.meta
        yield SitePage(
            path_page(meta.id),
            "learning_path",
            meta.title,
            meta.summary,
            meta.language,
            page,
            hide=("toc",),
            styles=("paths",),
        )


def path_nav(planned: Iterable[SitePage]) -> tuple[NavItem, ...]:
    """The place of the learning paths in the navigation, when pages are planned for them."""
    kinds = (LearningPathsPage, LearningPathPage)
    pages = tuple(NavItem(page.title, page.path) for page in planned if isinstance(page.value, kinds))
    return (NavItem(msg("Learning paths"), children=pages),) if pages else ()


def _page(meta: LearningPathMatter, readers: dict[str, ReaderModule]) -> LearningPathPage:
    own = {step.module for step in meta.steps}
    return LearningPathPage(
        meta,
        tuple(
            Step(
                module,
                step.why,
                tuple(readers[name] for name in module.prerequisites if name in readers and name not in own),
            )
            for step in meta.steps
            if (module := readers.get(step.module))
        ),
    )
