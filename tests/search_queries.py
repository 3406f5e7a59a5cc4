"""What librarians search for, and the modules one of which must be among the first three results."""

from __future__ import annotations

_BASICS = "hva-er-ki"
_ETHICS = "etiske-dilemma-i-rettleiing"
_SEARCHING = "ki-i-litteratursok"
_LAW = "regelverk-i-praksis"
_PUBLISHING = "forlag-lisens-og-ki"
_TOOLS = "vurdere-ki-verktoy"

QUERIES = (
    # Inflected words
    ("språkmodellene", {_BASICS}),
    ("sprakmodeller", {_BASICS}),
    ("hallusinerer", {_BASICS, _SEARCHING}),
    ("hallusinasjonene", {_BASICS, _SEARCHING}),
    ("kildene mine", {_SEARCHING}),
    ("referansen finnes ikke", {_SEARCHING}),
    ("personvernet", {_LAW, _TOOLS}),
    ("lisensene", {_PUBLISHING}),
    ("klausuler", {_PUBLISHING}),
    ("fagfellevurderinger", {_PUBLISHING}),
    ("forskernes manuskripter", {_PUBLISHING}),
    ("dilemmaene", {_BASICS, _ETHICS, _LAW}),
    ("ledetekster", {_BASICS}),
    ("retningslinjene våre", {_LAW}),
    ("personopplysningene", {_LAW, _TOOLS, _BASICS}),
    ("forordningen fra EU", {_LAW}),
    # Parts of compounds, and compounds of parts
    ("kritikk", {_SEARCHING}),
    ("kildekritikk", {_SEARCHING}),
    ("litteratur", {_SEARCHING}),
    ("utvinning", {_PUBLISHING}),
    ("søkelogg", {_SEARCHING}),
    ("treningsdata", {_PUBLISHING, _BASICS}),
    ("KI-verktøy", {_TOOLS}),
    ("fjernlån", {_SEARCHING}),
    # Nynorsk for bokmål and the other way round
    ("kjeldekritikk", {_SEARCHING}),
    ("kjelder", {_SEARCHING}),
    ("referansar", {_SEARCHING}),
    ("språkmodellar", {_BASICS}),
    ("opphavsrett", {_LAW, _PUBLISHING, _ETHICS}),
    ("opphavsrettsleg", {_LAW, _PUBLISHING, _ETHICS}),
    ("veiledning etikk", {_ETHICS}),
    ("skjevhet", {_ETHICS, _BASICS}),
    ("skeivskap", {_ETHICS, _BASICS}),
    ("vurdere verktøy", {_TOOLS}),
    ("regelverket for kunstig intelligens", {_LAW}),
    # Without the Norwegian letters, other people's words, and slips of the finger
    ("litteratursok", {_SEARCHING}),
    ("maskinlaering", {_BASICS}),
    ("chatboter", {_SEARCHING, _BASICS, _TOOLS}),
    ("databehandleravtaler", {_TOOLS, _LAW}),
    ("kildekritkk", {_SEARCHING}),
)

HELD_OUT = (
    ("taushetsplikten", {_LAW}),
    ("miljøavtrykket", {_ETHICS}),
    ("oppdiktede kilder", {_SEARCHING, _BASICS}),
    ("skjema for innkjøp", {_TOOLS}),
    ("forhandlinger med forlagene", {_PUBLISHING}),
    ("studenter som jukser", {_ETHICS}),
    ("gratisverktøyene", {_LAW, _TOOLS}),
    ("emneordene", {_BASICS}),
    ("systematiske søk", {_SEARCHING}),
    ("fagfeler", {_PUBLISHING}),
)
"""Written when the search was done, and never tuned for."""
