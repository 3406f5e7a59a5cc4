"""The body's blocks, read once from the source by a scanner that respects code fences.

A block begins with a line `/// name | title`, may have options as YAML indented by four spaces on the lines right
after it, and ends with a line of as many slashes. A block inside another has fewer slashes than the one around it:
the syntax of `pymdownx.blocks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from taikun_build.problems import Location, Problem, Rule, msg
from taikun_build.yaml_tree import Mapping, read_yaml

BLOCK_UNCLOSED = Rule(
    "block-unclosed",
    msg("The block «{name}» that begins here is never closed."),
    msg("Put a line with {slashes} where the block ends. A block inside another has fewer slashes than the outer one."),
)
BLOCK_STRAY_END = Rule(
    "block-stray-end",
    msg("This line closes a block, but no block with {slashes} is open here."),
    msg("Delete the line, or check that the block begins with as many slashes as it ends with."),
)
BLOCK_INDENTED = Rule(
    "block-indented",
    msg("A block line must begin at the left margin."),
    msg("Delete what stands before {slashes}. Blocks cannot stand inside lists and quotations."),
)
BLOCK_HEADER = Rule(
    "block-header",
    msg("This line looks like the beginning of a block, but is not written as one."),
    msg("Write {slashes} name | title, with the name in lower case and a bar before the title."),
)
BLOCK_OPTIONS = Rule(
    "block-options",
    msg("The indented lines right under «{name}» are read as options, and they are not."),
    msg(
        "Only activities have options, written as «key: value». If this is text, take away the indentation and put a"
        " blank line before it."
    ),
)
CODE_UNCLOSED = Rule(
    "code-unclosed",
    msg("The code that begins here is never closed."),
    msg("Put a line with {fence} after the code."),
)
RULES = (BLOCK_UNCLOSED, BLOCK_STRAY_END, BLOCK_INDENTED, BLOCK_HEADER, BLOCK_OPTIONS, CODE_UNCLOSED)

_BLOCK_LINE = re.compile(r"^( *)(/{3,}) *(?:([a-z][a-z0-9-]*) *(?:\| *(.*?))?)? *$")
_NEARLY_A_BLOCK_LINE = re.compile(r"^(/{3,})(?!/) *[^\s/]")
_WITH_OPTIONS = ("activity",)
_MAY_BE_A_MARK = re.compile("///|```|~~~")
_CODE_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}) *[A-Za-z0-9_+#.-]* *$")
_HIDDEN_BLOCK_LINE = re.compile(r"^[\s>]*(?:(?:[-+*]|\d+[.)])[\s>]+)*(/{3,})")


@dataclass(frozen=True, slots=True)
class Markdown:
    """Ordinary Markdown between blocks, with the line it begins on."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its name, its title, its options and what is inside.

    `where` is its first line; `end` the number of its last, or 0 when it is never closed.
    """

    name: str
    title: str
    options: Mapping | None
    children: tuple[Segment, ...]
    where: Location
    end: int = 0


Segment = Markdown | Block


@dataclass(slots=True)
class _Open:
    """A block whose end has not been met yet."""

    name: str
    title: str
    slashes: str
    where: Location
    options: Mapping | None = None
    children: list[Segment] = field(default_factory=list)
    is_known: bool = True


def read_blocks(text: str, path: str, first_line: int) -> tuple[tuple[Segment, ...], list[Problem]]:
    """Read a body into nested segments in which every line of the source belongs to one segment or is a block line."""
    return _Scanner(text, path, first_line).segments()


class _Scanner:
    """Goes through the lines once and keeps the stack of open blocks."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.stack = [_Open("", "", "", Location(path, first_line))]
        self.pending: list[str] = []
        self.pending_line = 0

    def segments(self) -> tuple[tuple[Segment, ...], list[Problem]]:
        index = 0
        while index < len(self.lines):
            if not _MAY_BE_A_MARK.search(self.lines[index]):
                self.keep(index, self.lines[index])
                index += 1
                continue
            fence = _CODE_FENCE.match(self.lines[index])
            block = _BLOCK_LINE.match(self.lines[index])
            if fence:
                index = self.code(index, fence.group(1))
            elif block:
                index = self.block_line(index, block)
            elif nearly := _NEARLY_A_BLOCK_LINE.match(self.lines[index]):
                self.problems.append(BLOCK_HEADER.at(self.location(index), slashes=nearly.group(1)))
                self.flush()
                while len(self.stack) > 1 and len(self.stack[-1].slashes) <= len(nearly.group(1)):
                    self.report_unclosed()
                self.stack.append(_Open("", "", nearly.group(1), self.location(index), is_known=False))
                index += 1
            elif hidden := _HIDDEN_BLOCK_LINE.match(self.lines[index]):
                self.problems.append(BLOCK_INDENTED.at(self.location(index), slashes=hidden.group(1)))
                self.keep(index, "")
                index += 1
            else:
                self.keep(index, self.lines[index])
                index += 1
        self.flush()
        while len(self.stack) > 1:
            self.report_unclosed()
        return tuple(self.stack[0].children), self.problems

    def location(self, index: int, column: int = 1) -> Location:
        return Location(self.path, self.first_line + index, column)

    def keep(self, index: int, line: str) -> None:
        """Add a line to the ordinary ones: empty in the place of what is no text, so that lines still count."""
        if not self.pending:
            self.pending_line = index
        self.pending.append(line)

    def flush(self) -> None:
        """Make a segment of the ordinary lines since the last block line, unless all are blank."""
        first = next((number for number, line in enumerate(self.pending) if line.strip()), None)
        if first is not None:
            text = "\n".join(self.pending[first:]).rstrip()
            self.stack[-1].children.append(Markdown(text, self.location(self.pending_line + first)))
        self.pending = []

    def code(self, index: int, fence: str) -> int:
        """Keep a fenced code block as it is and return the line after it."""
        closing = re.compile(rf"^ {{0,3}}{re.escape(fence[0])}{{{len(fence)},}} *$")
        end = next((n for n in range(index + 1, len(self.lines)) if closing.match(self.lines[n])), None)
        if end is None:
            self.problems.append(CODE_UNCLOSED.at(self.location(index), fence=fence))
            end = len(self.lines) - 1
        for number in range(index, end + 1):
            self.keep(number, self.lines[number])
        return end + 1

    def block_line(self, index: int, match: re.Match[str]) -> int:
        indent, slashes, name, title = match.groups()
        if indent:
            self.problems.append(BLOCK_INDENTED.at(self.location(index), slashes=slashes))
            self.keep(index, "")
            return index + 1
        self.flush()
        if name is None:
            self.close(index, slashes)
            return index + 1
        while len(self.stack) > 1 and len(self.stack[-1].slashes) <= len(slashes):
            self.report_unclosed()
        block = _Open(name, (title or "").strip(), slashes, self.location(index))
        self.stack.append(block)
        return self.options(index + 1, block)

    def options(self, index: int, block: _Open) -> int:
        """Read the indented YAML right after a block's header and return the line after it."""
        end = index
        while end < len(self.lines) and self.lines[end].startswith("    ") and self.lines[end].strip():
            end += 1
        if end == index:
            return index
        if block.name not in _WITH_OPTIONS:
            self.problems.append(BLOCK_OPTIONS.at(self.location(index, 5), name=block.name))
            return end
        text = "\n".join(line[4:] for line in self.lines[index:end]) + "\n"
        tree, problems = read_yaml(text, self.path, first_line=self.first_line + index, indent=4)
        self.problems += problems
        if isinstance(tree, Mapping):
            block.options = tree
        elif not problems:
            self.problems.append(BLOCK_OPTIONS.at(self.location(index, 5), name=block.name))
        return end

    def close(self, index: int, slashes: str) -> None:
        if slashes not in [block.slashes for block in self.stack[1:]]:
            self.problems.append(BLOCK_STRAY_END.at(self.location(index), slashes=slashes))
            return
        while self.stack[-1].slashes != slashes:
            self.report_unclosed()
        self.pop(self.first_line + index)

    def report_unclosed(self) -> None:
        block = self.stack[-1]
        if block.is_known:
            self.problems.append(BLOCK_UNCLOSED.at(block.where, name=block.name, slashes=block.slashes))
        self.pop()

    def pop(self, end: int = 0) -> None:
        block = self.stack.pop()
        if not block.is_known:
            self.stack[-1].children += block.children
            return
        segment = Block(block.name, block.title, block.options, tuple(block.children), block.where, end)
        self.stack[-1].children.append(segment)
