"""Text is adapted only from sources whose licence permits it."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.reading import REFERENCES
from taikun_build.references import licence_of, permits_adaptation
from taikun_build.vocabulary import Reuse

RULE = Rule(
    "licence-forbids-reuse",
    msg("The text of «{key}» cannot be adapted here: {reason}."),
    msg(
        "Write it in your own words and set «reuse: cite», or quote a short passage and set «reuse: quote». If the"
        " source has a licence that permits it, note that in {bibliography}; the page about this rule shows how."
    ),
)
NEEDS = frozenset({"sources", "licence"})


def check(module: Module, curriculum: Curriculum) -> Iterator[Problem]:
    """Report sources that a module adapts without leave. Quoting needs none (the Copyright Act, section 29)."""
    for index, use in enumerate(module.meta.sources):
        reference = curriculum.references.get(use.key)
        if use.reuse is not Reuse.ADAPT or reference is None:
            continue
        licence, own = licence_of(reference), module.meta.licence
        if licence is None:
            reason = msg("the reference does not say which licence it has")
        elif not permits_adaptation(licence, own):
            reason = msg("its licence is {licence}, and the module is published under {own}", licence=licence, own=own)
        else:
            continue
        yield RULE.at(module.at("sources", index, "reuse"), key=use.key, reason=reason, bibliography=REFERENCES)
