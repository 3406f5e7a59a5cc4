"""The evaluation of a module: what participants, later the same participants, and the facilitator are asked.

The codes are those that Nettskjema calls external: they become the columns of the data file, `question.row` in a matrix
and `question.option` for checkboxes. They are made of ids alone, so that neither the order nor the wording of anything
changes them, and are the same in both written languages: a form must exist in both (Language Act, section 14). No code
means one thing in one form and another in another, so that answers from all of them can be put side by side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taikun_build.language import PARALLEL
from taikun_build.model import Activity, Outcome, Role
from taikun_build.problems import Text, Value, msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import Shown
from taikun_build.vocabulary import Format, Labelled, Language

WRITTEN = tuple(PARALLEL)
"""The languages that every form is there in."""
LONGEST_CODE = 64
"""Characters of a whole column, question and row together."""
_LONGEST_ROW = LONGEST_CODE - len("trygghet_etter.")
_DIGEST = 8

Words = Text | Mapping[Language, str]
"""What a form says: the program's own text, which every catalogue knows, or a module's, by language."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and the language that it is said in."""

    text: Value
    language: Language


class QuestionKind(Labelled):
    """The kinds of questions, by the names that the data files give them."""

    RADIO = "radio", msg("Radio buttons")
    CHECKBOX = "checkbox", msg("Checkboxes")
    MATRIX = "radio_matrix", msg("Matrix of radio buttons")
    SCALE = "linear_scale", msg("Linear scale")
    NUMBER = "number", msg("A number")
    TEXT = "text", msg("An answer in words")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, or a row of a matrix. Without words only its code is shown, as on the steps of a scale."""

    code: str
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question. `planned` is how many minutes the plan has for what it asks about; 0 where it asks about no time."""

    code: str
    kind: QuestionKind
    words: Words
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    planned: int = 0

    @property
    def is_given(self) -> bool:
        """Whether the form answers it by itself: it says what the answers are about."""
        return self.kind is QuestionKind.RADIO and len(self.options) == 1

    @property
    def columns(self) -> tuple[str, ...]:
        """What it is called in the data file."""
        match self.kind:
            case QuestionKind.MATRIX:
                return tuple(f"{self.code}.{row.code}" for row in self.rows)
            case QuestionKind.CHECKBOX:
                return tuple(f"{self.code}.{option.code}" for option in self.options)
            case _:
                return (self.code,)


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `about` is said to those who fill it in."""

    id: str
    title: Text
    about: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The forms of a module."""

    module: ReaderModule
    participants: Form
    later: Form
    facilitator: Form

    @property
    def forms(self) -> tuple[Form, ...]:
        """All of them, in the order in which they are used."""
        return (self.participants, self.later, self.facilitator)


_ANONYMOUS = msg("Your answers are anonymous. Write no names, neither your own nor others’.")
_FORM_CODES: Mapping[Format, str] = {Format.PHYSICAL: "fysisk", Format.DIGITAL: "digital", Format.HYBRID: "hybrid"}
_LIBRARIES = (
    Option("folkebibliotek", msg("Public library")),
    Option("fylkesbibliotek", msg("County library")),
    Option("uh_bibliotek", msg("University or college library")),
    Option("skolebibliotek", msg("School library")),
    Option("fagbibliotek", msg("Special library")),
    Option("annet", msg("Other")),
)
_TEMPO = (
    Option("for_sakte", msg("Too slow")),
    Option("passe", msg("Just right")),
    Option("for_fort", msg("Too fast")),
)
_USED = (
    Option("nei", msg("No")),
    Option("en_gang", msg("Once")),
    Option("flere_ganger", msg("Several times")),
)
_TAUGHT = (
    Option("nei", msg("No")),
    Option("planlagt", msg("No, but it is planned")),
    Option("ja", msg("Yes")),
)
_NOTHING = Option("ingenting", msg("Nothing"))
_HINDRANCES = (
    Option("tid", msg("Lack of time")),
    Option("leder", msg("Lack of support from the leader")),
    Option("verktoy", msg("Lack of tools that we may use")),
    Option("usikker", msg("I do not feel confident enough")),
    Option("anledning", msg("There has been no occasion")),
    Option("annet", msg("Something else")),
    _NOTHING,
)


