"""What is planned is all there is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from support import EXAMPLE, ROOT

from taikun_build.adapters.disk import DiskSources, load_catalogue
from taikun_build.editions import published_part
from taikun_build.handbook import GUIDE, read_handbook
from taikun_build.model import Curriculum
from taikun_build.reading import ROOT as CURRICULUM
from taikun_build.reading import read_curriculum
from taikun_build.rulebook import FOLDER as RULE_PAGES
from taikun_build.site.plan import GlossaryPage, SitePlan, draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources


@pytest.fixture
def plan(curriculum: Curriculum) -> SitePlan:
    return plan_site(published_part(curriculum), draft_of_the_tree())


def test_the_pages_of_an_edition(plan: SitePlan) -> None:
    assert [page.path for page in plan.pages] == [
        "index.md",
        "moduler/index.md",
        "dekning.md",
        "temaer/etikk.md",
        "temaer/sok.md",
        "moduler/tvil.md",
        "moduler/finne.md",
        "dilemmaer/index.md",
        "dilemmaer/refleksjon.md",
        "dilemmaer/framtidsbilder.md",
        "ordliste.md",
        "kompetanse.md",
        "ressurser.md",
        "kilder.md",
        "arrangementer.md",
        "kursbevis.md",
        "laeringslop/index.md",
        "laeringslop/begynn.md",
        "fasilitator/index.md",
        "fasilitator/metoder.md",
        "kursdager/index.md",
        "kursdager/fagdag.md",
        "kursdager/samling.md",
        "fasilitator/tvil.md",
        "fasilitator/finne.md",
        "evaluering/tvil.md",
        "evaluering/finne.md",
        "om.md",
        "tilgjengelighet.md",
        "spraak.md",
        "english.md",
        "sok.md",
    ]


@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "project"])
def test_every_page_says_what_it_is_and_no_two_for_readers_the_same(root: Path) -> None:
    curriculum, _ = read_curriculum(DiskSources(root, CURRICULUM))
    assert curriculum is not None
    handbook, _ = read_handbook(DiskSources(ROOT, GUIDE), DiskSources(ROOT, RULE_PAGES))
    pages = plan_site(published_part(curriculum), draft_of_the_tree(), handbook).pages
    said = {page.path: " ".join(load_catalogue(page.language).say(page.description).split()) for page in pages}
    assert [path for path, text in said.items() if len(text) < 5] == []
    readers = Counter(said[page.path] for page in pages if page.is_for_readers)
    assert [text for text, times in readers.items() if times > 1] == []
    assert readers.keys() > {curriculum.settings.description}


def test_assets_lie_beside_the_page_that_uses_them(plan: SitePlan) -> None:
    assert plan.assets == {
        "moduler/finne/felt.png": "curriculum/modules/sok/finne/felt.png",
        "moduler/finne/skjema.svg": "curriculum/modules/sok/finne/skjema.svg",
    }


def test_the_data_speaks_of_themes_and_modules_and_keeps_secrets(plan: SitePlan) -> None:
    data = plan.data["api/modules.json"]
    assert [theme["id"] for theme in data["themes"]] == ["etikk", "sok"]
    assert data["themes"][0]["modules"] == ["tvil"]
    (tvil, finne) = data["modules"]
    assert (tvil["duration"], tvil["format"], finne["language"]) == (60, ["physical", "digital", "hybrid"], "nn")
    assert tvil["guides"]["hybrid"] == "guides/tvil-hybrid.pdf"
    assert tvil["url"] == "moduler/tvil/"
    assert "HEMMELIG" not in repr(data)


def test_a_draft_is_shown_in_the_working_draft_only(curriculum: Curriculum, plan: SitePlan) -> None:
    draft = plan_site(curriculum, draft_of_the_tree())
    assert "moduler/uferdig.md" in [page.path for page in draft.pages]
    assert "uferdig" not in repr(plan)


def test_no_two_sources_are_published_at_one_address(plan: SitePlan) -> None:
    pages = [page.path.removesuffix(".md").removesuffix("/index") for page in plan.pages]
    outputs = [*pages, *plan.assets, *plan.data, *plan.cards, *(document.path for document in plan.documents)]
    assert len({output.casefold() for output in outputs}) == len(outputs)


def test_the_glossary_holds_the_terms_of_the_modules_that_are_shown(content: dict[str, bytes]) -> None:
    terms = "".join(f"  - id: {name}\n    term: {name}\n    definition: Noe.\n" for name in ("aap", "ost", "aal"))
    glossary = ("terms:\n" + terms).replace("term: aap", "term: åpen").replace("term: aal", "term: ærlig")
    draft = content["curriculum/modules/etikk/uferdig.md"].replace(b"\nreviewed:", b"\nterms: [ost, aap]\nreviewed:")
    tvil = content["curriculum/modules/etikk/tvil.md"].replace(b"  - tvil\n", b"  - aap\n  - aal\n")
    finne = content["curriculum/modules/sok/finne.md"].replace(b"  - sok\n", b"  - aal\n")
    files = {
        **content,
        "curriculum/glossary.yml": glossary.encode(),
        "curriculum/modules/etikk/uferdig.md": draft,
        "curriculum/modules/etikk/tvil.md": tvil,
        "curriculum/modules/sok/finne.md": finne,
    }
    curriculum, problems = read_curriculum(MemorySources(files))
    assert curriculum is not None
    assert problems == ()
    assert entries(plan_site(published_part(curriculum), draft_of_the_tree())) == [
        ("ærlig", ["tvil", "finne"]),
        ("åpen", ["tvil"]),
    ]
    assert [name for name, _ in entries(plan_site(curriculum, draft_of_the_tree()))] == ["ost", "ærlig", "åpen"]


def entries(plan: SitePlan) -> list[tuple[str, list[str]]]:
    """The words of the glossary page with the modules they lead to."""
    (page,) = (page.value for page in plan.pages if isinstance(page.value, GlossaryPage))
    return [(entry.term.term.nb, [module.id for module in entry.modules]) for entry in page.entries]


def test_without_terms_there_is_no_glossary(content: dict[str, bytes]) -> None:
    files = {path: data for path, data in content.items() if path != "curriculum/glossary.yml"}
    curriculum, _ = read_curriculum(MemorySources(files))
    assert curriculum is not None
    plan = plan_site(curriculum, draft_of_the_tree())
    assert "ordliste.md" not in [page.path for page in plan.pages]
    assert "ordliste.md" not in repr(plan.nav)
