"""The body's blocks, read once from the source by a scanner that respects code fences.

A block begins with a line `/// name | title`, may have options as YAML indented by four spaces on the lines right
after it, and ends with a line of as many slashes. A block inside another has fewer slashes than the one around it:
the syntax of `pymdownx.blocks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from taikun_build.model import ActivityOptions
from taikun_build.problems import Location, Problem, Rule, msg
from taikun_build.shapes import did_you_mean
from taikun_build.yaml_tree import Mapping, read_yaml

BOXES = ("reflection", "example", "key-points")
BLOCKS = ("activity", "format", "facilitator", "dilemma", *BOXES)

BLOCK_UNCLOSED = Rule(
    "block-unclosed",
    msg("The block «{name}» that begins here is never closed."),
    msg("{advice}"),
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
    msg("{suggestion}Write {slashes} name | title, with the name in lower case and a bar before the title."),
)
BLOCK_OPTIONS = Rule(
    "block-options",
    msg("The indented lines right under «{name}» are read as options, and they are not."),
    msg(
        "Only activities have options, written as «key: value». If this is text, take away the indentation and put a"
        " blank line before it."
    ),
)
OPTIONS_INDENT = Rule(
    "block-options-indent",
    msg("The options of an activity are indented by four spaces."),
    msg("Put exactly four spaces in front of each of the lines with options, right under the activity's first line."),
)
OPTIONS_MISSING = Rule(
    "block-options-missing",
    msg("The activity «{title}» has no options."),
    msg("Write {keys} on the lines right under it, each indented by four spaces."),
)
CODE_UNCLOSED = Rule(
    "code-unclosed",
    msg("The code that begins here is never closed."),
    msg("Put a line with {fence} after the code."),
)
RULES = (
    BLOCK_UNCLOSED,
    BLOCK_STRAY_END,
    BLOCK_INDENTED,
    BLOCK_HEADER,
    BLOCK_OPTIONS,
    OPTIONS_INDENT,
    OPTIONS_MISSING,
    CODE_UNCLOSED,
)

_BLOCK_LINE = re.compile(r"^( *)(/{3,}) *(?:([a-z][a-z0-9-]*) *(?:\| *(.*?))?)? *$")
_NEARLY_A_BLOCK_LINE = re.compile(r"^(/{3,})(?!/) *[^\s/]")
_OPTION = re.compile(rf"^[ \t]*(?:{'|'.join(ActivityOptions.model_fields)}) *:")
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

    `where` is its first line; `end` the number of its last, or 0 when it is never closed. The name is empty when the
    block's first line could not be understood; the options are None when they could not be read, or when there are
    none. Both have been reported.
    """

    name: str
    title: str
    options: Mapping | None
    children: tuple[Segment, ...]
    where: Location
    title_at: Location
    end: int = 0


Segment = Markdown | Block


@dataclass(slots=True)
class _Open:
    """A block whose end has not been met yet."""

    name: str
    title: str
    slashes: str
    where: Location
    title_at: Location
    options: Mapping | None = None
    children: list[Segment] = field(default_factory=list)


@dataclass(slots=True)
class _Loose:
    """A block without an end, or an end without a block: reported last, since the two may belong together."""

    slashes: str
    index: int
    name: str = ""