def evaluation(module: ReaderModule, roles: tuple[Role, ...], shown: Shown) -> Evaluation:
    """The forms of a module of the edition that is shown. `roles` are all those that participants may have."""
    context = tuple(_context(module, shown))
    return Evaluation(
        module,
        Form(
            "participants",
            msg("For participants, when the session ends"),
            _ANONYMOUS,
            (*context, *_about_you(module, roles), *_participants(module)),
        ),
        Form(
            "later",
            msg("For participants, after 6–8 weeks"),
            _ANONYMOUS,
            (*context, *_later()),
        ),
        Form(
            "facilitator",
            msg("For the facilitator, right after the session"),
            msg("Write down what happened while you remember it. It is the plan that is tried out, not you."),
            (*context, _held(module), *_facilitator(module)),
        ),
    )


def phrase(words: Words, language: Language) -> Phrase:
    """What is said in a form of a language: in another language where there is nothing in that one."""
    if isinstance(words, Text):
        return Phrase(words, language)
    known = language if language in words else next(iter(words))
    return Phrase(words[known], known)


def row_code(module_id: str, part_id: str) -> str:
    """The code of an outcome or an activity, unlike that of any other module's.

    Ids have no two hyphens in a row, so the two underscores part them without doubt. What is too long is cut, and a
    digest of the whole keeps it apart from others that begin alike.
    """
    whole = f"{_code(module_id)}__{_code(part_id)}"
    if len(whole) <= _LONGEST_ROW:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:_DIGEST]
    return f"{whole[: _LONGEST_ROW - _DIGEST - 1]}_{digest}"


def codebook(evaluation: Evaluation) -> Mapping[str, Any]:
    """The forms as data for other programs: every text in each language that it is there in."""
    return {
        "module": evaluation.module.id,
        "forms": [
            {
                "id": form.id,
                "title": _in_each(form.title),
                "about": _in_each(form.about),
                "questions": [_question(question) for question in form.questions],
            }
            for form in evaluation.forms
        ],
    }


def _question(question: Question) -> Mapping[str, Any]:
    return {
        "code": question.code,
        "type": str(question.kind),
        "text": _in_each(question.words),
        "options": [_option(option) for option in question.options],
        "rows": [_option(row) for row in question.rows],
        "columns": list(question.columns),
        "planned_minutes": question.planned or None,
    }


def _option(option: Option) -> Mapping[str, Any]:
    return {"code": option.code, "text": _in_each(option.words) if option.words else None}


def _in_each(words: Words) -> Mapping[str, Phrase]:
    languages = WRITTEN if isinstance(words, Text) else tuple(words)
    return {str(language): phrase(words, language) for language in languages}


def _code(slug: str) -> str:
    return slug.replace("-", "_")


def _scale(lowest: Text, highest: Text) -> tuple[Option, ...]:
    return (Option("1", lowest), *(Option(str(step)) for step in (2, 3, 4)), Option("5", highest))


def _context(module: ReaderModule, shown: Shown) -> Iterator[Question]:
    yield Question(
        "modul_id",
        QuestionKind.RADIO,
        msg("Module"),
        (Option(_code(module.id), {module.language: module.title}),),
    )
    edition = shown.label if isinstance(shown.label, Text) else dict.fromkeys(WRITTEN, shown.label)
    yield Question("utgave", QuestionKind.RADIO, msg("Edition"), (Option(_code(shown.path), edition),))


def _held(module: ReaderModule) -> Question:
    options = tuple(Option(_FORM_CODES[form], form.label) for form in module.formats)
    return Question("form", QuestionKind.RADIO, msg("How was the session held?"), options)


