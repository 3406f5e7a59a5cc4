"""What a new module, dilemma, session or learning path looks like: right from the start, and nothing else touched."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taikun_build import checks
from taikun_build.adapters.disk import load_catalogue
from taikun_build.catalogue import Catalogue
from taikun_build.frontmatter import read_document
from taikun_build.model import Curriculum, Setting
from taikun_build.problems import Problem, Text
from taikun_build.reading import read_curriculum
from taikun_build.skeletons import (
    LONGEST,
    SHORTEST,
    NewDilemma,
    NewModule,
    NewPath,
    NewSession,
    inline,
    new_module,
    new_path,
    new_session,
    stretches,
    with_dilemma,
)
from taikun_build.sources import MemorySources, Source
from taikun_build.timing import longest_stretch, total_minutes
from taikun_build.vocabulary import Format, Language, Level, SessionKind

TODAY = date(2026, 11, 25)
TVIL = "curriculum/modules/etikk/tvil.md"
ALL = tuple(Format)


def checked(files: Mapping[str, bytes]) -> tuple[Curriculum, list[Problem]]:
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    return curriculum, [*problems, *checks.run(checks.DRAFT, curriculum, Setting(TODAY))]


def module_of(duration: int, formats: tuple[Format, ...] = ALL, language: Language = Language.NB) -> NewModule:
    return NewModule("ny", "etikk", "Ny modul", Level.BASIC, formats, duration, language, TODAY)


@pytest.mark.parametrize("language", [Language.NB, Language.NN])
@pytest.mark.parametrize("formats", [ALL, (Format.PHYSICAL,), (Format.DIGITAL, Format.HYBRID)])
@pytest.mark.parametrize("duration", [SHORTEST, 45, 46, 60, 90, 91, 180, LONGEST])
def test_a_new_module_keeps_every_rule_and_lasts_as_long_as_asked(
    content: Mapping[str, bytes], duration: int, formats: tuple[Format, ...], language: Language
) -> None:
    text = new_module(module_of(duration, formats, language), load_catalogue)
    curriculum, problems = checked({**content, "curriculum/modules/etikk/ny.md": text.encode()})
    assert problems == []
    module = next(module for module in curriculum.modules if module.meta.id == "ny")
    assert (module.meta.status, module.meta.reviewed, module.meta.language) == ("draft", TODAY, language)
    assert total_minutes(module) == duration
    assert longest_stretch(module).minutes <= (90 if formats == (Format.PHYSICAL,) else 45)


@pytest.mark.parametrize("language", [Language.NB, Language.NN])
def test_every_gap_that_is_left_is_found_when_the_module_is_no_draft(
    content: Mapping[str, bytes], language: Language
) -> None:
    path = "curriculum/modules/etikk/ny.md"
    files = {**content, path: new_module(module_of(90, ALL, language), load_catalogue).encode()}
    text = inserted(files, path, load_catalogue(language))
    assert isinstance(text, str)
    _, problems = checked({**files, path: text.replace("status: draft", "status: pilot").encode()})
    (problem,) = problems
    assert (problem.code, problem.where.line) == ("unfinished-text", 4)
    assert problem.message.values["words"] in ("Skriv her hva", "Skriv her kva")
    assert problem.hint.values["number"] == text.count("Skriv her")


def test_a_new_module_speaks_its_own_language() -> None:
    said = {
        language: new_module(module_of(60, ALL, language), load_catalogue) for language in (Language.NB, Language.NN)
    }
    assert "  - Skriv her hvem økta er for\n" in said[Language.NB]
    assert "  - Skriv her kven økta er for\n" in said[Language.NN]
    assert "hvem" not in said[Language.NN]


@given(st.integers(SHORTEST, LONGEST), st.sampled_from([45, 90]))
def test_breaks_leave_no_stretch_too_long_and_no_minute_over(duration: int, limit: int) -> None:
    lengths = stretches(duration, limit)
    assert sum(lengths) + 10 * (len(lengths) - 1) == duration
    assert all(11 <= length <= limit for length in lengths)


@pytest.mark.parametrize(
    "title", ["Kort", "Kolon: og # mer", "- strek", "«Sitat»", 'Med "anførsel"', "[x]", "null", "å' {b}", "1984", "ja?"]
)
def test_a_title_of_any_kind_comes_back_as_it_was(content: Mapping[str, bytes], title: str) -> None:
    new = NewModule("ny", "etikk", title, Level.BASIC, ALL, 60, Language.NB, TODAY)
    curriculum, problems = checked(
        {**content, "curriculum/modules/etikk/ny.md": new_module(new, load_catalogue).encode()}
    )
    assert problems == []
    assert title in {module.meta.title for module in curriculum.modules}


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20))
def test_a_text_as_a_value_is_one_line(text: str) -> None:
    assert "\n" not in inline(text)


def inserted(files: Mapping[str, bytes], path: str, nb: Catalogue) -> str | Text:
    curriculum, _ = checked(files)
    module = next(module for module in curriculum.modules if module.path == path)
    document, problems = read_document(Source(path, files[path]))
    assert document is not None
    assert problems == []
    return with_dilemma(files[path].decode(), document, module, NewDilemma("nytt", "Et nytt dilemma"), nb)


def changes(before: bytes, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    lines = list(difflib.ndiff(before.decode().split("\n"), after.split("\n")))
    return [line[2:] for line in lines if line.startswith("- ")], [line[2:] for line in lines if line.startswith("+ ")]


def test_a_dilemma_comes_last_in_the_list_and_in_the_last_discussion(
    content: Mapping[str, bytes], nb: Catalogue
) -> None:
    text = inserted(content, TVIL, nb)
    assert isinstance(text, str)
    curriculum, problems = checked({**content, TVIL: text.encode()})
    assert [problem.code for problem in problems] == ["unfinished-text"]
    module = next(module for module in curriculum.modules if module.path == TVIL)
    assert [dilemma.id for dilemma in module.meta.dilemmas] == ["svaret", "nytt"]
    assert "/// dilemma | svaret\n\n///\n\n/// dilemma | nytt\n\n///\n\n/// reflection" in text
    gone, come = changes(content[TVIL], text)
    assert gone == []
    assert len(come) == 22


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sources:\n  - berg2020", "\n# Kildene er sjekket.\nsources:\n  - berg2020"),
        ("    source: berg2020\n", "    source: 'berg2020' # Berg er enig\n    # flere kommer\n"),
        ("dilemmas:\n", "dilemmas: # to til skal skrives\n"),
        ("Les situasjonen alene.", "```text\n/// format | physical\n////\n```\n\nLes situasjonen alene."),
        ("/// dilemma | svaret\n\n///\n\n", "/// dilemma | svaret\n///\n"),
    ],
)
@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"])
def test_whatever_the_file_looks_like_nothing_else_is_touched(
    content: Mapping[str, bytes], nb: Catalogue, old: str, new: str, end_of_line: str
) -> None:
    text = content[TVIL].decode()
    assert text.count(old) == 1
    before = text.replace(old, new).replace("\n", end_of_line).encode()
    after = inserted({**content, TVIL: before}, TVIL, nb)
    assert isinstance(after, str)
    assert [problem.code for problem in checked({**content, TVIL: after.encode()})[1]] == ["unfinished-text"]
    gone, _ = changes(before, after)
    assert gone == []
    assert after.count("\n") == after.count(end_of_line)


def test_the_first_dilemma_takes_the_place_of_the_empty_list(content: Mapping[str, bytes], nb: Catalogue) -> None:
    path = "curriculum/modules/etikk/ny.md"
    files = {**content, path: new_module(module_of(60), load_catalogue).encode()}
    text = inserted(files, path, nb)
    assert isinstance(text, str)
    assert checked({**files, path: text.encode()})[1] == []
    gone, _ = changes(files[path], text)
    assert gone == ["dilemmas: []"]
    assert "steg for steg.\n\n/// dilemma | nytt\n\n///\n\n/// format | physical" in text


def test_what_the_author_wrote_beside_the_empty_list_stays(content: Mapping[str, bytes], nb: Catalogue) -> None:
    path = "curriculum/modules/etikk/ny.md"
    module = new_module(module_of(60), load_catalogue).replace("dilemmas: []", "dilemmas: [ ]  # ingen ennå")
    text = inserted({**content, path: module.encode()}, path, nb)
    assert isinstance(text, str)
    assert "\ndilemmas:   # ingen ennå\n  - id: nytt\n" in text


def test_a_list_in_brackets_is_left_to_the_author(content: Mapping[str, bytes], nb: Catalogue) -> None:
    path = "curriculum/modules/etikk/ny.md"
    one = (
        "{id: en, title: En, situation: S, values: [a, b], perspectives: [{role: a, view: b}, {role: c, view: d}],"
        " questions: [a, b, c], facilitator_hint: h, minutes: 5, sensitivity: low}"
    )
    module = new_module(module_of(60), load_catalogue).replace("dilemmas: []", f"dilemmas: [{one}]")
    refused = inserted({**content, path: module.encode()}, path, nb)
    assert isinstance(refused, Text)
    assert nb.say(refused) == f"Skriv først om «dilemmas» i {path} til en liste med en bindestrek foran hvert dilemma."


def test_without_a_discussion_there_is_no_place_for_a_dilemma(content: Mapping[str, bytes], nb: Catalogue) -> None:
    text = content[TVIL].replace(b"method: igp", b"method: individual")
    refused = inserted({**content, TVIL: text}, TVIL, nb)
    assert isinstance(refused, Text)
    assert "Ingen aktivitet" in nb.say(refused)


def day(curriculum: Curriculum, start: str, *ids: str, kind: SessionKind = SessionKind.COURSE) -> str:
    modules = {module.meta.id: module for module in curriculum.modules}
    chosen = tuple(modules[name] for name in ids)
    new = NewSession("dag", "En dag: tvil", chosen, start, kind, Format.DIGITAL, Language.NB)
    return new_session(new, load_catalogue(Language.NB))


def test_a_new_session_has_breaks_between_and_lunch_when_it_is_time(
    content: Mapping[str, bytes], curriculum: Curriculum
) -> None:
    text = day(curriculum, "09:30", "tvil", "finne", "uferdig", "tvil")
    filled = text.replace("Skriv her", "Her står")
    assert checked({**content, "curriculum/sessions/dag.yml": filled.encode()})[1] == []
    assert kinds_in(text) == [
        "kind: welcome",
        "module: tvil",
        "module: finne",
        "module: uferdig",
        "module: tvil",
        "kind: closing",
    ]
    assert '\nbreaks: {after: 45, minutes: 15}\nlunch: {earliest: "11:30", minutes: 45}\n' in text


def kinds_in(text: str) -> list[str]:
    """What the programme of a session consists of."""
    lines = text.partition("programme:\n")[2].split("\n")
    return [line.strip().removeprefix("- ") for line in lines if "kind:" in line or "module:" in line]


@pytest.mark.parametrize(("start", "has_lunch"), [("09:45", True), ("09:35", False), ("11:29", True), ("11:30", False)])
def test_a_day_that_is_over_before_lunch_or_begins_after_it_has_none(
    curriculum: Curriculum, start: str, *, has_lunch: bool
) -> None:
    assert ("lunch" in day(curriculum, start, "tvil", "finne")) is has_lunch


def test_a_new_gathering_has_open_time_first(content: Mapping[str, bytes], curriculum: Curriculum) -> None:
    text = day(curriculum, "09:30", "tvil", kind=SessionKind.SAMLING)
    assert kinds_in(text) == ["kind: welcome", "kind: round", "kind: work", "module: tvil", "kind: closing"]
    filled = text.replace("Skriv her", "Her står")
    assert checked({**content, "curriculum/sessions/dag.yml": filled.encode()})[1] == []


@pytest.mark.parametrize("language", [Language.NB, Language.NN])
def test_a_new_learning_path_keeps_every_rule_once_its_gaps_are_filled(
    content: Mapping[str, bytes], language: Language
) -> None:
    path = "curriculum/paths/vei.yml"
    text = new_path(NewPath("vei", "Vei: tvil # søk", ("tvil", "finne"), language), load_catalogue(language))
    (problem,) = checked({**content, path: text.encode()})[1]
    assert (problem.code, problem.where.path, problem.where.line) == ("unfinished-text", path, 3)
    assert problem.hint.values["number"] == text.count("Skriv her") == 4
    curriculum, problems = checked({**content, path: text.replace("Skriv her", "Her står").encode()})
    assert problems == []
    made = next(found.meta for found in curriculum.learning_paths if found.path == path)
    assert (made.title, made.language) == ("Vei: tvil # søk", language)
    assert [step.module for step in made.steps] == ["tvil", "finne"]
