"""ZIP archives that are the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_EARLIEST = 315_532_800
"""The year 1980, where the clock of ZIP begins, in seconds since 1970."""
_STORED = (".pdf", ".png", ".woff2", ".jpg", ".jpeg", ".webp", ".gz", ".docx")


def archive(files: Mapping[str, bytes], timestamp: int) -> bytes:
    """Files (path -> bytes) as a ZIP; `timestamp` (seconds since 1970) becomes the time of all."""
    moment = datetime.fromtimestamp(max(timestamp, _EARLIEST), UTC)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as written:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, moment.timetuple()[:6])
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_STORED if path.endswith(_STORED) else zipfile.ZIP_DEFLATED
            written.writestr(entry, data, compresslevel=9)
    return result.getvalue()


def unpacked(data: bytes) -> Mapping[str, bytes]:
    """The files of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return {name: read.read(name) for name in read.namelist()}
