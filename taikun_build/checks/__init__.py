"""The rules that content must keep: one rule a file, and explicit lists that say which rules hold where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from taikun_build import editions, frontmatter, institutions, limits, reading, shapes, yaml_tree
from taikun_build.checks import (
    answer_key,
    avoided_word,
    change_unexplained,
    change_version,
    dead_link,
    dilemma_not_placed,
    dilemma_too_long,
    duplicate_module_id,
    email_address,
    empty_link,
    empty_part,
    end_before_start,
    event_order,
    event_session,
    future_date,
    group_size,
    hard_to_read,
    heading_level,
    html_comment,
    hybrid_one_room,
    image_alt,
    language_balance,
    law_without_date,
    level_verbs,
    licence_differs,
    licence_forbids_reuse,
    long_sentence,
    long_situation,
    minutes_sum,
    misplaced_module,
    misplaced_path,
    misplaced_session,
    missing_break,
    missing_equipment,
    missing_parallel,
    missing_variant,
    mostly_listening,
    national_id,
    other_language,
    part_order,
    past_midnight,
    path_order,
    phone_number,
    plenary_unprepared,
    prerequisite_cycle,
    prerequisite_level,
    raw_html,
    remote_image,
    repeated_anchor,
    repeated_entry,
    repeated_id,
    repeated_step,
    repeated_term,
    repeated_theme,
    reserved_id,
    review_order,
    review_overdue,
    run_sheet_gap,
    samling_agenda,
    secret,
    session_break,
    session_format,
    session_overrun,
    stale_law,
    stale_resource,
    table_header,
    term_not_in_text,
    theme_without_module,
    unbalanced_html,
    undated_reference,
    unfinished_text,
    unknown_competence,
    unknown_criterion,
    unknown_dilemma,
    unknown_module,
    unknown_outcome,
    unknown_prerequisite,
    unknown_role,
    unknown_source,
    unknown_step,
    unknown_target,
    unknown_term,
    unknown_theme,
    unmet_outcome,
    unpublishable_file,
    unsafe_link,
    unused_source,
    unused_term,
    vague_link,
    vague_outcome,
    version_not_raised,
)
from taikun_build.language import Passage, passages
from taikun_build.limits import Guard, TookTooLong, unguarded
from taikun_build.model import Curriculum, Module, Page, Setting, Written
from taikun_build.problems import Location, Problem, Rule, Text, msg

FileCheck = Callable[[Written, Curriculum], Iterable[Problem]]
TextCheck = Callable[[Module | Page, Curriculum], Iterable[Problem]]
ModuleCheck = Callable[[Module, Curriculum], Iterable[Problem]]
WordingCheck = Callable[[Written, Sequence[Passage], Curriculum], Iterable[Problem]]
CurriculumCheck = Callable[[Curriculum], Iterable[Problem]]
SettingCheck = Callable[[Curriculum, Setting], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Profile:
    """Which rules hold: for each file that authors write in, for the words that people read in it, for each text
    (module or page), for each module, for the curriculum as a whole, and for what it has to do with the day and the
    editions."""

    of_files: tuple[FileCheck, ...]
    of_wording: tuple[WordingCheck, ...]
    of_texts: tuple[TextCheck, ...]
    of_modules: tuple[tuple[frozenset[str], ModuleCheck], ...]
    of_curriculum: tuple[CurriculumCheck, ...]
    of_setting: tuple[SettingCheck, ...]


FILE_RULES: tuple[ModuleType, ...] = (email_address, phone_number, national_id, secret, unfinished_text, unknown_source)
WORDING_RULES: tuple[ModuleType, ...] = (avoided_word, other_language, hard_to_read, long_sentence)
TEXT_RULES: tuple[ModuleType, ...] = (
    unsafe_link,
    raw_html,
    html_comment,
    unbalanced_html,
    remote_image,
    image_alt,
    empty_link,
    vague_link,
    heading_level,
    repeated_anchor,
    table_header,
)
MODULE_RULES: tuple[ModuleType, ...] = (
    unknown_theme,
    misplaced_module,
    unknown_role,
    minutes_sum,
    missing_break,
    missing_variant,
    unmet_outcome,
    unknown_outcome,
    unknown_competence,
    dilemma_not_placed,
    unknown_dilemma,
    long_situation,
    repeated_id,
    unused_source,
    undated_reference,
    law_without_date,
    licence_forbids_reuse,
    review_order,
    licence_differs,
    change_version,
    group_size,
    missing_equipment,
    run_sheet_gap,
    missing_parallel,
    level_verbs,
    vague_outcome,
    mostly_listening,
    plenary_unprepared,
    hybrid_one_room,
    dilemma_too_long,
    answer_key,
    unknown_term,
    term_not_in_text,
)
CURRICULUM_RULES: tuple[ModuleType, ...] = (
    duplicate_module_id,
    unknown_prerequisite,
    prerequisite_level,
    prerequisite_cycle,
    dead_link,
    reserved_id,
    repeated_theme,
    unpublishable_file,
    repeated_term,
    language_balance,
    unknown_module,
    misplaced_session,
    session_format,
    session_overrun,
    session_break,
    samling_agenda,
    empty_part,
    part_order,
    end_before_start,
    past_midnight,
    repeated_entry,
    unknown_target,
    event_order,
    event_session,
    unknown_step,
    repeated_step,
    path_order,
    misplaced_path,
    unknown_criterion,
)
SETTING_RULES: tuple[ModuleType, ...] = (
    stale_law,
    stale_resource,
    future_date,
    review_overdue,
    version_not_raised,
    change_unexplained,
    unused_term,
)
EDITION_RULES: tuple[ModuleType, ...] = (theme_without_module,)

DRAFT = Profile(
    tuple(rule.check for rule in FILE_RULES),
    tuple(rule.check for rule in WORDING_RULES),
    tuple(rule.check for rule in TEXT_RULES),
    tuple((rule.NEEDS, rule.check) for rule in MODULE_RULES),
    tuple(rule.check for rule in CURRICULUM_RULES),
    tuple(rule.check for rule in SETTING_RULES),
)
EDITION = replace(DRAFT, of_curriculum=(*DRAFT.of_curriculum, *(rule.check for rule in EDITION_RULES)), of_setting=())


_BEGINNING = (*frontmatter.RULES, *yaml_tree.RULES, *shapes.RULES)
GROUPS: tuple[tuple[Text, tuple[Rule, ...]], ...] = (
    (msg("The file and its front matter"), _BEGINNING),
    (msg("Blocks, files and sources"), tuple(rule for rule in reading.RULES if rule not in _BEGINNING)),
    (msg("The text"), tuple(rule.RULE for rule in (*TEXT_RULES, *FILE_RULES, *WORDING_RULES))),
    (msg("The module"), tuple(rule.RULE for rule in MODULE_RULES)),
    (msg("The curriculum as a whole"), tuple(rule.RULE for rule in CURRICULUM_RULES)),
    (
        msg("Dates and editions"),
        (*(rule.RULE for rule in (*SETTING_RULES, *EDITION_RULES)), *editions.RULES),
    ),
    (msg("A library's own additions"), institutions.RULES),
)
"""Every rule under the heading where a person would look for it."""

RULES: tuple[Rule, ...] = tuple(rule for _, rules in GROUPS for rule in rules)


def run(profile: Profile, curriculum: Curriculum, setting: Setting, guard: Guard = unguarded) -> Iterator[Problem]:
    """All that a profile's rules find. A rule is not asked about fields of a module that could not be read.

    `guard` watches the rules of each file; one that takes too long gets a problem for that.
    """
    files: tuple[Written, ...] = (*curriculum.modules, *curriculum.pages, *curriculum.data_files)
    for file in files:
        yield from _in_time(_of_file(profile, file, curriculum), Location(file.path), guard)
    for of_all in profile.of_curriculum:
        yield from of_all(curriculum)
    for of_setting in profile.of_setting:
        yield from of_setting(curriculum, setting)


def _of_file(profile: Profile, file: Written, curriculum: Curriculum) -> Iterator[Problem]:
    """What the rules find in one file."""
    for of_file in profile.of_files:
        yield from of_file(file, curriculum)
    words = tuple(passages(file))
    for of_wording in profile.of_wording:
        yield from of_wording(file, words, curriculum)
    if isinstance(file, Module | Page):
        for of_text in profile.of_texts:
            yield from of_text(file, curriculum)
    if isinstance(file, Module):
        for needs, check in profile.of_modules:
            if not needs & file.broken:
                yield from check(file, curriculum)


def _in_time(problems: Iterable[Problem], where: Location, guard: Guard) -> list[Problem]:
    """The problems that are found until the time is up, and then that it was."""
    found: list[Problem] = []
    try:
        with guard():
            found.extend(problems)
    except TookTooLong:
        found.append(limits.TOO_SLOW.at(where, seconds=limits.SECONDS))
    return found
