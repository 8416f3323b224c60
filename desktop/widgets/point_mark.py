"""How a readiness point stands, as a mark that is drawn: five squares that differ in shape, so none needs a colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.icons import paint_icon
from models.values.terms import PointState

ICONS = {
    PointState.CONFIRMED: "p-done",
    PointState.WAIVED: "p-waived",
    PointState.OPEN: "p-open",
    PointState.NOT_JUDGED: "p-nj",
    PointState.DOES_NOT_APPLY: "p-na",
}


def paint_point(painter: QPainter, place: QRectF, state: PointState, theme: Theme) -> None:
    """Filled with a tick: confirmed. A frame with a triangle: waived. A frame: open. Dashed: not judged. Faint with a
    dash: does not apply.
    """
    inks = {
        PointState.CONFIRMED: theme.accent,
        PointState.NOT_JUDGED: theme.muted,
        PointState.DOES_NOT_APPLY: theme.muted,
    }
    paint_icon(painter, ICONS[state], place, inks.get(state, theme.ink), theme.background)


class PointMark(QWidget):
    """The mark alone, beside words."""

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
        if self._theme is not None:
            with QPainter(self) as painter:
                paint_point(painter, QRectF(self.rect()), self._state, self._theme)
