"""The index of a failure mode as a cell of the scale for severity, to stand beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.cell import paint_step
from desktop.widgets.parts.scale import scaled, sized

SIDE = 24


class IndexMark(QWidget):
    """The figure on the tint of its step."""

    def __init__(self, shown: str, step: int, theme: Theme | None) -> None:
        super().__init__()
        self._shown, self._step, self._theme = shown, step, theme
        self.setAccessibleName(shown)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = scaled(self, SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is not None:
            with QPainter(self) as painter:
                place, font = QRectF(self.rect()), sized(self.font(), "caption", bold=True)
                paint_step(painter, place, self._step, self._shown, self._theme, font)
