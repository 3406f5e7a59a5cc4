"""The author's guide with all that the program says of itself written anew: tables, findings and answers.

A page of `docs/` is right when writing it anew changes nothing. What is written anew:

- a table headed «nøkkel», «metode» or «skriv» (of snippets): from the schema, the methods, the editor's snippets;
- a `text` fence after a fence with a path: what the program finds when that text stands in the example curriculum, in
  the place of the latest text before it that does stand there. Without a `text` fence there must be no finding at all;
- a `text` fence after an `sh` fence with a `taikun` command: the command's answer, in a copy of the example.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from support import ROOT
from test_pages import problems_in, said

from taikun_build import reports
from taikun_build.catalogue import Catalogue
from taikun_build.schema import KINDS, json_schema
from taikun_build.vocabulary import Method

DOCS = ROOT / "docs"

Run = Callable[[str], str]
"""Runs a command line in the page's own copy of the example and returns what it prints."""

_FENCE = re.compile(r"^( *)(`{3,})(\w+)(?: ([^\n]+))?\n(.*?)^\1\2$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^\| (nøkkel|metode|skriv) \| ([^|\n]+) \|\n\|---\|---\|\n(?:\|.*\n)*", re.MULTILINE)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

TABLES: Mapping[str, tuple[str, ...]] = {
    "En modul": ("module",),
    "Under `group_size`": ("module", "group_size"),
    "Under `learning_outcomes`": ("module", "learning_outcomes"),
    "Under `facilitator_notes`": ("module", "facilitator_notes"),
    "Under `preparation`": ("module", "facilitator_notes", "preparation"),
    "Under `equipment`": ("module", "facilitator_notes", "equipment"),
    "Under `dilemmas`": ("module", "dilemmas"),
    "Under `perspectives`": ("module", "dilemmas", "perspectives"),
    "Under `sources`": ("module", "sources"),
    "Under `contributors`": ("module", "contributors"),
    "Under `changes`": ("module", "changes"),
    "Modulen på engelsk": ("module", "english"),
    "En aktivitet": ("activity",),
    "En kursdag eller samling": ("session",),
    "Et innslag som er en modul": ("session", "programme", "0"),
    "Et innslag som ikke er en modul": ("session", "programme", "1"),
    "Der en ny del begynner": ("session", "programme", "2"),
    "Under `breaks`": ("session", "breaks"),
    "Under `lunch`": ("session", "lunch"),
    "Et læringsløp": ("path",),
    "Stegene i læringsløpet": ("path", "steps"),
    "En side": ("page",),
    "Framtidsbildene": ("futures",),
    "Under `horizontal` og `vertical`": ("futures", "horizontal"),
    "Under `futures`": ("futures", "futures"),
    "Et framtidsbilde": ("futures", "futures", "low_high"),
    "Under `steps`": ("futures", "steps"),
    "Tilgjengelighet": ("accessibility",),
    "Et krav": ("accessibility", "criteria"),
    "Under `by_hand`": ("accessibility", "criteria", "by_hand"),
    "Hele opplegget": ("curriculum",),
    "Under `themes`": ("curriculum", "themes"),
    "Under `roles`": ("curriculum", "roles"),
    "Opplegget på engelsk": ("curriculum", "english"),
    "Under `wording`": ("curriculum", "wording"),
    "Ordlista": ("glossary",),
    "Et oppslag i ordlista": ("glossary", "terms"),
    "Navn på flere språk": ("glossary", "terms", "term"),
    "Ressursene hos andre": ("resources",),
    "En ressurs": ("resources", "resources"),
    "Arrangementene": ("events",),
    "Et arrangement": ("events", "events"),
    "Et rammeverk": ("framework",),
    "Kompetansene i rammeverket": ("framework", "competences"),
    "Et bibliotek": ("institution",),
    "Under `tools`": ("institution", "tools"),
    "Under `guidelines`": ("institution", "guidelines"),
    "En utgave": ("edition",),
    "Modulene i utgaven": ("edition", "modules"),
}
"""Which keys stand in the table below a heading: a kind of file, and the way down from there."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced text of a page: its language, the file it belongs to (or none), and where and how far in it stands."""

    kind: str
    path: str
    text: str
    start: int
    end: int
    indent: str


