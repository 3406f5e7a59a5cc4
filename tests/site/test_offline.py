"""An edition's archive works from a folder: links lead to files, and the same input gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from taikun_build.site.offline import archive_of, offline_copy
from taikun_build.site.plan import draft_of_the_tree

ARCHIVE = "taikun-utgave-1.zip"
HOME = """<!doctype html><html><head><link rel="preload" href="a.woff2"><link rel="stylesheet" href="a.css"></head>
<body>
<a href="om/">1</a> <a href="om/?a=1#b">2</a> <a href="./#c">3</a> <a href="om/index.html">4</a> <a href="#d">5</a>
<a href="https://example.org/om/">6</a> <a href="taikun-utgave-1.zip">7</a> <a href="guides/%C3%A5.pdf">8</a>
<a href="mailto:a@example.org">9</a></body></html>"""
FILES = {
    "index.html": HOME.encode(),
    "om/index.html": b'<!doctype html><html><body><a href="..">hjem</a><a href="../">hjem</a></body></html>',
    "guides/å.pdf": b"%PDF",
    "a.css": b".a{mask:url(b.svg)}.c{background:url('borte.svg')}",
    "b.svg": b"<svg/>",
    ARCHIVE: b"",
}


def copied(timestamp: int = 1_764_028_800) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(offline_copy(FILES, ARCHIVE, timestamp)))


def text(name: str) -> str:
    return copied().read(f"taikun-utgave-1/{name}").decode()


def test_the_archive_holds_one_folder_with_every_file_but_itself_in_order() -> None:
    assert copied().namelist() == [
        f"taikun-utgave-1/{name}" for name in ("a.css", "b.svg", "guides/å.pdf", "index.html", "om/index.html")
    ]


def test_links_to_folders_lead_to_their_pages_and_other_links_stay() -> None:
    page = text("index.html")
    assert '<a href="om/index.html">1</a>' in page
    assert '<a href="om/index.html?a=1#b">2</a>' in page
    assert '<a href="./index.html#c">3</a>' in page
    for kept in ("om/index.html", "#d", "https://example.org/om/", "guides/%C3%A5.pdf", "mailto:a@example.org"):
        assert f'href="{kept}"' in page
    assert text("om/index.html").count('href="../index.html"') == 2
    assert page.startswith("<!doctype html>\n<html>")


def test_a_link_to_the_archive_itself_is_plain_text_in_it() -> None:
    assert "<span>7</span>" in text("index.html")


def test_what_only_a_server_allows_is_not_asked_for() -> None:
    assert "preload" not in text("index.html")
    assert text("a.css") == """.a{mask:url("data:image/svg+xml;base64,PHN2Zy8+")}.c{background:url('borte.svg')}"""


def test_the_same_files_give_the_same_bytes_whatever_their_order() -> None:
    again = offline_copy(dict(reversed(FILES.items())), ARCHIVE, 1_764_028_800)
    assert again == offline_copy(FILES, ARCHIVE, 1_764_028_800)
    assert {entry.date_time for entry in copied().infolist()} == {(2025, 11, 25, 0, 0, 0)}
    assert {entry.date_time for entry in copied(0).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_working_draft_has_no_archive() -> None:
    assert archive_of(draft_of_the_tree()) == ""
