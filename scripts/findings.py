#!/usr/bin/env python3
"""Write the «Funn» sections of the rules' pages anew, to be read before they are committed.

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
from taikun_build.rulebook import FOUND, read_rule_page  # noqa: E402
from taikun_build.vocabulary import Language  # noqa: E402


def main() -> None:
    """Run each page's faulty texts and write down what is found."""
    example = ROOT / "tests" / "example"
    files = {path.relative_to(example).as_posix(): path.read_bytes() for path in example.rglob("*") if path.is_file()}
    for path in sorted(pages.PAGES.glob("*.md")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        text = path.read_text(encoding="utf-8")
        before, *after = re.split(rf"^## {FOUND}\n(?:(?!## ).*\n)*", text, flags=re.MULTILINE)
        empty = before + "".join(f"## {FOUND}\n\n```text\n\n```\n\n{rest}" for rest in after)
        page = read_rule_page(empty)
        written = before
        for case, rest in zip(page.cases(), after, strict=True):
            faulty = pages.changed(files, case.right, case.faulty)
            found = tuple(problem for problem in pages.problems_in(faulty) if problem.code == page.code)
            said = pages.said(found, faulty, load_catalogue(Language.NB)).rstrip()
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", said)), 3)
            written += f"## {FOUND}\n\n{fence}text\n{said}\n{fence}\n\n{rest}"
        path.write_text(written.rstrip() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
