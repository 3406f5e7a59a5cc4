"""The text of a new module, dilemma, session or learning path: complete, and with honest gaps to fill.

A gap says «Write here …» in the text's own language and is meant to be replaced. A module is right by the rules of
drafts from the start, a session and a learning path once their gaps are filled. A dilemma is inserted into a file that
somebody else has written: the rest of that file stays as it is, byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from taikun_build.body import Block, read_blocks
from taikun_build.catalogue import Catalogue
from taikun_build.frontmatter import Document
from taikun_build.language import PARALLEL
from taikun_build.model import BreakRule, LunchRule, Module, ModuleSlot, OwnSlot
from taikun_build.problems import Text, msg
from taikun_build.rendering import environment
from taikun_build.timing import after_midnight, limit_for, total_minutes
from taikun_build.vocabulary import Format, Language, Level, Method, SessionKind, SlotKind
from taikun_build.yaml_tree import Mapping as YamlMapping
from taikun_build.yaml_tree import Sequence

SHORTEST, LONGEST = 15, 480
"""The minutes that a new module can last."""
PAUSE = 10
OUTCOME = "mal-1"
OPEN_TIME = 45
"""The minutes of a new gathering that are for what people come with."""
LUNCH = LunchRule(earliest="11:30", minutes=45)

DISCUSSING = frozenset(
    {
        Method.DILEMMA,
        Method.IGP,
        Method.PAIRS,
        Method.GROUPS,
        Method.PLENARY,
        Method.ONE_TWO_FOUR_ALL,
        Method.STATIONS,
        Method.ROLE_PLAY,
        Method.FISHBOWL,
        Method.SCENARIO_AXES,
    }
)


@dataclass(frozen=True, slots=True)
class NewModule:
    """What an author says of a new module. Duration in minutes, `SHORTEST` to `LONGEST`; language nb or nn."""

    id: str
    theme: str
    title: str
    level: Level
    formats: tuple[Format, ...]
    duration: int
    language: Language
    today: date


@dataclass(frozen=True, slots=True)
class NewDilemma:
    """What an author says of a new dilemma."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class NewSession:
    """What an author says of a new session. `start` is HH:MM; the modules come in the order of the day."""

    id: str
    title: str
    modules: tuple[Module, ...]
    start: str
    kind: SessionKind
    form: Format
    language: Language


