"""No module, theme or learning path has the address of a page that the site makes itself."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "reserved-id",
    msg("The site uses the name «{value}» for a page of its own."),
    msg("Choose another id. Names that are taken: {reserved}."),
)

MODULES = ("alle", "index", "metoder")
"""Beside the modules' own files lie `moduler/index`, `fasilitator/index`, `fasilitator/metoder`, `dilemmakort/alle`."""
THEMES = ("index",)
"""`temaer/index` would be the page of the folder itself."""
PATHS = ("index",)
"""Beside the learning paths' own pages lies `laeringslop/index`."""


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report modules, themes and learning paths whose page would take the place of another."""
    for module in curriculum.modules:
        if module.meta.id in MODULES and "id" not in module.broken:
            yield RULE.at(module.at("id"), value=module.meta.id, reserved=", ".join(MODULES))
    for index, theme in enumerate(curriculum.settings.themes):
        if theme.id in THEMES:
            yield RULE.at(curriculum.at("themes", index, "id"), value=theme.id, reserved=", ".join(THEMES))
    for path in curriculum.learning_paths:
        if path.meta.id in PATHS:
            yield RULE.at(path.at("id"), value=path.meta.id, reserved=", ".join(PATHS))
