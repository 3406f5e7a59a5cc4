"""What is more than a draft has no gaps left of those that `taikun new` makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.model import Curriculum, Module, Written
from taikun_build.problems import Location, Problem, Rule, Severity, msg
from taikun_build.vocabulary import Status

RULE = Rule(
    "unfinished-text",
    msg("«{words}» still stands here, where something was to be written."),
    msg("Replace it with your own text. A module can have «status» draft until it is done. Such places: {number}."),
    Severity.WARNING,
)

_GAP = re.compile(
    r"(?:^|(?<=[\s\[]))Skriv her (?:hva|hvem|hvor\w*|kva|kven|kvar|korleis|kvifor|det|noe|noko|en|ein|et|eit|én|éin"
    r"|navnet|namnet)\b"
)


def check(text: Written, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report the first gap of a file that an edition may take in, and how many there are."""
    if isinstance(text, Module) and (text.meta.status is Status.DRAFT or "status" in text.broken):
        return
    found = list(_GAP.finditer(text.text))
    if found:
        where = Location.of(found[0].start(), text.text, text.path)
        yield RULE.at(where, words=found[0].group(), number=len(found))
