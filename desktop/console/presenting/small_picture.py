"""A page of the room in small."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from desktop.room.drawing.composition import Composition
from desktop.room.drawing.painter import paint


def small_picture(page: Composition, size: QSize, ratio: float) -> QPixmap:
    """The whole page within `size` (logical pixels), for a screen with so many pixels to each."""
    scale = min(size.width() / page.width, size.height() / page.height)
    picture = QPixmap(round(page.width * scale * ratio), round(page.height * scale * ratio))
    picture.setDevicePixelRatio(ratio)
    with QPainter(picture) as painter:
        painter.scale(scale, scale)
        paint(painter, page)
    return picture
