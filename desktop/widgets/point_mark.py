"""How a readiness point stands, as a mark that is drawn: five squares that differ in shape, so none needs a colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from models.values.terms import PointState

SIDE = 16
"""Units in which the marks are drawn; how large they come out follows the type."""
_TICK = ((4.5, 8.4), (7.0, 10.9), (11.6, 5.6))
_TRIANGLE = ((8.0, 5.0), (11.2, 10.8), (4.8, 10.8))


class PointMark(QWidget):
    """Filled with a tick: confirmed. A frame with a triangle: waived. A frame: open. Dashed: not judged. Faint with a
    dash: does not apply.
    """

    def __init__(self, state: PointState = PointState.NOT_JUDGED) -> None:
        super().__init__()
        self._state = state
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: PointState, theme: Theme) -> None:
        """Draws that state."""
        self._state, self._theme = state, theme
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.85)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.width() / SIDE, self.height() / SIDE)
            self._paint_frame(painter, self._theme)
            self._paint_sign(painter, self._theme)

    def _paint_frame(self, painter: QPainter, theme: Theme) -> None:
        colour, line = theme.ink, Qt.PenStyle.SolidLine
        if self._state is PointState.CONFIRMED:
            colour = theme.accent
            painter.setBrush(QColor(theme.accent))
        elif self._state is PointState.NOT_JUDGED:
            colour, line = theme.muted, Qt.PenStyle.DashLine
        elif self._state is PointState.DOES_NOT_APPLY:
            colour = theme.rule
        pen = QPen(QColor(colour), 1.5, line)
        if line is Qt.PenStyle.DashLine:
            pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(2, 2, SIDE - 4, SIDE - 4), 2, 2)

    def _paint_sign(self, painter: QPainter, theme: Theme) -> None:
        match self._state:
            case PointState.CONFIRMED:
                painter.setPen(QPen(QColor(theme.accent_ink), 1.7, c=Qt.PenCapStyle.RoundCap))
                painter.drawPolyline(_shape(_TICK))
            case PointState.WAIVED:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.ink))
                painter.drawPolygon(_shape(_TRIANGLE))
            case PointState.DOES_NOT_APPLY:
                painter.setPen(QPen(QColor(theme.muted), 1.5))
                painter.drawLine(QPointF(5.5, 8), QPointF(10.5, 8))


def _shape(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
