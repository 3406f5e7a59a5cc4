"""The printed sheets: data in, PDF/UA-1 and PDF/A-2a out. The fonts come with the program, never from the system."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import font_source_sans_pro
import font_source_serif_pro
import typst

from taikun_build.sheets import Layout

STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
FACES = (
    "SourceSansPro-Regular.ttf",
    "SourceSansPro-It.ttf",
    "SourceSansPro-Semibold.ttf",
    "SourceSansPro-SemiboldIt.ttf",
    "SourceSansPro-Bold.ttf",
    "SourceSansPro-BoldIt.ttf",
    "SourceSerifPro-Regular.ttf",
    "SourceSerifPro-Semibold.ttf",
    "SourceSerifPro-Bold.ttf",
)


def font_file(name: str) -> Path:
    """A font of the packages that bring them."""
    packages = (font_source_sans_pro, font_source_serif_pro)
    paths = [Path(str(files(package))) / "files" / name for package in packages]
    return next(path for path in paths if path.exists())


class Press:
    """The templates and the fonts that all sheets share, read once.

    `folder` is an empty folder of the press's own. The fonts that are used are put there, one file for each face: the
    packages have every face in two formats, and which of them is met first must not decide.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FACES:
            shutil.copyfile(font_file(name), folder / name)
        templates = files("taikun_build") / "templates"
        self._templates = {one.name: one.read_bytes() for one in templates.iterdir() if one.name.endswith(".typ")}
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])

    def print(self, layout: Layout, timestamp: int) -> bytes:
        """A sheet as PDF; the same data and timestamp (seconds since 1970) give the same bytes."""
        compiler = self._compiler(layout.template, layout.data, layout.images)
        pdf = compiler.compile(format="pdf", pdf_standards=list(STANDARDS), timestamp=timestamp)
        return _with_clear_stream_ends(_bytes(pdf))

    def picture(self, data: Mapping[str, Any]) -> bytes:
        """The picture for those who share a page, as PNG; the same data give the same bytes."""
        return _bytes(self._compiler("card", data, {}).compile(format="png", ppi=72))

    def _compiler(self, template: str, data: Mapping[str, Any], images: Mapping[str, bytes]) -> typst.Compiler:
        program: Any = {**self._templates, "main": self._templates[f"{template}.typ"]}
        return typst.Compiler(
            program,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={
                "data": json.dumps(data, ensure_ascii=False, sort_keys=True),
                "images": json.dumps({name: list(image) for name, image in images.items()}),
            },
        )


def _bytes(compiled: object) -> bytes:
    """What Typst made, when it is one file."""
    if not isinstance(compiled, bytes):
        raise TypeError(type(compiled).__name__)
    return compiled


def _with_clear_stream_ends(pdf: bytes) -> bytes:
    """The same PDF with CR instead of LF after a stream whose last byte happens to be CR.

    Either is an end-of-line marker (ISO 32000-1, 7.3.8.1). Where CR and LF meet, a validator may take both for the
    marker and find the stream one byte short of its /Length.
    """
    return pdf.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")
