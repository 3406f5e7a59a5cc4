"""What images say: as they are, under a false name, cut short, and made to harm."""

from __future__ import annotations

from io import BytesIO
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from taikun_build.images import Drawing, Misfit, Picture, look_at

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
POSITION = {1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)}
XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><e:p e:GPSLatitude="1,2N" xmlns:e="http://ns.adobe.com/exif/1.0/"/></x:xmpmeta>'
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


def image(suffix: str, *, position: bool = False) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif[ExifTags.IFD.GPSInfo] = POSITION if position else {0: b"\2\3\0\0"}
    out = BytesIO()
    Image.new("RGB", (6, 4), "teal").save(out, FORMATS[suffix], exif=exif)
    return out.getvalue()


def why(found: object) -> str:
    assert isinstance(found, Misfit)
    return found.why.template


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_image_of_each_kind_is_measured_and_asked_where_it_was_taken(suffix: str) -> None:
    assert look_at(suffix, image(suffix)) == Picture(6, 4, has_position=False)
    assert look_at(suffix, image(suffix, position=True)) == Picture(6, 4, has_position=True)


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_position_in_xmp_is_one_too(is_packed: bool) -> None:
    notes = PngInfo()
    notes.add_itxt("XML:com.adobe.xmp", XMP, zip=is_packed)
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, "PNG", pnginfo=notes)
    assert look_at(".png", out.getvalue()) == Picture(2, 2, has_position=True)
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, "JPEG", xmp=XMP.encode())
    assert look_at(".jpg", out.getvalue()) == Picture(2, 2, has_position=True)


def test_a_photograph_with_several_pictures_in_it_is_jpeg() -> None:
    out = BytesIO()
    Image.new("RGB", (6, 4)).save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (3, 2))])
    assert look_at(".jpg", out.getvalue()) == Picture(6, 4, has_position=False)


@pytest.mark.parametrize(
    ("suffix", "data", "found"),
    [
        (".png", b"\xff\xd8\xff\xe0", "JPEG"),
        (".jpg", b"\0\0\0\x20ftypheic", "HEIC"),
        (".webp", b"GIF89a", "GIF"),
        (".pdf", b"<!DOCTYPE html><p>404", "HTML"),
        (".docx", b"%PDF-1.7", "PDF"),
        (".svg", b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
)
def test_a_false_name_is_seen_and_the_true_one_told(suffix: str, data: bytes, found: str) -> None:
    misfit = look_at(suffix, data)
    assert why(misfit) == "the name ends in {suffix}, but the content is {found}"
    assert isinstance(misfit, Misfit)
    assert misfit.why.values == {"suffix": suffix, "found": found}


def test_pointers_and_empty_and_unknown_content_are_no_images() -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n"
    for suffix in (".png", ".svg", ".pdf", ".csv"):
        assert why(look_at(suffix, pointer)) == "only a pointer lies here, and the file itself is in Git LFS"
    assert why(look_at(".svg", b"")) == why(look_at(".png", b"")) == "it is empty"
    assert why(look_at(".png", b"hei")) == "the name ends in {suffix}, but the content is something else"


def test_other_files_are_left_in_peace() -> None:
    assert look_at(".csv", b"") is None
    assert look_at(".txt", b"<svg onload='x'") is None
    assert look_at(".pdf", b"%PDF-1.7") is None
    assert look_at(".docx", b"PK\x03\x04") is None


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_image_cut_short_is_damaged(suffix: str) -> None:
    whole = image(suffix)
    assert why(look_at(suffix, whole[: len(whole) - 30])) == "the image is damaged"


def test_an_image_that_would_fill_the_memory_is_not_unpacked() -> None:
    data = bytearray(image(".png"))
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    data[29:33] = crc32(data[12:29]).to_bytes(4, "big")
    assert why(look_at(".png", bytes(data))) == "the image has more pixels than can be shown"


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([*FORMATS, ".svg"]), st.data())
def test_any_bytes_give_an_answer(suffix: str, data: st.DataObject) -> None:
    whole = f"{SVG}<a/></svg>".encode() if suffix == ".svg" else image(suffix)
    start = data.draw(st.integers(0, len(whole)))
    middle = data.draw(st.binary(max_size=8))
    found = look_at(suffix, whole[:start] + middle + whole[start + data.draw(st.integers(0, 20)) :])
    assert isinstance(found, Picture | Drawing | Misfit)


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<script>x()</script>", "<script"),
        ("<SCRIPT/>", "<SCRIPT"),
        ("<foreignObject/>", "<foreignObject"),
        ('<p xmlns="http://www.w3.org/1999/xhtml">x</p>', "<p"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="#a"/>', "<iframe"),
        ('<rect onload="x()"/>', 'onload="x()"'),
        ('<a href="https://example.org"/>', 'href="https://example.org"'),
        ('<a xlink:href="JavaScript:x()"/>', 'href="JavaScript:x()"'),
        ('<use href="annen.svg#a"/>', 'href="annen.svg#a"'),
        ('<image href="data:image/svg+xml,x"/>', 'href="data:image/svg+xml,x"'),
        ('<rect fill="url( https://example.org/#a )"/>', 'fill="url( https://example.org/#a )"'),
        ("<rect style=\"fill:url('x.svg#a')\"/>", "style=\"fill:url('x.svg#a')\""),
        ('<rect style="fill:\\75rl(x)"/>', 'style="fill:\\75rl(x)"'),
        ("<style>@IMPORT 'x.css';</style>", "@IMPORT 'x.css';"),
        ("<style>a {b: image-set('x.png' 1x)}</style>", "image-set('x.png' 1x)}"),
        ('<set attributeName="xlink:href" to="#a"/>', 'attributeName="xlink:href"'),
        ('<animate attributeName="fill" values="javascript:x()"/>', 'values="javascript:x()"'),
        ('<g xml:base="https://example.org"/>', 'xml:base="https://example.org"'),
    ],
)
def test_what_runs_or_is_fetched_is_found_on_its_line(inner: str, what: str) -> None:
    found = look_at(".svg", f"{SVG}\n{inner}\n</svg>".encode())
    assert isinstance(found, Drawing)
    assert (2, what) in found.active


