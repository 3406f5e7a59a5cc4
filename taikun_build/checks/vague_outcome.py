"""A learning outcome begins with something that a participant can be seen or heard doing.

After Mager, «Preparing Instructional Objectives» (1962): to know and to understand are open to many readings.
"""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.wording import lexicon, opening

RULE = Rule(
    "vague-outcome",
    msg("The outcome begins with «{verb}», and nobody can see whether a participant does."),
    msg("Say what the participants do to show it: explain, compare, try, give reasons …"),
    Severity.INFO,
)

VAGUE = lexicon(
    norwegian="""
        forstå, forstår, vite, vita, vet, veit, lære om, lære mer om, lære meir om, lære hva, lære kva,
        lære hvordan, lære korleis, kjenne til, kjenner til, bli kjent med, bli kjend med, bli kjende med,
        bli bevisst, bli medviten, bli trygg*, føle seg trygg*, kjenne seg trygg*, være klar over, vere klar over,
        er klar over, være bevisst, vere medviten, ha kunnskap*, har kunnskap*, få kunnskap*, ha kjennskap,
        har kjennskap, få kjennskap, ha innsikt, har innsikt, få innsikt, ha forståelse, har forståelse,
        få forståelse, få økt forståelse, ha forståing, har forståing, få forståing, få auka forståing
    """,
    english="""
        understand, know, learn about, learn more about, learn how, learn what, be aware of, become aware of,
        be familiar with, become familiar with, get to know, have knowledge, gain knowledge, have an understanding,
        gain an understanding, have insight, gain insight, appreciate, feel confident, feel safe
    """,
)
NEEDS = frozenset({"learning_outcomes", "language"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report outcomes that begin with what goes on inside a head."""
    for index, outcome in enumerate(module.meta.learning_outcomes):
        verb = opening(outcome.text, module.meta.language, VAGUE)
        if verb:
            yield RULE.at(module.at("learning_outcomes", index, "text"), verb=verb)
