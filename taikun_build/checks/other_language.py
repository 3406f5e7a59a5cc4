"""A text is written in the language that its front matter or its file names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taikun_build.language import NORWEGIAN, PARALLEL, Passage, marks_of_language
from taikun_build.model import Curriculum, Module, Written
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "other-language",
    msg("Here it says {declared}, but the text looks like {other}: {words} …"),
    msg("Set «language» to {code}, or write the text in {declared}."),
    Severity.WARNING,
)

FEWEST = 12
"""How many words of the other language it takes."""
_SHOWN = 5


def check(text: Written, passages: Sequence[Passage], _curriculum: Curriculum) -> Iterator[Problem]:
    """Report a text in which the words of the other Norwegian language are at least twice as many as its own."""
    declared = text.meta.written_in
    if declared is None or declared not in PARALLEL or (isinstance(text, Module) and "language" in text.broken):
        return
    other = PARALLEL[declared]
    marks = marks_of_language("\n".join(passage.text for passage in passages if passage.language is declared))
    if len(marks[other]) >= max(FEWEST, 2 * len(marks[declared])):
        seen = tuple(dict.fromkeys(marks[other]))[:_SHOWN]
        yield RULE.at(
            text.at("language"), declared=NORWEGIAN[declared], other=NORWEGIAN[other], words=seen, code=str(other)
        )