def fences(page: str) -> list[Fence]:
    """Every fenced text in order, without the indentation that a list gives it."""
    return [
        Fence(
            kind, path or "", re.sub(f"^{indent}", "", text, flags=re.MULTILINE), match.start(5), match.end(5), indent
        )
        for match in _FENCE.finditer(page)
        for indent, _, kind, path, text in [match.groups()]
    ]


def rewritten(page: str, files: Mapping[str, bytes], nb: Catalogue, run: Run) -> str:
    """A page with its tables, findings and answers as they should be."""
    for fence, answer in reversed(list(_answers(page, files, nb, run))):
        text = textwrap.indent(answer.rstrip("\n") + "\n", fence.indent)
        page = page[: fence.start] + text + page[fence.end :]
    return _TABLE.sub(lambda table: _table(page[: table.start()], table, nb), page)


def _answers(page: str, files: Mapping[str, bytes], nb: Catalogue, run: Run) -> Iterator[tuple[Fence, str]]:
    """Each `text` fence with what should stand in it."""
    right: dict[str, str] = {}
    all_fences = fences(page)
    commands = ""
    shown: Fence | None = None
    for number, fence in enumerate(all_fences):
        after = [other.kind for other in all_fences[number + 1 : number + 3]]
        if fence.path:
            is_faulty = after[:1] == ["text"] or (after == ["sh", "text"] and all_fences[number + 1].text == CHECK)
            if not is_faulty:
                assert problems_in(_in_its_place(fence, files, right)) == (), fence.text
            shown, commands = (fence if is_faulty else None), ""
        elif fence.kind == "sh":
            commands = fence.text
        elif fence.kind == "text" and shown is not None:
            changed = _in_its_place(shown, files, right, is_faulty=True)
            problems = problems_in(changed)
            assert problems, f"nothing is found in: {shown.text}"
            summary = reports.summary(problems, nb, MODULES) if commands else ""
            yield fence, said(problems, changed, nb) + ("\n" + summary if summary else "")
            shown = None
        elif fence.kind == "text" and commands.startswith("taikun "):
            yield fence, run(commands.strip())


CHECK = "taikun check\n"
MODULES = 3
"""How many modules the example has."""


def _in_its_place(
    fence: Fence, files: Mapping[str, bytes], right: dict[str, str], *, is_faulty: bool = False
) -> Mapping[str, bytes]:
    """The example with a text in its place: where it stands already, or instead of the latest that does."""
    text = fence.text.rstrip("\n")
    if fence.path not in files:
        return {**files, fence.path: fence.text.encode()}
    before = files[fence.path].decode()
    if not is_faulty and before.count(text) == 1:
        right[fence.path] = text
    return {**files, fence.path: before.replace(right[fence.path], text).encode()}


def _table(before: str, table: re.Match[str], nb: Catalogue) -> str:
    rows: Iterator[tuple[str, str]]
    match table[1]:
        case "nøkkel":
            rows = _key_rows(TABLES[_HEADING.findall(before)[-1]], nb)
        case "metode":
            rows = ((f"`{method}`", f"{nb.say(method.label)}. {nb.say(method.description)}") for method in Method)
        case _:
            snippets = json.loads((ROOT / ".vscode" / "taikun.code-snippets").read_text(encoding="utf-8"))
            rows = ((f"`{snippet['prefix'][0]}`", snippet["description"]) for snippet in snippets.values())
    lines = "".join(f"| {first} | {second} |\n" for first, second in rows)
    return f"| {table[1]} | {table[2]} |\n|---|---|\n{lines}"


def _key_rows(way: tuple[str, ...], nb: Catalogue) -> Iterator[tuple[str, str]]:
    kind, *steps = way
    node: Mapping[str, Any] = json_schema(KINDS[kind], nb)
    for step in steps:
        node = _inside(node["oneOf"][int(step)] if step.isdecimal() else node["properties"][step])
    for key, value in node["properties"].items():
        words = [value["description"]]
        options = value.get("items", value).get("enum")
        if options and key != "method":
            words.append("Du kan velge mellom " + ", ".join(f"`{option}`" for option in options) + ".")
        if key == "method":
            words.append("Metodene står på [Blokkene](blokkene.md#metodene).")
        if key not in node.get("required", ()):
            words.append("Valgfri.")
        yield f"`{key}`", " ".join(words)


def _inside(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The mapping that a key holds, alone, in a list, or beside a shorter form."""
    value = value.get("items", value)
    return next((option for option in value.get("anyOf", ()) if "properties" in option), value)
