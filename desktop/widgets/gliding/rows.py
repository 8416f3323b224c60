"""Rows one under another: the ground of the chosen one goes to the next in a moment, unless nothing is to move."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from desktop.theme import Theme
from desktop.widgets.gliding.glide import Glide
from desktop.widgets.parts.rows import BAR


class GlidingRow(QPushButton):
    """It leaves its own ground out while that is on its way to it."""

    gliding = False


class GlidingRows(QWidget):
    """What the rows stand in, at any depth."""

    def __init__(self, still: Callable[[], bool]) -> None:
        """`still`: whether nothing is to move."""
        super().__init__()
        self._still, self._glide = still, Glide(self)
        self._row: GlidingRow | None = None
        self._place: QRectF | None = None
        self._theme: Theme | None = None
        self._glide.moved.connect(self._moves)

    def follow(self, row: GlidingRow, theme: Theme) -> None:
        """This row is chosen now."""
        before, self._theme = self._place, theme
        if self._row is not None and isValid(self._row):
            self._row.gliding = False
            before = self._place_of(self._row)
        self._place = self._place_of(row)
        self._row = row
        if before is not None and before != self._place and self.isVisible() and not self._still():
            self._glide.go(before, self._place)
            row.gliding = True

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self._glide.place
        if place is not None and self._theme is not None:
            with QPainter(self) as painter:
                painter.fillRect(place, QColor(self._theme.soft))
                bar = QRect(round(place.left()), round(place.top()), BAR, round(place.height()))
                painter.fillRect(bar, QColor(self._theme.accent))

    def _place_of(self, row: GlidingRow) -> QRectF:
        return QRectF(row.mapTo(self, QPoint()), QSizeF(row.size()))

    def _moves(self) -> None:
        if self._glide.place is None and self._row is not None and isValid(self._row):
            self._row.gliding = False
        self.update()
