"""Paints what stands in the picture of impact against effort: an action, or how many more there are in its place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.console.plan.picture.impact_marks import Placed
from desktop.theme import Theme
from desktop.widgets.parts.scale import sized
from models.values.colour import ink_on

ROUND_COUNT = 5
"""Pixels beside a count."""


class MarkPainter:
    """For one painting; `radius` is that of a mark."""

    def __init__(self, painter: QPainter, theme: Theme, font: QFont, radius: float) -> None:
        self._painter, self._theme, self._radius = painter, theme, radius
        self._number, self._count = sized(font, "body", bold=True), sized(font, "caption", bold=True)

    def mark(self, mark: Placed, at: QPointF, *, chosen: bool) -> None:
        """Its number; filled in the first wave, dashed where it can wait."""
        painter, theme, radius = self._painter, self._theme, self._radius
        if chosen:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.background))
            painter.drawEllipse(at, radius + 4, radius + 4)
        pen = QPen(QColor(theme.accent if mark.wave < 2 else theme.muted), 1.6)
        if mark.wave == 2:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.accent if mark.wave == 0 else theme.surface))
        painter.drawEllipse(at, radius, radius)
        painter.setFont(self._number)
        painter.setPen(QColor(ink_on(theme.accent) if mark.wave == 0 else theme.ink))
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark.number))

    def pile(self, more: int, at: QPointF) -> None:
        """How many stand there."""
        text, high = f"+{more}", 1.7 * self._radius
        wide = max(QFontMetricsF(self._count).horizontalAdvance(text) + 2 * ROUND_COUNT, 2 * self._radius)
        self._label(text, QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high))

    def beside(self, more: int, at: QPointF) -> None:
        """How many stand there behind the one that is drawn."""
        metrics, text = QFontMetricsF(self._count), f"+{more}"
        wide, high = metrics.horizontalAdvance(text) + 2 * ROUND_COUNT, metrics.height()
        self._label(text, QRectF(at.x() + self._radius * 0.5, at.y() - self._radius - high * 0.7, wide, high))

    def _label(self, text: str, box: QRectF) -> None:
        painter, theme = self._painter, self._theme
        painter.setPen(QPen(QColor(theme.background), 1))
        painter.setBrush(QColor(theme.tint))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._count)
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
