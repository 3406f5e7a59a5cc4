"""The run sheet tells who does what: the one who leads, and those who take part. In a break nobody has to be told."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import Method

RULE = Rule(
    "run-sheet-gap",
    msg("The activity «{title}» lacks {keys}, so its boxes in the run sheet are empty."),
    msg("Write in a sentence what you who lead do and say («facilitator»), and what they do («participants»)."),
    Severity.WARNING,
)
NEEDS = frozenset({"body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report activities, but for breaks, that do not say what both parts do."""
    for activity in module.activities:
        options = activity.options
        told = {"facilitator": options.facilitator, "participants": options.participants}
        missing = tuple(f"«{key}»" for key, text in told.items() if not text)
        if missing and options.method is not Method.BREAK:
            yield RULE.at(activity.where, title=activity.title, keys=missing)
