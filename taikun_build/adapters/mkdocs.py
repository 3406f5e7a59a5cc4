"""MkDocs as the site tool of today: a staged folder in, a folder of HTML out. It decides nothing about the content."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from taikun_build.adapters.environment import EnvironmentFault
from taikun_build.problems import msg

UNPLANNED = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What MkDocs makes on its own, over what is staged. It knows too little to say anything true there."""


def build(stage: Path, timestamp: int) -> Path:
    """Build `stage/docs` by `stage/mkdocs.yml` and return the folder with the site.

    The result depends on the staged files and the timestamp (seconds since 1970) alone: the process gets a fixed
    locale, time zone and hash seed. Any warning of the site tool is a fault. The theme's own styles and scripts are not
    published, for the frame in `overrides` needs none of them.
    """
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(timestamp),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(stage / "mkdocs.yml")]
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own paths
        command, capture_output=True, env=environment, check=False, cwd=stage
    )
    if done.returncode != 0:
        log = (done.stderr + done.stdout).decode("utf-8", "replace").strip()
        raise EnvironmentFault(msg("The site tool stopped: {log}", log=log))
    site = stage / "site"
    for name in UNPLANNED:
        (site / name).unlink(missing_ok=True)
        if (stage / "docs" / name).exists():
            shutil.copyfile(stage / "docs" / name, site / name)
    _remove_strangers(site / "assets", stage / "overrides" / "assets", stage / "docs" / "assets")
    return site


def _remove_strangers(folder: Path, *owners: Path) -> None:
    """Remove every file that none of the owners has, and the folders that are empty then."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif not any((owner / path.relative_to(folder)).exists() for owner in owners):
            path.unlink()
