"""One failure mode in the chart of results: bar, index, signs, and what decides it; pressed, it opens to the sum."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.results.painted import CENTRE, LEFT, OUT, RIGHT, WRAP, PaintedRow, in_two_lines
from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.view_models.results.modes import ModeLine
from desktop.widgets.parts.cell import paint_cell
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.scale import scale_of, scaled, sized
from desktop.words import gettext
from models.frozen import frozen

HIGH, THICK, CELL, BETWEEN, CHEVRON = 44, 12, 24, 4, 16
FULL = 100
TICKS = (0, 25, 50, 75, FULL)
NARROW, USUAL = 880, 1054
"""Width of the chart, in pixels at a scale of 1, below which it says less; and for which its columns were drawn."""
LEAST_WORDS = 140
"""For what decides: with less it is told by the tip alone, and bars have the room."""
LEAST_BAR = 30
"""However little room there is: the signs beside a bar say more than it does."""
STRETCH = 0.4
"""Of what a wide window has to spare, for the bars."""


@frozen
class Columns:
    """Where each column begins and ends, in pixels."""

    name: int
    bar: int
    bar_end: int
    signs: int
    decides: int
    backed: int
    end: int


def columns(width: int, scale: float, signs: int) -> Columns:
    """How the chart shares its width; `signs` is how many a mode has at most."""
    narrow = width < NARROW * scale
    name, bar, index, backed = (146, 78, 104, 0) if narrow else (168, 240, 108, 72)
    spare = max(width / scale - USUAL, 0) * STRETCH
    marks = signs * (CELL + BETWEEN) + 20
    words = width / scale - (name + bar + index + marks)
    left = round(name * scale)
    more = spare if words >= LEAST_WORDS else max(words, LEAST_BAR - bar)
    bar_end = left + round((bar + more) * scale)
    cells = bar_end + round(index * scale)
    decides = cells + round(marks * scale) if words >= LEAST_WORDS else width
    return Columns(round(17 * scale), left, bar_end, cells, decides, width - round(backed * scale), width)


def least_width(scale: float, signs: int) -> int:
    """Pixels in which all that it says at least has its place."""
    at = columns(0, scale, signs)
    return at.signs + round(signs * (CELL + BETWEEN) * scale)


class ModeHead(QWidget):
    """The titles of the columns, and the axis of the bars."""

    def __init__(self, signs: int, title: str) -> None:
        super().__init__()
        self._signs, self._title = signs, title
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        width, high = self.width() - 2 * OUT, self.height() - 4
        at = columns(width, scale_of(self), self._signs)
        with QPainter(self) as painter:
            painter.translate(OUT, 0)
            painter.setFont(sized(self.font(), "caption", bold=True))
            painter.setPen(QColor(theme.muted))
            for x, end, text in self._titles(at):
                painter.drawText(QRect(x, 0, end - x - 4, high), WRAP, text)
            painter.setFont(sized(self.font(), "caption"))
            for tick in TICKS if at.bar_end - at.bar > scaled(self, 200) else (0, FULL):
                x = at.bar + round((at.bar_end - at.bar) * tick / FULL)
                painter.drawText(QRect(x - 30, 0, 60, high), CENTRE, str(tick))
            painter.setPen(QColor(theme.ink))
            painter.drawLine(0, self.height() - 1, width, self.height() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._high() != event.size().height():
            self.updateGeometry()

    def _titles(self, at: Columns) -> tuple[tuple[int, int, str], ...]:
        """Each with where it begins and ends."""
        titles = (0, at.bar, gettext("What holds it back")), (at.signs, at.decides, self._title)
        return (*titles, (at.decides, at.end, gettext("What decides"))) if at.decides < at.end else titles

    def _high(self) -> int:
        """Pixels: two lines or more where a title has no room in one."""
        at = columns(self.width() - 2 * OUT, scale_of(self), self._signs)
        metrics, tall = QFontMetrics(sized(self.font(), "caption", bold=True)), 0
        for x, end, text in self._titles(at):
            box = QRect(0, 0, max(end - x - 4, 40), 10_000)
            tall = max(tall, metrics.boundingRect(box, WRAP, text).height())
        return max(scaled(self, 28), tall + scaled(self, 8))


class ModeRow(PaintedRow):
    """Checked while it is open."""

    def __init__(self, line: ModeLine, signs: int, theme: Theme) -> None:
        super().__init__(theme, HIGH)
        self.line, self._signs = line, signs
        self.setText(gettext("Why?"))
        self.setCheckable(True)
        self.setAccessibleName(gettext("Why this number"))
        self.setAccessibleDescription(f"{line.name}: {line.index}, {line.band}; {line.coverage}. {line.decides}")
        self.setToolTip(as_tip(line.decides))

    def minimumSizeHint(self) -> QSize:
        return QSize(least_width(scale_of(self), self._signs) + 2 * OUT, super().minimumSizeHint().height())

    def told(self, room: int) -> tuple[tuple[str, int, str], ...]:
        at = columns(room, scale_of(self), self._signs)
        wide = at.backed - at.decides - 8
        name = (self.line.name, at.bar - at.name - 8, "body")
        return (name, (in_two_lines(self.line.decides, self.type(), wide), wide, "body")) if wide > 0 else (name,)

    def paintEvent(self, event: QPaintEvent) -> None:
        at = columns(self.room(), scale_of(self), self._signs)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter, chosen=self.isChecked())
            painter.translate(self.out, 0)
            self._paint_name(painter, at)
            self._paint_bar(painter, at)
            self._paint_index(painter, at)
            self._paint_signs(painter, at)
            if at.decides < at.end:
                self._paint_words(painter, at)

    def _paint_name(self, painter: QPainter, at: Columns) -> None:
        side, theme = self.px(CHEVRON), self.theme
        place = QRectF(-3, (self.height() - side) / 2, side, side)
        paint_icon(painter, "down" if self.isChecked() else "right", place, theme.muted, theme.background)
        room = QRect(at.name, 0, at.bar - at.name - 8, self.height())
        self.write(painter, room, self.line.name, self.type(bold=True), theme.ink)

    def _paint_bar(self, painter: QPainter, at: Columns) -> None:
        line, theme = self.line, self.theme
        width, middle, thick = at.bar_end - at.bar, self.height() / 2, self.px(THICK)
        painter.setPen(QColor(theme.hair))
        for tick in TICKS:
            x = at.bar + round(width * tick / FULL)
            painter.drawLine(x, 0, x, self.height())
        if line.known is not None:
            painter.setPen(QPen(QColor(theme.levels[max(line.tint, 1)]), 1))
            painter.setBrush(QColor(theme.levels[line.tint]))
            painter.drawRect(QRectF(at.bar, middle - thick / 2, width * line.known / FULL, thick))
        if line.highest > line.lowest:
            low, high = (at.bar + width * value / FULL for value in (line.lowest, line.highest))
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for whisker in (low, high):
                painter.drawLine(QPointF(whisker, middle - 5), QPointF(whisker, middle + 5))

    def _paint_index(self, painter: QPainter, at: Columns) -> None:
        line = self.line
        reaches = max(line.known or 0.0, line.highest if line.highest > line.lowest else 0.0)
        figure = self.type("lead", bold=True, serif=True)
        left = at.bar + round((at.bar_end - at.bar) * reaches / FULL) + self.px(10)
        self.write(painter, QRect(left, 0, self.px(60), self.height()), line.index, figure, self.theme.ink, LEFT)
        left += QFontMetrics(figure).horizontalAdvance(line.index) + self.px(7)
        room = QRect(left, 1, at.signs - left - 2, self.height())
        self.write(painter, room, line.band, self.type("caption"), self.theme.muted)

    def _paint_signs(self, painter: QPainter, at: Columns) -> None:
        side = self.px(CELL)
        for place, mark in enumerate(self.line.signs):
            left = at.signs + place * (side + self.px(BETWEEN))
            paint_cell(painter, QRectF(left, (self.height() - side) / 2, side, side), mark, self.theme, self.font())

    def _paint_words(self, painter: QPainter, at: Columns) -> None:
        room = QRect(at.decides, 0, at.backed - at.decides - 8, self.height())
        shown = in_two_lines(self.line.decides, self.type(), room.width())
        self.write(painter, room, shown, self.type(), self.theme.ink)
        if at.backed < at.end:
            room = QRect(at.backed, 0, at.end - at.backed, self.height())
            self.write(painter, room, self.line.backed, self.type("caption"), self.theme.muted, RIGHT)
