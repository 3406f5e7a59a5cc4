#!/usr/bin/env python3
"""Measure `taikun check` in one run with a yardstick on the same texts: `scripts/bench [--modules N]`.

Two curricula are generated, the same bytes every time: one of short modules (the example's, six sections, 4 kB) and one
of the real modules (30 kB each). Each row is a command of its own, from start to exit; the cache folder is a fresh one.
The yardstick reads every front matter with PyYAML's C loader and turns every body to HTML with Python-Markdown and the
site's extensions, and checks nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
YARDSTICK = """
import sys, yaml, markdown
from pathlib import Path
from taikun_build.prose import EXTENSIONS, EXTENSION_CONFIGS
converter = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=dict(EXTENSION_CONFIGS))
for path in sorted(Path("curriculum/modules").rglob("*.md")):
    _, matter, body = path.read_text(encoding="utf-8").split("---\\n", 2)
    yaml.load(matter, Loader=yaml.CSafeLoader)
    converter.reset()
    converter.convert(body)
"""
CHECK = [sys.executable, "-m", "taikun_build", "check"]
EDITED = "taikun check, one edit"
COMMANDS = (
    ("bare YAML and Markdown", [sys.executable, "-c", YARDSTICK]),
    ("taikun check, cold", CHECK),
    ("taikun check, unchanged", CHECK),
    (EDITED, CHECK),
)


@dataclass(frozen=True)
class Measured:
    """What one command took: seconds on the clock, seconds of processor time, and memory at most in MB."""

    clock: float
    processor: float
    memory: float


def generate(source: Path, target: Path, count: int) -> None:
    """A curriculum of `count` modules: those of `source`, and copies of them under ids of their own."""
    shutil.copytree(source / "curriculum", target / "curriculum")
    (target / "editions").mkdir()
    originals = sorted((source / "curriculum" / "modules").rglob("*.md"))
    for number in range(count - len(originals)):
        original = originals[number % len(originals)]
        name = f"{original.stem[:50]}-{number}"
        text = original.read_text(encoding="utf-8").replace(f"\nid: {original.stem}\n", f"\nid: {name}\n", 1)
        copy = target / original.relative_to(source).with_name(f"{name}.md")
        copy.write_text(text.replace(f"]({original.stem}/", f"]({name}/"), encoding="utf-8")
        if original.with_suffix("").is_dir():
            shutil.copytree(original.with_suffix(""), copy.with_suffix(""))


def measure(command: Sequence[str], folder: Path, cache: Path) -> Measured:
    """Run a command to its end. It must succeed: a fast failure is no result."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - started
        if status:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{output.read().decode()[-2000:]}")
    return Measured(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    """Generate, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--modules", type=int, default=1000)
    count: int = arguments.parse_args().modules
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors, {count} modules")
    print(f"{'':<34}{'clock':>9}{'cpu':>9}{'memory':>10}")
    for name, source in (("short modules", ROOT / "tests" / "example"), ("real modules", ROOT)):
        with tempfile.TemporaryDirectory() as place:
            folder, cache = Path(place) / "project", Path(place) / "cache"
            folder.mkdir()
            generate(source, folder, count)
            size = sum(path.stat().st_size for path in (folder / "curriculum").rglob("*.md")) / 1e6
            print(f"{name} ({size:.1f} MB)")
            for row, command in COMMANDS:
                if row == EDITED:
                    edit(folder)
                found = measure(command, folder, cache)
                print(f"  {row:<32}{found.clock:>7.2f} s{found.processor:>7.2f} s{found.memory:>7.0f} MB")


def edit(folder: Path) -> None:
    """Change one module, in a way that is no fault."""
    path = next((folder / "curriculum" / "modules").rglob("*-1.md"))
    text = path.read_text(encoding="utf-8").replace("\nsummary:", "\n# endret\nsummary:", 1)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
