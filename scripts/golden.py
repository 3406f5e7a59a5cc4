#!/usr/bin/env python3
"""Write `tests/golden/` anew from the example, to be read before it is committed.

`.venv/bin/python scripts/golden.py`
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_golden import GOLDEN, staged  # noqa: E402

if __name__ == "__main__":
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in staged().items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
