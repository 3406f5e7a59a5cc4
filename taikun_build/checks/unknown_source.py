"""Every source that a module or the scenario axes lean on is in the bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.reading import REFERENCES
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-source",
    msg("The bibliography has no reference with the key «{key}»."),
    msg("{suggestion}Add it to curriculum/references.json, or to «sources» if it is cited in the text."),
)
NEEDS = frozenset({"sources"})


def check_futures(curriculum: Curriculum) -> Iterator[Problem]:
    """Report the source of the scenario axes when nobody defines it."""
    futures = curriculum.futures
    if futures and futures.meta.source not in curriculum.references and REFERENCES not in curriculum.unread:
        key = futures.meta.source
        yield RULE.at(futures.at("source"), key=key, suggestion=did_you_mean(key, tuple(curriculum.references)))


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report keys of `sources`, of dilemmas and in the text that nobody defines."""
    if REFERENCES in curriculum.unread:
        return
    known = tuple(curriculum.references)
    for index, use in enumerate(module.meta.sources):
        if use.key not in curriculum.references:
            yield RULE.at(module.at("sources", index), key=use.key, suggestion=did_you_mean(use.key, known))
    for index, dilemma in enumerate(module.meta.dilemmas):
        if dilemma.source is not None and dilemma.source not in curriculum.references:
            where = module.at("dilemmas", index, "source")
            yield RULE.at(where, key=dilemma.source, suggestion=did_you_mean(dilemma.source, known))
    named = tuple(use.key for use in module.meta.sources)
    for prose in module.proses():
        for offset, key in prose.tree.unresolved:
            yield RULE.at(prose.location(offset), key=key, suggestion=did_you_mean(key, named))
