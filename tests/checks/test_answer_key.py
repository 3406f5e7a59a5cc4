"""An answer is one that the author gives: not a question, a quotation, somebody's opinion, or its denial."""

from __future__ import annotations

import pytest

from taikun_build.checks.answer_key import given_answer
from taikun_build.vocabulary import Language


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (Language.NB, "Fasit: De må spørre lederen.", "Fasit:"),
        (Language.NB, "Fasiten er å spørre lederen.", "Fasiten er"),
        (Language.NB, "Riktig svar er å si nei.", "Riktig svar er"),
        (Language.NB, "Led gruppa fram til at det riktige svaret er nei.", "riktige svaret er"),
        (Language.NB, "Rett svar er å vente (se håndboka).", "Rett svar er"),
        (Language.NB, "Hva gjør du? Svaret er at du venter.", "Svaret er at"),
        (Language.NB, "La dem snakke. Den riktige\nløsningen er å vente.", "riktige løsningen er"),
        (Language.NN, "Den rette løysinga er å vente.", "rette løysinga er"),
        (Language.NN, "Rett svar er å seie nei.", "Rett svar er"),
        (Language.NN, "Svaret er at de ventar.", "Svaret er at"),
        (Language.EN, "The correct answer is to wait.", "correct answer is"),
        (Language.EN, "The answer is that they must wait.", "The answer is that"),
        (Language.EN, "Answer key: wait.", "Answer key:"),
    ],
)
def test_an_answer_is_found(language: Language, text: str, words: str) -> None:
    assert given_answer(text, language) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.NB, "Det finnes ingen fasit, heller ikke hos deg."),
        (Language.NB, "Fasit: Det finnes ingen."),
        (Language.NB, "Fasiten er det ingen som har."),
        (Language.NB, "Riktig svar er ikke gitt."),
        (Language.NB, "Det riktige svaret er avhengig av hvem du spør."),
        (Language.NB, "Det er ikke slik at riktig svar er å si nei."),
        (Language.NB, "Vet dere hva riktig svar er?"),
        (Language.NB, "Spør hva de tror riktig svar er."),
        (Language.NB, "Hvem sier at den riktige løsningen er å vente?"),
        (Language.NB, "Lederen mener at den riktige løsningen er å vente."),
        (Language.NB, "Roboten skriver: «Svaret er at boka kom i 1952.» Brukeren er fornøyd."),
        (Language.NB, "Det enkle svaret er at de venter. Spør hva det koster."),
        (Language.NB, "Gruppa vil ha fasit av deg. Gi spørsmålet tilbake."),
        (Language.NB, "De får ikke vite om svaret er at boka finnes."),
        (Language.NN, "Det finst ingen fasit, og rett svar er ikkje det same for alle."),
        (Language.NN, "Kven avgjer kva rett svar er?"),
        (Language.EN, "There is no right answer; the right answer is not the same for all."),
        (Language.EN, "Who decides what the right answer is?"),
        (Language.EN, "The right answer depends on whom you ask."),
        (Language.SE, "Fasit: De må spørre lederen."),
        (Language.NB, ""),
    ],
)
def test_talk_about_answers_gives_none(language: Language, text: str) -> None:
    assert given_answer(text, language) == ""
