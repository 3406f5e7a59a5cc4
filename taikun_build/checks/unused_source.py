"""Every source listed is cited in the text or is the source of a dilemma."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.linking import cited_source
from taikun_build.model import Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg

RULE = Rule(
    "unused-source",
    msg("The source «{key}» is listed, but never cited."),
    msg("Cite it in the text as [Author, year][{key}], or delete it from «sources»."),
    Severity.WARNING,
)
NEEDS = frozenset({"sources", "dilemmas", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report sources that nothing refers to."""
    cited = {cited_source(link.target) for prose in module.proses() for link in prose.tree.links}
    cited |= {dilemma.source for dilemma in module.meta.dilemmas if dilemma.source is not None}
    for index, use in enumerate(module.meta.sources):
        if use.key not in cited:
            yield RULE.at(module.at("sources", index), key=use.key)
