"""The parts of a file in one archive: the same parts give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can say."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive that says nothing of when it was made."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return file.getvalue()


def packed_anew(data: bytes) -> bytes:
    """The same archive without what it says of when it was made."""
    with ZipFile(BytesIO(data)) as archive:
        return packed({entry.filename: archive.read(entry) for entry in archive.infolist()})
