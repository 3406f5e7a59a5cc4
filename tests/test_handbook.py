"""The authors' handbook: the guide in its own order, a page for every rule, and all of it beside the draft only."""

from __future__ import annotations

from functools import cache

from taikun_build import checks
from taikun_build.adapters.disk import load_catalogue
from taikun_build.bibliography import reference_lists
from taikun_build.handbook import Handbook, read_handbook
from taikun_build.model import Curriculum
from taikun_build.rendering import render_site
from taikun_build.rulebook import with_captions
from taikun_build.site.plan import draft_of_the_tree, plan_site
from taikun_build.sources import MemorySources

PAGE = "---\ntitle: {title}\nsummary: Kort.\nlanguage: nb\n---\n\n{text}\n"
RULE = """# minutes-sum

Varigheten er den deltakerne får se.

## Slik retter du det

Sett den til summen.

## Galt

```yaml curriculum/modules/etikk/tvil.md
duration: 75
```

## Funn

```text
curriculum/modules/etikk/tvil.md:10:11: feil [minutes-sum]
```

## Rett

```yaml curriculum/modules/etikk/tvil.md
duration: 60
```
"""


def handbook(**texts: str) -> Handbook:
    files = {
        f"docs/{name}.md": PAGE.format(title=name.capitalize(), text=text).encode() for name, text in texts.items()
    }
    found, problems = read_handbook(MemorySources(files), MemorySources({"tests/checks/minutes-sum.md": RULE.encode()}))
    assert problems == ()
    return found


def test_the_guide_is_read_in_the_order_in_which_its_front_page_names_the_others() -> None:
    found = handbook(annen="b", index="[Tredje](tredje.md), så [annen](annen.md).", tredje="c", unevnt="d")
    assert [page.id for page in found.guide] == ["index", "tredje", "annen", "unevnt"]


def test_an_example_stands_under_the_name_of_its_file() -> None:
    text = "Slik:\n\n```yaml a/b.md\nid: x\n```\n\n```text\ny\n```\n"
    assert with_captions(text) == "Slik:\n\n`a/b.md`:\n\n```yaml\nid: x\n```\n\n```text\ny\n```\n"
    assert with_captions("```gone a.md\n```\n") == "`a.md`:\n\n"
    assert (
        with_captions("- x\n\n    ```sh a.md\n    y\n    ```\n") == "- x\n\n    `a.md`:\n\n    ```sh\n    y\n    ```\n"
    )


def test_the_handbook_stands_beside_the_draft_and_is_not_for_search(curriculum: Curriculum) -> None:
    book = handbook(
        index="[Regelen](../tests/checks/minutes-sum.md), [alle](../tests/checks/), [b](neste.md).", neste="b"
    )
    plan = plan_site(curriculum, draft_of_the_tree(), book)
    staged = render_site(plan, reference_lists(curriculum.references), cache(load_catalogue))
    assert "[Regelen](../kontroller/minutes-sum.md), [alle](../kontroller/index.md)" in staged["forfattere/index.md"]
    assert "search:\n  exclude: true" in staged["forfattere/neste.md"]
    assert "Varigheten er satt til … minutter, men aktivitetene tar … til sammen." in staged["kontroller/index.md"]
    assert staged["kontroller/minutes-sum.md"].startswith("---\ntitle: minutes-sum\n")
    assert "Programmet svarer" in staged["kontroller/minutes-sum.md"]
    assert not any("kontroller" in path for path in {page.path for page in plan_site(curriculum, plan.shown).pages})


def test_every_rule_has_its_place_in_the_list_once() -> None:
    grouped = [rule.code for _, rules in checks.GROUPS for rule in rules]
    assert sorted(grouped) == sorted(set(grouped)) == sorted(rule.code for rule in checks.RULES)
