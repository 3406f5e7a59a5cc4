"""A hybrid variant speaks of those in the room and of those on screen, or of something that all have before them."""

from __future__ import annotations

import pytest

from taikun_build.checks.hybrid_one_room import ROOM, SCREEN, only_side
from taikun_build.problems import Text
from taikun_build.vocabulary import Language


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        (Language.NB, "Heng lappene på veggen.", ROOM),
        (Language.NB, "Stå i ring rundt bordene.", ROOM),
        (Language.NN, "Skriv på tavla.", ROOM),
        (Language.EN, "Write on the whiteboard.", ROOM),
        (Language.NB, "Nettverten åpner grupperommene.", SCREEN),
        (Language.NN, "Svar i chatten.", SCREEN),
        (Language.NB, "Slå på kamera i Teams.", SCREEN),
        (Language.EN, "Answer in the chat.", SCREEN),
    ],
)
def test_one_side_alone_is_found(language: Language, text: str, side: Text) -> None:
    assert only_side(text, language) is side


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.NB, "Ta først rommet, så skjermen."),
        (Language.NB, "Skjermen først."),
        (Language.NB, "Romgruppene tar sak én, skjermgruppene sak to."),
        (Language.NB, "Alle skriver i det felles dokumentet fra egen enhet."),
        (Language.NB, "Alle svarer i chatten på egen maskin."),
        (Language.NB, "Nettverten gir beskjed om bytte begge steder."),
        (Language.NB, "Skriv svaret i Mentimeter, og vis det på tavla."),
        (Language.NN, "Alle skriv i same dokument frå eiga eining."),
        (Language.NN, "Par er to i rommet eller to på skjerm."),
        (Language.EN, "All write in the shared document; the host reads from the chat."),
        (Language.EN, "First the room, then the screen."),
    ],
)
def test_both_sides_and_common_tools_are_enough(language: Language, text: str) -> None:
    assert only_side(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.NB, "Ta to minutter på hver, og bytt."),
        (Language.NB, "Gå til grupperommene."),
        (Language.NB, "Stol på deltakerne."),
        (Language.NB, ""),
        (Language.SE, "Heng lappene på veggen."),
    ],
)
def test_where_the_words_do_not_tell_nothing_is_said(language: Language, text: str) -> None:
    assert only_side(text, language) is None
