"""What is tried of the site's accessibility, by criterion: the basis of the statement that the law asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from taikun_build.model import Accessibility, AccessibilityFile, CurriculumSettings, Evidence
from taikun_build.problems import Text, msg
from taikun_build.site.pages import ACCESSIBILITY, SitePage
from taikun_build.vocabulary import Conformance
from taikun_build.wcag import ADDED, REQUIRED, Criterion


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion, and how it is tested."""

    criterion: Criterion
    evidence: Evidence

    @property
    def result(self) -> Conformance | None:
        """What came of it; None when it is not tested."""
        return self.evidence.result


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """What the law requires, by principle; what WCAG 2.2 adds; and where the statement is, when there is one."""

    basis: AccessibilityFile
    principles: tuple[tuple[Text, tuple[CriterionRow, ...]], ...]
    added: tuple[CriterionRow, ...]
    statement: str

    @property
    def required(self) -> tuple[CriterionRow, ...]:
        """The rows that the law requires."""
        return tuple(row for _principle, rows in self.principles for row in rows)

    @property
    def results(self) -> Mapping[Conformance | None, int]:
        """How many of the required criteria came out how."""
        results = [row.result for row in self.required]
        return {result: results.count(result) for result in (*Conformance, None)}

    @property
    def automated(self) -> int:
        """How many of the required criteria are tested each time."""
        return sum(row.evidence.automated is not None for row in self.required)

    @property
    def by_hand(self) -> int:
        """How many of the required criteria a person has tried."""
        return sum(row.evidence.by_hand is not None for row in self.required)


def accessibility_page(accessibility: Accessibility | None, settings: CurriculumSettings) -> Iterator[SitePage]:
    """The page, when something is known."""
    if accessibility:
        basis = accessibility.meta
        by_principle = groupby(_rows(REQUIRED.values(), basis), key=lambda row: row.criterion.principle)
        value = AccessibilityPage(
            basis,
            tuple((name, tuple(rows)) for name, rows in by_principle),
            tuple(_rows(ADDED.values(), basis)),
            settings.accessibility_statement or "",
        )
        title = msg("Accessibility")
        yield SitePage(
            ACCESSIBILITY, "accessibility", title, basis.summary, basis.language, value, styles=("accessibility",)
        )


def _rows(criteria: Iterable[Criterion], basis: AccessibilityFile) -> Iterator[CriterionRow]:
    """The criteria with what is told of each. Of one that is left out nothing is known."""
    told = {one.criterion: one for one in basis.criteria}
    return (CriterionRow(one, told.get(one.number, Evidence(criterion=one.number))) for one in criteria)
