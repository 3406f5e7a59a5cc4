"""What an image's bytes say about it: whether it is what its name says, how large it is, and what it gives away.

Pixels are read by Pillow, with a cap on how many, and drawings by lxml, without entities, network and huge trees.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from PIL import ExifTags
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from taikun_build.problems import Text, msg

MOST_PIXELS = 25_000_000
"""An image with more is not unpacked: a few bytes can stand for gigabytes."""
KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP", ".svg": "SVG", ".pdf": "PDF"}
_OFFICE = (".docx", ".ods", ".odt", ".pptx", ".xlsx")
_READERS: Mapping[str, Callable[[BytesIO], ImageFile]] = {
    "PNG": PngImageFile,
    "JPEG": JpegImageFile,
    "WebP": WebPImageFile,
}
_SIGNATURES: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE), name)
    for pattern, name in (
        (rb"\x89PNG\r\n\x1a\n", "PNG"),
        (rb"\xff\xd8\xff", "JPEG"),
        (rb"RIFF....WEBP", "WebP"),
        (rb"GIF8[79]a", "GIF"),
        (rb"....ftyp(?:hei[cx]|mif1|msf1)", "HEIC"),
        (rb"....ftypavif", "AVIF"),
        (rb"II\*\0|MM\0\*", "TIFF"),
        (rb"BM.{4}\0\0\0\0", "BMP"),
        (rb"%PDF-", "PDF"),
        (rb"PK\x03\x04", "ZIP"),
        (rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html)", "HTML"),
        (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!doctype\s+svg[^>]*>\s*)*<svg\b", "SVG"),
    )
)
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_LATITUDES = frozenset({ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSDestLatitude})
_POSITION_IN_XMP = re.compile(rb"GPS(?:Dest)?(?:Latitude|Longitude)\b")

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}svg"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_RUNS_OR_FETCHES = frozenset(
    ("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "import")
)
_ANIMATES = frozenset(("set", "animate", "animatemotion", "animatetransform", "animatecolor"))
_WITHIN = re.compile(r"#|data:image/(?:png|jpeg|webp)[;,]")
_FETCHING_CSS = re.compile(
    r"@import|image-set\(|\bsrc\(|\\|url\(\s*['\"]?\s*(?!#|data:image/(?:png|jpeg|webp)[;,])[^\s'\"]"
)
_FETCHING_VALUE = re.compile(r"url\(\s*['\"]?\s*(?!#|data:image/(?:png|jpeg|webp)[;,])[^\s'\"]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image that could be read: width and height in pixels, and whether it tells where it was taken."""

    width: int
    height: int
    has_position: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG drawing that could be read, with what runs or is fetched from elsewhere: line and what stands there."""

    active: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a file is not what its name says, how to mend it, and the line and column where it shows."""

    why: Text
    advice: Text
    line: int = 1
    column: int = 1


def look_at(suffix: str, data: bytes) -> Picture | Drawing | Misfit | None:
    """What there is to know about a file with this suffix (lower case, with the dot). None for other files."""
    if data.startswith(_LFS_POINTER):
        pointer = msg("only a pointer lies here, and the file itself is in Git LFS")
        return Misfit(pointer, msg("Fetch it with `git lfs pull`, and put it here without Git LFS."))
    wanted = "ZIP" if suffix in _OFFICE else KINDS.get(suffix, "")
    found = next((name for pattern, name in _SIGNATURES if pattern.match(data)), "")
    if wanted == "SVG" and data and found in ("", "SVG"):
        return _drawing(data)
    if wanted and found != wanted:
        save = msg("Open the file in the program it was made with, and save it again as {suffix}.", suffix=suffix)
        return Misfit(_other_content(suffix, found, data), save)
    return _picture(wanted, data) if wanted in _READERS else None


def _other_content(suffix: str, found: str, data: bytes) -> Text:
    if not data:
        return msg("it is empty")
    if not found:
        return msg("the name ends in {suffix}, but the content is something else", suffix=suffix)
    return msg("the name ends in {suffix}, but the content is {found}", suffix=suffix, found=found)


