"""What the outcomes ask for fits the level: more than remembering when advanced, less than creating when basic.

The verbs follow Bloom's taxonomy as revised by Anderson and Krathwohl (2001), with only those that stand clearly in one
class: «sammenligne» is counted as understanding by some and as analysing by others, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, Text, msg
from taikun_build.vocabulary import Level
from taikun_build.wording import Lexicon, lexicon, opening

RULE = Rule(
    "level-verbs",
    msg("The level is «{level}», but every learning outcome is about {what}."),
    msg("{advice}"),
    Severity.WARNING,
)

LOWEST = lexicon(
    norwegian="""
        huske, hugse, nevne, nemne, liste opp, ramse opp, gjengi, gjenta, definere, kjenne igjen, gjenkjenne,
        kjenne att, attkjenne, beskrive, skildre, forklare, gjøre rede for, gjere greie for, oppsummere, referere,
        fortelle om, fortelje om, gi eksempler på, gi eksempel på, gje eksempel på, vite, forstå, kjenne til
    """,
    english="""
        remember, recall, name, list, define, recognise, recognize, describe, explain, summarise, summarize,
        paraphrase, restate, give examples of, know, understand
    """,
)
"""Verbs of remembering and understanding."""
HIGHEST = lexicon(
    norwegian="""
        vurdere, evaluere, bedømme, kritisere, forsvare, ta stilling til, argumentere for, argumentere mot, utvikle,
        utforme, designe, konstruere, skape, planlegge, planleggje, finne opp
    """,
    english="""
        assess, evaluate, judge, critique, defend, argue for, argue against, develop, design, construct, create,
        devise, invent, plan
    """,
)
"""Verbs of evaluating and creating."""
NEEDS = frozenset({"level", "learning_outcomes", "language"})

_MISFITS: tuple[tuple[Level, Lexicon, Text, Text], ...] = (
    (
        Level.ADVANCED,
        LOWEST,
        msg("remembering and understanding"),
        msg("Let at least one outcome ask for more, such as to analyse, to assess or to develop, or lower the level."),
    ),
    (
        Level.BASIC,
        HIGHEST,
        msg("assessing and creating"),
        msg("Begin with what participants need first, such as to explain or to use, or raise the level."),
    ),
)


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report a level that none of the outcomes fits. One outcome with an unknown verb is enough for silence."""
    for level, verbs, what, advice in _MISFITS:
        if module.meta.level is level and all(
            opening(outcome.text, module.meta.language, verbs) for outcome in module.meta.learning_outcomes
        ):
            yield RULE.at(module.at("level"), level=str(level), what=what, advice=advice)
