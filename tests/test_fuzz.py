"""Whatever stands in a file, reading and checking end with problems that are known and lie inside the file.

A hundred texts of each kind are tried in every test run, always the same ones. `scripts/fuzz` tries 50,000 new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taikun_build import checks
from taikun_build.adapters.disk import load_catalogue
from taikun_build.body import BLOCKS
from taikun_build.model import ActivityOptions, FrontMatter, Setting
from taikun_build.problems import Problem, in_reading_order
from taikun_build.reading import read_curriculum
from taikun_build.reports import as_text
from taikun_build.sources import MemorySources
from taikun_build.vocabulary import Language

MODULE = "curriculum/modules/etikk/tvil.md"
PAGE = "curriculum/pages/om.md"
SETTINGS = "curriculum/curriculum.yml"
REFERENCES = "curriculum/references.json"
FRAMEWORK = "curriculum/frameworks/eks.yml"
KNOWN = {rule.code for rule in checks.RULES}
CATALOGUE = load_catalogue(Language.NB)

IN_EACH_RUN = 100
EXAMPLES = int(os.environ.get("TAIKUN_FUZZ_EXAMPLES", IN_EACH_RUN))
thorough = settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == IN_EACH_RUN,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

# --- texts with a structure -------------------------------------------------------------------------------------------

KEYS = st.sampled_from(
    [*FrontMatter.model_fields, *ActivityOptions.model_fields, "Title", "tittel", "<<", "? a", "é", ""]
)
SCALARS = st.sampled_from(
    [
        *(
            "",
            "~",
            "null",
            "no",
            "010",
            "1_000",
            "0x1F",
            "12:30",
            "-1",
            "1.0",
            "60",
            "9" * 400,
            "2026-11-23",
            "2026-02-30",
        ),
        *(
            "2026-11-22T10:00:00+25:00",
            "basic",
            "Basic ",
            "ekspert",
            "draft",
            "nb",
            "tvil",
            "../x",
            "æøå",
            "a: b",
            "a #b",
        ),
        *(
            "&a 1",
            "*a",
            "!!int 1",
            "!!python/object/apply:os.system [ls]",
            "@x",
            "`x`",
            "%x",
            "'",
            '"',
            '"\\ud800"',
            '"\\x00"',
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            "[a, b]",
            "{min: 4, max: 20}",
            "{a: {b: [c]}}",
            "- a",
            "|",
            ">-",
            "? x",
            "---",
            "...",
            "\t",
        ),
        *("\u202e", "\u200b", "\ufeff", "👩‍💻", "a" * 400, "[a](javascript:x)", "<script>", "{{ 7*7 }}", "{% x %}"),
    ]
) | st.text(max_size=20)
ENTRIES = st.builds("{}: {}\n".format, KEYS, SCALARS)
YAML = st.recursive(
    ENTRIES | st.builds("- {}\n".format, SCALARS),
    lambda inner: (
        st.builds(
            lambda key, block, indent: f"{key}:\n" + "".join(" " * indent + line + "\n" for line in block.splitlines()),
            KEYS,
            inner,
            st.sampled_from([0, 1, 2, 4]),
        )
        | st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=12,
)
NAMES = st.sampled_from([*BLOCKS, "aktivitet", "Activity", "html", ""])
SLASHES = st.sampled_from(["//", "///", "////", "/////", " ///", "> ///", "- ////", "///x"])
BLOCK_LINES = (
    st.builds("{} {} | {}\n".format, SLASHES, NAMES, SCALARS)
    | st.builds("{} {}\n".format, SLASHES, NAMES)
    | st.builds("{}\n".format, SLASHES)
    | st.builds("    {}: {}\n".format, st.sampled_from(list(ActivityOptions.model_fields)), SCALARS)
)
MARKDOWN = st.sampled_from(
    [
        *(
            "# ",
            "###### ",
            "a\n=\n",
            "a\n-\n",
            "* ",
            "- ",
            "1. ",
            "> ",
            "    ",
            "\t",
            "```\n",
            "~~~ py\n",
            "````\n",
            "`",
            "``",
            "\n",
        ),
        *(
            "\n\n",
            "---\n",
            "| a | b |\n",
            "|---|---|\n",
            "|",
            "**",
            "*",
            "_",
            "__",
            "[",
            "]",
            "![",
            "](",
            ")",
            "[a][b]",
            "[a]: b\n",
        ),
        *(
            "[x](../sok/finne.md)",
            "[x](../sok/finne.md#slik-virker-det)",
            "![x](tvil/a.png)",
            "[x](javascript:a)",
            "[x](",
            '"t"',
        ),
        *(
            "<",
            ">",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?",
            "</",
            "<br>",
            '<span lang="en">',
            "</span>",
            "<div>",
            "<script>",
            "<https://a>",
        ),
        *(
            "&amp;",
            "&#0;",
            "&",
            "\\",
            "\\[",
            "klzzwxh:0",
            "wzxhzdk:0",
            "{#a}",
            "{.b}",
            "[^1]",
            "*[a]: b\n",
            "  \n",
            "[[",
            "]]",
            "$",
            "\u00a0",
        ),
        *(
            "]: ",
            "[a]: <b\n",
            "tekst ",
            "Se [Berg, 2020][berg2020]. ",
            "12:30 ",
            "+47 22 22 22 22 ",
            "a@b.no ",
            "🙂",
            "\u0301",
            "ﬁ",
        ),
    ]
)
BODIES = st.lists(MARKDOWN | BLOCK_LINES | st.text(max_size=8), max_size=40).map("".join)


# --- what must hold ---------------------------------------------------------------------------------------------------


def problems_of(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    curriculum, problems = read_curriculum(MemorySources(files))
    found = list(problems)
    if curriculum is not None:
        found += checks.run(checks.DRAFT, curriculum, Setting(date(2026, 11, 25), ()))
        found += checks.run(checks.EDITION, curriculum, Setting())
    return in_reading_order(found)


def must_be_known_and_lie_inside(problems: Iterable[Problem], files: Mapping[str, bytes]) -> None:
    for problem in problems:
        assert problem.code in KNOWN
        where = problem.where
        assert where.path in files, problem
        lines = files[where.path].decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        assert 1 <= where.line <= len(lines), problem
        assert 1 <= where.column <= len(lines[where.line - 1]) + 1, problem
        assert as_text([problem], CATALOGUE, lambda _path, line, lines=lines: lines[line - 1])  # type: ignore[misc]


def answer(content: Mapping[str, bytes], path: str, data: bytes) -> None:
    """Read a small curriculum with these bytes in one of its files, and look at what is found."""
    files = {name: content[name] for name in (MODULE, PAGE, SETTINGS, REFERENCES, FRAMEWORK)} | {path: data}
    must_be_known_and_lie_inside(problems_of(files), files)


def front_matter_and_body(data: bytes) -> tuple[str, str]:
    matter, body = data.decode().removeprefix("---\n").split("---\n", 1)
    return matter, body


@thorough
@given(YAML)
def test_any_front_matter(content: Mapping[str, bytes], yaml: str) -> None:
    _, body = front_matter_and_body(content[MODULE])
    answer(content, MODULE, f"---\n{yaml}---\n{body}".encode("utf-8", "surrogatepass"))


@thorough
@given(st.data())
def test_any_value_in_the_place_of_another(content: Mapping[str, bytes], data: st.DataObject) -> None:
    matter, body = front_matter_and_body(content[MODULE])
    lines = matter.splitlines(keepends=True)
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, min(len(lines), first + 3)))
    new = data.draw(YAML | ENTRIES | SCALARS)
    text = "".join([*lines[:first], new, *lines[last:]])
    answer(content, MODULE, f"---\n{text}---\n{body}".encode("utf-8", "surrogatepass"))


@thorough
@given(BODIES)
def test_any_body_of_a_module(content: Mapping[str, bytes], body: str) -> None:
    matter, _ = front_matter_and_body(content[MODULE])
    answer(content, MODULE, f"---\n{matter}---\n{body}".encode("utf-8", "surrogatepass"))


@thorough
@given(st.data())
def test_any_text_in_the_midst_of_a_body(content: Mapping[str, bytes], data: st.DataObject) -> None:
    matter, body = front_matter_and_body(content[MODULE])
    at = data.draw(st.integers(0, len(body)))
    gone = data.draw(st.integers(0, 120))
    text = body[:at] + data.draw(BODIES) + body[at + gone :]
    answer(content, MODULE, f"---\n{matter}---\n{text}".encode("utf-8", "surrogatepass"))


@thorough
@given(YAML, BODIES)
def test_any_page(content: Mapping[str, bytes], yaml: str, body: str) -> None:
    answer(content, PAGE, f"---\ntitle: Om\n{yaml}---\n{body}".encode("utf-8", "surrogatepass"))


@thorough
@given(YAML)
def test_any_settings(content: Mapping[str, bytes], yaml: str) -> None:
    answer(content, SETTINGS, content[SETTINGS] + yaml.encode("utf-8", "surrogatepass"))


@thorough
@given(st.data())
def test_any_bibliography(content: Mapping[str, bytes], data: st.DataObject) -> None:
    text = content[REFERENCES]
    at = data.draw(st.integers(0, len(text)))
    piece = data.draw(st.sampled_from([b"[", b"{", b'"', b"null", b"1e999", b"NaN", b"9" * 5000, b"\xff", b"\\ud800"]))
    answer(content, REFERENCES, text[:at] + piece + text[at + data.draw(st.integers(0, 20)) :])


@thorough
@given(st.sampled_from([MODULE, PAGE, SETTINGS, REFERENCES]), st.binary(max_size=300), st.booleans())
def test_any_bytes(content: Mapping[str, bytes], path: str, data: bytes, whole: bool) -> None:
    answer(content, path, data if whole else content[path] + data)
