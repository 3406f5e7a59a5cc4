"""The pages that explain the rules to authors: why a rule is there, how to mend a breach, and texts that show both.

One file a rule, `tests/checks/<code>.md`. It is published as the page that a finding leads to, printed by `taikun
explain`, and it is the rule's test: the example curriculum with the faulty text gives exactly the finding, and with the
right text or a near miss it gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taikun_build.sources import Kind, Sources

FOLDER = "tests/checks"
WHY, MEND, WRONG, RIGHT, NEAR_MISS, FOUND = "", "Slik retter du det", "Galt", "Rett", "Også rett", "Funn"
HEADINGS = (MEND, WRONG, RIGHT, NEAR_MISS, FOUND)

_SECTION = re.compile(r"^(?P<fence>`{3,})\w.*\n(?:.*\n)*?(?P=fence)\n|^## (?P<heading>.+)\n", re.MULTILINE)
_CAPTIONED = re.compile(r"^( *)(`{3,})(\w+)(?: (.+))?\n((?:.*\n)*?)\1\2\n", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})(\w+)(?: (.+))?\n((?:.*\n)*?)\1\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A fenced text of a page: how it is written, where it belongs, what it says.

    `escaped` texts have Python's escapes for bytes, `base64` ones are a file's bytes, `repeated` ones say on their
    first line how many times the rest stands, `slow` ones are files that it takes too long to read, `link`, `hardlink`,
    `submodule` and `special` stand for entries that are no ordinary files, `gone` for a file that is not there.
    """

    kind: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading (empty for the first), its Markdown as it stands, and its fenced texts."""

    heading: str
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A faulty text, the right one it stands in the place of, and the finding to the letter."""

    faulty: tuple[Piece, ...]
    right: tuple[Piece, ...]
    finding: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule's page: its code, its whole text, and its sections in the order in which they are read."""

    code: str
    text: str
    sections: tuple[Section, ...]

    @property
    def why(self) -> str:
        """What the page says before its first heading: why the rule is there."""
        return self.sections[0].text.strip()

    @property
    def mend(self) -> str:
        """How a breach is mended."""
        return "\n".join(section.text for section in self.sections if section.heading == MEND).strip()

    def cases(self) -> Iterator[Case]:
        """Each faulty text with the right one it is held against, which is the next on the page, or else the last."""
        findings = iter(section for section in self.sections if section.heading == FOUND)
        for index, section in enumerate(self.sections):
            if section.heading == WRONG:
                yield Case(section.pieces, self._right(index), next(findings).pieces[0].text)

    def near_misses(self) -> Iterator[tuple[Piece, tuple[Piece, ...]]]:
        """Each text that is right too, with the right one it stands in the place of: the one before it."""
        for index, section in enumerate(self.sections):
            if section.heading == NEAR_MISS:
                right = [other.pieces for other in self.sections[:index] if other.heading == RIGHT]
                yield from ((piece, right[-1]) for piece in section.pieces)

    def right_texts(self) -> Iterator[tuple[Piece, ...]]:
        """The texts that keep the rule."""
        return (section.pieces for section in self.sections if section.heading == RIGHT)

    def _right(self, index: int) -> tuple[Piece, ...]:
        after = [section.pieces for section in self.sections[index:] if section.heading == RIGHT]
        return after[0] if after else [section.pieces for section in self.sections if section.heading == RIGHT][-1]


def with_captions(text: str) -> str:
    """A page's Markdown with each fenced text, also in a list, under the name of its file, as readers are shown it."""

    def shown(match: re.Match[str]) -> str:
        indent, fence, kind, path, content = match.groups()
        caption = f"{indent}`{path}`:\n\n" if path else ""
        return caption if kind == "gone" else f"{caption}{indent}{fence}{kind}\n{content}{indent}{fence}\n"

    return _CAPTIONED.sub(shown, text)


def read_rule_pages(sources: Sources) -> Mapping[str, RulePage]:
    """Every page below a tree, by code."""
    paths = (entry.path for entry in sources.entries() if entry.kind is Kind.FILE and entry.path.endswith(".md"))
    pages = (read_rule_page(sources.read(path).data.decode()) for path in paths)
    return {page.code: page for page in pages}


def read_rule_page(text: str) -> RulePage:
    """A page is `# code`, prose, and sections with the headings above; «Galt» and «Funn» come in pairs.

    Raises ValueError when it is not: the pages are the program's own texts, and a test reads them all.
    """
    marks = [match for match in _SECTION.finditer(text) if match["heading"]]
    ends = [match.start() for match in marks] + [len(text)]
    title, _, why = text[: ends[0]].partition("\n")
    code = title.removeprefix("# ").strip()
    sections = [Section(WHY, why, ())]
    for mark, end in zip(marks, ends[1:], strict=True):
        name, body = mark["heading"], text[mark.end() : end]
        pieces = tuple(Piece(kind, path, content) for _, kind, path, content in _FENCE.findall(body))
        sections.append(Section(name, body, pieces))
    names = [section.heading for section in sections]
    if unknown := set(names[1:]) - set(HEADINGS):
        raise ValueError(f"{code}: unknown headings {sorted(unknown)}")
    if not names.count(WRONG) == names.count(FOUND) > 0 or RIGHT not in names:
        raise ValueError(f"{code}: needs «{RIGHT}», and as many «{FOUND}» as «{WRONG}»")
    return RulePage(code, text, tuple(sections))
