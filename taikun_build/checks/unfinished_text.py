"""A module that is more than a draft has no gaps left of those that `taikun new` makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.model import Curriculum, Module
from taikun_build.problems import Location, Problem, Rule, Severity, msg
from taikun_build.vocabulary import Status

RULE = Rule(
    "unfinished-text",
    msg("The module is no draft any more, but «{words}» still stands where something was to be written."),
    msg("Replace it with your own text, or set «status» to draft until it is done. Such places: {number}."),
    Severity.WARNING,
)
NEEDS = frozenset({"status"})

_GAP = re.compile(
    r"(?:^|(?<=[\s\[]))Skriv her (?:hva|hvem|hvor\w*|kva|kven|kvar|korleis|kvifor|det|noe|noko|en|ein|et|eit|én|éin"
    r"|navnet|namnet)\b"
)


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report the first gap of a module that an edition may take in, and how many there are."""
    found = list(_GAP.finditer(module.text))
    if found and module.meta.status is not Status.DRAFT:
        where = Location.of(found[0].start(), module.text, module.path)
        yield RULE.at(where, words=found[0].group(), number=len(found))
