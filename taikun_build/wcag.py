"""The success criteria of WCAG that a public body in Norway answers for, and those that WCAG 2.2 adds.

The 48 criteria of WCAG 2.1 are those of the accessibility statement: levels A and AA but for 1.2.3 and 1.2.4. Their
names are those of the authorised Norwegian translation (https://www.w3.org/Translations/WCAG21-no/), as the supervisory
authority, Uu-tilsynet, lists them; each has a page there. WCAG 2.2 is not law yet, and has no authorised translation.
"""

from __future__ import annotations

from dataclasses import dataclass

from taikun_build.problems import Text, msg
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion. `language` is that of its name."""

    number: str
    level: str
    name: str
    url: str
    language: Language = Language.NB

    @property
    def principle(self) -> Text:
        """The principle that it belongs to."""
        return PRINCIPLES[int(self.number[0]) - 1]


PRINCIPLES = (msg("Perceivable"), msg("Operable"), msg("Understandable"), msg("Robust"))

_AUTHORITY = "https://www.uutilsynet.no/wcag-standarden/"
_UNDERSTANDING = "https://www.w3.org/WAI/WCAG22/Understanding/"

_IN_21 = """
1.1.1 A 111-ikke-tekstlig-innhold-niva/87 Ikke-tekstlig innhold
1.2.1 A 121-bare-lyd-og-bare-video-forhandsinnspilt-niva/88 Bare lyd og bare video (forhåndsinnspilt)
1.2.2 A 122-teksting-forhandsinnspilt-niva/89 Teksting (forhåndsinnspilt)
1.2.5 AA 125-synstolking-forhandsinnspilt-niva-aa/842 Synstolking (forhåndsinnspilt)
1.3.1 A 131-informasjon-og-relasjoner-niva/90 Informasjon og relasjoner
1.3.2 A 132-meningsfylt-rekkefolge-niva/91 Meningsfylt rekkefølge
1.3.3 A 133-sensoriske-egenskaper-niva/92 Sensoriske egenskaper
1.3.4 AA 134-visningsretning-niva-aa/141 Visningsretning
1.3.5 AA 135-identifiser-formal-med-inndata-niva-aa/142 Identifiser formål med inndata
1.4.1 A 141-bruk-av-farge-niva/93 Bruk av farge
1.4.2 A 142-styring-av-lyd-niva/94 Styring av lyd
1.4.3 AA 143-kontrast-minimum-niva-aa/95 Kontrast (minimum)
1.4.4 AA 144-endring-av-tekststorrelse-niva-aa/96 Endring av tekststørrelse
1.4.5 AA 145-bilder-av-tekst-niva-aa/97 Bilder av tekst
1.4.10 AA 1410-dynamisk-tilpasning-reflow-niva-aa/144 Dynamisk tilpasning (Reflow)
1.4.11 AA 1411-kontrast-ikke-tekstlig-innhold-niva-aa/145 Kontrast for ikke-tekstlig innhold
1.4.12 AA 1412-tekstavstand-niva-aa/146 Tekstavstand
1.4.13 AA 1413-pekerfolsomt-innhold-eller-innhold-ved-tastaturfokus-niva-aa/147 Pekerfølsomt innhold eller innhold ved tastaturfokus
2.1.1 A 211-tastatur-niva/98 Tastatur
2.1.2 A 212-ingen-tastaturfelle-niva/99 Ingen tastaturfelle
2.1.4 A 214-hurtigtaster-som-bestar-av-ett-tegn-niva/782 Hurtigtaster som består av ett tegn
2.2.1 A 221-justerbar-hastighet-niva/100 Justerbar hastighet
2.2.2 A 222-pause-stopp-skjul-niva/101 Pause, stopp, skjul
2.3.1 A 231-terskelverdi-pa-maksimalt-tre-glimt-niva/102 Terskelverdi på maksimalt tre glimt
2.4.1 A 241-hoppe-over-blokker-niva/103 Hoppe over blokker
2.4.2 A 242-sidetitler-niva/104 Sidetitler
2.4.3 A 243-fokusrekkefolge-niva/105 Fokusrekkefølge
2.4.4 A 244-formal-med-lenke-i-kontekst-niva/106 Formål med lenke (i kontekst)
2.4.5 AA 245-flere-mater-niva-aa/107 Flere måter
2.4.6 AA 246-overskrifter-og-ledetekster-niva-aa/108 Overskrifter og ledetekster
2.4.7 AA 247-synlig-fokus-niva-aa/109 Synlig fokus
2.5.1 A 251-pekerbevegelser-niva/148 Pekerbevegelser
2.5.2 A 252-pekeravbrytelse-niva/149 Pekeravbrytelse
2.5.3 A 253-ledetekst-i-navn-niva/150 Ledetekst i navn
2.5.4 A 254-bevegelsesaktivering-niva/151 Bevegelsesaktivering
3.1.1 A 311-sprak-pa-siden-niva/110 Språk på siden
3.1.2 AA 312-sprak-pa-deler-av-innhold-niva-aa/111 Språk på deler av innhold
3.2.1 A 321-fokus-niva/112 Fokus
3.2.2 A 322-inndata-niva/114 Inndata
3.2.3 AA 323-konsekvent-navigering-niva-aa/113 Konsekvent navigering
3.2.4 AA 324-konsekvent-identifikasjon-niva-aa/115 Konsekvent identifikasjon
3.3.1 A 331-identifikasjon-av-feil-niva/116 Identifikasjon av feil
3.3.2 A 332-ledetekster-eller-instruksjoner-niva/117 Ledetekster eller instruksjoner
3.3.3 AA 333-forslag-ved-feil-niva-aa/118 Forslag ved feil
3.3.4 AA 334-forhindring-av-feil-juridiske-feil-okonomiske-feil-datafeil-niva-aa/119 Forhindring av feil (juridiske feil, økonomiske feil, datafeil)
4.1.1 A 411-parsing-oppdeling-niva/120 Parsing (oppdeling)
4.1.2 A 412-navn-rolle-verdi-niva/121 Navn, rolle, verdi
4.1.3 AA 413-statusbeskjeder-niva-aa/152 Statusbeskjeder
"""  # noqa: E501

_NEW_IN_22 = """
2.4.11 AA focus-not-obscured-minimum Focus Not Obscured (Minimum)
2.5.7 AA dragging-movements Dragging Movements
2.5.8 AA target-size-minimum Target Size (Minimum)
3.2.6 A consistent-help Consistent Help
3.3.7 A redundant-entry Redundant Entry
3.3.8 AA accessible-authentication-minimum Accessible Authentication (Minimum)
"""


def _listed(table: str, folder: str, language: Language) -> dict[str, Criterion]:
    rows = (row.split(" ", 3) for row in table.strip().splitlines())
    return {number: Criterion(number, level, name, folder + page, language) for number, level, page, name in rows}


REQUIRED = _listed(_IN_21, _AUTHORITY, Language.NB)
"""What Norwegian law asks for, by number, in the order of the standard."""
ADDED = _listed(_NEW_IN_22, _UNDERSTANDING, Language.EN)
"""What WCAG 2.2 adds and no law asks for yet, by number, in the order of the standard."""