@dataclass(frozen=True, slots=True)
class NewPath:
    """What an author says of a new learning path. The modules are named by their ids, in the order of the path."""

    id: str
    title: str
    modules: tuple[str, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """An activity of a new module."""

    id: str
    title: str
    minutes: int
    method: Method
    purpose: str
    text: str
    is_work: bool = False


def new_module(new: NewModule, catalogues: Callable[[Language], Catalogue]) -> str:
    """A module with every key, and activities and breaks that take `duration` minutes."""
    catalogue = catalogues(new.language)
    say = catalogue.say
    equipment = {
        Format.PHYSICAL: say(msg("Write here what you need in the room")),
        Format.DIGITAL: say(msg("Write here what you need when all meet on screen")),
        Format.HYBRID: say(msg("Write here what you need when some are in the room and others on screen")),
    }
    variants = {
        Format.PHYSICAL: say(msg("Write here how you do it in the room.")),
        Format.DIGITAL: say(msg("Write here how you do it on screen.")),
        Format.HYBRID: say(msg("Write here how you do it when some are in the room and others on screen.")),
    }
    steps = tuple(plan_steps(new.duration, limit_for(new.formats), say))
    outcome = msg("Write here something that the participants can do afterwards")
    review_by = new.today + timedelta(days=365)
    return _render(
        "new_module.md",
        catalogue,
        new=new,
        steps=steps,
        equipment=equipment,
        variants=variants,
        id=OUTCOME,
        outcome=say(outcome),
        parallel=catalogues(PARALLEL[new.language]).say(outcome),
        review_by=review_by,
    )


def stretches(duration: int, limit: int) -> tuple[int, ...]:
    """The minutes of work between breaks of ten minutes, none longer than the limit, as even as whole fives allow."""
    breaks = max(0, ceil((duration - limit) / (limit + PAUSE)))
    work = duration - PAUSE * breaks
    cuts = [5 * ceil(work * number / (breaks + 1) / 5) for number in range(breaks + 1)]
    return tuple(end - start for start, end in pairwise([*cuts, work]))


def plan_steps(duration: int, limit: int, say: Callable[[Text], str]) -> Iterator[PlannedStep]:
    """The activities of a session: a round at both ends, a task in each stretch, and breaks between."""
    lengths = stretches(duration, limit)
    for number, minutes in enumerate(lengths, 1):
        left = minutes
        if number == 1:
            purpose, text = (
                msg("Everyone has said something."),
                msg("Write here a question that all can answer briefly."),
            )
            yield PlannedStep("innsjekk", say(msg("Check-in")), 5, Method.CHECK_IN, say(purpose), say(text))
            left -= 5
        left -= 5 if number == len(lengths) else 0
        if number == 1 and left > 25:
            purpose = msg("Write here what the participants shall have understood.")
            text = msg("Write here the most important things, as briefly as you can.")
            yield PlannedStep("innledning", say(msg("To begin with")), 10, Method.PRESENTATION, say(purpose), say(text))
            left -= 10
        title, purpose = msg("Task {number}", number=number), msg("Write here what the task is good for.")
        text = msg("Write here what the participants do, step by step.")
        yield PlannedStep(f"oppgave-{number}", say(title), left, Method.IGP, say(purpose), say(text), is_work=True)
        if number < len(lengths):
            purpose, text = msg("All get to stand up."), msg("Leave the screen, and come back at the time agreed.")
            yield PlannedStep(f"pause-{number}", say(msg("Break")), PAUSE, Method.BREAK, say(purpose), say(text))
    purpose = msg("Everyone takes something along.")
    text = msg("Write here what each participant says or writes at the end.")
    yield PlannedStep("utsjekk", say(msg("Check-out")), 5, Method.CHECK_OUT, say(purpose), say(text))


def with_dilemma(raw: str, document: Document, module: Module, new: NewDilemma, catalogue: Catalogue) -> str | Text:
    """A module's file with one more dilemma: in the front matter, and placed in the last activity that discusses.

    `raw` is the file's text with its own line ends, `document` and `module` what was read from it. Returns the reason
    when there is no place for it.
    """
    activity = _last_discussion(document, module)
    if activity is None:
        return msg(
            "No activity in {path} discusses anything. Add one with the method «dilemma» or «groups» first.",
            path=document.path,
        )
    end_of_line = "\r\n" if "\r\n" in raw else "\n"
    lines = raw.split("\n")
    text = _render("new_dilemma.yml", catalogue, new=new)
    item = text.rstrip("\n").split("\n")
    matter, body_line = document.matter, document.body_line
    placed = _insert_in_list(lines, matter, body_line, item, end_of_line[:-1]) if matter is not None else None
    if placed is None:
        return msg("Write «dilemmas» in {path} as a list with a hyphen for each dilemma first.", path=document.path)
    at, block = _placement(lines, activity, new.id)
    lines[at:at] = [line + end_of_line[:-1] for line in block]
    at, removed, added = placed
    lines[at : at + removed] = added
    return "\n".join(lines)


def new_session(new: NewSession, catalogue: Catalogue) -> str:
    """A session with the modules one after the other, and the rules for breaks, and for lunch when it is time."""
    programme = tuple(_programme(new, catalogue.say))
    breaks = BreakRule(after=limit_for((new.form,)), minutes=15)
    return _render(
        "new_session.yml", catalogue, new=new, programme=programme, breaks=breaks, lunch=_lunch(new, programme)
    )


def new_path(new: NewPath, catalogue: Catalogue) -> str:
    """A learning path with a step for each module, and a gap where the reason for it belongs."""
    return _render("new_path.yml", catalogue, new=new)


def _programme(new: NewSession, say: Callable[[Text], str]) -> Iterator[ModuleSlot | OwnSlot]:
    """The modules between a beginning and an end. A gathering has open time before them."""
    yield OwnSlot(title=say(msg("Welcome")), minutes=PAUSE, kind=SlotKind.WELCOME)
    if new.kind is SessionKind.SAMLING:
        yield OwnSlot(title=say(msg("Who is here")), minutes=15, kind=SlotKind.ROUND)
        yield OwnSlot(title=say(msg("What you want to take up")), minutes=OPEN_TIME, kind=SlotKind.WORK)
    for module in new.modules:
        yield ModuleSlot(module=module.meta.id)
    yield OwnSlot(title=say(msg("Closing")), minutes=15, kind=SlotKind.CLOSING)


def _lunch(new: NewSession, programme: tuple[ModuleSlot | OwnSlot, ...]) -> LunchRule | None:
    """Lunch by rule on a day that begins before it and goes on after it."""
    start, earliest = after_midnight(new.start), after_midnight(LUNCH.earliest)
    own = sum(slot.minutes for slot in programme if isinstance(slot, OwnSlot))
    end = start + own + sum(total_minutes(module) for module in new.modules)
    return LUNCH if start < earliest < end else None


def _last_discussion(document: Document, module: Module) -> Block | None:
    """The last activity in which people talk together, as a block of the body with room for other blocks."""
    segments, _ = read_blocks(document.body, document.path, document.body_line)
    blocks = {block.where: block for block in segments if isinstance(block, Block)}
    lines = document.text.split("\n")
    found = [
        blocks[activity.where]
        for activity in module.activities
        if activity.options.method in DISCUSSING and lines[activity.where.line - 1].startswith("////")
    ]
    return found[-1] if found else None


def _placement(lines: list[str], activity: Block, dilemma: str) -> tuple[int, list[str]]:
    """Where in the file a dilemma is placed (an index into its lines), and the lines: after other dilemmas, else before
    the first format or note, else last in the activity."""
    block = [f"/// dilemma | {dilemma}", "", "///"]
    inner = [child for child in activity.children if isinstance(child, Block)]
    others = [child for child in inner if child.name == "dilemma"]
    if others:
        return others[-1].end, ["", *block]
    before = next((child.where.line for child in inner if child.name in ("format", "facilitator")), activity.end) - 1
    is_blank = not lines[before - 1].strip()
    return before, [*([] if is_blank else [""]), *block, ""]


def _insert_in_list(
    lines: list[str], matter: YamlMapping, body_line: int, item: list[str], carriage: str
) -> tuple[int, int, list[str]] | None:
    """How the item comes last in the list `dilemmas`: the index of a line, how many lines go there, and which come.

    None when the list is written in a way that nothing can be added to without writing it anew.
    """
    keys = [key.text for key, _ in matter.entries]
    number = keys.index("dilemmas")
    key, value = matter.entries[number]
    if not isinstance(value, Sequence):
        return None
    index = value.where.line - 1
    written = lines[index][value.where.column - 1 :]
    if written.startswith("["):
        empty = re.match(r"\[\s*\]", written)
        if value.items or empty is None or index != key.where.line - 1:
            return None
        rest = written[empty.end() :]
        before = lines[index][: value.where.column - 1]
        kept = (before if rest.strip() else before.rstrip()) + rest
        return index, 1, [kept, *(f"  {line}{carriage}" for line in item)]
    last = value.items[-1]
    dash = re.match(r"( *)- ", lines[last.where.line - 1])
    if dash is None or not isinstance(last, YamlMapping):
        return None
    entries = matter.entries[number + 1 :]
    end = (entries[0][0].where.line if entries else body_line - 1) - 1
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    return end, 0, [f"{dash.group(1)}{line}{carriage}" for line in item]


def _render(name: str, catalogue: Catalogue, **values: object) -> str:
    template = environment().get_template(f"{name}.jinja")
    return template.render(inline=inline, _=lambda text, **filled: catalogue.say(Text(text, filled)), **values)


def inline(text: str) -> str:
    """A text of one line as a YAML value: as it is where that is safe, else in quotation marks."""
    is_safe = re.fullmatch(r"[\w«][^:#\"'\[\]{},&*!|>%@`\\]*", text) and text == text.strip()
    return text if is_safe and text not in ("null",) else json.dumps(text, ensure_ascii=False)
