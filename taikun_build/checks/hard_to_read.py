"""The readers' text is no harder to read than it has to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taikun_build.language import Passage, lix, readers_sentences
from taikun_build.model import Curriculum, Written
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "hard-to-read",
    msg("The text for readers is hard to read: LIX {figure}."),
    msg("Divide long sentences and choose shorter words. Up to {limit} is fine; a newspaper has 40 to 50."),
    Severity.INFO,
)

LIMIT = 55
FEWEST_WORDS = 100
"""Shorter texts have too few sentences for the figure to mean anything."""


def check(_text: Written, passages: Sequence[Passage], _curriculum: Curriculum) -> Iterator[Problem]:
    """Report a text whose LIX is above the limit, where its body begins."""
    found = list(readers_sentences(passages))
    figure = lix(found)
    if figure > LIMIT and sum(len(sentence.words) for sentence in found) >= FEWEST_WORDS:
        body = next(passage for passage in passages if passage.is_body)
        begin = len(body.text) - len(body.text.lstrip())
        yield RULE.at(body.locate(begin), figure=figure, limit=LIMIT)