def is_sound(segments: tuple[Segment, ...]) -> bool:
    """Whether every block's first line and end could be understood."""
    blocks = [segment for segment in segments if isinstance(segment, Block)]
    return all(block.name and is_sound(block.children) for block in blocks)


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
        top = Location(path, first_line)
        self.stack = [_Open("", "", "", top, top)]
        self.loose: list[_Loose] = []
        self.slashes: list[tuple[int, str]] = []
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
                slashes, words = nearly.group(1), self.lines[index].lstrip("/ ")
                suggestion = did_you_mean(re.split(r"[|:]", words)[0], BLOCKS) or did_you_mean(
                    words.partition(" ")[0], BLOCKS
                )
                problem = BLOCK_HEADER.at(self.location(index), slashes=slashes, suggestion=suggestion)
                self.problems.append(problem)
                index = self.begin(index, "", slashes, "", 0)
            elif hidden := _HIDDEN_BLOCK_LINE.match(self.lines[index]):
                self.problems.append(BLOCK_INDENTED.at(self.location(index), slashes=hidden.group(1)))
                self.keep(index, "")
                index += 1
            else:
                self.keep(index, self.lines[index])
                index += 1
        self.flush()
        while len(self.stack) > 1:
            self.leave_unclosed()
        self.report_loose()
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
            end = self.likely_end_of_code(index)
        for number in range(index, end + 1):
            self.keep(number, self.lines[number])
        return end + 1

    def likely_end_of_code(self, index: int) -> int:
        """Where code that is never closed may have been meant to end: at another fence, or before the next block."""
        for number in range(index + 1, len(self.lines)):
            if _CODE_FENCE.match(self.lines[number]):
                return number
            if _BLOCK_LINE.match(self.lines[number]):
                return number - 1
        return len(self.lines) - 1

    def block_line(self, index: int, match: re.Match[str]) -> int:
        indent, slashes, name, title = match.groups()
        if indent:
            self.problems.append(BLOCK_INDENTED.at(self.location(index), slashes=slashes))
            self.keep(index, "")
            return index + 1
        if name is None:
            self.flush()
            self.close(index, slashes)
            return index + 1
        return self.begin(index, name, slashes, (title or "").strip(), match.start(4) if title else 0)

    def begin(self, index: int, name: str, slashes: str, title: str, title_column: int) -> int:
        """Begin a block and return the line after its options."""
        self.flush()
        while len(self.stack) > 1 and len(self.stack[-1].slashes) <= len(slashes):
            self.leave_unclosed()
        self.slashes.append((index, slashes))
        block = _Open(name, title, slashes, self.location(index), self.location(index, title_column + 1))
        self.stack.append(block)
        if name == "activity":
            return self.options(index + 1, block)
        return self.no_options(index + 1, block)

    def options(self, index: int, block: _Open) -> int:
        """Read the indented YAML right after the header of an activity and return the line after it."""
        lines: list[str] = []
        cuts: list[int] = []
        crooked: int | None = None
        end = index
        while end < len(self.lines) and (found := self.option_line(self.lines[end])) is not None:
            if crooked is None and not self.lines[end].startswith(found):
                crooked = end
            lines.append(found)
            cuts.append(len(self.lines[end]) - len(found) + 4)
            end += 1
        if crooked is not None:
            self.problems.append(OPTIONS_INDENT.at(self.location(crooked)))
        if not lines:
            keys = ", ".join(ActivityOptions.model_fields)
            self.problems.append(OPTIONS_MISSING.at(block.where, title=block.title, keys=keys))
            return end
        text = "\n".join(line[4:] for line in lines) + "\n"
        tree, problems = read_yaml(text, self.path, first_line=self.first_line + index, cuts=cuts)
        self.problems += problems
        if isinstance(tree, Mapping):
            block.options = tree
        elif not problems:
            self.problems.append(BLOCK_OPTIONS.at(self.location(index, 5), name=block.name))
        return end

    def option_line(self, line: str) -> str | None:
        """A line with an option, indented by four spaces as it should be, or None when it is something else."""
        if _OPTION.match(line):
            return "    " + line.lstrip()
        return line if line.startswith("    ") and line.strip() else None

    def no_options(self, index: int, block: _Open) -> int:
        """Report indented lines after the header of a block that takes no options; return the line after them."""
        end = index
        while end < len(self.lines) and self.lines[end].startswith("    ") and self.lines[end].strip():
            end += 1
        if end > index and block.name in BLOCKS:
            self.problems.append(BLOCK_OPTIONS.at(self.location(index, 5), name=block.name))
        return end

    def close(self, index: int, slashes: str) -> None:
        if slashes not in [block.slashes for block in self.stack[1:]]:
            self.loose.append(_Loose(slashes, index))
            self.gather(slashes)
        else:
            while self.stack[-1].slashes != slashes:
                self.leave_unclosed()
            self.pop(self.first_line + index)
        self.slashes.append((index, slashes))

    def gather(self, slashes: str) -> None:
        """Take what stands since the last line with as many slashes for the inside of the block that ends here."""
        last = max((index for index, other in self.slashes if other == slashes), default=-1)
        children = self.stack[-1].children
        inside = [child for child in children if child.where.line > self.first_line + last]
        if inside:
            del children[len(children) - len(inside) :]
            where = inside[0].where
            children.append(Block("", "", None, tuple(inside), where, where))

    def leave_unclosed(self) -> None:
        block = self.stack[-1]
        if block.name:
            self.loose.append(_Loose(block.slashes, block.where.line - self.first_line, block.name))
        self.pop()

    def report_loose(self) -> None:
        """Report blocks without an end and ends without a block, or the two together when they belong together."""
        ends = [loose for loose in self.loose if not loose.name]
        for block in (loose for loose in self.loose if loose.name):
            other = next((end for end in ends if self.may_end(block, end)), None)
            advice = msg(
                "Put a line with {slashes} where the block ends. A block inside another has fewer slashes than the"
                " outer one.",
                slashes=block.slashes,
            )
            if other is not None:
                ends.remove(other)
                advice = msg(
                    "It begins with {slashes}, but line {line} ends it with {other}. Write as many in both places.",
                    slashes=block.slashes,
                    line=self.location(other.index).line,
                    other=other.slashes,
                )
            self.problems.append(BLOCK_UNCLOSED.at(self.location(block.index), name=block.name, advice=advice))
        for end in ends:
            self.problems.append(BLOCK_STRAY_END.at(self.location(end.index), slashes=end.slashes))

    def may_end(self, block: _Loose, end: _Loose) -> bool:
        """Whether an end below a block is likely to be its own, with the wrong number of slashes."""
        between = range(block.index + 1, end.index)
        return end.index > block.index and not any(
            index in between and slashes == end.slashes for index, slashes in self.slashes
        )

    def pop(self, end: int = 0) -> None:
        block = self.stack.pop()
        segment = Block(block.name, block.title, block.options, tuple(block.children), block.where, block.title_at, end)
        self.stack[-1].children.append(segment)
