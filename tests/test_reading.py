"""From files to a curriculum: all problems of all files in one run, and no rule run on what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taikun_build import checks
from taikun_build.editions import content_digest
from taikun_build.limits import TookTooLong
from taikun_build.model import (
    Activity,
    Box,
    Curriculum,
    DilemmaPlace,
    FacilitatorNote,
    FormatVariant,
    ModuleSlot,
    Prose,
    Setting,
)
from taikun_build.problems import Problem, Severity, in_reading_order
from taikun_build.prose import MarkdownReader, Tree
from taikun_build.reading import read_curriculum
from taikun_build.sources import Kind, MemorySources
from taikun_build.vocabulary import Language

MODULE = "curriculum/modules/etikk/tvil.md"
SETTINGS = "curriculum/curriculum.yml"


def problems_of(files: Mapping[str, bytes | Kind]) -> tuple[Problem, ...]:
    curriculum, problems = read_curriculum(MemorySources(files))
    found = checks.run(checks.DRAFT, curriculum, Setting()) if curriculum else ()
    return in_reading_order([*problems, *found])


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.where.line, problem.where.column) for problem in problems]


def edited(files: Mapping[str, bytes], *edits: tuple[str, str]) -> dict[str, bytes | Kind]:
    text = files[MODULE].decode()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return {**files, MODULE: text.encode()}


def test_a_module_is_read_with_its_parts_in_order(curriculum: Curriculum) -> None:
    module = next(module for module in curriculum.modules if module.meta.id == "tvil")
    assert [type(part) for part in module.body] == [Prose, Activity, Activity, Activity, Activity, Box]
    assert [type(part) for part in module.activities[1].parts] == [
        Prose,
        DilemmaPlace,
        Box,
        Box,
        FormatVariant,
        FormatVariant,
        FormatVariant,
        FacilitatorNote,
    ]
    assert module.activities[1].options.minutes == 35
    assert module.at("dilemmas", 0, "title").line == 49


def test_modules_come_in_the_order_of_themes_and_levels(curriculum: Curriculum) -> None:
    assert [module.meta.id for module in curriculum.modules] == ["tvil", "uferdig", "finne"]


def test_roles_have_names_in_both_norwegians_and_modules_name_them(curriculum: Curriculum) -> None:
    named = {module.meta.id: module.meta.roles for module in curriculum.modules}
    assert named == {"tvil": (), "uferdig": (), "finne": ("ledelse", "veiledning")}
    titles = [(role.id, role.title.of(Language.NB), role.title.of(Language.NN)) for role in curriculum.settings.roles]
    assert titles == [
        ("veiledning", "Skranke og veiledning", "Skranke og rettleiing"),
        ("ledelse", "Ledelse", "Leiing"),
    ]


def test_a_role_that_is_called_the_same_in_both_is_written_once(content: Mapping[str, bytes]) -> None:
    settings = content[SETTINGS].replace(b"title: {nb: Ledelse, nn: Leiing}", b"title: Drift")
    curriculum, problems = read_curriculum(MemorySources({**content, SETTINGS: settings}))
    assert curriculum is not None
    assert problems == ()
    title = curriculum.settings.roles[1].title
    assert [title.shown_in(language) for language in Language] == ["Drift"] * 4


def test_a_module_names_a_role_once(content: Mapping[str, bytes]) -> None:
    path = "curriculum/modules/sok/finne.md"
    twice = content[path].replace(b"roles: [ledelse, veiledning]", b"roles: [ledelse, ledelse]")
    assert places(problems_of({**content, path: twice})) == [("repeated-value", 13, 18)]


def test_five_faults_in_one_module_are_found_in_one_run(content: Mapping[str, bytes]) -> None:
    faulty = edited(
        content,
        ("changes: []\n---\n", "changes: []\n"),
        ("level: basic", "level: ekspert"),
        ("duration: 60", "duration: 90"),
        ("../sok/finne.md#slik-virker-det", "../sok/finnes-ikke.md"),
        ("- HEMMELIG PUNKT om å notere spørsmålene på tavla så alle ser dem.\n\n///\n\n", "\n"),
    )
    assert places(problems_of(faulty)) == [
        ("front-matter-unclosed", 1, 1),
        ("unknown-value", 8, 8),
        ("minutes-sum", 10, 11),
        ("dead-link", 79, 69),
        ("block-unclosed", 116, 1),
    ]


def test_a_rule_is_silent_about_what_could_not_be_read(content: Mapping[str, bytes]) -> None:
    assert places(problems_of(edited(content, ("duration: 60", "duration: seksti")))) == [("not-a-number", 10, 11)]
    assert places(problems_of(edited(content, ("theme: etikk", "theme: 'Etikk & tvil'")))) == [("bad-id", 7, 8)]
    assert places(problems_of(edited(content, ("    method: igp\n", "    method: kaffe\n")))) == [
        ("unknown-value", 130, 13)
    ]
    assert places(problems_of(edited(content, ("    sensitivity: low\n", "    sensitivity: veldig\n")))) == [
        ("unknown-value", 65, 18)
    ]


def test_an_unreadable_file_neither_hides_the_others_nor_blames_them(content: Mapping[str, bytes]) -> None:
    files = edited(content, ("duration: 60", "duration: 61"))
    files["curriculum/modules/sok/finne.md"] = b"\xff"
    found = [(problem.where.path.rpartition("/")[2], problem.code) for problem in problems_of(files)]
    assert found == [("tvil.md", "minutes-sum"), ("finne.md", "not-utf8")]


def test_an_unreadable_module_is_no_unknown_prerequisite(content: Mapping[str, bytes]) -> None:
    assert places(problems_of({**content, MODULE: b"\xff"})) == [("not-utf8", 1, 1)]


def test_an_unreadable_bibliography_is_one_finding(content: Mapping[str, bytes]) -> None:
    files: dict[str, bytes | Kind] = {**content, "curriculum/references.json": b"[{,}]"}
    assert places(problems_of(files)) == [("references-syntax", 1, 3)]


@pytest.mark.parametrize(
    "reference",
    [
        '{"id": 7, "type": "book", "title": "X"}',
        '{"id": "x", "type": "book", "title": "X", "issued": "2020"}',
        '{"id": "x", "type": "book", "title": "X", "author": "Berg"}',
        '{"id": "x", "type": "book", "title": "X", "issued": {"date-parts": [["i fjor"]]}}',
        "7" * 5000,
    ],
)
def test_a_reference_of_the_wrong_kind_is_a_finding(content: Mapping[str, bytes], reference: str) -> None:
    bibliography = content["curriculum/references.json"].decode().rstrip().removesuffix("]") + "," + reference + "]"
    files: dict[str, bytes | Kind] = {**content, "curriculum/references.json": bibliography.encode()}
    codes = {problem.code for problem in problems_of(files)}
    assert codes in ({"reference-incomplete"}, {"references-syntax"})


def test_a_file_name_that_is_no_text_can_be_digested() -> None:
    assert content_digest(MemorySources({"curriculum/\udce6.md": b"x"})).startswith("sha256:")


def test_one_unreadable_key_is_one_finding(content: Mapping[str, bytes]) -> None:
    assert [
        code
        for code, _, _ in places(
            problems_of(edited(content, ("sources:\n  - berg2020\n", "sources:\n  - Berg 2020\n")))
        )
    ] == ["bad-id"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("> /// html | script\n> alert(1)\n> ///", "block-indented"),
        ('- hei\n\n\t/// html | div[onclick="alert(1)"]\n\thei\n\t///', "block-indented"),
        ("``` a b c\n\n/// html | script\n\nalert(1)\n\n///\n\n```\n```", "unknown-block"),
        ("> /// facilitator\n> Hemmelig.\n> ///", "block-indented"),
        ("[Berg][b]\n\n[b]: javascript:alert(1)", "unsafe-link"),
        ("[brukt et annet sted]: javascript:alert(1)", "unsafe-link"),
        ("<!-- begynner her\n\n/// reflection\n\nog slutter her -->\n\n///", "html-comment"),
        ('<p title="\n\n/// reflection\n\n" onclick="alert(1)">\n\n///', "raw-html"),
        ("![](../../../.env)", "dead-link"),
        ("[x](../../../editions/first.yml)", "dead-link"),
    ],
)
def test_what_would_run_or_leak_on_the_page_is_an_error(content: Mapping[str, bytes], text: str, code: str) -> None:
    problems = problems_of(edited(content, ("## Før du begynner\n", f"## Før du begynner\n\n{text}\n")))
    assert code in {problem.code for problem in problems if problem.severity is Severity.ERROR}


def test_blocks_have_no_place_on_pages(content: Mapping[str, bytes]) -> None:
    page = "curriculum/pages/om.md"
    files = {**content, page: content[page] + b"\n/// facilitator\n\nx\n\n///\n"}
    assert places(problems_of(files)) == [("misplaced-block", 13, 1)]


def test_links_and_special_files_are_never_opened(content: Mapping[str, bytes]) -> None:
    files: dict[str, bytes | Kind] = {
        **content,
        "curriculum/modules/sok/lenke.md": Kind.LINK,
        "curriculum/fifo": Kind.SPECIAL,
    }
    assert [(problem.where.path, problem.code) for problem in problems_of(files)] == [
        ("curriculum/fifo", "not-a-file"),
        ("curriculum/modules/sok/lenke.md", "not-a-file"),
    ]


def test_without_settings_there_is_no_curriculum_but_the_rest_is_read(content: Mapping[str, bytes]) -> None:
    files = {**edited(content, ("level: basic", "level: x"))}
    del files["curriculum/curriculum.yml"]
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is None
    assert [problem.code for problem in in_reading_order(problems)] == ["settings-missing", "unknown-value"]


def test_the_digest_of_a_module_covers_its_files(content: Mapping[str, bytes], curriculum: Curriculum) -> None:
    asset = "curriculum/modules/sok/finne/skjema.svg"
    other, _ = read_curriculum(MemorySources({**content, asset: content[asset] + b"\n"}))
    assert other is not None
    before = {module.meta.id: module.digest for module in curriculum.modules}
    after = {module.meta.id: module.digest for module in other.modules}
    assert {name for name in before if before[name] != after[name]} == {"finne"}


def test_a_file_that_takes_too_long_is_given_up_where_it_was_and_the_rest_is_read(
    content: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = MarkdownReader.read

    def slow(self: MarkdownReader, text: str, definitions: Mapping[str, str]) -> Tree:
        if text.startswith("Gå langt fra skjermen."):
            raise TookTooLong
        return read(self, text, definitions)

    monkeypatch.setattr(MarkdownReader, "read", slow)
    files = edited(content, ("level: basic", "level: x"), ("Gå fra skjermen.", "Gå langt fra skjermen."))
    other = "curriculum/modules/sok/finne.md"
    files[other] = content[other].replace(b"level: intermediate", b"level: y")
    assert [(p.where.path, p.code, p.where.line) for p in problems_of(files)] == [
        (MODULE, "unknown-value", 8),
        (MODULE, "too-slow", 193),
        (other, "unknown-value", 8),
    ]


def test_rules_that_take_too_long_are_given_up_for_that_text_alone(curriculum: Curriculum) -> None:
    watched = []

    @contextmanager
    def guard() -> Iterator[None]:
        watched.append(True)
        yield
        if len(watched) == 1:
            raise TookTooLong

    found = list(checks.run(checks.DRAFT, curriculum, Setting(), guard))
    assert [(problem.code, problem.where.path) for problem in found] == [("too-slow", curriculum.modules[0].path)]
    assert len(watched) == len(curriculum.modules) + len(curriculum.pages) + len(curriculum.data_files)


def test_what_is_too_much_is_not_parsed_and_the_other_stretches_are(content: Mapping[str, bytes]) -> None:
    files = edited(
        content, ("Gå fra skjermen.", "[x](borte.md) " + "*" * 301), ("Si én ting.", "Si én ting. [y](vekk.md)")
    )
    assert places(problems_of(files)) == [("too-complex", 193, 314), ("dead-link", 206, 17)]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_cut_or_scramble_of_a_module_gives_problems_or_a_module(
    content: Mapping[str, bytes], data: st.DataObject
) -> None:
    text = content[MODULE]
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 80))
    middle = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"---\n", b"////\n", b"```\n", b": ", b"- ", b"  ", b"\xc3"])
    )
    curriculum, problems = read_curriculum(
        MemorySources({**content, MODULE: text[:start] + middle + text[start + length :]})
    )
    assert curriculum is not None
    list(checks.run(checks.EDITION, curriculum, Setting()))
    assert all(problem.where.line >= 1 for problem in problems)


SESSION = "curriculum/sessions/fagdag.yml"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("  - module: finne", "  - modul: finne", [("unknown-key", 19, 5)]),
        ("  - module: finne", "  - module: finne\n    minutes: 30", [("unknown-key", 20, 5)]),
        ("  - module: finne", "  - finne", [("wrong-shape", 19, 5)]),
        ("  - module: finne", "  - part: Del 2\n    minutes: 30", [("missing-key", 19, 5), ("unknown-key", 20, 5)]),
        ("  - module: finne", '  - part: Del 2\n    start: "9"', [("bad-pattern", 20, 12)]),
        ("  - module: finne", '  - del: Del 2\n    start: "09:00"', [("unknown-key", 19, 5)]),
        ("  - module: finne", "  - module: finne\n    part: Del 2", [("unknown-key", 20, 5)]),
        ("after: 45", "etter: 45", [("unknown-key", 8, 10)]),
        ("after: 45", "after: 0", [("not-a-number", 8, 17)]),
        ("breaks: {after: 45, minutes: 10}", "lunch: {earliest: 11, minutes: 10}", [("bad-pattern", 8, 19)]),
        ("    minutes: 15", "    minutter: 15", [("unknown-key", 17, 5)]),
        ("kind: break", "kind: brek", [("unknown-value", 18, 11)]),
        ('"09:00"', "9", [("bad-pattern", 7, 8)]),
        ('"09:00"', "12:30", [("event-session", 8, 12), ("event-session", 9, 10)]),
        ("https:", "http:", [("bad-pattern", 9, 7)]),
    ],
)
def test_a_session_s_programme_holds_modules_and_slots_of_its_own(
    content: Mapping[str, bytes], old: str, new: str, found: list[tuple[str, int, int]]
) -> None:
    text = content[SESSION].decode()
    assert old in text
    assert places(problems_of({**content, SESSION: text.replace(old, new).encode()})) == found


def test_a_session_knows_its_modules_and_its_clock(curriculum: Curriculum) -> None:
    session, _ = curriculum.sessions
    assert session.meta.start == "09:00"
    modules = [slot.module for slot in session.meta.programme if isinstance(slot, ModuleSlot)]
    assert modules == ["tvil", "finne"]
    assert session.at("programme", 1, "module").line == 15


def test_an_unreadable_module_is_unknown_to_no_session_and_no_learning_path(content: Mapping[str, bytes]) -> None:
    codes = {problem.code for problem in problems_of({**content, MODULE: b"\xff"})}
    assert not codes & {"unknown-module", "unknown-step"}


def test_a_learning_path_knows_its_modules_and_why_they_come_there(curriculum: Curriculum) -> None:
    (path,) = curriculum.learning_paths
    assert [step.module for step in path.meta.steps] == ["tvil", "finne"]
    assert path.meta.steps[1].why == "Nå bruker du tvilen når du søker."
    assert path.at("steps", 1, "module").line == 9


LEARNING_PATH = "curriculum/paths/begynn.yml"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("  - module: finne\n    why: Nå bruker du tvilen når du søker.\n", "", [("too-few", 6, 1)]),
        ("    why: Nå bruker du tvilen når du søker.\n", "", [("missing-key", 9, 5)]),
        ("  - module: finne", "  - modul: finne", [("unknown-key", 9, 5)]),
        ("audience: [Ansatte i skranken]", "audience: []", [("too-few", 5, 1)]),
    ],
)
def test_a_learning_path_has_two_steps_or_more_and_a_reason_for_each(
    content: Mapping[str, bytes], old: str, new: str, found: list[tuple[str, int, int]]
) -> None:
    text = content[LEARNING_PATH].decode()
    assert old in text
    assert places(problems_of({**content, LEARNING_PATH: text.replace(old, new).encode()})) == found


def test_a_learning_path_that_is_no_mapping_is_a_finding_and_the_rest_is_read(content: Mapping[str, bytes]) -> None:
    curriculum, problems = read_curriculum(MemorySources({**content, LEARNING_PATH: b"- tvil\n"}))
    assert curriculum is not None
    assert curriculum.learning_paths == ()
    assert [problem.where.path for problem in problems] == [LEARNING_PATH]
