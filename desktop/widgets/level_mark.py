"""The level of a sign as a square with its figure, in the brand's tints: darker is graver, and the figure says it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme
from models.values.colour import ink_on, mix, readable

SIDE = 24
SHARES = (0.10, 0.33, 0.75, 1.0)
"""Of the accent in the ground, for levels 0 to 3."""
NOT_KNOWN = "?"


def severity_tint(theme: Theme, level: int) -> str:
    """The ground of a level; that of level 2 dark enough for the light figure on it."""
    tint = mix(theme.background, theme.accent, SHARES[level])
    return readable(tint, theme.background) if level == 2 and not theme.dark else tint


class LevelMark(QWidget):
    """A level, or a dashed square where it is not known."""

    def __init__(self, level: int | None, theme: Theme) -> None:
        super().__init__()
        self._level, self._theme = level, theme
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(0.5, 0.5, SIDE - 1, SIDE - 1)
            if self._level is None:
                painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
                ink = theme.muted
            else:
                ground = severity_tint(theme, self._level)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ground))
                ink = ink_on(ground)
            painter.drawRoundedRect(box, 4, 4)
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            text = NOT_KNOWN if self._level is None else str(self._level)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
