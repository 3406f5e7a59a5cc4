"""Every term that a module explains is in the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.reading import GLOSSARY
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-term",
    msg("The glossary has no term with the id «{value}»."),
    msg("{suggestion}Add it to curriculum/glossary.yml, or delete it from «terms»."),
)
NEEDS = frozenset({"terms"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report terms that the glossary lacks."""
    if GLOSSARY in curriculum.unread:
        return
    known = tuple(curriculum.glossary.by_id)
    for index, wanted in enumerate(module.meta.terms):
        if wanted not in known:
            yield RULE.at(module.at("terms", index), value=wanted, suggestion=did_you_mean(wanted, known))
