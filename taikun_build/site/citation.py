"""How an edition is cited, in the Citation File Format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.model import CurriculumSettings, Theme
from taikun_build.problems import msg
from taikun_build.site.pages import Shown, address_of


def citation(settings: CurriculumSettings, themes: tuple[Theme, ...], shown: Shown) -> Mapping[str, Any]:
    """`CITATION.cff` (version 1.2.0). A DOI or an address is there once the edition has one."""
    address = address_of(settings, shown)
    return {
        "cff-version": "1.2.0",
        "message": msg("When you use the curriculum, please cite it like this."),
        "type": "dataset",
        "title": f"{settings.title}: {settings.tagline}",
        "abstract": settings.description,
        "authors": [{"name": settings.owner}],
        "version": shown.label,
        "date-released": shown.date,
        "license": str(settings.licence),
        "keywords": [theme.title for theme in themes],
        **({"doi": shown.doi} if shown.doi else {}),
        **({"url": address} if address else {}),
    }
