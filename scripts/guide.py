#!/usr/bin/env python3
"""Write the tables, findings and answers of the author's guide anew, to be read before they are committed.

`.venv/bin/python scripts/guide.py [PAGE …]`
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "checks")]

import guide_pages as guide  # noqa: E402
from support import EXAMPLE, answers_in  # noqa: E402

from taikun_build.adapters.disk import load_catalogue  # noqa: E402
from taikun_build.vocabulary import Language  # noqa: E402


def main() -> None:
    """Write each page anew."""
    files = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file()}
    for path in sorted(guide.DOCS.glob("*.md")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            text = path.read_text(encoding="utf-8")
            run = answers_in(Path(folder) / "project")
            new = guide.rewritten(text, files, load_catalogue(Language.NB), run)
        path.write_text(new, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
