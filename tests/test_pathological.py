"""Texts that make parsers slow: whatever is repeated however often, an author has an answer within seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from taikun_build import checks
from taikun_build.adapters.watchdog import watched
from taikun_build.limits import Guard, unguarded
from taikun_build.model import Setting
from taikun_build.problems import Problem
from taikun_build.reading import read_curriculum
from taikun_build.sources import MemorySources

MODULE = "curriculum/modules/etikk/tvil.md"
SECONDS = 5

Repeat = Callable[[int], str]


def repeated(unit: str) -> Repeat:
    return lambda times: unit * times


def numbered(unit: str) -> Repeat:
    return lambda times: "".join(unit.format(n=number) for number in range(times))


def growing(unit: str, end: str) -> Repeat:
    """The unit once, twice, three times …, until it stands as often as asked for."""

    def text(times: int) -> str:
        longest = int((2 * times) ** 0.5)
        return "".join(unit * length + end for length in range(3, longest + 3))

    return text


def balanced(opening: str, closing: str) -> Repeat:
    return lambda times: opening * times + "a" + closing * times


def nested(unit: str) -> Repeat:
    """Lines that go ten levels in, again and again."""
    return lambda times: "".join("    " * (number % 10) + unit + "\n" for number in range(times))


def table(times: int) -> str:
    """A table that is wider than it is long."""
    return "| a " * times + "|\n" + "|---" * times + "|\n" + "| b " * times + "|\n"


IN_THE_BODY: Mapping[str, Repeat] = {
    "brackets that open": repeated("["),
    "images that open": repeated("!["),
    "references that open": repeated("[a]["),
    "links that open": repeated("[a]("),
    "links that open in angles": repeated("[a](<b "),
    "links in links": balanced("[", "](b)"),
    "links": repeated("[a](b) "),
    "definitions and their uses": numbered("[k{n}]: u{n}\n[k{n}]\n\n"),
    "addresses that open": repeated("<http://a"),
    "CDATA that opens": repeated("<!["),
    "comments that open": repeated("<!--"),
    "tags that open": repeated("<a "),
    "tags": repeated('<span lang="en">a'),
    "closing tags in lines": repeated("</div>\n"),
    "entities": repeated("&amp;"),
    "stars": repeated("a **a"),
    "underscores": repeated("a_ _a"),
    "stars and underscores": repeated("*_"),
    "emphasis in emphasis": balanced("*a _b ", "c_ d*"),
    "backticks": repeated("`a ``b"),
    "code": repeated("`a` "),
    "fences that open": repeated("```a\n"),
    "fences that grow": growing("`", "\n"),
    "headings": repeated("a\n=\n"),
    "rules": repeated("* * *\n"),
    "line breaks": repeated("a  \n"),
    "quotations in quotations": repeated("> "),
    "quotations and lists on one line": repeated("> - 1. "),
    "lists in lists": nested("- a"),
    "a wide table": table,
    "a long line": repeated("ord "),
    "paragraphs": repeated("a\n\n"),
    "blocks that open": repeated("/// example | a\n"),
    "blocks that grow": growing("/", " example | a\n"),
    "activities with options": numbered("//// activity | a\n    id: a{n}\n    x: y\n\n////\n"),
}
JUST_WITHIN_THE_LIMITS: Mapping[str, str] = {
    "brackets": "[",
    "images": "![",
    "links": "[a](",
    "addresses": "<http://x",
    "CDATA": "<![",
}
IN_THE_FRONT_MATTER: Mapping[str, Repeat] = {
    "lists in lists in YAML": repeated("["),
    "keys that nobody knows": numbered("titel{n}: a\n"),
    "a long list": lambda times: "prerequisites:\n" + "- a\n" * times,
    "a long text": lambda times: "summary: " + "ord " * times,
}


def answer(content: Mapping[str, bytes], old: str, new: str, guard: Guard = unguarded) -> tuple[Problem, ...]:
    """What is found when a text of the example is replaced. Without a guard the caps alone must do."""
    text = content[MODULE].decode()
    assert text.count(old) == 1
    files = {**content, MODULE: text.replace(old, new).encode()}
    started = time.perf_counter()
    curriculum, problems = read_curriculum(MemorySources(files), guard)
    assert curriculum is not None
    found = (*problems, *checks.run(checks.DRAFT, curriculum, Setting(date(2026, 11, 25), ()), guard))
    assert time.perf_counter() - started < SECONDS
    assert found or any(module.path == MODULE for module in curriculum.modules)
    return found


@pytest.mark.parametrize("times", [1_000, 10_000, 50_000])
@pytest.mark.parametrize("pattern", IN_THE_BODY.values(), ids=IN_THE_BODY)
def test_a_body_is_answered_within_seconds(content: Mapping[str, bytes], pattern: Repeat, times: int) -> None:
    answer(content, "Gå fra skjermen.", "Gå fra skjermen.\n\n" + pattern(times))


@pytest.mark.parametrize("times", [1_000, 10_000, 50_000])
@pytest.mark.parametrize("pattern", IN_THE_FRONT_MATTER.values(), ids=IN_THE_FRONT_MATTER)
def test_front_matter_is_answered_within_seconds(content: Mapping[str, bytes], pattern: Repeat, times: int) -> None:
    answer(content, "prerequisites: []\n", pattern(times) + "\n")


@pytest.mark.parametrize("unit", JUST_WITHIN_THE_LIMITS.values(), ids=JUST_WITHIN_THE_LIMITS)
def test_what_the_limits_miss_is_stopped_by_the_guard(content: Mapping[str, bytes], unit: str) -> None:
    marks = 290 // sum(map(unit.count, "[<"))
    paragraph = unit * marks + "\n" + "ord " * 1_150 + "\n" + "ord " * 600 + "\n\n"
    found = answer(content, "Gå fra skjermen.", "Gå fra skjermen.\n\n" + paragraph * 5, watched)
    assert "too-complex" not in {problem.code for problem in found}
