"""The hybrid variant of an activity says what both those in the room and those on screen do."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum, FormatVariant, Module
from taikun_build.problems import Problem, Rule, Severity, Text, msg
from taikun_build.vocabulary import Format, Language
from taikun_build.wording import holds, lexicon

RULE = Rule(
    "hybrid-one-room",
    msg("The hybrid variant of «{title}» says only what happens {here}, not {there}."),
    msg("Write what those {there} do meanwhile, or give all a place to work together, such as a shared document."),
    Severity.WARNING,
)

ROOM, SCREEN = msg("in the room"), msg("on screen")
ROOM_WORDS = lexicon(
    norwegian="""
        rom, rommet, rommets, rommene, romma, romgruppe*, romdeltaker*, romdeltakar*, romkamera*, rommikrofon*, sal,
        salen, lokalet, bord, bordet, bordene, borda, i ring, ringen, tavle, tavla, tavlen, tavlene, flippover*,
        vegg, veggen, veggene, veggane, stolen, stolene, stolane, fysisk, fysiske, til stede, på stedet, på staden,
        papir, papiret, papirkort*, hjørne, hjørnet, hjørna, hjørnene
    """,
    english="""
        room, in person, on site, onsite, table, tables, whiteboard, flip chart, flipchart, wall, walls, chair,
        chairs, paper, corner, corners
    """,
)
SCREEN_WORDS = lexicon(
    norwegian="""
        skjerm, skjermen, skjermene, skjermane, skjermgruppe*, skjermdeltaker*, skjermdeltakar*, digital*, nett,
        nettet, nettvert*, nettmøte*, chat*, kamera, kameraet, video*, teams, zoom, fjerndeltaker*, fjerndeltakar*,
        hjemmefra, heimanfrå
    """,
    english="""
        screen, screens, online, remote, remotely, chat, camera, cameras, video, zoom, breakout, digital, virtual
    """,
)
COMMON_WORDS = lexicon(
    norwegian="""
        rommet først, skjermen først, rommet fyrst, skjermen fyrst, begge steder, begge stader, begge sider,
        begge grupper, felles dokument*, fellesdokument*, delt dokument*, delte dokument*, samme dokument*,
        same dokument*, digitale dokument*, felles tabell*, samme tabell*, same tabell*, felles skjema*,
        samme skjema*, same skjema*, felles digital*, samme digital*, same digital*, egen enhet, eiga eining,
        egen maskin, eigen maskin, egen skjerm, eigen skjerm, egen mobil, eigen mobil, egen telefon, eigen telefon,
        mentimeter, menti, padlet, slido, kahoot, miro
    """,
    english="""
        room first, screen first, shared document*, same document*, shared whiteboard, same whiteboard,
        shared table, same table, own device*, own screen*, both places, both groups, mentimeter, menti, padlet,
        slido, kahoot, miro
    """,
)
"""What all have in front of them wherever they are, and an order between the two: naming it says what both do."""
NEEDS = frozenset({"language", "body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report hybrid variants that leave out those in the room or those on screen."""
    for activity in module.activities:
        for part in activity.parts:
            if not isinstance(part, FormatVariant) or part.form is not Format.HYBRID:
                continue
            here = only_side(part.prose.tree.text(), module.meta.language)
            if here:
                there = SCREEN if here is ROOM else ROOM
                text = part.prose.markdown
                where = part.prose.location(len(text) - len(text.lstrip()))
                yield RULE.at(where, title=activity.title, here=here, there=there)


def only_side(text: str, language: Language) -> Text | None:
    """The one side that a text speaks of; None when it speaks of both or, as far as the words tell, of neither."""
    if holds(text, language, COMMON_WORDS):
        return None
    room, screen = holds(text, language, ROOM_WORDS), holds(text, language, SCREEN_WORDS)
    if room == screen:
        return None
    return ROOM if room else SCREEN
