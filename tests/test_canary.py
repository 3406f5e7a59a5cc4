"""Private text of every kind, each with a mark of its own, planted in a project that is then published.

Every byte of the site is searched, also inside compressed files, PDFs and the search index. A mark that is found where
it may not be is a leak. The same tree built with plain MkDocs leaks most of them, so the search can find something.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader
from pypdf.generic import StreamObject
from support import ROOT, copy_project

from taikun_build import pipeline
from taikun_build.checking import check
from taikun_build.problems import Severity

pytestmark = pytest.mark.xdist_group("canary")

TVIL = "curriculum/modules/etikk/tvil.md"
DRAFT = "curriculum/modules/etikk/uferdig.md"
RETIRED = "curriculum/modules/etikk/utgatt.md"
ETIKK = "curriculum/modules/etikk"


class May(Enum):
    """Where a mark may be seen."""

    NOWHERE = "nowhere"
    FACILITATORS = "on guide pages, in printed guides, on slides and in the files that only they use"
    DRAFT = "in the working draft alone"
    DRAFT_FACILITATORS = "on guide pages of the working draft alone"
    EVERYWHERE = "wherever the text it stands in is shown"

    def be_in(self, path: str) -> bool:
        """Whether a file of the site may hold the mark."""
        folder, _, rest = path.partition("/")
        for_facilitators = rest.startswith(("fasilitator/", "guides/", "lysbilder/"))
        match self:
            case May.NOWHERE:
                return False
            case May.FACILITATORS:
                return for_facilitators
            case May.DRAFT:
                return folder == "draft"
            case May.DRAFT_FACILITATORS:
                return folder == "draft" and for_facilitators
            case May.EVERYWHERE:
                return True


@dataclass(frozen=True, slots=True)
class Text:
    """A private text: in a file, `{}` is the mark; `old` is what stands there before, nothing for a file of its own."""

    may: May
    path: str
    new: str
    old: str = ""


def after(words: str, may: May, path: str) -> Text:
    """A mark after some words that stand once in a file."""
    return Text(may, path, words + " {}", words)


TEXTS: Mapping[str, Text] = {
    # For facilitators: the front matter's fields, and notes wherever they may stand in the body.
    "overview": after("HEMMELIG OVERSIKT", May.FACILITATORS, TVIL),
    "overview, second paragraph": after("HEMMELIG ANDRE AVSNITT", May.FACILITATORS, TVIL),
    "preparation before": after("HEMMELIG FORBEREDELSE", May.FACILITATORS, TVIL),
    "preparation during": after("HEMMELIG UNDERVEIS", May.FACILITATORS, TVIL),
    "preparation after": after("HEMMELIG ETTERPÅ", May.FACILITATORS, TVIL),
    "equipment, physical": after("physical: [Tavle", May.FACILITATORS, TVIL),
    "equipment, digital": after("digital: [Felles dokument", May.FACILITATORS, TVIL),
    "equipment, hybrid": after("hybrid: [Rommikrofon", May.FACILITATORS, TVIL),
    "pitfalls": after("HEMMELIG FALLGRUVE", May.FACILITATORS, TVIL),
    "plan B": after("HEMMELIG RESERVEPLAN", May.FACILITATORS, TVIL),
    "hint of a dilemma": after("HEMMELIG HINT", May.FACILITATORS, TVIL),
    "note in an activity": after("HEMMELIG NOTAT", May.FACILITATORS, TVIL),
    "list in a note": after("HEMMELIG PUNKT", May.FACILITATORS, TVIL),
    "note in the last activity": after("HEMMELIG AVSLUTNING", May.FACILITATORS, TVIL),
    "note before the first activity": Text(
        May.FACILITATORS, TVIL, "/// facilitator\n\nFørst {}.\n\n///\n\n## Før du begynner", "## Før du begynner"
    ),
    "note after all else": Text(
        May.FACILITATORS, TVIL, "Spør hvem.\n\n///\n\n/// facilitator\n\nSist {}.\n\n///\n\n/// reflection\n\nHva nå?",
        "Spør hvem det gjelder.",
    ),
    "code in a note": Text(May.FACILITATORS, TVIL, "HEMMELIG LEDETRÅD `{}`", "HEMMELIG LEDETRÅD"),
    "table in a note": Text(
        May.FACILITATORS, TVIL, "når samtalen stopper.\n\n| a | b |\n|---|---|\n| c | {} |\n\nEtter to minutter.",
        "når samtalen stopper etter to minutter.",
    ),
    "heading in a note": Text(
        May.FACILITATORS, TVIL, "holde runden kort.\n\n### Tid {}\n\nLa de stille", "holde runden kort og la de stille"
    ),
    "link in a note": Text(
        May.FACILITATORS, TVIL, "notere [spørsmålene](https://example.org/{}) på", "notere spørsmålene på"
    ),
    "picture in a note": Text(
        May.FACILITATORS, TVIL, "du takker\n\n![Rommet {}](tvil/oppsett.png)\n\nog sier", "du takker og sier"
    ),
    # Not ready, or no longer held.
    "title of a draft": after("title: UFERDIG HEMMELIG UTKAST", May.DRAFT, DRAFT),
    "summary of a draft": after("summary: Deltakerne øver", May.DRAFT, DRAFT),
    "outcome of a draft": after("text: Kjenne igjen et dilemma", May.DRAFT, DRAFT),
    "dilemma of a draft": after("En bruker vil ha et svar nå.", May.DRAFT, DRAFT),
    "text of a draft": after("Tvil er en del av jobben", May.DRAFT, DRAFT),
    "example of a draft": after("> Jeg vet ikke,", May.DRAFT, DRAFT),
    "picture of a draft": Text(May.DRAFT, DRAFT, "![Kart {}](uferdig/kart.png)", "Gå fra skjermen."),
    "overview of a draft": after("HEMMELIG OVERSIKT", May.DRAFT_FACILITATORS, DRAFT),
    "note of a draft": after("HEMMELIG NOTAT", May.DRAFT_FACILITATORS, DRAFT),
    "title of a retired module": after("title: Å stå i tvil", May.DRAFT, RETIRED),
    "text of a retired module": after("Tvil er en del av jobben", May.DRAFT, RETIRED),
    "note of a retired module": after("HEMMELIG NOTAT", May.DRAFT_FACILITATORS, RETIRED),
    # Comments, and fields that are for the project itself.
    "comment in front matter": Text(May.NOWHERE, TVIL, "# {}\nlevel: basic", "level: basic"),
    "comment among the facilitator's notes": Text(May.NOWHERE, TVIL, "  # {}\n  pitfalls:", "  pitfalls:"),
    "comment among an activity's options": Text(
        May.NOWHERE, TVIL, "    id: pause\n    # {}\n", "    id: pause\n"
    ),
    "comment in a page's front matter": Text(
        May.NOWHERE, "curriculum/pages/om.md", "# {}\nsummary: Hva dette er.", "summary: Hva dette er."
    ),
    "comment in the settings": Text(May.NOWHERE, "curriculum/curriculum.yml", "# {}\nowner:", "owner:"),
    "comment in a framework": Text(May.NOWHERE, "curriculum/frameworks/eks.yml", "# {}\nyear: 2026", "year: 2026"),
    "comment in an edition's manifest": Text(May.NOWHERE, "editions/revised.yml", "# {}\nid: revised", "id: revised"),
    "reference that nobody cites": Text(
        May.NOWHERE, "curriculum/references.json",
        '{{"id": "x2020", "type": "book", "title": "{}"}},\n  {{\n    "id": "berg2020"',
        '{\n    "id": "berg2020"',
    ),
    "note on a reference that is cited": Text(
        May.NOWHERE, "curriculum/references.json", '"note": "{}",\n    "abstract": "{}",\n    "publisher"',
        '"publisher"',
    ),
    "curriculum's own README": Text(May.NOWHERE, "curriculum/README.md", "{}\n"),
    "configuration's comment": Text(May.NOWHERE, "mkdocs.yml", "# {}\nstrict: true", "strict: true"),
    # What is written on purpose where readers see it is no secret.
    "comment shown as code": Text(
        May.EVERYWHERE, TVIL, "Gå fra skjermen.\n\n```\n<!-- {} -->\n```", "Gå fra skjermen."
    ),
    # Files that nobody has linked to.
    "stray text": Text(May.NOWHERE, f"{ETIKK}/tvil/deltakere.txt", "{}\n"),
    "stray Markdown beside the modules": Text(May.NOWHERE, f"{ETIKK}/tvil/notat.md", "# Notat\n\n{}\n"),
    "stray Markdown in a folder of its own": Text(May.NOWHERE, "curriculum/referat/mote.md", "# Møte\n\n{}\n"),
    "stray spreadsheet": Text(May.NOWHERE, "curriculum/deltakere.csv", "navn\n{}\n"),
    "stray web page": Text(May.NOWHERE, "curriculum/utkast.html", "<p>{}</p>\n"),
    "stray script": Text(May.NOWHERE, "curriculum/assets/skript.js", "// {}\n"),
    "stray data": Text(May.NOWHERE, "curriculum/lenker.yml", "- {}\n"),
    "stray glossary": Text(May.NOWHERE, "curriculum/ordliste.yml", "- term: {}\n"),
    "stray drawing": Text(
        May.NOWHERE, f"{ETIKK}/tvil/skisse.svg", '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>\n'
    ),
    "name of a stray file": Text(May.NOWHERE, "curriculum/modules/sok/{}.txt", "Navnet er nok.\n"),
    "name of a stray folder": Text(May.NOWHERE, "curriculum/{}/liste.txt", "Navnet er nok.\n"),
    "hidden file": Text(May.NOWHERE, f"{ETIKK}/.notater", "{}\n"),
    "file of a file manager": Text(May.NOWHERE, "curriculum/.DS_Store", "{}\n"),
    "backup of an editor, for crashes": Text(May.NOWHERE, f"{ETIKK}/.tvil.md.swp", "{}\n"),
    "backup by hand": Text(May.NOWHERE, f"{TVIL}.bak", "{}\n"),
    "what a merge left": Text(May.NOWHERE, f"{TVIL}.orig", "{}\n"),
    "passwords beside the curriculum": Text(May.NOWHERE, ".env", "TOKEN={}\n"),
    "passwords in the curriculum": Text(May.NOWHERE, "curriculum/.env", "TOKEN={}\n"),
    "backup among the overrides": Text(May.NOWHERE, "overrides/assets/stylesheets/taikun.css~", "/* {} */\n"),
    "notes among the overrides": Text(May.NOWHERE, "overrides/assets/notat.txt", "{}\n"),
    "hidden file among the overrides": Text(May.NOWHERE, "overrides/assets/.env", "{}\n"),
    "notes beside the curriculum": Text(May.NOWHERE, "notater/mote.md", "{}\n"),
}  # fmt: skip
OTHER: Mapping[str, May] = {
    "place of an unused photo": May.NOWHERE,
    "description of an unused photo": May.NOWHERE,
    "bytes of a picture that only the facilitator sees": May.FACILITATORS,
    "bytes of a picture of a draft": May.DRAFT,
    "file in an archive": May.NOWHERE,
    "text that is not committed": May.DRAFT,
    "text that was deleted": May.NOWHERE,
    "text on another branch": May.NOWHERE,
    "message of a commit": May.NOWHERE,
    "author of a commit": May.NOWHERE,
    "e-mail of the author": May.NOWHERE,
    "address of the repository": May.NOWHERE,
    "environment": May.NOWHERE,
    "name of the user": May.NOWHERE,
    "home folder": May.NOWHERE,
    "project's folder": May.NOWHERE,
}
MARKED: Mapping[str, May] = {**{kind: text.may for kind, text in TEXTS.items()}, **OTHER}


def mark(kind: str) -> str:
    """A word that stands nowhere else."""
    return "q" + hashlib.sha256(kind.encode()).hexdigest()[:14]


# --- planting ---------------------------------------------------------------------------------------------------------


def plant_texts(root: Path) -> None:
    retired = (root / TVIL).read_text(encoding="utf-8")
    retired = retired.replace("id: tvil", "id: utgatt").replace("status: pilot", "status: retired")
    (root / RETIRED).write_text(retired, encoding="utf-8")
    for kind, text in TEXTS.items():
        path = root / text.path.format(mark(kind))
        new = text.new.format(mark(kind), mark(kind))
        if text.old:
            before = path.read_text(encoding="utf-8")
            assert before.count(text.old) == 1, kind
            new = before.replace(text.old, new)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, encoding="utf-8")


def plant_pictures(root: Path) -> None:
    picture = Image.new("RGB", (8, 8), "teal")
    exif = Image.Exif()
    exif[0x010E] = mark("description of an unused photo")
    exif.get_ifd(0x8825)[0x12] = mark("place of an unused photo")
    folder = root / ETIKK
    (folder / "uferdig").mkdir()
    picture.save(folder / "tvil" / "ferie.jpg", exif=exif)
    for name, kind in (
        ("tvil/oppsett.png", "bytes of a picture that only the facilitator sees"),
        ("uferdig/kart.png", "bytes of a picture of a draft"),
    ):
        info = PngInfo()
        info.add_text("Comment", mark(kind))
        picture.save(folder / name, pnginfo=info)
    with zipfile.ZipFile(folder / "tvil" / "alt.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("liste.txt", mark("file in an archive"))


def git(root: Path, *arguments: str) -> None:
    """Git as the person in the repository's own configuration."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, env=environment)


