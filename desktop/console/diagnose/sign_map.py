"""Where we are: every warning sign as a small cell under its failure mode, to see and to go to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.view_models.diagnosing import MapCell, MapMode
from desktop.words import gettext
from models.values.colour import ink_on

FOLD = 8
"""Pixels: the side of the folded corner of a sign to come back to."""


class SignMap(QWidget):
    """Draws the modes side by side; `chosen` carries the id of the sign that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes: tuple[MapMode, ...] = ()
        self._here = ""
        self._theme: Theme | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(gettext("Map of the warning signs"))

    def show_map(self, modes: tuple[MapMode, ...], here: str, theme: Theme) -> None:
        """Shows the answers; `here` is the id of the sign on the screen."""
        self._modes, self._here, self._theme = modes, here, theme
        answered = sum(cell.answer is not None for mode in modes for cell in mode.cells)
        total = sum(len(mode.cells) for mode in modes)
        self.setAccessibleDescription(gettext("{0} of {1} answered").format(answered, total))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self._name_height() + self._side() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(self.fontMetrics().height() * 0.62), 11))
        return font

    def _name_height(self) -> int:
        return round(self.fontMetrics().height() * 1.1)

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 1.15)

    def _cell_rects(self) -> list[tuple[MapCell, QRect]]:
        found = []
        column = self.width() / max(len(self._modes), 1)
        for m, mode in enumerate(self._modes):
            width = min(self._side() * 1.5, (column - 12) / max(len(mode.cells), 1) - 3)
            for n, cell in enumerate(mode.cells):
                left = round(m * column + n * (width + 3)) + 1
                found.append((cell, QRect(left, self._name_height(), round(width), self._side())))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._small())
            column = self.width() / max(len(self._modes), 1)
            for m, mode in enumerate(self._modes):
                here = any(cell.sign_id == self._here for cell in mode.cells)
                painter.setPen(QColor(self._theme.accent if here else self._theme.muted))
                box = QRect(round(m * column), 0, round(column) - 6, self._name_height())
                name = painter.fontMetrics().elidedText(mode.name, Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
            for cell, place in self._cell_rects():
                self._paint_cell(painter, cell, place, self._theme)

    def _paint_cell(self, painter: QPainter, cell: MapCell, place: QRect, theme: Theme) -> None:
        level = cell.answer.level if cell.answer else None
        ground = None if level is None else theme.levels[level]
        painter.setPen(QPen(QColor(theme.ink if cell.sign_id == self._here else theme.rule), 1))
        if cell.sign_id == self._here:
            painter.setPen(QPen(QColor(theme.accent), 2.5))
        painter.setBrush(QColor(ground) if ground else QColor(theme.surface))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(QColor(ink_on(ground) if ground else theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cell.answer.mark if cell.answer else "")
        if cell.to_return:
            corner = place.topRight()
            fold = [corner + QPoint(-FOLD, 0), corner + QPoint(1, 0), corner + QPoint(1, FOLD + 1)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.danger))
            painter.drawPolygon(fold)

    def _cell_at(self, event: QMouseEvent) -> MapCell | None:
        point = event.position().toPoint()
        return next((cell for cell, place in self._cell_rects() if place.contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
        text = (gettext("{0} (to come back to)") if cell.to_return else "{0}").format(cell.title) if cell else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if cell := self._cell_at(event):
            self.chosen.emit(cell.sign_id)
