"""The printed forms hold every question, row and answer of the codebook, on the sheets that they should stand on."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from taikun_build.adapters.disk import load_catalogue
from taikun_build.adapters.typst import Press
from taikun_build.bibliography import reference_lists
from taikun_build.editions import published_part
from taikun_build.model import Activity, Curriculum
from taikun_build.sheets import layout
from taikun_build.sheets.parts import Imprint
from taikun_build.site.evaluation import Words, evaluation, phrase
from taikun_build.site.kit import EvaluationSheet
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.vocabulary import Language

CATALOGUES = cache(load_catalogue)


@pytest.fixture(scope="module")
def sheets(curriculum: Curriculum) -> Mapping[str, EvaluationSheet]:
    documents = plan_site(published_part(curriculum), draft_of_the_tree()).documents
    return {one.path: one.sheet for one in documents if isinstance(one.sheet, EvaluationSheet)}


@pytest.fixture(scope="module")
def printed(
    curriculum: Curriculum, sheets: Mapping[str, EvaluationSheet], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[str]]:
    """The text of each page, all white space left out, since lines break where they must."""
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), CATALOGUES)
    press = Press(tmp_path_factory.mktemp("fonts"))
    pdfs = {path: press.print(layout(sheet, imprint), 1_000_000_000) for path, sheet in sheets.items()}
    return {
        path: [folded(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages] for path, pdf in pdfs.items()
    }


def folded(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def said(words: Words, language: Language) -> str:
    """A text as the form of a language puts it."""
    one = phrase(words, language)
    return folded(CATALOGUES(one.language).say(one.text))


@pytest.mark.parametrize(
    "path", [f"evaluering/{name}-{language}.pdf" for name in ("tvil", "finne") for language in ("nb", "nn")]
)
def test_every_form_is_whole_and_each_begins_a_sheet_of_its_own(
    path: str, sheets: Mapping[str, EvaluationSheet], printed: Mapping[str, list[str]]
) -> None:
    pages, sheet = printed[path], sheets[path]
    assert len(pages) == 5
    assert [page for page in pages if "av5" not in page] == []
    on_both_sides = ("".join(pages[0:2]), "".join(pages[2:4]), pages[4])
    for form, text in zip(sheet.evaluation.forms, on_both_sides, strict=True):
        assert said(form.title, sheet.language) in text
        assert said(form.about, sheet.language) in text
        for one in form.questions:
            assert one.code in text
            if one.is_given:
                assert f"{one.code}={one.options[0].code}" in text
                continue
            assert said(one.words, sheet.language) in text
            for option in (*one.rows, *one.options):
                assert (said(option.words, sheet.language) if option.words else option.code) in text
            for row in one.rows:
                assert row.code in text


def test_the_title_is_printed_as_it_is_and_the_plan_beside_what_was_spent(printed: Mapping[str, list[str]]) -> None:
    assert "Åfinnefram<i>&«søke»" in printed["evaluering/finne-nb.pdf"][0]
    assert "Planlagt,min" in printed["evaluering/tvil-nb.pdf"][4]


def test_the_sheet_tells_which_language_a_text_is_in(
    curriculum: Curriculum, sheets: Mapping[str, EvaluationSheet]
) -> None:
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), CATALOGUES)
    data = layout(sheets["evaluering/tvil-nn.pdf"], imprint).data
    assert (data["lang"], data["title_language"]) == ("nn", "nb")
    parts = [one["text"] for one in data["forms"][2]["questions"] if one["planned"]]
    assert parts[0] == {"text": "Innsjekk", "lang": "nb"}
    assert data["forms"][2]["questions"][0]["text"] == {"text": "Korleis blei økta halden?", "lang": "nn"}


def test_nothing_for_the_facilitator_alone_is_printed(printed: Mapping[str, list[str]]) -> None:
    assert [path for path, pages in printed.items() if "HEMMELIG" in "".join(pages) or "LØYND" in "".join(pages)] == []


@pytest.mark.parametrize(("number", "pages"), [(9, 5), (10, 6), (12, 6)])
def test_where_a_plan_leaves_no_room_to_write_there_is_another_page_for_it(
    number: int, pages: int, curriculum: Curriculum, sheets: Mapping[str, EvaluationSheet], tmp_path: Path
) -> None:
    module = sheets["evaluering/tvil-nb.pdf"].evaluation.module
    (activity,) = (part for part in module.body if isinstance(part, Activity) and part.options.id == "innsjekk")
    many = tuple(
        replace(activity, options=activity.options.model_copy(update={"id": f"del-{one}"})) for one in range(number)
    )
    longer = evaluation(replace(module, body=many), curriculum.settings.roles, draft_of_the_tree())
    imprint = Imprint("Eksempel", draft_of_the_tree(), reference_lists(curriculum.references), CATALOGUES)
    pdf = Press(tmp_path).print(layout(EvaluationSheet(longer, Language.NB), imprint), 1_000_000_000)
    texts = [folded(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(texts) == pages
    assert [text for text in texts if f"av{pages}" not in text] == []
    for question in ("Hvorforbledetkuttet?", "Hvagjordeduannerledesennplanen?", "Hvabørendresimodulen?"):
        assert [page for page, text in enumerate(texts, 1) if question in text] == [pages]
