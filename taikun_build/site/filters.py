"""What a list can be narrowed by: the modules of the catalogue, the dilemmas of the bank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taikun_build.model import Role
from taikun_build.problems import Text, msg
from taikun_build.site.pages import ThemeCard
from taikun_build.vocabulary import Format, Language, Level, Sensitivity


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to choose by: its name in attributes and in the address, what it is called, and its values in the order
    in which they are offered. Which of them are offered, the list itself tells."""

    name: str
    label: Text
    order: tuple[str, ...]


def by_theme(cards: Iterable[ThemeCard]) -> Filter:
    """The choice of themes."""
    return Filter("tema", msg("Theme"), tuple(card.theme.id for card in cards))


def by_role(roles: Iterable[Role]) -> Filter:
    """The choice of roles."""
    return Filter("rolle", msg("Working with"), tuple(role.id for role in roles))


BY_LEVEL = Filter("niva", msg("Level"), tuple(map(str, Level)))
BY_FORMAT = Filter("form", msg("Held"), tuple(map(str, Format)))
BY_SENSITIVITY = Filter("folsomhet", msg("How sensitive"), tuple(map(str, Sensitivity)))
BY_LANGUAGE = Filter("sprak", msg("Language"), tuple(map(str, Language)))
