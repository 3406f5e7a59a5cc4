"""What authors read: the guide to writing (`docs/`) and a page for every rule (`tests/checks/`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from taikun_build.linking import resolve
from taikun_build.model import Page
from taikun_build.problems import Problem
from taikun_build.reading import read_pages
from taikun_build.rulebook import RulePage, read_rule_pages, with_captions
from taikun_build.sources import MemorySources, Sources

GUIDE = "docs"


@dataclass(frozen=True, slots=True)
class Handbook:
    """The pages of the guide, its front page first, and the rules' pages by code."""

    guide: tuple[Page, ...]
    rules: Mapping[str, RulePage]


def read_handbook(guide: Sources, rules: Sources) -> tuple[Handbook, tuple[Problem, ...]]:
    """Read both. The examples of the guide are shown under the names of the files they belong to."""
    texts = {entry.path: guide.read(entry.path).data for entry in guide.entries() if entry.path.endswith(".md")}
    shown = MemorySources({path: with_captions(data.decode()).encode() for path, data in texts.items()})
    pages, problems = read_pages(shown)
    return Handbook(_in_order(pages), read_rule_pages(rules)), problems


def _in_order(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The front page, then the others in the order in which it links to them, then those that it does not name."""
    front = next((page for page in pages if page.id == "index"), None)
    named = [resolve(front.path, link.target) for link in front.prose.tree.links] if front else []
    order = {path: number for number, path in reversed(list(enumerate(named)))}
    return tuple(sorted(pages, key=lambda page: (page is not front, order.get(page.path, len(order)), page.path)))
