"""A drawn mark for each state of the room: a ring with a dot, two bars, a filled screen, a crossed one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.view_models.room.showing import Showing

SIDE = 16


class StateMark(QWidget):
    """In the colour that the style sheet gives its text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stateMark")
        self.setFixedSize(QSize(SIDE, SIDE))
        self._showing = Showing.OFF

    def show_state(self, showing: Showing) -> None:
        """Draws the mark of that state."""
        self._showing = showing
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self.palette().color(self.foregroundRole())
            pen = QPen(colour, 1.5, c=Qt.PenCapStyle.RoundCap)
            screen = QRectF(1.75, 3.25, 12.5, 9.5)
            painter.setPen(pen)
            match self._showing:
                case Showing.LIVE:
                    painter.drawEllipse(QPointF(8, 8), 5.75, 5.75)
                    painter.setBrush(colour)
                    painter.drawEllipse(QPointF(8, 8), 2, 2)
                case Showing.HELD:
                    for x in (5, 11):
                        painter.fillRect(QRectF(x - 1.5, 3, 3, 10), colour)
                case Showing.BLANK:
                    painter.setBrush(colour)
                    painter.drawRoundedRect(screen, 1.5, 1.5)
                case Showing.OFF:
                    painter.drawRoundedRect(screen, 1.5, 1.5)
                    painter.drawLine(QPointF(2, 14), QPointF(14, 2))
