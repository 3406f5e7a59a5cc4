"""The rules that content must keep: one rule a file, and explicit lists that say which rules hold where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from taikun_build import editions, limits, reading
from taikun_build.checks import (
    dead_link,
    dilemma_not_placed,
    duplicate_module_id,
    html_comment,
    long_situation,
    minutes_sum,
    misplaced_module,
    missing_break,
    missing_variant,
    prerequisite_cycle,
    raw_html,
    repeated_id,
    theme_without_module,
    unbalanced_html,
    unknown_competence,
    unknown_dilemma,
    unknown_outcome,
    unknown_prerequisite,
    unknown_source,
    unknown_theme,
    unmet_outcome,
    unsafe_link,
    unused_source,
)
from taikun_build.limits import Guard, TookTooLong, unguarded
from taikun_build.model import Curriculum, Module, Page, Setting
from taikun_build.problems import Location, Problem, Rule

TextCheck = Callable[[Module | Page, Curriculum], Iterable[Problem]]
ModuleCheck = Callable[[Module, Curriculum], Iterable[Problem]]
CurriculumCheck = Callable[[Curriculum], Iterable[Problem]]
SettingCheck = Callable[[Curriculum, Setting], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Profile:
    """Which rules hold: for each text (module or page), for each module, for the curriculum as a whole, and for what
    it has to do with the day and the editions."""

    of_texts: tuple[TextCheck, ...]
    of_modules: tuple[tuple[frozenset[str], ModuleCheck], ...]
    of_curriculum: tuple[CurriculumCheck, ...]
    of_setting: tuple[SettingCheck, ...]


TEXT_RULES: tuple[ModuleType, ...] = (unsafe_link, raw_html, html_comment, unbalanced_html)
MODULE_RULES: tuple[ModuleType, ...] = (
    unknown_theme,
    misplaced_module,
    minutes_sum,
    missing_break,
    missing_variant,
    unknown_prerequisite,
    unmet_outcome,
    unknown_outcome,
    unknown_competence,
    dilemma_not_placed,
    unknown_dilemma,
    long_situation,
    repeated_id,
    unknown_source,
    unused_source,
)
CURRICULUM_RULES: tuple[ModuleType, ...] = (duplicate_module_id, prerequisite_cycle, dead_link)
SETTING_RULES: tuple[ModuleType, ...] = ()
EDITION_RULES: tuple[ModuleType, ...] = (theme_without_module,)

DRAFT = Profile(
    tuple(rule.check for rule in TEXT_RULES),
    tuple((rule.NEEDS, rule.check) for rule in MODULE_RULES),
    tuple(rule.check for rule in CURRICULUM_RULES),
    tuple(rule.check for rule in SETTING_RULES),
)
EDITION = replace(DRAFT, of_curriculum=(*DRAFT.of_curriculum, *(rule.check for rule in EDITION_RULES)), of_setting=())

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *editions.RULES,
    *(rule.RULE for rule in (*TEXT_RULES, *MODULE_RULES, *CURRICULUM_RULES, *SETTING_RULES, *EDITION_RULES)),
)


def run(profile: Profile, curriculum: Curriculum, setting: Setting, guard: Guard = unguarded) -> Iterator[Problem]:
    """All that a profile's rules find. A rule is not asked about fields of a module that could not be read.

    `guard` watches the rules of each text; one that takes too long gets a problem for that.
    """
    texts: tuple[Module | Page, ...] = (*curriculum.modules, *curriculum.pages)
    for text in texts:
        yield from _in_time(_of_text(profile, text, curriculum), Location(text.path), guard)
    for of_all in profile.of_curriculum:
        yield from of_all(curriculum)
    for of_setting in profile.of_setting:
        yield from of_setting(curriculum, setting)


def _of_text(profile: Profile, text: Module | Page, curriculum: Curriculum) -> Iterator[Problem]:
    """What the rules find in one module or page."""
    for of_text in profile.of_texts:
        yield from of_text(text, curriculum)
    if isinstance(text, Module):
        for needs, check in profile.of_modules:
            if not needs & text.broken:
                yield from check(text, curriculum)


def _in_time(problems: Iterable[Problem], where: Location, guard: Guard) -> list[Problem]:
    """The problems that are found until the time is up, and then that it was."""
    found: list[Problem] = []
    try:
        with guard():
            found.extend(problems)
    except TookTooLong:
        found.append(limits.TOO_SLOW.at(where, seconds=limits.SECONDS))
    return found
