"""How far the first seven are, as segments in a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme

HEIGHT, GAP = 4, 4
TO_GO, HERE, AGREED, REJECTED = range(4)


class Segments(QWidget):
    """Agreed ones are filled, the one at hand is outlined, the rest are pale."""

    def __init__(self) -> None:
        super().__init__()
        self._states: Sequence[int] = ()
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def show_states(self, states: Sequence[int], theme: Theme) -> None:
        """One of the states above for each segment."""
        self._states, self._theme = states, theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._states or self._theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            accent, pale = QColor(self._theme.accent), QColor(self._theme.rule)
            width = (self.width() - GAP * (len(self._states) - 1)) / len(self._states)
            for place, state in enumerate(self._states):
                box = QRectF(place * (width + GAP) + 0.75, 0.75, width - 1.5, HEIGHT - 1.5)
                painter.setPen(QPen(accent, 1.5) if state == HERE else QPen(accent if state == AGREED else pale, 1.5))
                painter.setBrush({AGREED: accent, HERE: QColor(self._theme.background)}.get(state, pale))
                painter.drawRoundedRect(box, 1, 1)
