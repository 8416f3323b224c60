"""A warning sign behind a figure: its level, how it came about, what was seen; pressed, it leads to the sign."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from desktop.console.results.mode_row import Columns, columns
from desktop.console.results.painted import LEFT, RIGHT, PaintedRow, in_two_lines
from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.view_models.results.modes import SignLine
from desktop.widgets.parts.cell import paint_cell
from desktop.widgets.parts.rows import as_far
from desktop.widgets.parts.scale import scale_of
from desktop.words import gettext

HIGH, CELL_WIDE, CELL_HIGH, INDENT, TEXT = 27, 24, 21, 20, 56


class SignRow(PaintedRow):
    """Its columns are those of the chart it opened from."""

    def __init__(self, line: SignLine, signs: int, theme: Theme) -> None:
        super().__init__(theme, HIGH)
        self._line, self._signs = line, signs
        parts = (line.text, line.said, line.votes, line.seen, line.backed)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(as_tip(line.seen or gettext("Go to this sign")))

    def told(self, room: int) -> tuple[tuple[str, int, str], ...]:
        at = columns(room, scale_of(self), self._signs)
        text, _ = self._shown(at)
        return (
            (text, at.signs - self.px(TEXT + 16), "body"),
            (self._line.votes, at.decides - at.signs - 8, "caption"),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        at, line = columns(self.room(), scale_of(self), self._signs), self._line
        theme, high = self.theme, self.height()
        text, seen = self._shown(at)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter, hair=False)
            painter.translate(self.out, 0)
            side = self.px(CELL_HIGH)
            cell = QRectF(self.px(INDENT), (high - side) / 2, self.px(CELL_WIDE), side)
            paint_cell(painter, cell, line.mark, theme, self.font())
            left = self.px(TEXT)
            self.write(painter, QRect(left, 0, at.signs - left - 16, high), text, self.type(), theme.ink)
            votes = QRect(at.signs, 0, at.decides - at.signs - 8, high)
            self.write(painter, votes, line.votes, self.type("caption"), theme.muted)
            if at.decides < at.end:
                room = QRect(at.decides, 0, at.backed - at.decides - 8, high)
                self.write(painter, room, seen, self.type(), theme.ink, LEFT)
            if at.backed < at.end:
                backed = QRect(at.backed, 0, at.end - at.backed, high)
                self.write(painter, backed, line.backed, self.type("caption"), theme.muted, RIGHT)

    def _shown(self, at: Columns) -> tuple[str, str]:
        text = in_two_lines(self._line.text, self.type(), at.signs - self.px(TEXT + 16))
        seen = as_far(self._line.seen, at.backed - at.decides - 8, QFontMetrics(self.type()))
        return text, seen
