"""What is printed and shown, as data: for each document its template, and all that the template shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from taikun_build.lessons import Lesson
from taikun_build.sheets.dilemma_cards import dilemma_cards_data
from taikun_build.sheets.evaluation import evaluation_data
from taikun_build.sheets.guide import guide_data
from taikun_build.sheets.handout import handout_data
from taikun_build.sheets.parts import Imprint
from taikun_build.sheets.session import session_data
from taikun_build.sheets.slides import deck_data
from taikun_build.sheets.workshop import workshop_data
from taikun_build.site.futures import FuturesPage
from taikun_build.site.kit import Deck, DilemmaCards, EvaluationSheet, Handout, Sheet
from taikun_build.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Layout:
    """The name of a template, its data, and the images that the data names: name -> bytes."""

    template: str
    data: Mapping[str, Any]
    images: Mapping[str, bytes] = field(default_factory=dict)


def layout(sheet: Sheet, imprint: Imprint) -> Layout:
    """A sheet ready for the press."""
    template, data = _laid_out(sheet, imprint)
    local = imprint.local
    logo = {local.institution.logo: local.logo} if local and local.institution.logo and local.logo else {}
    return Layout(template, data, logo)


def _laid_out(sheet: Sheet, imprint: Imprint) -> tuple[str, Mapping[str, Any]]:  # noqa: PLR0911 - a case a sheet
    match sheet:
        case Lesson():
            return "guide", guide_data(sheet, imprint)
        case Handout():
            return "handout", handout_data(sheet, imprint)
        case Deck():
            return "slides", deck_data(sheet, imprint)
        case EvaluationSheet():
            return "evaluation", evaluation_data(sheet, imprint)
        case DilemmaCards():
            return "dilemma_cards", dilemma_cards_data(sheet, imprint)
        case FuturesPage():
            return "workshop", workshop_data(sheet, imprint)
        case Timetable():
            return "session", session_data(sheet, imprint)
