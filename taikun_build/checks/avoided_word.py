"""The curriculum says the same thing with the same word: `wording` in curriculum.yml lists those it avoids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from taikun_build.language import Passage
from taikun_build.model import Curriculum, Wording, Written
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "avoided-word",
    msg("Write «{use}», not «{found}»."),
    msg(
        "If you mention the word itself, put it in *italics*. If it is part of a name, add the name to «except» under"
        " «wording» in curriculum/curriculum.yml."
    ),
    Severity.WARNING,
)

_SET_APART = re.compile(
    r"«[^»]{1,200}»|“[^”]{1,200}”|\"[^\"]{1,200}\""
    r"|(?<![*\w])\*(?=\S)[^*]{1,200}\*(?![*\w])|(?<!\w)_[^_]{1,200}_(?!\w)"
)
_NORWEGIAN = re.compile(
    r"\b(?:og|er|det|som|på|jeg|eg|ikke|ikkje|av|ei|et|ein|eit|har|å|om|skal|ble|blei|blir|denne|dette|fra|frå|hva|kva)\b",
    re.IGNORECASE,
)


def check(_text: Written, passages: Sequence[Passage], curriculum: Curriculum) -> Iterator[Problem]:
    """Report avoided words in all that people read.

    What is set apart in quotation marks or italics without a single Norwegian function word is a name, a title or a
    word that is talked about; it passes.
    """
    wordings = [(entry, _pattern(entry), _exceptions(entry)) for entry in curriculum.settings.wording]
    if not wordings:
        return
    for passage in passages:
        own = _SET_APART.sub(lambda m: m[0] if _NORWEGIAN.search(m[0]) else _blank(m), passage.text)
        language = passage.language or curriculum.settings.language
        for entry, pattern, exceptions in wordings:
            if language not in entry.languages:
                continue
            rest = own
            for exception in exceptions:
                rest = exception.sub(_blank, rest)
            for match in pattern.finditer(rest):
                yield RULE.at(passage.locate(match.start()), use=entry.use, found=match.group())


def _pattern(entry: Wording) -> re.Pattern[str]:
    """The word with its endings and compounds; an abbreviation in capitals stands alone or before a hyphen."""
    word = _phrase(entry.avoid)
    if entry.avoid.isupper():
        return re.compile(rf"(?<!\w){word}(?!\w)")
    return re.compile(rf"(?<!\w){word}\w*", re.IGNORECASE)


def _exceptions(entry: Wording) -> list[re.Pattern[str]]:
    """The phrases in which the word may stand."""
    return [re.compile(_phrase(phrase)) for phrase in entry.exceptions]


def _phrase(text: str) -> str:
    """A phrase as a pattern, with any white space between its words."""
    return r"\s+".join(re.escape(part) for part in text.split())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
