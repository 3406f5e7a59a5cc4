"""A term stands in the glossary once."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Location, Problem, Rule, msg
from taikun_build.vocabulary import Language

RULE = Rule(
    "repeated-term",
    msg("«{value}» stands in the glossary already, on line {first}."),
    msg("Gather what you want to say in one of them, and delete the other."),
)


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report ids, and words in one of the Norwegian languages, that another term has; one finding for each term."""
    glossary = curriculum.glossary
    seen: dict[tuple[str, str], Location] = {}
    for index, term in enumerate(glossary):
        names = [("id", term.id), *((str(lang), term.term.of(lang) or "") for lang in (Language.NB, Language.NN))]
        keys = [(kind, name.lower()) for kind, name in names]
        first = next((number for number, key in enumerate(keys) if key in seen), None)
        if first is not None:
            where = glossary.at("terms", index, "id") if first == 0 else glossary.at("terms", index, "term")
            there = seen[keys[first]]
            yield RULE.at(where, related=(there,), value=names[first][1], first=there.line)
        for key in keys:
            seen.setdefault(key, glossary.at("terms", index, "id"))
