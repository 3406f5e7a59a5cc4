"""The evaluation forms as data, to be filled in by hand: the same questions and codes as in Nettskjema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.problems import Text, msg
from taikun_build.sheets.parts import Imprint, frame
from taikun_build.site.evaluation import Form, Option, Question, Words, phrase
from taikun_build.site.kit import EvaluationSheet
from taikun_build.vocabulary import Language

_LABELS: Mapping[str, Text] = {
    "evaluation": msg("Evaluation"),
    "part": msg("Part"),
    "planned": msg("Planned min."),
    "spent": msg("Min. spent"),
    "time": msg("How long did each part take, and what was cut or shortened?"),
}


def evaluation_data(sheet: EvaluationSheet, imprint: Imprint) -> Mapping[str, Any]:
    """The forms of one module in one written language, each on pages of its own."""
    module = sheet.evaluation.module
    return {
        **frame(imprint, sheet.language, _LABELS),
        "title": module.title,
        "title_language": str(module.language),
        "theme": module.theme.title,
        "forms": [_Says(sheet.language, imprint).form(form) for form in sheet.evaluation.forms],
    }


class _Says:
    """Forms in one language."""

    def __init__(self, language: Language, imprint: Imprint) -> None:
        self.language = language
        self.catalogues = imprint.catalogues

    def form(self, form: Form) -> Mapping[str, Any]:
        """A form; what it answers by itself stands apart."""
        return {
            "id": form.id,
            "title": self.words(form.title),
            "about": self.words(form.about),
            "given": [self.question(one) for one in form.questions if one.is_given],
            "questions": [self.question(one) for one in form.questions if not one.is_given],
        }

    def question(self, question: Question) -> Mapping[str, Any]:
        """A question; the steps of a scale have their numbers for words where they have no others."""
        return {
            "code": question.code,
            "kind": str(question.kind),
            "text": self.words(question.words),
            "options": [self.option(option) for option in question.options],
            "rows": [self.option(row) for row in question.rows],
            "planned": question.planned,
        }

    def option(self, option: Option) -> Mapping[str, Any]:
        """An answer to choose, or a row."""
        return {"code": option.code, "text": self.words(option.words) if option.words else None}

    def words(self, words: Words) -> Mapping[str, str]:
        """A text and the language that it is in."""
        said = phrase(words, self.language)
        return {"text": self.catalogues(said.language).say(said.text), "lang": str(said.language)}
