#!/usr/bin/env python3
"""Write the «Funn» section of the rules' pages anew, to be read before it is committed.

`.venv/bin/python scripts/findings.py [CODE …]`
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "checks")]

import test_pages as pages  # noqa: E402

from taikun_build.adapters.disk import load_catalogue  # noqa: E402
from taikun_build.vocabulary import Language  # noqa: E402


def main() -> None:
    """Run each page's faulty text and write down what is found."""
    example = ROOT / "tests" / "example"
    files = {path.relative_to(example).as_posix(): path.read_bytes() for path in example.rglob("*") if path.is_file()}
    for path in sorted(pages.PAGES.glob("*.md")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        page = pages.read_page(path)
        faulty = pages.changed(files, page.pieces["Rett"], page.pieces["Galt"])
        found = tuple(problem for problem in pages.problems_in(faulty) if problem.code == page.code)
        text = pages.said(found, faulty, load_catalogue(Language.NB)).rstrip()
        before = path.read_text(encoding="utf-8").partition("## Funn\n")[0]
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", text)), 3)
        path.write_text(f"{before}## Funn\n\n{fence}text\n{text}\n{fence}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