def plant_history(root: Path) -> None:
    git(root, "config", "user.name", mark("author of a commit"))
    git(root, "config", "user.email", f"{mark('e-mail of the author')}@example.org")
    git(root, "config", "remote.origin.url", f"https://{mark('address of the repository')}@example.org/x.git")
    git(root, "checkout", "--quiet", "-b", "annen")
    gone = root / "curriculum" / "pages" / "borte.md"
    gone.write_text(f"---\ntitle: Borte\nsummary: {mark('text on another branch')}\nlanguage: nb\n---\n\nHei.\n")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Annen")
    git(root, "checkout", "--quiet", "main")
    gone.write_text(f"---\ntitle: Borte\nsummary: {mark('text that was deleted')}\nlanguage: nb\n---\n\nHei.\n")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", mark("message of a commit"))
    gone.unlink()
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--message", "Slett")


def taikun(root: Path, *arguments: str) -> None:
    """Run the program as a person whose name and folders are marked."""
    home = root.parent / mark("home folder")
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "USER": mark("name of the user"),
        "LOGNAME": mark("name of the user"),
        "TAIKUN_TOKEN": mark("environment"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "taikun_build", *arguments], cwd=root, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with everything planted, its first edition frozen, and one more change that is not committed."""
    root = tmp_path_factory.mktemp("canary") / mark("project's folder")
    copy_project(root)
    (root / ETIKK / "tvil").mkdir()
    plant_history(root)
    plant_texts(root)
    plant_pictures(root)
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--message", "Innhold")
    taikun(root, "edition", "freeze", "first")
    git(root, "commit", "--quiet", "--all", "--message", "Frys")
    text = (root / TVIL).read_text(encoding="utf-8")
    changed = text.replace("Bruk grupperom.", f"Bruk grupperom. {mark('text that is not committed')}")
    assert changed != text
    (root / TVIL).write_text(changed.replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8")
    return root


# --- searching --------------------------------------------------------------------------------------------------------


def views(path: str, data: bytes) -> Iterator[bytes]:
    """A file's name and bytes, and all that can be unpacked from them."""
    yield path.encode()
    yield data
    if path.endswith(".gz"):
        yield from views(path.removesuffix(".gz"), gzip.decompress(data))
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from views(name, archive.read(name))
    elif data.startswith(b"%PDF"):
        yield from of_pdf(data)
    elif path.endswith(".json"):
        yield html.unescape(json.dumps(json.loads(data), ensure_ascii=False)).encode()
    elif path.endswith((".html", ".svg", ".xml", ".rels")):
        yield html.unescape(data.decode()).encode()
        if path.startswith("word/"):
            yield "".join(str(text) for text in etree.fromstring(data).itertext()).encode()


