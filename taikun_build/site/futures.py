"""Scenario axes: two uncertain developments, the four futures between them, and how a group works with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taikun_build.model import Future, Futures, FuturesFile
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


def futures_page(futures: Futures | None) -> Iterator[SitePage]:
    """The page, when the curriculum has axes."""
    if futures:
        axes = futures.meta
        (left, right), (top, bottom) = (
            (axes.horizontal.low, axes.horizontal.high),
            (axes.vertical.high, axes.vertical.low),
        )
        four = axes.futures
        rows = (
            (top, (Corner("low-high", four.low_high, left, top), Corner("high-high", four.high_high, right, top))),
            (bottom, (Corner("low-low", four.low_low, left, bottom), Corner("high-low", four.high_low, right, bottom))),
        )
        value = FuturesPage(axes, rows)
        yield SitePage(FUTURES, "futures", axes.title, axes.summary, axes.language, value, styles=("futures",))
