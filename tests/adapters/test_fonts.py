"""The site's fonts: our letters, small, the same every time."""

from __future__ import annotations

import io

from fontTools.ttLib import TTFont

from taikun_build.adapters.fonts import web_fonts


def test_the_fonts_have_the_letters_of_norway_and_are_small() -> None:
    fonts = web_fonts()
    assert len(fonts) == 4
    assert sum(map(len, fonts.values())) < 100_000
    for data in fonts.values():
        letters = TTFont(io.BytesIO(data)).getBestCmap()
        assert {ord(letter) for letter in "æøåÆØÅáčđšž«»–…→"} <= set(letters)


def test_the_fonts_are_the_same_every_time() -> None:
    assert web_fonts() == web_fonts()
