"""Every term of the glossary is explained by a module."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, Setting
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "unused-term",
    msg("No module names the term «{term}», so the glossary on the site leaves it out."),
    msg("Add «{id}» to «terms» in the module that explains it, or delete it here."),
    Severity.WARNING,
)


def check(curriculum: Curriculum, _setting: Setting) -> Iterator[Problem]:
    """Report terms that no module names, drafts included; none while a module could not be read."""
    if any("/modules/" in path for path in curriculum.unread):
        return
    if any("terms" in module.broken for module in curriculum.modules):
        return
    named = {term for module in curriculum.modules for term in module.meta.terms}
    for index, term in enumerate(curriculum.glossary):
        if term.id not in named:
            yield RULE.at(curriculum.glossary.at("terms", index, "id"), term=term.term.nb, id=term.id)
