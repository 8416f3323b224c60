"""A picture of a sheet of paper, with the sizes and colours of paper: the cover of the documents, small."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.system.fonts import SANS, SERIF
from desktop.words import gettext
from models.engagement.engagement import Engagement
from models.values.colour import ink_on, readable

HIGH = 10_000
"""Pixels in which any text has room."""


class CoverPreview(QWidget):
    """A small cover in the brand's colours, to see at once that text on them can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(180, 252))
        self.setAccessibleName(gettext("Preview of the cover"))
        self._engagement: Engagement | None = None

    def show_engagement(self, engagement: Engagement) -> None:
        """Takes the colours and names from the snapshot."""
        self._engagement = engagement
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._engagement is None:
            return
        brand = self._engagement.brand
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor("#FFFFFF"))
            band = QRectF(0, 0, self.width(), 150)
            painter.fillRect(band, QColor(brand.primary))
            painter.fillRect(QRectF(0, 150, self.width(), 4), QColor(brand.accent))
            wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            title = QFont(SERIF)
            title.setPixelSize(19)
            title.setWeight(QFont.Weight.DemiBold)
            painter.setFont(title)
            painter.setPen(QColor(ink_on(brand.primary)))
            _write(painter, band.adjusted(14, 10, -14, -12), wrap, self._engagement.pilot.name or gettext("Pilot"))
            small = QFont(SANS)
            small.setPixelSize(12)
            painter.setFont(small)
            painter.setPen(QColor(readable(brand.primary, "#FFFFFF")))
            top = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            _write(painter, QRectF(14, 160, self.width() - 28, 50), top, self._engagement.client.name)
            painter.setPen(QColor("#5F6B7A"))
            _write(painter, QRectF(14, 212, self.width() - 28, 34), wrap, brand.practice)
            painter.setPen(QColor("#D9DEE5"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _write(painter: QPainter, place: QRectF, flags: int, text: str) -> None:
    """In whole lines: of what has no room, as many words as have and an ellipsis."""
    words, room = text.split(), QRectF(place.x(), 0, place.width(), HIGH)
    shown = text
    while len(words) > 1 and painter.boundingRect(room, flags, shown).height() > place.height():
        words.pop()
        shown = " ".join(words) + "…"
    painter.drawText(place, flags, shown)