@pytest.mark.parametrize(
    "inner",
    [
        '<use href="#a"/><rect fill="url(#a)" style="fill: url( \'#a\' )"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<text>onclick= og javascript og &lt;script&gt;</text>",
        '<desc lang="no">Fra https://example.org</desc>',
        '<animate attributeName="opacity" values="0;1"/>',
        "<style>rect {fill: #0b5563}</style>",
        "<?xpacket begin='x'?><!-- <script> -->",
    ],
)
def test_a_drawing_may_draw_and_speak(inner: str) -> None:
    assert look_at(".svg", f'<?xml version="1.0"?>\n{SVG}{inner}</svg>'.encode()) == Drawing(())


def test_declarations_and_style_sheets_before_the_drawing_are_found() -> None:
    entity = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n{SVG}<text>&a;</text></svg>'
    assert look_at(".svg", entity.encode()) == Drawing(((1, "<!DOCTYPE"), (2, "&a;")))
    styled = f'<?xml-stylesheet href="https://example.org/a.css"?>\n{SVG}</svg>'
    assert look_at(".svg", styled.encode()) == Drawing(((1, "<?xml-stylesheet"),))


def test_entities_that_grow_are_not_unfolded() -> None:
    grown = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    bomb = f'<!DOCTYPE svg [<!ENTITY a "hei">{grown}]>{SVG}<text>&j;</text></svg>'
    assert isinstance(look_at(".svg", bomb.encode()), Drawing | Misfit)


def test_a_drawing_that_is_no_drawing_is_told_where() -> None:
    broken = look_at(".svg", f"{SVG}\n<g>\n</svg>".encode())
    assert why(broken) == "the drawing does not follow the rules of XML"
    assert isinstance(broken, Misfit)
    assert broken.line == 3
    assert why(look_at(".svg", b"<svg/>")) == "the content is XML, but not a drawing"
    utf_16 = f'<?xml version="1.0" encoding="UTF-16"?>{SVG}</svg>'.encode("utf-16")
    assert why(look_at(".svg", utf_16)) == "the drawing is not saved as UTF-8"
    assert why(look_at(".svg", f"{SVG}{'<g>' * 5000}".encode())) == "the drawing does not follow the rules of XML"
