"""A term that a module names is used in what its readers read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.language import passages, term_forms
from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg

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


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report terms of which neither the word in the module's language nor one of its forms is found."""
    if not module.meta.terms:
        return
    known = curriculum.glossary.by_id
    text = "\n".join(passage.text for passage in passages(module) if passage.is_for_readers).replace("*", "")
    for index, wanted in enumerate(module.meta.terms):
        name = known[wanted].term.of(module.meta.language) if wanted in known else None
        if name is not None and not re.search(term_forms(known[wanted], module.meta.language), text, re.IGNORECASE):
            yield RULE.at(module.at("terms", index), term=name, id=wanted)
