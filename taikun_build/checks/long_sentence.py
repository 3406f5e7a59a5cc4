"""A sentence can be read in one breath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taikun_build.language import Passage
from taikun_build.model import Curriculum, Written
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "long-sentence",
    msg("This sentence has {words} words."),
    msg("Divide it: with more than {limit} words, the reader has lost the beginning before the end comes."),
    Severity.INFO,
)

LIMIT = 45


def check(_text: Written, passages: Sequence[Passage], _curriculum: Curriculum) -> Iterator[Problem]:
    """Report long sentences where they begin, in what readers and facilitators read."""
    for passage in passages:
        for sentence in passage.sentences:
            number = len(sentence.words)
            if number > LIMIT:
                yield RULE.at(passage.locate(sentence.offset), words=number, limit=LIMIT)
