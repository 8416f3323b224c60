"""How long a part of the day is planned to take, as a bar, with a stroke where such parts have really ended."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from models.frozen import frozen

WIDE, HIGH, STROKE, A_MINUTE = 72, 4, 12, 2
"""Pixels at most across, of the bar, of the stroke, and for a minute."""
PALE, PALER = 0.4, 0.18
"""Of the accent: work, and a pause."""


@frozen
class MinutesBar:
    """It says nothing that the figure beside it does not. `usual` is 0 where nothing is known."""

    minutes: int
    usual: int
    pause: bool

    def paint(self, painter: QPainter, place: QRect, colours: QPalette, scale: float) -> None:
        """From the left of its place, in the middle of its height."""
        wide, high = place.width(), max(round(HIGH * scale), 1)
        pale = QColor(colours.color(QPalette.ColorRole.Link))
        pale.setAlphaF(PALER if self.pause else PALE)
        across, top = _across(self.minutes, scale, wide), place.top() + (place.height() - high) // 2
        density = painter.device().devicePixelRatioF()
        painter.drawImage(QPoint(place.left(), top - 1), _rounded(across, high, pale.rgba(), density))
        if self.usual:
            stroke = QRect(place.left() + _across(self.usual, scale, wide), 0, 1, max(round(STROKE * scale), 1))
            stroke.moveTop(place.top() + (place.height() - stroke.height()) // 2)
            painter.fillRect(stroke, colours.color(QPalette.ColorRole.Shadow))


def _across(minutes: int, scale: float, wide: int) -> int:
    return min(max(round(A_MINUTE * scale), 1) * minutes, wide - 2)


@lru_cache(maxsize=256)
def _rounded(wide: int, high: int, colour: int, density: float) -> QImage:
    """Drawn once: smooth ends take longer than all else in a row."""
    image = QImage(round((wide + 2) * density), round((high + 2) * density), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(density)
    image.fill(0)
    ink = QColor.fromRgba(colour)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(0, 1, wide, high), high / 2, high / 2)
    return image
