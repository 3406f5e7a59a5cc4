"""Both bokmål and nynorsk have their part: at least a quarter of the text each (språklova § 13)."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.editions import published_modules
from taikun_build.language import NORWEGIAN, share, words_by_language
from taikun_build.model import Curriculum
from taikun_build.problems import Location, Problem, Rule, Severity, msg

RULE = Rule(
    "language-balance",
    msg("Only {share} per cent of the text in the modules is {language}."),
    msg(
        "Write the next modules in {language}. State bodies shall over time use at least {least} per cent of each"
        " (språklova, section 13), by alternating and not by translating the same text."
    ),
    Severity.WARNING,
)

LEAST = 25
FEWEST_MODULES = 4
"""With fewer modules than this, one text decides it all."""


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report the one of the two languages that has less than its share of the words in all that can be published."""
    modules = [module for module in published_modules(curriculum) if "language" not in module.broken]
    if len(modules) < FEWEST_MODULES:
        return
    counted = words_by_language(modules)
    whole = sum(counted[language] for language in NORWEGIAN)
    for language, name in NORWEGIAN.items():
        if whole and share(counted[language], whole) < LEAST:
            where = Location("curriculum/curriculum.yml")
            yield RULE.at(where, share=share(counted[language], whole), language=name, least=LEAST)
