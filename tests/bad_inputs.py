"""What people, editors and word processors do to the example curriculum, and exactly what each must get.

The rows follow the project's table of bad inputs (F: front matter, M: Markdown, N: names and bytes, X: manifests, G:
what git leaves behind); the even numbers are the siblings of the odd ones. A finding is written «path:line:column
severity code», the path left out where it is that of the module `tvil`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from taikun_build.sources import Kind

Files = Mapping[str, bytes | Kind]
Edit = Callable[[Files], Files]

MODULE = "curriculum/modules/etikk/tvil.md"


@dataclass(frozen=True, slots=True)
class Bad:
    """A row: its number in the table, what is wrong, the edit that makes it so, and all that is found."""

    row: str
    what: str
    edit: Edit
    found: tuple[str, ...]


def edit_bytes(old: bytes, new: bytes, path: str = MODULE) -> Edit:
    """The first place where `old` stands, replaced by `new`."""

    def apply(files: Files) -> Files:
        before = files[path]
        assert isinstance(before, bytes)
        assert old in before, old
        return {**files, path: before.replace(old, new, 1)}

    return apply


def edit(old: str, new: str, path: str = MODULE) -> Edit:
    """The first place where `old` stands, replaced by `new`."""
    return edit_bytes(old.encode(), new.encode(), path)


def title(new: str) -> Edit:
    """The line with the title (line 3 of the module), replaced by `new`."""
    return edit("title: Å stå i tvil", new)


def last(new: str) -> Edit:
    """The text of the last activity (line 206 of the module), replaced by `new`."""
    return edit("Si én ting.", new)


def whole(change: Callable[[str], bytes], path: str = MODULE) -> Edit:
    """The whole file, changed."""

    def apply(files: Files) -> Files:
        before = files[path]
        assert isinstance(before, bytes)
        return {**files, path: change(before.decode())}

    return apply


def add(path: str, content: bytes | Kind) -> Edit:
    """A file more."""
    return lambda files: {**files, path: content}


BAD: tuple[Bad, ...] = (
    # Front matter: YAML that cannot be read
    Bad("F01", "an unquoted colon", title("title: Tvil: å stå i den"), ("3:12 error yaml-syntax",)),
    Bad("F01", "a colon at the end", title("title: Tvil:"), ("3:12 error yaml-syntax",)),
    Bad(
        "F01",
        "a colon in a nested text",
        edit("      - Hva svarer du?", "      - Spørsmål: Hva svarer du: ja eller nei?"),
        ("59:32 error yaml-syntax",),
    ),
    Bad(
        "F01",
        "a colon in the options of an activity",
        edit("    purpose: Alle tar noe med seg.", "    purpose: Mål: alle tar noe med seg."),
        ("201:17 error yaml-syntax",),
    ),
    Bad("F02", "no space after the colon", title("title:Å stå i tvil"), ("3:6 error yaml-syntax",)),
    Bad("F02", "a line without a colon", title("title Å stå i tvil"), ("3:1 error yaml-syntax",)),
    Bad(
        "F02",
        "a line that belongs to nothing",
        title("title: Å stå i tvil\nog andre vansker"),
        ("4:1 error yaml-syntax",),
    ),
    Bad("F02", "a quotation mark that is never closed", title('title: "Å stå i tvil'), ("3:8 error yaml-syntax",)),
    Bad("F02", "text behind the quotation mark", title('title: "Tvil" i skranken'), ("3:15 error yaml-syntax",)),
    Bad("F02", "an apostrophe that closes the text", title("title: 'Det er 'tvil''"), ("3:17 error yaml-syntax",)),
    Bad("F02", "a bracket that is never closed", title("title: [Å stå i tvil"), ("3:8 error yaml-syntax",)),
    Bad(
        "F02",
        "a list that is never closed",
        edit("format: [physical, digital, hybrid]", "format: [physical, digital, hybrid"),
        ("9:9 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "two commas in a row",
        edit("format: [physical, digital, hybrid]", "format: [physical,, digital, hybrid]"),
        ("9:19 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "a mapping that is never closed",
        edit("group_size: {min: 4, max: 20}", "group_size: {min: 4, max: 20"),
        ("14:13 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "text behind the bracket",
        edit("format: [physical, digital, hybrid]", "format: [physical, digital, hybrid] fritt"),
        ("9:37 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "a list on the key's own line",
        edit("audience:\n  - Ansatte i skranken", "audience: - Ansatte i skranken"),
        ("12:11 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "no space after the hyphen",
        edit("audience:\n  - Ansatte i skranken", "audience:\n  -Ansatte i skranken\n  - Andre"),
        ("13:3 error wrong-shape",),
    ),
    Bad("F02", "a Windows path in quotation marks", title('title: "H:\\Felles\\tvil"'), ("3:11 error yaml-syntax",)),
    Bad(
        "F02",
        "text on the line of >-",
        edit("  overview: >-\n    HEMMELIG", "  overview: >- HEMMELIG\n    HEMMELIG"),
        ("28:16 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "a folded text without indentation",
        edit("  overview: >-\n    HEMMELIG OVERSIKT", "  overview: >-\nHEMMELIG OVERSIKT"),
        ("29:1 error yaml-syntax",),
    ),
    Bad("F02", "a key one space too far in", title(" title: Å stå i tvil"), ("3:2 error yaml-syntax",)),
    Bad(
        "F02",
        "a nested key one space too far in",
        edit("      - role: Brukeren\n        view:", "      - role: Brukeren\n         view:"),
        ("55:10 error yaml-syntax",),
    ),
    Bad("F02", "a nested key too far out", edit("    during:\n", "   during:\n"), ("35:4 error yaml-syntax",)),
    Bad("F02", "a tab before a key", title("\ttitle: Å stå i tvil"), ("3:1 error yaml-syntax",)),
    Bad(
        "F02",
        "tabs all through a mapping",
        edit(
            "  equipment:\n    physical: [Tavle, Kort]\n    digital: [Felles dokument]\n    hybrid: [Rommikrofon]",
            "  equipment:\n\t\tphysical: [Tavle, Kort]\n\t\tdigital: [Felles dokument]\n\t\thybrid: [Rommikrofon]",
        ),
        ("40:1 error yaml-syntax",),
    ),
    Bad(
        "F02",
        "two slips in one file",
        edit("title: Å stå i tvil\nsummary: Deltakerne", "title: Tvil: å stå i den\nsummary: @Deltakerne"),
        ("3:12 error yaml-syntax", "4:10 error yaml-syntax"),
    ),
    # Front matter: where it begins and ends
    Bad(
        "F03",
        "the last fence is missing",
        edit("changes: []\n---\n", "changes: []\n"),
        ("1:1 error front-matter-unclosed",),
    ),
    Bad(
        "F03",
        "four hyphens at the end",
        edit("changes: []\n---\n", "changes: []\n----\n"),
        ("1:1 error front-matter-unclosed",),
    ),
    Bad(
        "F03",
        "a dash from a word processor at the end",
        edit("changes: []\n---\n", "changes: []\n—\n"),
        ("1:1 error front-matter-unclosed",),
    ),
    Bad(
        "F03",
        "no last fence, and a line of hyphens in the body",
        edit("changes: []\n---\n\nTvil er", "changes: []\n\nTvil er"),
        ("1:1 error front-matter-unclosed",),
    ),
    Bad("F05", "a blank line first", edit("---\nid: tvil", "\n---\nid: tvil"), ("1:1 error front-matter-missing",)),
    Bad("F05", "a space first", edit("---\nid: tvil", " ---\nid: tvil"), ("1:1 error front-matter-missing",)),
    Bad(
        "F05", "a heading first", edit("---\nid: tvil", "# Tvil\n\n---\nid: tvil"), ("1:1 error front-matter-missing",)
    ),
    Bad("F05", "two hyphens", edit("---\nid: tvil", "--\nid: tvil"), ("1:1 error front-matter-missing",)),
    Bad("F06", "nothing but text", whole(lambda _: b"Bare tekst.\n"), ("1:1 error front-matter-missing",)),
    Bad("F06", "an empty file", whole(lambda _: b""), ("1:1 error front-matter-missing",)),
    Bad("F06", "an empty front matter", whole(lambda _: b"---\n---\nTekst.\n"), ("2:1 error front-matter-not-keys",)),
    Bad(
        "F06",
        "a list as front matter",
        whole(lambda _: b"---\n- id: tvil\n---\nTekst.\n"),
        ("2:1 error front-matter-not-keys",),
    ),
    Bad("F07", "TOML", whole(lambda _: b"+++\nid = 'tvil'\n+++\n"), ("1:1 error front-matter-missing",)),
    Bad(
        "F09",
        "a byte order mark",
        edit_bytes(b"---\nid: tvil", b"\xef\xbb\xbf---\nid: tvil"),
        ("1:1 warning byte-order-mark",),
    ),
    Bad("F09", "a byte order mark in the middle", last("Si\ufeff én ting."), ("206:3 error control-character",)),
    Bad("F11", "a lone carriage return", last("Si én ting.\rHeld."), ("206:12 error line-ends",)),
    Bad(
        "F11",
        "the line ends of an old Macintosh",
        whole(lambda text: text.replace("\n", "\r").encode()),
        ("1:4 error line-ends",),
    ),
    Bad("F11", "the line ends of Windows", whole(lambda text: text.replace("\n", "\r\n").encode()), ()),
    Bad("F13", "a key twice", edit("level: basic", "level: basic\nlevel: advanced"), ("9:1 error duplicate-key",)),
    Bad(
        "F13",
        "a nested key twice",
        edit("        view: Har liten tid", "        view: Har det travelt\n        view: Har liten tid"),
        ("56:9 error duplicate-key",),
    ),
    Bad(
        "F13",
        "a key three times",
        edit("level: basic", "level: basic\nlevel: advanced\nlevel: basic"),
        ("9:1 error duplicate-key", "10:1 error duplicate-key"),
    ),
    Bad(
        "F13",
        "an option twice",
        edit("    minutes: 35", "    minutes: 35\n    minutes: 30"),
        ("130:5 error duplicate-key",),
    ),
    # Front matter: keys and values
    Bad("F15", "a level: a capital letter", edit("level: basic", "level: Basic"), ("8:8 error unknown-value",)),
    Bad(
        "F15",
        "a level: a space behind it and a capital letter",
        edit("level: basic", "level: Expert "),
        ("8:8 error unknown-value",),
    ),
    Bad("F15", "a level: a word in Norwegian", edit("level: basic", "level: ekspert"), ("8:8 error unknown-value",)),
    Bad(
        "F15",
        "a level: the beginner's word in Norwegian",
        edit("level: basic", "level: grunnleggende"),
        ("8:8 error unknown-value",),
    ),
    Bad("F15", "a level: a number", edit("level: basic", "level: 1"), ("8:8 error unknown-value",)),
    Bad("F15", "a level: two at once", edit("level: basic", "level: basic, advanced"), ("8:8 error unknown-value",)),
    Bad("F15", "a level: a list", edit("level: basic", "level: [basic]"), ("8:1 error wrong-shape",)),
    Bad("F15", "a space in quotation marks", edit("level: basic", 'level: "basic "'), ()),
    Bad("F15", "a status in Norwegian", edit("status: pilot", "status: utkast"), ("6:9 error unknown-value",)),
    Bad(
        "F15",
        "a format in Norwegian",
        edit("format: [physical, digital, hybrid]", "format: [fysisk, digital, hybrid]"),
        ("9:10 error unknown-value",),
    ),
    Bad(
        "F15",
        "a format that is no list",
        edit("format: [physical, digital, hybrid]", "format: physical"),
        ("9:9 error wrong-shape",),
    ),
    Bad(
        "F15",
        "formats without commas",
        edit("format: [physical, digital, hybrid]", "format: [physical digital hybrid]"),
        ("9:10 error unknown-value",),
    ),
    Bad(
        "F15",
        "a format twice",
        edit("format: [physical, digital, hybrid]", "format: [physical, digital, hybrid, digital]"),
        ("9:37 error repeated-value",),
    ),
    Bad("F15", "a method in Norwegian", edit("    method: igp", "    method: gruppe"), ("130:13 error unknown-value",)),
    Bad(
        "F15",
        "a kind of outcome in Norwegian",
        edit("    kind: knowledge", "    kind: kunnskap"),
        ("20:11 error unknown-value",),
    ),
    Bad("F17", "the language «no»", edit("language: nb", "language: no"), ("11:11 error unknown-value",)),
    Bad("F17", "the language «norsk»", edit("language: nb", "language: norsk"), ("11:11 error unknown-value",)),
    Bad("F17", "the language «nb-NO»", edit("language: nb", "language: nb-NO"), ("11:11 error unknown-value",)),
    Bad("F17", "the language «false»", edit("language: nb", "language: false"), ("11:11 error unknown-value",)),
    Bad("F19", "the duration 060", edit("duration: 60", "duration: 060"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration 1_000", edit("duration: 60", "duration: 1_000"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration 0x3C", edit("duration: 60", "duration: 0x3C"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration 1:00", edit("duration: 60", "duration: 1:00"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration 60.0", edit("duration: 60", "duration: 60.0"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration 6e1", edit("duration: 60", "duration: 6e1"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration seksti", edit("duration: 60", "duration: seksti"), ("10:11 error not-a-number",)),
    Bad(
        "F19", "the duration 60 minutter", edit("duration: 60", "duration: 60 minutter"), ("10:11 error not-a-number",)
    ),
    Bad("F19", "the duration 0", edit("duration: 60", "duration: 0"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration -60", edit("duration: 60", "duration: -60"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration +60", edit("duration: 60", "duration: +60"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration ٦٠", edit("duration: 60", "duration: ٦٠"), ("10:11 error not-a-number",)),
    Bad("F19", "the duration [60]", edit("duration: 60", "duration: [60]"), ("10:1 error wrong-shape",)),
    Bad("F19", "the duration yes", edit("duration: 60", "duration: yes"), ("10:11 error not-a-number",)),
    Bad(
        "F19",
        "a size of group that is no number",
        edit("group_size: {min: 4, max: 20}", "group_size: {min: fire, max: 20}"),
        ("14:19 error not-a-number",),
    ),
    Bad("F19", "minutes with a unit", edit("    minutes: 35", "    minutes: 35 min"), ("129:14 error not-a-number",)),
    Bad(
        "F21",
        "the day 2026-11-22T10:00:00+25:00",
        edit("reviewed: 2026-11-23", "reviewed: 2026-11-22T10:00:00+25:00"),
        ("71:11 error not-a-date",),
    ),
    Bad("F21", "the day 2026-02-30", edit("reviewed: 2026-11-23", "reviewed: 2026-02-30"), ("71:11 error not-a-date",)),
    Bad("F21", "the day 2026-13-01", edit("reviewed: 2026-11-23", "reviewed: 2026-13-01"), ("71:11 error not-a-date",)),
    Bad("F21", "the day 23.11.2026", edit("reviewed: 2026-11-23", "reviewed: 23.11.2026"), ("71:11 error not-a-date",)),
    Bad("F21", "the day 2026-1-5", edit("reviewed: 2026-11-23", "reviewed: 2026-1-5"), ("71:11 error not-a-date",)),
    Bad("F21", "the day 2026-11", edit("reviewed: 2026-11-23", "reviewed: 2026-11"), ("71:11 error not-a-date",)),
    Bad("F21", "the day 0000-01-01", edit("reviewed: 2026-11-23", "reviewed: 0000-01-01"), ("71:11 error not-a-date",)),
    Bad("F21", "the day i høst", edit("reviewed: 2026-11-23", "reviewed: i høst"), ("71:11 error not-a-date",)),
    Bad("F21", "the day 20261123", edit("reviewed: 2026-11-23", "reviewed: 20261123"), ("71:11 error not-a-date",)),
    Bad(
        "F21",
        "the day of a law",
        edit("    valid_as_of: 2026-11-22", "    valid_as_of: 22. november"),
        ("70:18 error not-a-date",),
    ),
    Bad(
        "F23",
        "an integer of 5,000 digits",
        edit("duration: 60", "duration: " + "9" * 5_000),
        ("10:11 error not-a-number",),
    ),
    Bad("F25", "a number sign", title("title: Å stå i tvil #2"), ("3:20 error comment-cuts-value",)),
    Bad("F25", "nothing but a comment", title("title: #2"), ("3:7 error comment-cuts-value",)),
    Bad(
        "F25",
        "a number sign in a list item",
        edit("  - Ansatte i skranken", "  - Ansatte i skranken # og andre"),
        ("13:23 error comment-cuts-value",),
    ),
    Bad(
        "F25",
        "a number sign in the options of an activity",
        edit("    minutes: 35", "    minutes: 35 # omtrent"),
        ("129:16 error comment-cuts-value",),
    ),
    Bad("F26", "a required key that is missing", edit("duration: 60\n", ""), ("1:1 error missing-key",)),
    Bad(
        "F26",
        "a nested key that is missing",
        edit("        view: Har liten tid og stoler på biblioteket.\n", ""),
        ("54:9 error missing-key",),
    ),
    Bad("F26", "a key without a value", edit("duration: 60", "duration:"), ("10:1 error empty-value",)),
    Bad("F26", "a key with a null", edit("duration: 60", "duration: ~"), ("10:1 error empty-value",)),
    Bad(
        "F26",
        "a list without items",
        edit("audience:\n  - Ansatte i skranken", "audience: []"),
        ("12:1 error too-few",),
    ),
    Bad(
        "F26",
        "a text where keys are needed",
        edit("group_size: {min: 4, max: 20}", "group_size: 4–20"),
        ("14:13 error wrong-shape",),
    ),
    Bad("F26", "a list where a text is needed", title("title: [Å, stå]"), ("3:1 error wrong-shape",)),
    Bad("F26", "two paragraphs in a title", title("title: |\n  Å stå\n  i tvil"), ("3:8 error wrong-shape",)),
    Bad("F26", "a title that is too long", title("title: " + "Å" * 121), ("3:8 error too-long",)),
    Bad("F26", "a version of two numbers", edit("version: 1.0.0", "version: 1.0"), ("5:10 error bad-pattern",)),
    # Front matter: what YAML offers and TAIKun refuses
    Bad("F27", "a Python object", title("title: !!python/object/apply:os.system [ls]"), ("3:8 error yaml-feature",)),
    Bad("F27", "a tag", title("title: !viktig Å stå i tvil"), ("3:8 error yaml-feature",)),
    Bad("F29", "a self reference", title("title: &a [*a]"), ("3:8 error yaml-feature",)),
    Bad(
        "F29",
        "an anchor and its alias",
        edit("    during:\n      - HEMMELIG UNDERVEIS", "    during: &alt\n      - HEMMELIG UNDERVEIS"),
        ("35:13 error yaml-feature",),
    ),
    Bad("F29", "an alias", title("title: *tvil"), ("3:8 error yaml-feature",)),
    Bad("F29", "emphasis that looks like an alias", title("title: *Å stå* i tvil"), ("3:8 error yaml-syntax",)),
    Bad("F29", "a merge key", title("title: Å stå i tvil\n<<: {status: draft}"), ("4:1 error yaml-feature",)),
    Bad("F31", "60,000 brackets", title("title: " + "[" * 60_000), ("3:19 error yaml-too-large",)),
    Bad("F31", "13 levels", title("title: " + "[" * 13 + "]" * 13), ("3:19 error yaml-too-large",)),
    Bad(
        "F33",
        "100,000 keys",
        title("".join(f"nøkkel{number}: x\n" for number in range(100_000))),
        ("1:1 error file-too-large",),
    ),
    Bad(
        "F33",
        "a text of 70 kB",
        edit("HEMMELIG RESERVEPLAN", "HEMMELIG RESERVEPLAN " * 3_500),
        ("2:1 error yaml-too-large",),
    ),
    Bad("F33", "7,000 values", edit("[Tavle, Kort]", "[" + "a, " * 7_000 + "]"), ("40:17773 error yaml-too-large",)),
    Bad(
        "F35",
        "a line of hyphens among the keys",
        edit("duration: 60\nlanguage", "duration: 60\n---\nlanguage"),
        ("11:1 error front-matter-split",),
    ),
    Bad(
        "F35",
        "two front matters after each other",
        edit("duration: 60\nlanguage", "duration: 60\n---\n---\nlanguage"),
        ("11:1 error front-matter-split",),
    ),
    Bad(
        "F35",
        "the end of a YAML document",
        edit("duration: 60\nlanguage", "duration: 60\n...\nlanguage"),
        ("11:1 error yaml-syntax",),
    ),
    Bad("F37", "NUL", title("title: Å stå\x00 i tvil"), ("3:13 error control-character",)),
    Bad("F37", "U+0001", title("title: Å stå\x01 i tvil"), ("3:13 error control-character",)),
    Bad("F37", "DEL", title("title: Å stå\x7f i tvil"), ("3:13 error control-character",)),
    Bad("F37", "NEL", title("title: Å stå\x85 i tvil"), ("3:13 error control-character",)),
    Bad("F37", "a right-to-left override", title("title: Å stå\u202e i tvil"), ("3:13 error control-character",)),
    Bad("F37", "a space of no width", title("title: Å stå\u200b i tvil"), ("3:13 error control-character",)),
    Bad("F37", "a non-character", title("title: Å stå\ufffe i tvil"), ("3:13 error control-character",)),
    Bad("F37", "an escape sequence", title("title: Å stå\x1b[31m i tvil"), ("3:13 error control-character",)),
    Bad("F37", "a value that begins with @", title("title: @tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with `", title("title: `tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with %", title("title: %tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with ,", title("title: ,tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with }", title("title: }tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with ]", title("title: ]tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with ?", title("title: ? tvil"), ("3:8 error yaml-syntax",)),
    Bad("F37", "a value that begins with |", title("title: |tvil|"), ("3:9 error yaml-syntax",)),
    Bad("F37", "a value that begins with -", title("title: - tvil"), ("3:8 error yaml-syntax",)),
    Bad("F39", "a lone surrogate", title('title: "\\ud800"'), ("3:9 error yaml-syntax",)),
    Bad("F39", "a control character by its code", title('title: "\\u202e"'), ("3:8 error control-character",)),
    # Front matter: names
    Bad("F41", "the id å-tvile", edit("id: tvil\n", "id: å-tvile\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id stå i tvil", edit("id: tvil\n", "id: stå i tvil\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id etikk/tvil", edit("id: tvil\n", "id: etikk/tvil\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id ../tvil", edit("id: tvil\n", "id: ../tvil\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id CON", edit("id: tvil\n", "id: CON\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id con", edit("id: tvil\n", "id: con\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id Tvil", edit("id: tvil\n", "id: Tvil\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id tvil_1", edit("id: tvil\n", "id: tvil_1\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id -tvil", edit("id: tvil\n", "id: -tvil\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id tvil--1", edit("id: tvil\n", "id: tvil--1\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id a…×65", edit("id: tvil\n", f"id: {'a' * 65}\n"), ("2:5 error bad-id",)),
    Bad("F41", "the id [tvil]", edit("id: tvil\n", "id: [tvil]\n"), ("2:1 error wrong-shape",)),
    Bad("F41", "the id of an activity", edit("    id: utsjekk", "    id: Ut sjekk"), ("198:9 error bad-id",)),
    Bad("F41", "the id of an outcome", edit("  - id: svare", "  - id: å svare"), ("22:9 error bad-id",)),
    Bad(
        "F41", "the key of a source", edit("sources:\n  - berg2020", "sources:\n  - Berg 2020"), ("68:5 error bad-id",)
    ),
    Bad(
        "F45",
        "a private field in a public container",
        edit("changes: []\n---", "changes: []\npublic: {facilitator_notes: hemmelig}\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F45",
        "the same in block form",
        edit("changes: []\n---", "changes: []\npublic:\n  facilitator_notes:\n    overview: hemmelig\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F45",
        "facilitator notes that are misnamed",
        edit("facilitator_notes:\n", "notes:\n"),
        ("27:1 error unknown-key",),
    ),
    Bad(
        "F45",
        "a facilitator's field in a dilemma",
        edit("    facilitator_hint: >-", "    hint: >-"),
        ("62:5 error unknown-key",),
    ),
    Bad("F46", "a key with a capital letter", title("Title: Å stå i tvil"), ("3:1 error unknown-key",)),
    Bad("F46", "a key in Norwegian", title("tittel: Å stå i tvil"), ("3:1 error unknown-key",)),
    Bad("F46", "a key in nynorsk", edit("prerequisites: []", "forkunnskapar: []"), ("15:1 error unknown-key",)),
    Bad(
        "F46",
        "a nested key in Norwegian",
        edit("        view: Har liten tid", "        syn: Har liten tid"),
        ("55:9 error unknown-key",),
    ),
    Bad("F46", "an option in Norwegian", edit("    minutes: 35", "    minutter: 35"), ("129:5 error unknown-key",)),
    Bad("F46", "a key with a space", edit("group_size: {min", "group size: {min"), ("14:1 error unknown-key",)),
    Bad("F46", "American spelling", edit("licence: CC-BY-4.0", "license: CC-BY-4.0"), ("76:1 error unknown-key",)),
    Bad(
        "F47",
        "a key of the site tool: template: ../../x",
        edit("changes: []\n---", "changes: []\ntemplate: ../../x\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F47",
        "a key of the site tool: template: 404.html",
        edit("changes: []\n---", "changes: []\ntemplate: 404.html\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F47",
        "a key of the site tool: draft: true",
        edit("changes: []\n---", "changes: []\ndraft: true\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F47",
        "a key of the site tool: hide: [navigation]",
        edit("changes: []\n---", "changes: []\nhide: [navigation]\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F47",
        "a key of the site tool: search: {exclude: true}",
        edit("changes: []\n---", "changes: []\nsearch: {exclude: true}\n---"),
        ("78:1 error unknown-key",),
    ),
    Bad(
        "F47",
        "a key of the site tool: tags: [ki]",
        edit("changes: []\n---", "changes: []\ntags: [ki]\n---"),
        ("78:1 error unknown-key",),
    ),
    # The body
    Bad("M01", "a comment", last("Si én ting. <!-- til kursleder: kort -->"), ("206:13 error html-comment",)),
    Bad(
        "M25",
        "a placeholder of Python-Markdown",
        last("Si \x02wzxhzdk:0\x03 én ting."),
        ("206:4 error control-character",),
    ),
    Bad("M25", "NUL", last("Si\x00 én ting."), ("206:3 error control-character",)),
    Bad(
        "M25",
        "on two lines",
        last("Si\x0b én ting.\nOg\x0c en til."),
        ("206:3 error control-character", "207:3 error control-character"),
    ),
    Bad("M25", "two on one line", last("Si\x0b én\x0b ting."), ("206:3 error control-character",)),
    Bad("M27", "the limit of a file", last("Si én ting. " * 60_000), ("1:1 error file-too-large",)),
    Bad(
        "M30",
        "a block that is never closed",
        last("Si én ting.\n\n/// reflection\n\nHva nå?"),
        ("208:1 error block-unclosed",),
    ),
    Bad("M30", "an end too many", last("Si én ting.\n\n///"), ("208:1 error block-stray-end",)),
    Bad("M30", "the end of an activity too many", last("Si én ting.\n\n////"), ("234:1 error block-stray-end",)),
    Bad(
        "M30",
        "a capital letter",
        last("Si én ting.\n\n/// Reflection\n\nHva nå?\n\n///"),
        ("208:1 error block-header",),
    ),
    Bad(
        "M30",
        "a name in Norwegian",
        last("Si én ting.\n\n/// refleksjon\n\nHva nå?\n\n///"),
        ("208:1 error unknown-block",),
    ),
    Bad(
        "M30",
        "a note to the facilitator in Norwegian",
        last("Si én ting.\n\n/// fasilitator\n\nHemmelig.\n\n///"),
        ("208:1 error unknown-block",),
    ),
    Bad(
        "M30",
        "a block of the site tool",
        last("Si én ting.\n\n/// html | script\n\nalert(1)\n\n///"),
        ("208:1 error unknown-block",),
    ),
    Bad(
        "M30",
        "a block in a list",
        last("- Si én ting.\n\n    /// reflection\n\n    Hva nå?\n\n    ///"),
        ("208:1 error block-indented", "212:1 error block-indented"),
    ),
    Bad("M30", "a block in a quotation", last("> /// reflection"), ("206:1 error block-indented",)),
    Bad("M30", "options that are none", last("/// reflection\n    Hva nå?\n\n///"), ("207:5 error block-options",)),
    Bad("M30", "a format in Norwegian", last("/// format | fysisk\n\nStå.\n\n///"), ("206:14 error unknown-value",)),
    Bad("M30", "a format without a name", last("/// format\n\nStå.\n\n///"), ("206:1 error block-title",)),
    Bad("M30", "a dilemma without an id", last("/// dilemma\n\n///"), ("206:1 error block-title",)),
    Bad(
        "M30",
        "a dilemma by its title",
        last("/// dilemma | Svaret i skranken\n\n///"),
        ("206:15 error unknown-dilemma",),
    ),
    Bad("M30", "a dilemma twice", last("/// dilemma | svaret\n\n///"), ("206:15 error dilemma-not-placed",)),
    Bad("M30", "code that is never closed", last("```text\nkode"), ("206:1 error code-unclosed",)),
    Bad("M30", "code that is closed with another fence", last("~~~\nkode\n```"), ("206:1 error code-unclosed",)),
    Bad(
        "M30",
        "a note inside a frame",
        last("/// reflection\n\n/// facilitator\n\nHemmelig.\n\n///\n\n///"),
        ("206:1 error block-unclosed", "214:1 error block-stray-end"),
    ),
    Bad(
        "M31",
        "an activity in Norwegian",
        edit("//// activity | Utsjekk", "//// aktivitet | Utsjekk"),
        ("197:1 error unknown-block",),
    ),
    Bad(
        "M31",
        "an activity with a colon",
        edit("//// activity | Utsjekk", "//// activity: Utsjekk"),
        ("197:1 error block-header",),
    ),
    Bad(
        "M31",
        "an activity with a capital letter",
        edit("//// activity | Utsjekk", "//// Activity | Utsjekk"),
        ("197:1 error block-header",),
    ),
    Bad(
        "M31",
        "an activity with three slashes",
        edit("//// activity | Utsjekk", "/// activity | Utsjekk"),
        ("197:1 error block-unclosed",),
    ),
    Bad(
        "M31",
        "an activity with five slashes",
        edit("//// activity | Utsjekk", "///// activity | Utsjekk"),
        ("197:1 error block-unclosed",),
    ),
    Bad(
        "M31",
        "an activity without slashes",
        edit("//// activity | Utsjekk", "activity | Utsjekk"),
        ("232:1 error block-stray-end",),
    ),
    Bad(
        "M31",
        "an activity without a title",
        edit("//// activity | Utsjekk", "//// activity"),
        ("197:1 error block-title",),
    ),
    Bad(
        "M31",
        "an activity that is never closed",
        edit("Gå fra skjermen.\n\n////", "Gå fra skjermen."),
        ("186:1 error block-unclosed",),
    ),
    Bad(
        "M32",
        "options indented by two spaces",
        edit(
            "    id: utsjekk\n    minutes: 10\n    method: check-out",
            "  id: utsjekk\n  minutes: 10\n  method: check-out",
        ),
        ("198:1 error block-options-indent",),
    ),
    Bad(
        "M32",
        "options indented by a tab",
        edit(
            "    id: utsjekk\n    minutes: 10\n    method: check-out",
            "\tid: utsjekk\n\tminutes: 10\n\tmethod: check-out",
        ),
        ("198:1 error block-options-indent",),
    ),
    Bad(
        "M32", "one option in the margin", edit("    minutes: 35", "minutes: 35"), ("129:1 error block-options-indent",)
    ),
    Bad(
        "M32",
        "a blank line before the options",
        edit("//// activity | Utsjekk\n", "//// activity | Utsjekk\n\n"),
        ("197:1 error block-options-missing",),
    ),
    Bad("M32", "an option that is missing", edit("    minutes: 35\n", ""), ("127:1 error missing-key",)),
    Bad(
        "M32",
        "a list that is never closed",
        edit("    outcomes: [kjenne-igjen, svare]", "    outcomes: [kjenne-igjen, svare"),
        ("132:15 error yaml-syntax",),
    ),
    # Bytes and names
    Bad(
        "N01",
        "Latin-1",
        edit_bytes(b"title: \xc3\x85 st\xc3\xa5 i tvil", b"title: \xc5 st\xe5 i tvil"),
        ("3:8 error not-utf8",),
    ),
    Bad("N01", "Latin-1 in the body", edit_bytes(b"Si \xc3\xa9n ting.", b"Si \xe9n ting."), ("206:4 error not-utf8",)),
    Bad("N03", "overlong UTF-8", edit_bytes(b"Si \xc3\xa9n ting.", b"Si \xc0\xaf ting."), ("206:4 error not-utf8",)),
    Bad("N03", "CESU UTF-8", edit_bytes(b"Si \xc3\xa9n ting.", b"Si \xed\xa0\x80 ting."), ("206:4 error not-utf8",)),
    Bad("N03", "truncated UTF-8", edit_bytes(b"Si \xc3\xa9n ting.", b"Si \xe2\x82 ting."), ("206:4 error not-utf8",)),
    Bad("N03", "UTF-16", whole(lambda text: text.encode("utf-16")), ("1:1 error not-utf8",)),
    Bad(
        "G05",
        "a merge conflict",
        last("<<<<<<< HEAD\nSi én ting.\n=======\nSi to ting.\n>>>>>>> kari"),
        ("206:1 error conflict-marker",),
    ),
    Bad(
        "G05",
        "a merge conflict in the front matter",
        title("<<<<<<< HEAD\ntitle: A\n||||||| base\ntitle: B\n=======\ntitle: C\n>>>>>>> kari"),
        ("3:1 error conflict-marker",),
    ),
    Bad(
        "G05",
        "two merge conflicts",
        last("<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> kari\n<<<<<<< HEAD\nC\n=======\nD\n>>>>>>> kari"),
        ("206:1 error conflict-marker", "211:1 error conflict-marker"),
    ),
    Bad("G05", "the end of a merge conflict", last("Si én ting.\n>>>>>>> kari"), ("207:1 error conflict-marker",)),
    # Settings, pages, bibliography and manifests
    Bad(
        "X07",
        "a manifest that is cut off",
        edit("tag: edition/first", 'tag: "edition/first', "editions/first.yml"),
        ("editions/first.yml:6:6 error yaml-syntax",),
    ),
    Bad(
        "X07",
        "something more behind a manifest",
        edit('planned_for: "2026"', 'planned_for: "2026"\nog litt til', "editions/first.yml"),
        ("editions/first.yml:8:1 error yaml-syntax",),
    ),
    Bad(
        "X07",
        "a second document in a manifest",
        edit('planned_for: "2026"', 'planned_for: "2026"\n---\nid: andre', "editions/first.yml"),
        ("editions/first.yml:8:1 error yaml-feature",),
    ),
    Bad(
        "X07",
        "a key twice in a manifest",
        edit("number: 1", "number: 1\nnumber: 2", "editions/first.yml"),
        ("editions/first.yml:4:1 error duplicate-key",),
    ),
    Bad(
        "X07",
        "a byte order mark in a manifest",
        edit_bytes(b"id: first", b"\xef\xbb\xbfid: first", "editions/first.yml"),
        ("editions/first.yml:1:1 warning byte-order-mark",),
    ),
    Bad(
        "X07",
        "a number that is none in a manifest",
        edit("number: 1", "number: .nan", "editions/first.yml"),
        ("editions/first.yml:3:9 error not-a-number",),
    ),
    Bad(
        "X07",
        "a manifest in Latin-1",
        edit_bytes("Første".encode(), "Første".encode("latin-1"), "editions/first.yml"),
        ("editions/first.yml:2:9 error not-utf8",),
    ),
    Bad(
        "X07",
        "an empty manifest",
        whole(lambda _: b"", "editions/first.yml"),
        ("editions/first.yml:1:1 error front-matter-not-keys",),
    ),
    Bad(
        "X07",
        "a list as manifest",
        whole(lambda _: b"- first\n", "editions/first.yml"),
        ("editions/first.yml:1:1 error front-matter-not-keys",),
    ),
    Bad(
        "X07",
        "a key in Norwegian in a manifest",
        edit("title: Første", "tittel: Første", "editions/first.yml"),
        ("editions/first.yml:2:1 error unknown-key",),
    ),
    Bad(
        "X07",
        "a status in Norwegian in a manifest",
        edit("status: planned", "status: planlagt", "editions/first.yml"),
        ("editions/first.yml:5:9 error unknown-value",),
    ),
    Bad(
        "X03",
        "two editions of one number",
        edit("number: 2", "number: 1", "editions/revised.yml"),
        ("editions/revised.yml:3:9 error edition-clash",),
    ),
    Bad(
        "X03",
        "two editions at one address",
        edit("path: utgave-2", "path: utgave-1", "editions/revised.yml"),
        ("editions/revised.yml:4:7 error edition-clash",),
    ),
    Bad(
        "X03",
        "two editions with one tag",
        edit("tag: edition/revised", "tag: edition/first", "editions/revised.yml"),
        ("editions/revised.yml:6:6 error edition-clash",),
    ),
    Bad(
        "X03",
        "an edition that is frozen in its status alone",
        edit("status: planned", "status: candidate", "editions/first.yml"),
        ("editions/first.yml:5:9 error edition-not-frozen",),
    ),
    Bad(
        "X05",
        "an absolute address",
        edit("path: utgave-1", "path: /utgave-1", "editions/first.yml"),
        ("editions/first.yml:4:7 error bad-id",),
    ),
    Bad(
        "X05",
        "an address that climbs",
        edit("path: utgave-1", "path: ../utgave-1", "editions/first.yml"),
        ("editions/first.yml:4:7 error bad-id",),
    ),
    Bad(
        "X05",
        "an address with a backslash",
        edit("path: utgave-1", "path: utgave\\1", "editions/first.yml"),
        ("editions/first.yml:4:7 error bad-id",),
    ),
    Bad(
        "X05",
        "an address that the site needs",
        edit("path: utgave-1", "path: draft", "editions/first.yml"),
        ("editions/first.yml:4:7 error edition-path",),
    ),
    Bad(
        "X05",
        "a tag outside its namespace",
        edit("tag: edition/first", "tag: v1.0", "editions/first.yml"),
        ("editions/first.yml:6:6 error bad-pattern",),
    ),
    Bad(
        "X06",
        "a bibliography that is cut off",
        whole(lambda text: text[: text.rindex("]")].encode(), "curriculum/references.json"),
        ("curriculum/references.json:17:1 error references-syntax",),
    ),
    Bad(
        "X06",
        "something more behind the bibliography",
        whole(lambda text: (text + "slutt").encode(), "curriculum/references.json"),
        ("curriculum/references.json:18:1 error references-syntax",),
    ),
    Bad(
        "X06",
        "a field twice in a reference",
        edit('    "type": "book",', '    "type": "book",\n    "type": "article",', "curriculum/references.json"),
        ("curriculum/references.json:5:5 error references-syntax",),
    ),
    Bad(
        "X06",
        "NaN in a reference",
        edit("[[2020]]", "[[NaN]]", "curriculum/references.json"),
        ("curriculum/references.json:7:32 error references-syntax",),
    ),
    Bad(
        "X06",
        "a comma that is missing",
        edit('    "type": "book",', '    "type": "book"', "curriculum/references.json"),
        ("curriculum/references.json:5:5 error references-syntax",),
    ),
    Bad(
        "X06",
        "a comma too many",
        edit('"Eksempelforlaget"\n', '"Eksempelforlaget",\n', "curriculum/references.json"),
        ("curriculum/references.json:9:3 error references-syntax",),
    ),
    Bad(
        "X06",
        "a byte order mark in the bibliography",
        edit_bytes(b"[\n", b"\xef\xbb\xbf[\n", "curriculum/references.json"),
        ("curriculum/references.json:1:1 warning byte-order-mark",),
    ),
    Bad(
        "X06",
        "a reference without a title",
        edit('    "title": "Å lete",\n', "", "curriculum/references.json"),
        ("curriculum/references.json:3:11 error reference-incomplete",),
    ),
    Bad(
        "X06",
        "an id twice in the bibliography",
        edit(
            "  }\n]", '  },\n  {"id": "berg2020", "type": "book", "title": "Å finne"}\n]', "curriculum/references.json"
        ),
        ("curriculum/references.json:17:10 error reference-incomplete",),
    ),
    Bad(
        "X06",
        "no list",
        whole(lambda _: b"{}", "curriculum/references.json"),
        ("curriculum/references.json:1:1 error references-syntax",),
    ),
    Bad(
        "X08",
        "settings with an unquoted colon",
        edit("title: Eksempel", "title: Eksempel: en prøve", "curriculum/curriculum.yml"),
        ("curriculum/curriculum.yml:2:16 error yaml-syntax",),
    ),
    Bad(
        "X08",
        "settings with a key in Norwegian",
        edit("owner: Eks", "eier: Eks", "curriculum/curriculum.yml"),
        ("curriculum/curriculum.yml:6:1 error unknown-key",),
    ),
    Bad(
        "X08",
        "a theme without a title",
        edit("    title: Etikk\n", "", "curriculum/curriculum.yml"),
        ("curriculum/curriculum.yml:10:5 error missing-key",),
    ),
    Bad(
        "X08",
        "settings of another schema",
        edit("schema: 1", "schema: to", "curriculum/curriculum.yml"),
        ("curriculum/curriculum.yml:1:9 error not-a-number",),
    ),
    Bad(
        "X08",
        "a framework with a tab",
        edit("  - id: eks-2", "\t- id: eks-2", "curriculum/frameworks/eks.yml"),
        ("curriculum/frameworks/eks.yml:9:1 error yaml-syntax",),
    ),
    Bad(
        "X08",
        "a page with an unquoted colon",
        edit("title: Om eksemplet", "title: Om: eksemplet", "curriculum/pages/om.md"),
        ("curriculum/pages/om.md:2:10 error yaml-syntax",),
    ),
    Bad(
        "X08",
        "a page without a last fence",
        edit("language: nb\n---", "language: nb", "curriculum/pages/om.md"),
        ("curriculum/pages/om.md:1:1 error front-matter-unclosed",),
    ),
    Bad(
        "X08",
        "a page with a block",
        edit("Ingen.", "/// facilitator\n\nHemmelig.\n\n///", "curriculum/pages/om.md"),
        ("curriculum/pages/om.md:11:1 error misplaced-block",),
    ),
    Bad(
        "X08",
        "a page with a key of a module",
        edit("language: nb", "language: nb\nlevel: basic", "curriculum/pages/om.md"),
        ("curriculum/pages/om.md:5:1 error unknown-key",),
    ),
    # Files and names
    Bad(
        "N07",
        "a page that would be the site's first",
        add("curriculum/pages/index.md", b"---\ntitle: A\nsummary: B\nlanguage: nb\n---\nTekst.\n"),
        ("curriculum/pages/index.md:1:1 error page-name",),
    ),
    Bad(
        "N09",
        "a page with a capital letter",
        add("curriculum/pages/Kontakt.md", b"---\ntitle: A\nsummary: B\nlanguage: nb\n---\nTekst.\n"),
        ("curriculum/pages/Kontakt.md:1:1 error page-name",),
    ),
    Bad(
        "N09",
        "a page with a space",
        add("curriculum/pages/om oss.md", b"---\ntitle: A\nsummary: B\nlanguage: nb\n---\nTekst.\n"),
        ("curriculum/pages/om oss.md:1:1 error file-name",),
    ),
    Bad(
        "N13",
        "a link to a module",
        add("curriculum/modules/etikk/lenke.md", Kind.LINK),
        ("curriculum/modules/etikk/lenke.md:1:1 error not-a-file",),
    ),
    Bad(
        "N13",
        "a device",
        add("curriculum/modules/etikk/ny.md", Kind.SPECIAL),
        ("curriculum/modules/etikk/ny.md:1:1 error not-a-file",),
    ),
    Bad(
        "N15",
        "a drawing that runs a script",
        edit("<title>", "<script>alert(1)</script><title>", "curriculum/modules/sok/finne/skjema.svg"),
        ("curriculum/modules/sok/finne/skjema.svg:1:1 error active-image",),
    ),
    Bad(
        "N17",
        "a page called 404",
        add("curriculum/pages/404.md", b"---\ntitle: A\nsummary: B\nlanguage: nb\n---\nTekst.\n"),
        ("curriculum/pages/404.md:1:1 error page-name",),
    ),
    Bad(
        "N17",
        "a page called search",
        add("curriculum/pages/search.md", b"---\ntitle: A\nsummary: B\nlanguage: nb\n---\nTekst.\n"),
        ("curriculum/pages/search.md:1:1 error page-name",),
    ),
    Bad(
        "N17",
        "a file for the web server",
        add("curriculum/CNAME", b"example.org\n"),
        ("curriculum/CNAME:1:1 warning stray-file",),
    ),
    Bad(
        "N17",
        "a list for robots",
        add("curriculum/robots.txt", b"x\n"),
        ("curriculum/robots.txt:1:1 warning stray-file",),
    ),
    Bad(
        "N17",
        "a page that Windows cannot have",
        add("curriculum/pages/con.md", b"---\ntitle: A\nsummary: B\nlanguage: nb\n---\nTekst.\n"),
        ("curriculum/pages/con.md:1:1 error file-name",),
    ),
    Bad(
        "G07",
        "a pointer of Git LFS in the place of a drawing",
        whole(
            lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "curriculum/modules/sok/finne/skjema.svg",
        ),
        ("curriculum/modules/sok/finne/skjema.svg:1:1 error file-content",),
    ),
    Bad(
        "G07",
        "a pointer of Git LFS in the place of an image",
        add(
            "curriculum/modules/sok/finne/felt.png",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        ),
        ("curriculum/modules/sok/finne/felt.png:1:1 error file-content",),
    ),
    Bad(
        "G07",
        "a module of another repository",
        add("curriculum/modules/annet", Kind.SUBMODULE),
        ("curriculum/modules/annet:1:1 error not-a-file",),
    ),
)
