"""Every theme has an id and a letter of its own."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Theme
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "repeated-theme",
    msg("The theme «{title}» has the same «{key}» as the theme «{other}»: {value}"),
    msg("Give each theme an id and a letter of its own."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report themes that share an id or a letter with one above them in `curriculum.yml`."""
    first: dict[tuple[str, str], tuple[int, Theme]] = {}
    for index, theme in enumerate(curriculum.settings.themes):
        for key, value in (("id", theme.id), ("letter", theme.letter)):
            before, other = first.setdefault((key, value), (index, theme))
            if before != index:
                yield RULE.at(
                    curriculum.at("themes", index, key),
                    related=(curriculum.at("themes", before, key),),
                    title=theme.title,
                    key=key,
                    other=other.title,
                    value=value,
                )