def of_pdf(data: bytes) -> Iterator[bytes]:
    """A PDF's text with words put together again, its metadata, and its streams."""
    reader = PdfReader(io.BytesIO(data))
    for page in reader.pages:
        text = page.extract_text()
        yield text.encode("utf-8", "replace")
        yield "".join(text.replace("-\n", "").replace("\u00ad", "").split()).encode("utf-8", "replace")
    yield repr(reader.metadata).encode()
    for number in range(1, len(reader.xref.get(0, {})) + len(reader.xref_objStm) + 1):
        found = reader.get_object(number)
        yield found.get_data() if isinstance(found, StreamObject) else repr(found).encode()


def seen(site: Path) -> Mapping[str, set[str]]:
    """Where each kind of private text is seen: kind -> the files of a site that hold its mark."""
    found: dict[str, set[str]] = {kind: set() for kind in MARKED}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        for name, data in members(path, file.read_bytes()):
            everything = b"\0".join(views(name, data)).lower()
            for kind, places in found.items():
                word = mark(kind)
                if word.encode() in everything or word.encode("utf-16-le")[:-1] in everything:
                    places.add(name)
    return found


def members(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, or each file of an edition's archive by the name that it has in the edition."""
    edition, _, name = path.rpartition("/")
    if name != f"taikun-{edition}.zip":
        yield path, data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.namelist():
            yield f"{edition}/{member.partition('/')[2]}", archive.read(member)


@pytest.fixture(scope="module")
def published(planted: Path) -> Mapping[str, set[str]]:
    """Where each kind is seen in the site that TAIKun publishes."""
    taikun(planted, "build")
    return seen(planted / "site")


@pytest.fixture(scope="module")
def leaking(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """Where each kind is seen in the site that plain MkDocs makes of the same tree."""
    folder = tmp_path_factory.mktemp("plain")
    config = {"site_name": "x", "theme": {"name": "material", "font": False}, "docs_dir": str(planted / "curriculum")}
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    return seen(folder / "site")


def test_there_are_many_kinds_of_private_text() -> None:
    assert len([kind for kind, may in MARKED.items() if may is not May.EVERYWHERE]) >= 80
    assert len({mark(kind) for kind in MARKED}) == len(MARKED)


@pytest.mark.parametrize("kind", MARKED)
def test_private_text_is_seen_only_where_it_may_be(kind: str, published: Mapping[str, set[str]]) -> None:
    assert {path for path in published[kind] if not MARKED[kind].be_in(path)} == set()


@pytest.mark.parametrize("kind", [kind for kind, may in MARKED.items() if may is not May.NOWHERE])
def test_and_is_seen_by_those_it_is_for(kind: str, published: Mapping[str, set[str]]) -> None:
    assert published[kind]


def test_nothing_for_facilitators_is_in_the_search_index_or_the_data(published: Mapping[str, set[str]]) -> None:
    hidden = [kind for kind, may in MARKED.items() if may in (May.FACILITATORS, May.DRAFT_FACILITATORS)]
    assert [path for kind in hidden for path in published[kind] if path.endswith((".json", ".js", ".xml"))] == []


def test_the_search_sees_into_printed_guides(published: Mapping[str, set[str]]) -> None:
    printed = {kind for kind, places in published.items() if any(path.endswith(".pdf") for path in places)}
    assert {"overview", "plan B", "hint of a dilemma", "code in a note", "note of a draft"} <= printed


def test_the_search_sees_into_guides_for_word_processors(published: Mapping[str, set[str]]) -> None:
    adapted = {kind for kind, places in published.items() if any(path.endswith(".docx") for path in places)}
    assert {"overview", "plan B", "hint of a dilemma", "code in a note", "link in a note", "note of a draft"} <= adapted


def test_the_search_sees_into_what_is_printed_for_participants(published: Mapping[str, set[str]]) -> None:
    of_a_draft = {path for path in published["dilemma of a draft"] if path.endswith(".pdf")}
    assert {
        "draft/deltakerark/uferdig-physical.pdf",
        "draft/dilemmakort/uferdig.pdf",
        "draft/dilemmakort/alle.pdf",
    } <= of_a_draft


def test_plain_mkdocs_leaks_most_of_it(leaking: Mapping[str, set[str]]) -> None:
    in_the_curriculum = [
        kind for kind, text in TEXTS.items() if text.path.startswith("curriculum/") and text.may is not May.EVERYWHERE
    ]
    leaked = [kind for kind in in_the_curriculum if leaking[kind]]
    assert len(leaked) > len(in_the_curriculum) / 2, sorted(set(in_the_curriculum) - set(leaked))


# --- what is refused --------------------------------------------------------------------------------------------------

SECRET = "qhemmelighet"  # noqa: S105 - the mark of the texts below
NOTE = f"/// facilitator\n\n{SECRET}\n\n///"
VARIANT = "/// format | physical\n\nStå i ring.\n\n///"
REFUSED: Mapping[str, tuple[str, Text]] = {
    "comment in a body": ("html-comment", Text(May.NOWHERE, TVIL, f"<!-- {SECRET} -->", "Gå fra skjermen.")),
    "comment on a page": ("html-comment", Text(May.NOWHERE, "curriculum/pages/om.md", f"<!-- {SECRET} -->", "Ingen.")),
    "comment in a list": ("html-comment", Text(May.NOWHERE, TVIL, f"- <!-- {SECRET}\n  -->", "Gå fra skjermen.")),
    "hidden element": ("raw-html", Text(May.NOWHERE, TVIL, f"<p hidden>{SECRET}</p>", "Gå fra skjermen.")),
    "note inside a variant": (
        "misplaced-block",
        Text(May.NOWHERE, TVIL, f"//// format | physical\n\nRing.\n\n{NOTE}\n\n////", VARIANT),
    ),
    "note on a page": ("misplaced-block", Text(May.NOWHERE, "curriculum/pages/om.md", NOTE, "Ingen.")),
    "note in a list": (
        "block-indented", Text(May.NOWHERE, TVIL, f"- /// facilitator\n\n  {SECRET}", "Gå fra skjermen."),
    ),
    "note in a quotation": (
        "block-indented", Text(May.NOWHERE, TVIL, f"> /// facilitator\n> {SECRET}\n> ///", "Gå fra skjermen."),
    ),
    "note that is never closed": (
        "block-unclosed", Text(May.NOWHERE, TVIL, f"/// facilitator\n\n{SECRET}", "Gå fra skjermen."),
    ),
    "note with a capital": (
        "block-header", Text(May.NOWHERE, TVIL, f"/// Facilitator\n\n{SECRET}\n\n///", "Gå fra skjermen."),
    ),
    "note in Norwegian": (
        "unknown-block", Text(May.NOWHERE, TVIL, f"/// fasilitator\n\n{SECRET}\n\n///", "Gå fra skjermen."),
    ),
    "front matter that is never closed": (
        "front-matter-unclosed", Text(May.NOWHERE, TVIL, f"changes: []\n\n{SECRET}", "changes: []\n---"),
    ),
    "front matter after a blank line": (
        "front-matter-missing", Text(May.NOWHERE, TVIL, f"\n---\n# {SECRET}\nid: tvil", "---\nid: tvil"),
    ),
    "front matter that YAML cannot read": (
        "yaml-syntax", Text(May.NOWHERE, TVIL, f"title: a: {SECRET}", "title: Å stå i tvil"),
    ),
    "private key in a public place": (
        "unknown-key", Text(May.NOWHERE, TVIL, f"group_size: {{min: 4, max: 20, note: {SECRET}}}",
        "group_size: {min: 4, max: 20}"),
    ),
    "template of one's own": (
        "unknown-key", Text(May.NOWHERE, TVIL, "template: ../../.env\nlevel: basic", "level: basic"),
    ),
    "comment after a value": (
        "comment-cuts-value", Text(May.NOWHERE, TVIL, f"level: basic # {SECRET}", "level: basic"),
    ),
    "picture outside the curriculum": (
        "dead-link", Text(May.NOWHERE, TVIL, "![x](../../../.env)", "Gå fra skjermen."),
    ),
    "picture of the machine": ("unsafe-link", Text(May.NOWHERE, TVIL, "![x](/etc/passwd)", "Gå fra skjermen.")),
    "file of git": ("dead-link", Text(May.NOWHERE, TVIL, "[x](../../../.git/config)", "Gå fra skjermen.")),
    "hidden file": ("dead-link", Text(May.NOWHERE, TVIL, "[x](tvil/.env)", "Gå fra skjermen.")),
    "backup of an editor, with a tilde": ("file-name", Text(May.NOWHERE, f"{TVIL}~", SECRET)),
    "backup of an editor, with hashes": ("file-name", Text(May.NOWHERE, f"{ETIKK}/#tvil.md#", SECRET)),
    "another module's file": (
        "unpublishable-file", Text(May.NOWHERE, TVIL, "![x](../sok/finne/skjema.svg)", "Gå fra skjermen."),
    ),
    "conflict": (
        "conflict-marker", Text(May.NOWHERE, TVIL, f"<<<<<<< HEAD\n{SECRET}\n=======\n>>>>>>> x", "Gå fra skjermen."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), REFUSED.values(), ids=REFUSED)
def test_what_would_be_a_leak_is_an_error_and_nothing_is_published(project: Path, code: str, text: Text) -> None:
    path = project / text.path
    before = path.read_text(encoding="utf-8") if path.exists() else text.old
    assert before.count(text.old) == 1
    path.write_text(before.replace(text.old, text.new), encoding="utf-8")
    problems = check(project, date(2026, 11, 25)).problems
    assert (code, Severity.ERROR) in [(problem.code, problem.severity) for problem in problems]
    built = pipeline.build(project, project / "site", date(2026, 11, 25), lambda _step: None)
    assert built.output is None
    assert not (project / "site").exists()


def test_a_link_to_a_file_outside_is_not_followed(project: Path) -> None:
    (project / ".env").write_text(SECRET, encoding="utf-8")
    (project / ETIKK / "tvil").mkdir()
    (project / ETIKK / "tvil" / "a.txt").symlink_to(project / ".env")
    problems = check(project, date(2026, 11, 25)).problems
    assert ("not-a-file", Severity.ERROR) in [(problem.code, problem.severity) for problem in problems]
    assert pipeline.build(project, project / "site", date(2026, 11, 25), lambda _step: None).output is None
