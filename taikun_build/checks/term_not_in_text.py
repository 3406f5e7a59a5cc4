"""A term that a module names is used in what its readers read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.language import passages
from taikun_build.model import Curriculum, Module, Term
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import Language

RULE = Rule(
    "term-not-in-text",
    msg("The text for readers never uses «{term}»."),
    msg(
        "Use the word, or delete «{id}» from «terms». If it stands there in another form, add the form to «forms» in"
        " curriculum/glossary.yml."
    ),
    Severity.WARNING,
)
NEEDS = frozenset({"terms", "language", "body"})

_SHORTEST_STEM = 5


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report terms of which neither the word in the module's language nor one of its forms is found."""
    if not module.meta.terms:
        return
    known = curriculum.glossary.by_id
    text = "\n".join(passage.text for passage in passages(module) if passage.is_for_readers).replace("*", "")
    for index, wanted in enumerate(module.meta.terms):
        name = known[wanted].term.of(module.meta.language) if wanted in known else None
        if name is not None and not _forms(known[wanted], module.meta.language).search(text):
            yield RULE.at(module.at("terms", index), term=name, id=wanted)


def _forms(term: Term, language: Language) -> re.Pattern[str]:
    """The term and its forms, each word with any ending: a long word without its last -e, a short one as it stands."""
    spoken = (term.term.of(language) or "", *term.forms)
    return re.compile("|".join(r"\s+".join(map(_with_endings, name.split())) for name in spoken), re.IGNORECASE)


def _with_endings(word: str) -> str:
    if len(word) < _SHORTEST_STEM:
        return rf"\b{re.escape(word)}\b"
    return rf"\b{re.escape(word.removesuffix('e'))}\w*"
