"""Every activity says how it is done in each format that the module declares."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, FormatVariant, Module
from taikun_build.problems import Problem, Rule, msg
from taikun_build.vocabulary import Method

RULE = Rule(
    "missing-variant",
    msg("The activity «{title}» does not say how it is done in the format «{form}»."),
    msg("Put in «/// format | {form}», the instructions and a closing «///»."),
)
NEEDS = frozenset({"format", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report activities without instructions for a declared format. Breaks need none."""
    for activity in module.activities:
        if activity.options.method is Method.BREAK:
            continue
        described = {part.form for part in activity.parts if isinstance(part, FormatVariant)}
        for form in module.meta.format:
            if form not in described:
                yield RULE.at(activity.where, title=activity.title, form=str(form))
