"""A dilemma has no answer key: nowhere in it is one answer said to be the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taikun_build.model import Curriculum, Dilemma, Module
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import Language
from taikun_build.wording import holds, lexicon, phrases_in

RULE = Rule(
    "answer-key",
    msg("Here the dilemma is given an answer: «{words}»."),
    msg("Write what speaks for and against instead, or a question that takes the talk further."),
    Severity.WARNING,
)

ANSWERS = lexicon(
    norwegian="""
        fasit:, fasiten:, fasit er, fasiten er, riktig svar:, rett svar:, riktig svar er, rett svar er,
        korrekt svar er, riktige svaret er, rette svaret er, korrekte svaret er, riktig løsning:, riktig løsning er,
        rett løsning er, riktige løsningen er, rette løsningen er, rett løysing:, rett løysing er,
        riktig løysing er, rette løysinga er, riktige løysinga er
    """,
    english="""
        answer key:, answer key is, correct answer:, right answer:, correct answer is, right answer is,
        correct solution is, right solution is
    """,
)
"""What gives an answer wherever it stands in a sentence."""
BARE_ANSWERS = lexicon(norwegian="svaret er at, svaret er:", english="the answer is that, the answer is:")
"""What gives an answer at the beginning of a sentence; «det enkle svaret er at» does not."""
DENIALS = lexicon(
    norwegian="""
        ikke, ikkje, ingen, inga, aldri, uten, utan, avheng*, uklar*, uavklar*, usikker*, ukjent, ukjend, uviss*,
        forskjellig*, ulik*, opp til, sjelden, sjeldan
    """,
    english="""
        not, no, none, nobody, never, without, isn't, doesn't, depend*, unclear, unknown, uncertain, up to, rarely,
        seldom
    """,
)
"""Words that take an answer back, before it or right after it."""
OPINIONS = lexicon(
    norwegian="""
        om, hvis, dersom, når, hva, kva, hvem, kven, hvilken, hvilket, hvordan, korleis, hvorfor, kvifor, kanskje,
        mene*, mein*, tro, tror, trodde, trur, trudde, syn*, hevde*, påstå*, sier, seier, sa
    """,
    english="""
        if, whether, when, what, who, which, how, why, perhaps, maybe, think*, thought, believe*, claim*, say, says,
        said
    """,
)
"""Words before an answer that make it a condition, a question or what somebody holds."""
NEEDS = frozenset({"dilemmas", "language"})

_QUOTATION = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report texts of dilemmas that give an answer."""
    for index, dilemma in enumerate(module.meta.dilemmas):
        for path, text in _texts(dilemma):
            words = given_answer(text, module.meta.language)
            if words:
                yield RULE.at(module.at("dilemmas", index, *path), words=words)


def given_answer(text: str, language: Language) -> str:
    """The words with which a text gives an answer, empty when it does not.

    What somebody is quoted as saying is not the author's answer; nor is a question, or a sentence that takes it back.
    """
    for sentence in _SENTENCE.findall(_QUOTATION.sub("", text)):
        if sentence.endswith("?"):
            continue
        for found in _answers(sentence, language):
            next_words = " ".join(found.string[found.end() :].split()[:3])
            if not holds(next_words, language, DENIALS):
                return " ".join(found.group().split())
    return ""


def _answers(sentence: str, language: Language) -> Iterator[re.Match[str]]:
    """The words in a sentence that give an answer, and nothing before them that makes it less than one."""
    for found in phrases_in(sentence, language, ANSWERS):
        before = found.string[: found.start()]
        if not (holds(before, language, OPINIONS) or holds(before, language, DENIALS)):
            yield found
    for found in phrases_in(sentence, language, BARE_ANSWERS):
        if not found.string[: found.start()].strip(" –-(:"):
            yield found


def _texts(dilemma: Dilemma) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The dilemma's texts and where in it they stand."""
    yield ("situation",), dilemma.situation
    for number, perspective in enumerate(dilemma.perspectives):
        yield ("perspectives", number, "view"), perspective.view
    for number, question in enumerate(dilemma.questions):
        yield ("questions", number), question
    yield ("facilitator_hint",), dilemma.facilitator_hint
