"""The ground of a row in a list: a hairline below, a tint under the mouse, a bar beside what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from desktop.theme import Theme

BAR = 3
"""Pixels beside what is chosen."""


def paint_row(painter: QPainter, area: QRect, theme: Theme, *, chosen: bool, hovered: bool = False) -> None:
    """To be painted before what stands in the row."""
    if chosen or hovered:
        painter.fillRect(area, QColor(theme.soft))
    if chosen:
        painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), QColor(theme.accent))
    painter.setPen(QColor(theme.hair))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
