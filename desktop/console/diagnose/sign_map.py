"""Where we are: every warning sign as a small cell under its failure mode, to see and to go to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.view_models.diagnosing import MapCell, MapMode
from desktop.widgets.parts.cell import DASHES, paint_cell
from desktop.widgets.parts.rows import paint_heads
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext
from models.values.terms import Answer

FOLD = 10
"""Pixels: the side of the folded corner of a sign to come back to."""
BETWEEN_MODES, BETWEEN_CELLS = 16, 4
CELL, NAME = 20, 20
"""Heights of a cell, and of the line with the name of a mode above it, at a scale of 1."""
STRIP, TO_STRIP = 5, 5
"""Heights of the strip below a cell that shows what it was the last time, and of what parts them."""
OUT = 3
"""Pixels by which the frame of the sign on the screen lies outside its cell."""


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
        self.updateGeometry()
        self.update()

    def _asked_before(self) -> bool:
        return any(cell.before is not None for mode in self._modes for cell in mode.cells)

    def sizeHint(self) -> QSize:
        strip = self._px(STRIP + TO_STRIP) if self._asked_before() else OUT
        return QSize(480, self._px(NAME + CELL) + strip + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def _px(self, pixels: float) -> int:
        return scaled(self, pixels)

    def _column(self) -> float:
        """Pixels from the beginning of a mode to that of the next."""
        return (self.width() + BETWEEN_MODES) / max(len(self._modes), 1)

    def _cell_rects(self) -> list[tuple[MapCell, QRectF]]:
        found = []
        column = self._column()
        for m, mode in enumerate(self._modes):
            many = max(len(mode.cells), 1)
            width = (column - BETWEEN_MODES - (many - 1) * BETWEEN_CELLS - (OUT if m == 0 else 0)) / many
            for n, cell in enumerate(mode.cells):
                left = m * column + n * (width + BETWEEN_CELLS)
                found.append((cell, QRectF(left, self._px(NAME), width, self._px(CELL))))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            heads = [(mode.name, any(cell.sign_id == self._here for cell in mode.cells)) for mode in self._modes]
            room = QRectF(0, 0, self._column() - BETWEEN_MODES / 2, self._px(NAME))
            paint_heads(painter, heads, self._column(), room, theme, self.font())
            for cell, place in self._cell_rects():
                self._paint_cell(painter, cell, place, theme)

    def _paint_cell(self, painter: QPainter, cell: MapCell, place: QRectF, theme: Theme) -> None:
        paint_cell(painter, place, cell.answer.mark if cell.answer else "", theme, self.font())
        if cell.before is not None:
            strip = QRectF(place.left(), place.bottom() + self._px(TO_STRIP), place.width(), self._px(STRIP))
            _paint_before(painter, cell.before, strip, theme)
        if cell.to_return:
            corner = place.topRight()
            fold = QPolygonF([corner - QPointF(FOLD, 0), corner, corner + QPointF(0, FOLD)])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawPolygon(fold)
        if cell.sign_id == self._here:
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = place.adjusted(-OUT + 1, -OUT + 1, OUT - 1, OUT - 1)
            frame.setLeft(max(frame.left(), 1))  # at either end of the map there is no room to go out
            frame.setRight(min(frame.right(), self.width() - 1))
            painter.drawRoundedRect(frame, 6, 6)

    def _cell_at(self, event: QMouseEvent) -> MapCell | None:
        return next((cell for cell, place in self._cell_rects() if place.contains(event.position())), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
        text = (gettext("{0} (to come back to)") if cell.to_return else "{0}").format(cell.title) if cell else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if cell := self._cell_at(event):
            self.chosen.emit(cell.sign_id)


def _paint_before(painter: QPainter, answer: Answer, place: QRectF, theme: Theme) -> None:
    """The tint of the last time; dashed where it was not known."""
    if answer.level is None:
        pen = QPen(QColor(theme.faint if answer is Answer.NOT_KNOWN else theme.rule), 1)
        if answer is Answer.NOT_KNOWN:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.levels[answer.level]))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
