"""The printed guides: data in, PDF/UA-1 and PDF/A-2a out. The fonts come with the program, never from the system."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import font_source_sans_pro
import font_source_serif_pro
import typst

STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")


def font_folders() -> list[Path]:
    """The folders of the packages that bring the fonts."""
    return [Path(str(files(package))) / "files" for package in (font_source_sans_pro, font_source_serif_pro)]


class Press:
    """The template and the fonts that all guides share, read once."""

    def __init__(self) -> None:
        self._template = (files("taikun_build") / "templates" / "guide.typ").read_bytes()
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in font_folders()],
        )

    def print(self, data: Mapping[str, Any], timestamp: int) -> bytes:
        """A guide as PDF; the same data and timestamp (seconds since 1970) give the same bytes."""
        compiler = typst.Compiler(
            self._template,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={"guide": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        )
        pdf = compiler.compile(format="pdf", pdf_standards=list(STANDARDS), timestamp=timestamp)
        if not isinstance(pdf, bytes):
            raise TypeError(type(pdf).__name__)
        return pdf
