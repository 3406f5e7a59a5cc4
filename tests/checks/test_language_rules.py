"""The rules about words: what is talked about, quoted or named passes; the figures say what they should."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taikun_build.checks import avoided_word, language_balance, other_language
from taikun_build.language import passages
from taikun_build.model import Curriculum, Wording
from taikun_build.prose import MarkdownReader
from taikun_build.vocabulary import Language, Status

WORDING = (
    Wording.model_validate({"avoid": "AI", "use": "KI", "except": ["AI Act", "AI-kunnskap i praksis"]}),
    Wording(avoid="chatbot", use="samtalerobot"),
    Wording(avoid="bias", use="skeivskap", languages=(Language.NN,)),
)


def said_of(text: str, curriculum: Curriculum, language: Language = Language.NB) -> list[tuple[str, str, int]]:
    """What the rule says of a page's text: the word found, the word to use, the column."""
    page = curriculum.pages[0]
    prose = replace(page.prose, markdown=text, tree=MarkdownReader().read(text, {}))
    page = replace(page, prose=prose, meta=page.meta.model_copy(update={"language": language}))
    settings = curriculum.settings.model_copy(update={"wording": WORDING})
    problems = avoided_word.check(page, tuple(passages(page)), replace(curriculum, settings=settings))
    return [(str(p.message.values["found"]), str(p.message.values["use"]), p.where.column) for p in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her er AI.", [("AI", "KI", 8)]),
        ("AI-verktøy og **AI**", [("AI", "KI", 1), ("AI", "KI", 17)]),
        ("Chatboten og KI-chatboter", [("Chatboten", "samtalerobot", 1), ("chatboter", "samtalerobot", 17)]),
        ("Hun sa: «Jeg spurte AI om det.»", [("AI", "KI", 21)]),
        ("- *AI er et ord som skrives slik*", [("AI", "KI", 4)]),
        ("Et bias", []),
    ],
)
def test_avoided_words_are_found_with_endings_and_in_compounds(
    text: str, expected: list[tuple[str, str, int]], curriculum: Curriculum
) -> None:
    assert said_of(text, curriculum) == expected


@pytest.mark.parametrize(
    "text",
    [
        "AI Act og AI-kunnskap i\npraksis",
        "Også kalt «AI» og «chatbot» eller *chatbot*.",
        "«Understanding Artificial Intelligence (AI) in Libraries»",
        "MAIL, OpenAI, ai og AIene",
        "[KI](https://example.org/AI-chatbot)",
    ],
)
def test_names_titles_and_words_that_are_talked_about_pass(text: str, curriculum: Curriculum) -> None:
    assert said_of(text, curriculum) == []


def test_a_word_can_be_avoided_in_one_language_alone(curriculum: Curriculum) -> None:
    assert said_of("Eit bias", curriculum, Language.NN) == [("bias", "skeivskap", 5)]
    assert said_of("AI", curriculum, Language.EN) == []


@pytest.mark.parametrize(
    ("own", "other", "is_found"), [(0, 11, False), (0, 12, True), (6, 12, True), (7, 12, False), (100, 60, False)]
)
def test_the_other_language_needs_twelve_words_and_twice_as_many(
    own: int, other: int, is_found: bool, curriculum: Curriculum
) -> None:
    page = curriculum.pages[0]
    text = "ikke " * own + "ikkje " * other
    prose = replace(page.prose, markdown=text, tree=MarkdownReader().read(text, {}))
    meta = page.meta.model_copy(update={"title": "?", "summary": "?"})
    page = replace(page, prose=prose, meta=meta)
    problems = list(other_language.check(page, tuple(passages(page)), curriculum))
    assert bool(problems) is is_found


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (("nb", "nb", "nb", "nb"), [("nynorsk", 0)]),
        (("nn", "nn", "nn", "nn"), [("bokmål", 0)]),
        (("nb", "nb", "nb", "nn"), []),
        (("nb", "nb", "nb", "nb", "nn"), [("nynorsk", 20)]),
        (("nb", "nb", "nb", "en", "nn"), []),
        (("en", "en", "en", "se"), []),
        (("nb", "nb", "nb"), []),
    ],
)
def test_each_language_has_a_quarter_when_there_are_four_modules(
    languages: tuple[str, ...], said: list[tuple[str, int]], curriculum: Curriculum
) -> None:
    module = curriculum.modules[0]
    modules = tuple(
        replace(module, meta=module.meta.model_copy(update={"language": Language(language)})) for language in languages
    )
    drafts = tuple(replace(m, meta=m.meta.model_copy(update={"status": Status.DRAFT})) for m in modules)
    problems = language_balance.check(replace(curriculum, modules=(*modules, *drafts)))
    names = {"bokmål": "bokmål", "nynorsk": "nynorsk"}
    found = [(names[p.message.values["language"].template], p.message.values["share"]) for p in problems]  # type: ignore[union-attr]
    assert found == said
