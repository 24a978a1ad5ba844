"""Packs Office files so that the same content is the same bytes, whenever it is made."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time

#: The earliest moment a ZIP file can tell.
_NEVER = (1980, 1, 1, 0, 0, 0)


def noon(day: date) -> datetime:
    """Return the moment a file of this day says it was made: no clock is read."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def repacked(content: bytes) -> bytes:
    """Return the ZIP file with the same members in their order, none with a time."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _NEVER)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            new.writestr(info, old.read(member))
    return out.getvalue()
