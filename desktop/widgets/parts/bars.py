"""Bars that say how much of a whole there is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.parts.inks import inks

THICK = 4
"""Pixels."""


def paint_bar(painter: QPainter, place: QRectF, share: float, colour: QColor | str, track: QColor | str) -> None:
    """A rounded bar that fills `share` (0 to 1) of its track."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = place.height() / 2
    painter.setBrush(QColor(track))
    painter.drawRoundedRect(place, radius, radius)
    if share > 0:
        filled = QRectF(place)
        filled.setWidth(max(place.width() * min(share, 1.0), place.height()))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(filled, radius, radius)


class ProgressBar(QWidget):
    """A thin one, in the accent."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fills so much of it, 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(THICK * 2, THICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = inks(self)
        with QPainter(self) as painter:
            accent, track = colours.color(QPalette.ColorRole.Link), colours.color(QPalette.ColorRole.Mid)
            paint_bar(painter, QRectF(self.rect()), self._share, accent, track)
