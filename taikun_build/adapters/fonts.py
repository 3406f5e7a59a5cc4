"""The site's own fonts: cut down to the letters that are used here, as WOFF2, from the same packages as in print."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from taikun_build.adapters.typst import font_file

FACES = {
    "source-sans-regular": "SourceSansPro-Regular.ttf",
    "source-sans-italic": "SourceSansPro-It.ttf",
    "source-sans-semibold": "SourceSansPro-Semibold.ttf",
    "source-serif-semibold": "SourceSerifPro-Semibold.ttf",
}
UNICODES = (
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x180),  # Latin-1 Supplement and Latin Extended-A: Norwegian, Sámi and the names of Europe
    *range(0x2010, 0x2027),  # dashes, quotation marks, bullets, ellipsis
    *(0x20AC, 0x2190, 0x2192, 0x2194, 0x2212, 0x2265, 0x2264, 0x00D7),
)


def web_fonts() -> Mapping[str, bytes]:
    """Path below the documents folder -> bytes of the font. The same packages give the same bytes."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return {f"assets/fonts/{name}.woff2": _woff2(font_file(file)) for name, file in FACES.items()}


def _woff2(path: Path) -> bytes:
    options = subset.Options()
    options.flavor = "woff2"
    options.recalc_timestamp = False
    options.layout_features = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk"]
    font = TTFont(path, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    font.flavor = "woff2"
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()
