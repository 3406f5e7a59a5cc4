"""What stands where on a printed page."""

from __future__ import annotations

from dataclasses import dataclass

from pypdf import PageObject

MILLIMETRES = 25.4 / 72
"""In a point."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text on a page: where it begins, in millimetres from the left and from the top, and its size."""

    text: str
    x: float
    y: float
    size: float


def pieces(sheet: PageObject) -> list[Piece]:
    """The texts of a page in the order in which they are drawn."""
    found: list[Piece] = []
    height = float(sheet.mediabox.height)

    def see(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Piece(" ".join(text.split()), x * MILLIMETRES, (height - y) * MILLIMETRES, size))

    sheet.extract_text(visitor_text=see)
    return found
