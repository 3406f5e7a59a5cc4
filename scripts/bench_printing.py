#!/usr/bin/env python3
"""Measure what is printed of the real curriculum, in two processes: `.venv/bin/python scripts/bench_printing.py`.

Every PDF of the working tree is made once, half of them in each process, as a site or a whole kit needs them. A row is
a kind of sheet: how many, and how long one took at the median and at most, after start-up. The yardstick is Typst on a
page with one word, with the same fonts and standards, in the same process.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import typst

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from taikun_build.adapters.disk import DiskSources, load_catalogue  # noqa: E402
from taikun_build.adapters.typst import STANDARDS, Press  # noqa: E402
from taikun_build.bibliography import reference_lists  # noqa: E402
from taikun_build.reading import ROOT as CONTENT  # noqa: E402
from taikun_build.reading import read_curriculum  # noqa: E402
from taikun_build.sheets import layout  # noqa: E402
from taikun_build.sheets.parts import Imprint  # noqa: E402
from taikun_build.site.plan import draft_of_the_tree, plan_site  # noqa: E402

PROCESSES = 2
BARE = "bare Typst, one word"


def print_some(number: int) -> list[tuple[str, float]]:
    """Make every second PDF from `number` on, and tell of each its kind and its seconds."""
    curriculum, _ = read_curriculum(DiskSources(ROOT, CONTENT))
    if curriculum is None:
        raise SystemExit("the curriculum cannot be read")
    plan = plan_site(curriculum, draft_of_the_tree())
    imprint = Imprint(plan.settings.title, plan.shown, reference_lists(curriculum.references), cache(load_catalogue))
    documents = [document for document in plan.documents if document.path.endswith(".pdf")]
    took = []
    with tempfile.TemporaryDirectory() as folder:
        press = Press(Path(folder))
        for document in documents[number::PROCESSES]:
            started = time.perf_counter()
            press.print(layout(document.sheet, imprint), 1)
            took.append((type(document.sheet).__name__, time.perf_counter() - started))
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        started = time.perf_counter()
        bare = '#set document(title: [Ord])\n#set text(font: "Source Sans Pro", lang: "nb")\nOrd'
        typst.compile(bare.encode(), format="pdf", font_paths=fonts, pdf_standards=list(STANDARDS), timestamp=1)
        took.append((BARE, time.perf_counter() - started))
    return took


def main() -> None:
    """Print all, and then how long it took."""
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    started = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        took = [one for some in pool.map(print_some, range(PROCESSES)) for one in some]
    clock = time.perf_counter() - started
    kinds = defaultdict(list)
    for kind, seconds in took:
        kinds[kind].append(seconds)
    print(f"{'':<24}{'number':>8}{'median':>10}{'most':>10}")
    for kind, each in kinds.items():
        print(f"{kind:<24}{len(each):>8}{median(each):>8.3f} s{max(each):>8.3f} s")
    print(f"all, in {PROCESSES} processes, with start-up: {clock:.1f} s")


if __name__ == "__main__":
    main()
