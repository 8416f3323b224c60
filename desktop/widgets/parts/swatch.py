"""A colour to see and to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton

from desktop.widgets.parts.inks import inks

SIZE = QSize(36, 28)


class Swatch(QPushButton):
    """Framed, so that a white one is seen too; the frame is wider while it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setFixedSize(SIZE)

    def show_colour(self, colour: str) -> None:
        """As #RRGGBB."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QPalette.ColorRole.WindowText if self.hasFocus() else QPalette.ColorRole.Shadow
            painter.setPen(QPen(inks(self).color(frame), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
