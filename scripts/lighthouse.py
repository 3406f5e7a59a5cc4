#!/usr/bin/env python3
"""Print Lighthouse's four scores for pages of `site/`, which a local server sends gzipped as any web server would."""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import io
import json
import os
import subprocess
import threading
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("utgave-1/", "utgave-1/moduler/", "utgave-1/moduler/hva-er-ki/")
TEXT = (".html", ".css", ".js", ".json", ".svg")


class _Gzipped(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, texts compressed, and lets the browser keep what it has fetched."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file as it goes over the wire."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXT or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def end_headers(self) -> None:
        """With the header that a web server is set to send."""
        self.send_header("Cache-Control", "max-age=31536000")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def measure(address: str) -> dict[str, float]:
    """Lighthouse's scores of a page, from 0 to 100, by category."""
    command = [
        str(ROOT / ".web" / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless --no-sandbox --disable-background-networking --disable-component-update",
    ]
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    categories = json.loads(done.stdout)["categories"]
    return {name: 100 * found["score"] for name, found in categories.items()}


def main() -> None:
    """Serve, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pages", nargs="*", default=PAGES)
    handler = functools.partial(_Gzipped, directory=str(ROOT / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for page in arguments.parse_args().pages:
            scores = measure(f"http://127.0.0.1:{server.server_address[1]}/{page}")
            print(page, " ".join(f"{name} {score:.0f}" for name, score in scores.items()))
        server.shutdown()


if __name__ == "__main__":
    main()
