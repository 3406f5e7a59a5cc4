"""The page in English, and the page that tells how much is written in each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.language import words_by_language
from taikun_build.reading import read_curriculum
from taikun_build.rendering import render_site
from taikun_build.site.pages import Shown
from taikun_build.site.plan import plan_site
from taikun_build.sources import MemorySources
from taikun_build.vocabulary import Language

EDITION = Shown("first", "Første", "utgave-1", is_draft=False, is_candidate=False, date="2026-11-25")
FINNE = "curriculum/modules/sok/finne.md"
SETTINGS = "curriculum/curriculum.yml"


def pages_of(files: Mapping[str, bytes]) -> Mapping[str, str]:
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    assert problems == ()
    plan = plan_site(curriculum, EDITION)
    return render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))


def test_a_module_that_is_described_in_english_is_there_with_its_own_title_marked(content: dict[str, bytes]) -> None:
    described = content[FINNE].replace(
        b"\nchanges: []", b"\nchanges: []\nenglish:\n  title: Finding <b>\n  summary: They search."
    )
    page = pages_of({**content, FINNE: described})["english.md"]
    assert "lang: en\n" in page
    assert "### [Finding &#60;b&#62;](moduler/finne.md)" in page
    assert 'In Norwegian: <span lang="nn">Å finne fram &#60;i&#62; &#38; «søke»</span>\n////' in page
    assert "- Intermediate\n- 30 minutes\n- Digital\n" in page
    assert "tvil.md" not in page
    assert "[download the whole edition (ZIP)](taikun-utgave-1.zip)" in page


def test_without_english_in_the_settings_there_is_no_page_in_english(content: dict[str, bytes]) -> None:
    settings = content[SETTINGS]
    pages = pages_of({**content, SETTINGS: settings[: settings.index(b"english:")]})
    assert "english.md" not in pages


def test_the_words_of_each_language_are_counted_as_the_check_counts_them(content: dict[str, bytes]) -> None:
    curriculum, _ = read_curriculum(MemorySources(content))
    assert curriculum is not None
    published = [module for module in curriculum.modules if module.meta.id != "uferdig"]
    counted = words_by_language(published)
    page = pages_of(content)["spraak.md"]
    total = sum(counted.values())
    for language, name in ((Language.NB, "Bokmål"), (Language.NN, "Nynorsk")):
        words = counted[language]
        assert f"| {name} | 1 | {words} | {100 * words // total} % |" in page
    assert "25 prosent av både bokmål og nynorsk" in page
