"""The participants' sheet as data. It is made from the reader's module, which holds nothing for the facilitator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taikun_build.model import Activity
from taikun_build.problems import Text, msg
from taikun_build.sheets.parts import Body, Imprint, colophon, frame, minutes, sources
from taikun_build.site.kit import Handout
from taikun_build.vocabulary import Method

_LABELS: Mapping[str, Text] = {
    "handout": msg("For participants"),
    "programme": msg("Programme"),
    "number": msg("No."),
    "activity": msg("Activity"),
    "minutes": msg("Min."),
    "own_notes": msg("Your own notes"),
    "take_home": msg("This I take with me"),
}


def handout_data(sheet: Handout, imprint: Imprint) -> Mapping[str, Any]:
    """The participants' sheet of one module in one format."""
    module = sheet.module
    catalogue = imprint.catalogues(module.language)
    say = catalogue.say
    return {
        **frame(imprint, module.language, _LABELS),
        "compact": True,
        "title": module.title,
        "summary": module.summary,
        "theme": module.theme.title,
        "format": say(sheet.form.label),
        "facts": [
            {"label": say(msg("Format")), "value": say(sheet.form.label)},
            {"label": say(msg("Level")), "value": say(module.level.label)},
            {"label": say(msg("Time")), "value": minutes(module.duration, catalogue)},
        ],
        "outcomes": [{"text": o.text, "kind": say(o.kind.label)} for o in module.outcomes],
        "programme": [
            {
                "id": activity.options.id,
                "title": activity.title,
                "minutes": activity.options.minutes,
                "is_break": activity.options.method is Method.BREAK,
            }
            for activity in sheet.body
            if isinstance(activity, Activity)
        ],
        "body": Body(module.dilemmas, catalogue).parts(sheet.body),
        "sources": sources(tuple(use.key for use in module.sources), module.language, imprint),
        "colophon": say(colophon(module.version, module.reviewed, module.review_by, str(module.licence))),
    }
