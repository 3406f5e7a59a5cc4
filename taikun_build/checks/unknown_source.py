"""Every source that a module or the scenario axes lean on is in the bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, DataFile, FuturesFile, Module, Written
from taikun_build.problems import Location, Problem, Rule, msg
from taikun_build.reading import REFERENCES
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-source",
    msg("The bibliography has no reference with the key «{key}»."),
    msg("{suggestion}Add it to curriculum/references.json, or to «sources» if it is cited in the text."),
)


def check(text: Written, curriculum: Curriculum) -> Iterator[Problem]:
    """Report keys of `sources`, of dilemmas, in the text and of the scenario axes that nobody defines."""
    if REFERENCES in curriculum.unread:
        return
    known = tuple(curriculum.references)
    for key, where in _leant_on(text):
        if key not in curriculum.references:
            yield RULE.at(where, key=key, suggestion=did_you_mean(key, known))
    if isinstance(text, Module) and "sources" not in text.broken:
        named = tuple(use.key for use in text.meta.sources)
        for prose in text.proses():
            for offset, key in prose.tree.unresolved:
                yield RULE.at(prose.location(offset), key=key, suggestion=did_you_mean(key, named))


def _leant_on(text: Written) -> Iterator[tuple[str, Location]]:
    """Every source that is named by its key alone: the key and its place."""
    match text:
        case Module() if "sources" not in text.broken:
            for index, use in enumerate(text.meta.sources):
                yield use.key, text.at("sources", index)
            for index, dilemma in enumerate(text.meta.dilemmas):
                if dilemma.source is not None:
                    yield dilemma.source, text.at("dilemmas", index, "source")
        case DataFile(meta=FuturesFile() as futures):
            yield futures.source, text.at("source")
        case _:
            pass
