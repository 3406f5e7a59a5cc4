"""Scenario axes: two uncertain developments, the four futures between them, and how a group works with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from taikun_build.model import Future, Futures, FuturesFile, Step
from taikun_build.site.pages import FUTURES, SitePage


@dataclass(frozen=True, slots=True)
class Corner:
    """A future with the two ends that meet in it."""

    id: str
    future: Future
    horizontal: str
    vertical: str


@dataclass(frozen=True, slots=True)
class FuturesPage:
    """The axes and their corners, as rows from top to bottom, each from left to right."""

    axes: FuturesFile
    rows: tuple[tuple[str, tuple[Corner, Corner]], ...]

    @property
    def minutes(self) -> int:
        """How long a group works with them."""
        return sum(step.minutes for step in self.axes.steps)

    @property
    def run_sheet(self) -> tuple[tuple[Step, int, int], ...]:
        """Each step with when it begins and ends, in minutes from the start."""
        ends = accumulate(step.minutes for step in self.axes.steps)
        return tuple((step, end - step.minutes, end) for step, end in zip(self.axes.steps, ends, strict=True))


def futures_of(axes: FuturesFile) -> FuturesPage:
    """The axes with their four corners."""
    (left, right), (top, bottom) = (
        (axes.horizontal.low, axes.horizontal.high),
        (axes.vertical.high, axes.vertical.low),
    )
    four = axes.futures
    return FuturesPage(
        axes,
        (
            (top, (Corner("low-high", four.low_high, left, top), Corner("high-high", four.high_high, right, top))),
            (bottom, (Corner("low-low", four.low_low, left, bottom), Corner("high-low", four.high_low, right, bottom))),
        ),
    )


def futures_page(futures: Futures | None) -> Iterator[SitePage]:
    """The page, when the curriculum has axes."""
    if futures:
        axes = futures.meta
        value = futures_of(axes)
        yield SitePage(FUTURES, "futures", axes.title, axes.summary, axes.language, value, styles=("futures",))
