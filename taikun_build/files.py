"""Rules about files as such: what they are, what they are called, how large they are, and what is in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from taikun_build.images import Drawing, Misfit, Picture, look_at
from taikun_build.model import DEVICES
from taikun_build.problems import Location, Problem, Rule, Severity, Text, msg, readable
from taikun_build.sources import Entry, Kind, Source

LONGEST_NAME = 120
LONGEST_PATH = 240
"""In bytes. Windows takes 260 characters for the whole path, and the site puts something in front of ours."""
MOST_BYTES = 5_000_000
MOST_READ = 50_000_000
"""In bytes. What is larger can be no file of ours, and is not even read."""
LARGE_BYTES = 1_000_000
LARGE_SIDE = 4000

NOT_A_FILE = Rule(
    "not-a-file",
    msg("This is {what}, and TAIKun opens only ordinary files."),
    msg("{advice}"),
)
FILE_NAME = Rule(
    "file-name",
    msg("The name «{name}» does not work everywhere: {why}."),
    msg(
        "Give it another name: first a letter or a digit, then only the letters a–z, digits, hyphens, underscores and"
        " full stops. Letters like æ, ø and å become ae, o and a. Mend the links to it too."
    ),
)
NAME_CLASH = Rule(
    "name-clash",
    msg("On Windows and Mac this is the same name as «{other}»."),
    msg("Give one of them another name. Letters that differ only in case do not keep them apart."),
)
ATTACHMENT_TOO_LARGE = Rule(
    "attachment-too-large",
    msg("The file takes {size}; the limit is {limit}."),
    msg("Compress the images in it, or put it in an open archive and link to it there."),
)
LARGE_IMAGE = Rule(
    "large-image",
    msg("The image is large: {width} × {height} pixels, {size}."),
    msg(
        "Scale it down to 1600 pixels across and save it again, drawings as PNG and photographs as JPEG. Then the page"
        " opens quickly on a phone too."
    ),
    Severity.WARNING,
)
FILE_CONTENT = Rule(
    "file-content",
    msg("The file cannot be published: {why}."),
    msg("{advice}"),
)
IMAGE_LOCATION = Rule(
    "image-location",
    msg("The image tells where it was taken."),
    msg(
        "Remove the position and put the image here anew. Windows: Properties, Details, Remove properties. Mac: open"
        " it in Preview, Tools, Show inspector, GPS, Remove location info."
    ),
)
ACTIVE_IMAGE = Rule(
    "active-image",
    msg("The drawing holds something that runs or that is fetched from elsewhere: {what}"),
    msg("Save it again as a plain SVG, without scripts, events and links to other places."),
)
RULES = (
    NOT_A_FILE,
    FILE_NAME,
    NAME_CLASH,
    ATTACHMENT_TOO_LARGE,
    LARGE_IMAGE,
    FILE_CONTENT,
    IMAGE_LOCATION,
    ACTIVE_IMAGE,
)

_NO_FILES: dict[Kind, tuple[Text, Text]] = {
    Kind.LINK: (
        msg("a symbolic link"),
        msg("Delete the link, and put a copy of the file itself here. The copy may have the same name."),
    ),
    Kind.HARD_LINK: (
        msg("a hard link: the same file has a name elsewhere too"),
        msg("Copy the file, delete this one, and give the copy its name. Then nobody changes it from elsewhere."),
    ),
    Kind.SUBMODULE: (
        msg("a folder that belongs to another git repository"),
        msg("Copy the files that are needed into an ordinary folder, and delete this one."),
    ),
    Kind.SPECIAL: (
        msg("a named pipe or a device"),
        msg("Delete it. If a file should lie here, put the file itself here."),
    ),
}
_ALLOWED = re.compile(r"[A-Za-z0-9._-]")
_WINDOWS = re.compile(rf"(?:{'|'.join(DEVICES)}|(?:com|lpt)[¹²³])(?:\..*)?", re.IGNORECASE)
_CHARACTERS: dict[str, Text] = {
    " ": msg("it has a space"),
    "\n": msg("it has a line break"),
    "\t": msg("it has a tab"),
}


def of_entries(entries: Iterable[Entry]) -> Iterator[Problem]:
    """What is wrong with what lies in the folders, before anything is opened. `entries` are sorted by path."""
    names: dict[str, str] = {}
    for entry in entries:
        if entry.kind in _NO_FILES:
            what, advice = _NO_FILES[entry.kind]
            yield NOT_A_FILE.at(Location(entry.path), what=what, advice=advice)
        if len(_bytes(entry.path)) > LONGEST_PATH:
            why = msg("with its folders it is longer than {limit} bytes", limit=LONGEST_PATH)
            yield FILE_NAME.at(Location(entry.path), name=_short(entry.path.rpartition("/")[2]), why=why)
        for path in _with_folders(entry.path):
            if path not in names:
                names[path] = path
                yield from _of_name(path)
    yield from _clashes(tuple(names))


def name_fault(name: str) -> Text | None:  # noqa: PLR0911 - one answer for each fault
    """Why a file or folder cannot have this name, or None when it can.

    Letters beyond a–z are refused because one letter can be written in two ways (å, or a with a ring): the file then
    has another name on a Mac than on Windows, and links to it break.
    """
    if _WINDOWS.fullmatch(name):
        return msg("Windows keeps «{name}» for itself", name=name.partition(".")[0])
    if len(_bytes(name)) > LONGEST_NAME:
        return msg("it is longer than {limit} bytes", limit=LONGEST_NAME)
    if name[:1] in ("-", "."):
        return msg("it begins with «{character}»", character=name[0])
    if name.endswith("."):
        return msg("it ends with «{character}»", character=".")
    odd = next((character for character in name if not _ALLOWED.match(character)), None)
    if odd is None:
        return None
    if odd in _CHARACTERS:
        return _CHARACTERS[odd]
    if "\udc80" <= odd <= "\udcff":
        return msg("it is not written in UTF-8")
    if unicodedata.combining(odd):
        base = name[: name.index(odd) + 1][-2:]
        return msg("«{character}» is written as two characters", character=unicodedata.normalize("NFC", base))
    shown = odd if odd.isprintable() else f"U+{ord(odd):04X}"
    return msg("it has the character «{character}»", character=shown)


def too_large(path: str, size: int) -> Problem | None:
    """The problem with a file of so many bytes that is going to be published, if it is too big."""
    if size <= MOST_BYTES:
        return None
    return ATTACHMENT_TOO_LARGE.at(Location(path), size=_megabytes(size), limit=_megabytes(MOST_BYTES))


def of_asset(source: Source) -> Iterator[Problem]:
    """What is wrong with the content of a file that is going to be published."""
    where = Location(source.path)
    suffix = "." + source.path.rpartition(".")[2].lower()
    size = len(source.data)
    match look_at(suffix, source.data):
        case Misfit(why, advice, line, column):
            yield FILE_CONTENT.at(Location(source.path, line, column), why=why, advice=advice)
        case Drawing(active):
            yield from (ACTIVE_IMAGE.at(Location(source.path, line), what=what) for line, what in active)
        case Picture(width, height, has_position):
            if has_position:
                yield IMAGE_LOCATION.at(where)
            if size > LARGE_BYTES or max(width, height) > LARGE_SIDE:
                yield LARGE_IMAGE.at(where, width=width, height=height, size=_megabytes(size))


def _of_name(path: str) -> Iterator[Problem]:
    name = path.rpartition("/")[2]
    why = name_fault(name)
    if why is not None:
        yield FILE_NAME.at(Location(path), name=_short(name), why=why)


def _clashes(paths: tuple[str, ...]) -> Iterator[Problem]:
    """Names in one folder that are one name where case or Unicode form does not count."""
    first: dict[tuple[str, str], str] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        other = first.setdefault((folder, unicodedata.normalize("NFC", name).casefold()), path)
        if other != path:
            yield NAME_CLASH.at(Location(path), related=(Location(other),), other=readable(other.rpartition("/")[2]))


def _with_folders(path: str) -> Iterator[str]:
    """The folders that a path goes through, outermost first, and the path itself."""
    steps = path.split("/")
    return ("/".join(steps[:number]) for number in range(1, len(steps) + 1))


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _short(name: str) -> str:
    shown = readable(name)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def _megabytes(size: int) -> str:
    """A size as people say it, with a decimal comma: 1,2 MB."""
    return (
        f"{size / 1_000_000:.1f} MB".replace(".0", "").replace(".", ",")
        if size >= 100_000
        else f"{-(-size // 1000)} kB"
    )
