"""The staircase: each file imports only what stands above it, and only adapters touch the machine."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest
from support import ROOT

STAIRCASE = (
    "privacy",
    "problems",
    "sources",
    "vocabulary",
    "synonyms",
    "references",
    "limits",
    "prose",
    "inline_html",
    "wording",
    "wcag",
    "images",
    "archives",
    "yaml_faults",
    "yaml_tree",
    "model",
    "keys",
    "shapes",
    "frontmatter",
    "reference_list",
    "body",
    "files",
    "linking",
    "timing",
    "lessons",
    "timetable",
    "language",
    "reading",
    "rulebook",
    "handbook",
    "institutions",
    "editions",
    "checks.*",
    "checks",
    "site",
    "site.audiences",
    "site.pages",
    "site.evaluation",
    "site.announcement",
    "site.filters",
    "site.futures",
    "site.gatherings",
    "site.*",
    "site.plan",
    "site.audit",
    "catalogue",
    "schema",
    "bibliography",
    "calendars",
    "metadata",
    "rendering",
    "skeletons",
    "sheets.nodes",
    "sheets.parts",
    "sheets.room",
    "sheets.guide",
    "sheets.*",
    "sheets",
    "word.markup",
    "word.writing",
    "word",
    "reports",
    "adapters",
    "adapters.environment",
    "adapters.disk",
    "adapters.*",
    "checking",
    "authoring",
    "pipeline",
    "help",
    "cli",
)
MACHINE = STAIRCASE.index("adapters")
FORBIDDEN_IN_THE_CORE = {
    "asyncio",
    "ctypes",
    "glob",
    "io.open",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "random",
    "shutil",
    "signal",
    "socket",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib.request",
    "uuid",
    "zoneinfo",
}
FORBIDDEN_CALLS = {"open", "print", "input", "now", "today", "utcnow", "getenv", "read_text", "write_text"}


def step(module: str) -> int:
    """The place of a module (without the package's name) in the staircase."""
    if module in STAIRCASE:
        return STAIRCASE.index(module)
    return STAIRCASE.index(module.partition(".")[0] + ".*")


def imports(tree: ast.AST) -> Iterator[str]:
    """Full names of all that a file imports; `from a import b` gives both a.b and a."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaches(sources: Mapping[str, str]) -> list[str]:
    """What the files (module name -> source text) do that their step does not allow."""
    found = []
    for module, source in sources.items():
        tree = ast.parse(source)
        own = [name.removeprefix("taikun_build.") for name in imports(tree) if name.startswith("taikun_build.")]
        below = [name for name in own if name in sources and step(name) > step(module)]
        beside = [
            name
            for name in own
            if name in sources and step(name) == step(module) and name != module and "*" not in name
        ]
        found += [f"{module} imports {name}" for name in (*below, *(b for b in beside if step(b) < MACHINE))]
        if step(module) < MACHINE:
            outside = [name for name in imports(tree) if name in FORBIDDEN_IN_THE_CORE]
            calls = [
                name
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
                and (name := getattr(node.func, "id", getattr(node.func, "attr", ""))) in FORBIDDEN_CALLS
            ]
            found += [f"{module} uses {name}" for name in (*outside, *calls)]
    return found


@pytest.fixture
def sources() -> dict[str, str]:
    """Module name without the package's -> source text; the package's own two doors are left out."""
    package = ROOT / "taikun_build"
    names = {
        path: path.relative_to(package).with_suffix("").as_posix().replace("/", ".") for path in package.rglob("*.py")
    }
    return {
        name.removesuffix(".__init__"): path.read_text(encoding="utf-8")
        for path, name in names.items()
        if name not in ("__init__", "__main__")
    }


def test_every_file_stands_on_the_staircase_and_keeps_to_it(sources: dict[str, str]) -> None:
    assert breaches(sources) == []


@pytest.mark.parametrize(
    ("module", "line", "breach"),
    [
        ("body", "from taikun_build.adapters import disk", "body imports adapters.disk"),
        ("body", "import taikun_build.adapters.git", "body imports adapters.git"),
        ("checks.minutes_sum", "from taikun_build.pipeline import check", "checks.minutes_sum imports pipeline"),
        (
            "checks.minutes_sum",
            "from taikun_build.checks.dead_link import RULE",
            "checks.minutes_sum imports checks.dead_link",
        ),
        ("problems", "from taikun_build import vocabulary", "problems imports vocabulary"),
        ("rendering", "import subprocess", "rendering uses subprocess"),
        ("editions", "def f(): return date.today()", "editions uses today"),
        ("reading", "def f(path): return open(path)", "reading uses open"),
    ],
)
def test_a_step_down_or_a_touch_of_the_machine_is_found(
    sources: dict[str, str], module: str, line: str, breach: str
) -> None:
    sources[module] += "\n" + line + "\n"
    assert breach in breaches(sources)


def test_adapters_may_touch_the_machine(sources: dict[str, str]) -> None:
    sources["adapters.disk"] += "\nimport os, subprocess, time\n"
    assert breaches(sources) == []
