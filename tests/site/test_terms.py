"""Where a module first uses its terms: in words that readers read, and only there."""

from __future__ import annotations

import pytest

from taikun_build.editions import published_part
from taikun_build.model import Prose
from taikun_build.reading import read_curriculum
from taikun_build.site.plan import ModulePage, draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

TVIL = "curriculum/modules/etikk/tvil.md"
FIRST = "Tvil er en del av jobben ([Berg, 2020][berg2020]). Se også [om søk](../sok/finne.md#slik-virker-det)."
GLOSSARY = """\
terms:
  - {id: sok, term: søk, definition: Å lete.}
  - {id: tvil, term: spørsmål, forms: [KI], definition: Å spørre.}
  - {id: lang, term: spørsmål om alt, definition: Å spørre om alt.}
"""


def marked(content: dict[str, bytes], text: str) -> list[str]:
    """The words that are marked in «tvil» when it begins with a text."""
    body = content[TVIL].decode().replace(FIRST, text).replace("et spørsmål du har", "noe du har")
    files = {**content, TVIL: body.encode(), "curriculum/glossary.yml": GLOSSARY.encode()}
    curriculum, _ = read_curriculum(MemorySources(files))
    assert curriculum is not None
    plan = plan_site(published_part(curriculum), draft_of_the_tree())
    page = next(page.value for page in plan.pages if page.path == "moduler/tvil.md")
    assert isinstance(page, ModulePage)
    proses = {part.where: part.markdown for part in page.module.body if isinstance(part, Prose)}
    return [proses[where][mark.start : mark.end] for where, marks in page.marks.items() for mark in marks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Et spørsmål, og enda et spørsmål.", ["spørsmål"]),
        ("**Spørsmålene** er mange.", ["Spørsmålene"]),
        ("Hva er KI?", ["KI"]),
        ("([Berg, 2020][berg2020]) og spørsmål.", ["spørsmål"]),
        ("> - Et spørsmål.", ["spørsmål"]),
    ],
)
def test_the_first_use_is_marked_in_whatever_form(content: dict[str, bytes], text: str, words: list[str]) -> None:
    assert marked(content, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "## Et spørsmål",
        "Et spørsmål\n-----------",
        "Se [et spørsmål](../sok/finne.md).",
        "![et spørsmål](https://example.org/a.png)",
        "Kjør `spørsmål` nå.",
        "```text\net spørsmål\n```",
        "| Et spørsmål |\n|---|\n| spørsmål |",
        "<https://example.org/spørsmål>",
        "Et spørsmål om alt.",
        "Et spørsmålsskjema og et KI-svar.",
    ],
)
def test_nothing_is_marked_in_headings_links_code_tables_other_terms_and_longer_words(
    content: dict[str, bytes], text: str
) -> None:
    assert marked(content, text) == []


def test_what_cannot_be_marked_at_first_is_marked_later(content: dict[str, bytes]) -> None:
    assert marked(content, "## Et spørsmål\n\nDette spørsmålet.") == ["spørsmålet"]