def _about_you(module: ReaderModule, roles: tuple[Role, ...]) -> Iterator[Question]:
    yield _held(module)
    own = tuple(
        Option(_code(role.id), {language: role.title.shown_in(language) for language in WRITTEN})
        for role in roles
        if role.id != "annet"
    )
    other = Option("annet", msg("Other"))
    yield Question("rolle", QuestionKind.RADIO, msg("What do you work with most?"), (*own, other))
    yield Question("bibliotektype", QuestionKind.RADIO, msg("What kind of library do you work in?"), _LIBRARIES)


def _participants(module: ReaderModule) -> Iterator[Question]:
    usefulness = _scale(msg("Not at all useful"), msg("Very useful"))
    confidence = _scale(msg("Not at all confident"), msg("Very confident"))
    rows = tuple(_outcome(module, outcome) for outcome in module.outcomes)
    yield Question("relevans", QuestionKind.SCALE, msg("How useful was the session for your work?"), usefulness)
    yield Question(
        "tilfredshet",
        QuestionKind.SCALE,
        msg("How satisfied are you with the session as a whole?"),
        _scale(msg("Not at all satisfied"), msg("Very satisfied")),
    )
    yield Question("tempo", QuestionKind.RADIO, msg("How was the pace?"), _TEMPO)
    if module.dilemmas:
        talk = msg("How useful was it to talk about the dilemmas?")
        yield Question("dilemma_nyttig", QuestionKind.SCALE, talk, usefulness)
    before = msg("How confident were you before the session that you could do this?")
    yield Question("trygghet_for", QuestionKind.MATRIX, before, confidence, rows)
    after = msg("How confident are you now, after the session?")
    yield Question("trygghet_etter", QuestionKind.MATRIX, after, confidence, rows)
    yield Question("laert_nytt", QuestionKind.TEXT, msg("What did you learn that was new to you?"))
    yield Question("forbedring", QuestionKind.TEXT, msg("What should be done differently next time?"))


def _later() -> Iterator[Question]:
    yield Question(
        "brukt_i_jobb", QuestionKind.RADIO, msg("Have you used anything from the session in your work?"), _USED
    )
    yield Question(
        "holdt_selv_opplaering",
        QuestionKind.RADIO,
        msg("Have you taught others something from the session?"),
        _TAUGHT,
    )
    yield Question("hinder", QuestionKind.CHECKBOX, msg("What has stood in the way? Tick all that apply."), _HINDRANCES)
    yield Question("brukt_hvordan", QuestionKind.TEXT, msg("What have you used it for?"))
    yield Question("lettere_i_bruk", QuestionKind.TEXT, msg("What would make it easier to use?"))


def _facilitator(module: ReaderModule) -> Iterator[Question]:
    activities = tuple(part for part in module.body if isinstance(part, Activity))
    titles = {part.options.id: {module.language: part.title} for part in activities}
    codes = {part.options.id: row_code(module.id, part.options.id) for part in activities}
    yield Question("antall_deltakere", QuestionKind.NUMBER, msg("How many took part?"))
    for part in activities:
        yield Question(
            f"minutter_{codes[part.options.id]}",
            QuestionKind.NUMBER,
            titles[part.options.id],
            planned=part.options.minutes,
        )
    cut = tuple(Option(codes[part.options.id], titles[part.options.id]) for part in activities)
    yield Question("kuttet", QuestionKind.CHECKBOX, msg("What was cut or shortened?"), (*cut, _NOTHING))
    yield Question("kuttet_hvorfor", QuestionKind.TEXT, msg("Why was it cut?"))
    yield Question("tilpasset", QuestionKind.TEXT, msg("What did you do differently from the plan?"))
    yield Question("endre_modulen", QuestionKind.TEXT, msg("What should be changed in the module?"))


def _outcome(module: ReaderModule, outcome: Outcome) -> Option:
    """An outcome as a row of a matrix, in its module's language and, where that is given, in the parallel one."""
    words = {module.language: outcome.text}
    other = PARALLEL.get(module.language)
    if outcome.parallel and other:
        words[other] = outcome.parallel
    return Option(row_code(module.id, outcome.id), words)
