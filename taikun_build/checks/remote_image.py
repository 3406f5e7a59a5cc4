"""Images are published with the text that shows them; none is fetched from another site."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.linking import is_elsewhere, is_unsafe
from taikun_build.model import Curriculum, Module, Page
from taikun_build.problems import Problem, Rule, msg

RULE = Rule(
    "remote-image",
    msg("The image is fetched from another site: {target}"),
    msg("Put a copy in the module's own folder, if the licence allows it, or link to the page where the image stands."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report images at web addresses: whoever runs the other site would see who reads this one."""
    for prose in text.proses():
        for link in prose.tree.links:
            if link.is_image and is_elsewhere(link.target) and not is_unsafe(link.target):
                yield RULE.at(prose.location(link.offset), target=link.target)
