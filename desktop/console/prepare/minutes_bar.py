"""How long a part of the day is planned to take, as a bar, with a stroke where such parts have really ended."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.scale import scaled

WIDE, HIGH, STROKE, A_MINUTE = 72, 4, 12, 2
"""Pixels at most across, of the bar, of the stroke, and for a minute."""
PALE, PALER = 0.4, 0.18
"""Of the accent: work, and a pause."""


class MinutesBar(QWidget):
    """It says nothing that the figure beside it does not."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes, self._usual, self._pause = 0, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_minutes(self, minutes: int, usual: int, *, pause: bool) -> None:
        """`usual` is 0 where nothing is known."""
        self._minutes, self._usual, self._pause = minutes, usual, pause
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, WIDE), scaled(self, STROKE))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, middle, high = inks(self), self.height() / 2, scaled(self, HIGH)
        pale = QColor(colours.color(QPalette.ColorRole.Link))
        pale.setAlphaF(PALER if self._pause else PALE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pale)
            painter.setBrush(pale)
            painter.drawRoundedRect(
                QRectF(0.5, middle - high / 2, self._across(self._minutes), high), high / 2, high / 2
            )
            if self._usual:
                ink = colours.color(QPalette.ColorRole.Shadow)
                painter.fillRect(QRectF(self._across(self._usual), 0, 1, self.height()), ink)

    def _across(self, minutes: int) -> float:
        return min(scaled(self, A_MINUTE) * minutes, self.width() - 2)