def _picture(kind: str, data: bytes) -> Picture | Misfit:
    """A raster image, read to its last byte. A decoder that meets bad bytes may fail in any way."""
    read = _READERS[kind]
    with warnings.catch_warnings(action="ignore"):
        try:
            image = read(BytesIO(data))
            if image.width * image.height > MOST_PIXELS:
                return _TOO_MANY_PIXELS
            image.verify()
            image = read(BytesIO(data))
            image.load()
            return Picture(image.width, image.height, _has_position(image, data))
        except Exception:  # noqa: BLE001
            return Misfit(msg("the image is damaged"), msg("Find the original, and save it again."))


_TOO_MANY_PIXELS = Misfit(
    msg("the image has more pixels than can be shown"), msg("Scale it down to 1600 pixels across, and save it again.")
)


def _has_position(image: ImageFile, data: bytes) -> bool:
    """Whether the image says where it was taken, in EXIF or in XMP."""
    if not _LATITUDES.isdisjoint(image.getexif().get_ifd(ExifTags.IFD.GPSInfo)):
        return True
    notes = (value.encode() if isinstance(value, str) else value for value in image.info.values())
    return any(isinstance(note, bytes) and _POSITION_IN_XMP.search(note) for note in (data, *notes))


def _drawing(data: bytes) -> Drawing | Misfit:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        why = msg("the drawing does not follow the rules of XML")
        return Misfit(why, _EXPORT_AGAIN, max(line or 1, 1), max(column or 1, 1))
    document: Any = root.getroottree().docinfo
    if (document.encoding or "UTF-8").upper() not in ("UTF-8", "ASCII", "US-ASCII"):
        return Misfit(msg("the drawing is not saved as UTF-8"), _EXPORT_AGAIN)
    if root.tag != _SVG:
        return Misfit(msg("the content is XML, but not a drawing"), _EXPORT_AGAIN, _line(root))
    declared = [(1, "<!DOCTYPE")] if document.doctype else []
    before: list[Any] = list(root.itersiblings(preceding=True))
    styled = [(_line(node), "<?xml-stylesheet") for node in before if getattr(node, "target", "") == "xml-stylesheet"]
    return Drawing((*declared, *styled, *_active(root)))


_EXPORT_AGAIN = msg("Export the drawing again as a plain SVG.")


def _line(node: etree._Element) -> int:
    line: Any = node.sourceline
    return int(line or 1)


def _active(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Everything in a drawing that runs, or that is fetched from elsewhere."""
    for element in root.iter():
        line = _line(element)
        if isinstance(element, etree._Entity):
            yield line, str(element.text)
        elif isinstance(element.tag, str):
            name = etree.QName(element).localname
            if name.lower() in _RUNS_OR_FETCHES or element.tag.startswith(_XHTML):
                yield line, f"<{name}"
            style = _inner_text(element) if name.lower() == "style" else ""
            if found := _FETCHING_CSS.search(style.lower()):
                yield line, _shown(style[found.start() :])
            yield from ((line, what) for what in _active_attributes(element, name.lower()))


def _inner_text(element: Any) -> str:
    return "".join(element.itertext())


def _active_attributes(element: etree._Element, name: str) -> Iterator[str]:
    """The attributes of an element that run or fetch, as they are shown to the author."""
    for key, value in element.attrib.items():
        attribute, written = etree.QName(key).localname.lower(), "".join(str(value).split()).lower()
        runs = attribute.startswith("on") and "}" not in str(key)
        leads_away = attribute in ("href", "src") and not _WITHIN.match(written)
        changes = name in _ANIMATES and attribute == "attributename" and re.search(r"href$|^on|^style$", written)
        fetches = (_FETCHING_CSS if attribute == "style" else _FETCHING_VALUE).search(written)
        if runs or leads_away or changes or fetches or "javascript:" in written or key == _XML_BASE:
            prefix = "xml:" if key == _XML_BASE else ""
            yield f'{prefix}{etree.QName(key).localname}="{_shown(str(value))}"'


def _shown(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
