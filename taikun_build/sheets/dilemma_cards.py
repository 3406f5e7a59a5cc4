"""Dilemma cards as data. They are made from the reader's dilemmas, which hold nothing for the facilitator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.problems import Text, msg
from taikun_build.sheets.parts import LABELS, Body, Imprint, frame
from taikun_build.site.audiences import ReaderDilemma, ReaderModule
from taikun_build.site.kit import DilemmaCards

_LABELS: Mapping[str, Text] = {
    "cards": msg("Dilemma cards"),
    "how_to_print": msg("Print on both sides, flip on the long edge."),
    "how_to_cut": msg("Print at 100 percent. Cut at the marks."),
}
_CARD_LABELS: Mapping[str, Text] = {
    **{name: LABELS[name] for name in ("dilemma", "at_stake", "questions")},
    "perspectives": msg("Perspectives"),
}


def dilemma_cards_data(sheet: DilemmaCards, imprint: Imprint) -> Mapping[str, Any]:
    """Cards, four to a sheet of paper. Each speaks the language of its own module."""
    say = imprint.catalogues(sheet.language).say
    return {
        **frame(imprint, sheet.language, _LABELS),
        "title": say(sheet.title),
        "cards": [_card(dilemma, module, imprint) for dilemma, module in sheet.cards],
    }


def _card(dilemma: ReaderDilemma, module: ReaderModule, imprint: Imprint) -> Mapping[str, Any]:
    catalogue = imprint.catalogues(module.language)
    say = catalogue.say
    return {
        **Body({}, catalogue).dilemma(dilemma),
        "lang": str(module.language),
        "level": str(dilemma.sensitivity),
        "module": module.title,
        "imprint": [
            imprint.site,
            say(imprint.shown.label),
            say(msg("Version {version}", version=module.version)),
            str(module.licence),
        ],
        "labels": {name: say(text) for name, text in _CARD_LABELS.items()},
    }
