"""What is printed, as data: for each document the template that lays it out, and all that the template shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taikun_build.lessons import Lesson
from taikun_build.sheets.guide import guide_data
from taikun_build.sheets.handout import handout_data
from taikun_build.sheets.parts import Imprint
from taikun_build.sheets.session import session_data
from taikun_build.site.kit import Handout, Sheet
from taikun_build.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Layout:
    """The name of a template, and its data."""

    template: str
    data: Mapping[str, Any]


def layout(sheet: Sheet, imprint: Imprint) -> Layout:
    """A sheet ready for the press."""
    match sheet:
        case Lesson():
            return Layout("guide", guide_data(sheet, imprint))
        case Handout():
            return Layout("handout", handout_data(sheet, imprint))
        case Timetable():
            return Layout("session", session_data(sheet, imprint))
