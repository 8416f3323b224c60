"""Pictures made from the bytes that the library keeps. These may come from a colleague's file, so they have limits."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

MOST_PIXELS = 20_000_000
"""What is kept has seven million at most."""


def decoded(data: bytes) -> QImage | None:
    """The picture in a JPEG or a PNG; None for anything else, and for what is broken or too large."""
    kind = b"png" if data.startswith(b"\x89PNG") else b"jpeg"
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image


def as_png(image: QImage) -> bytes:
    """The picture as a PNG's bytes; empty for none."""
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(encoded.data())
