"""A vote that does not agree: a stroke for each who voted a level, and what holds for now."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.results.painted import CENTRE, OUT, RIGHT, WRAP, PaintedRow
from desktop.system.long_text import without_widow
from desktop.theme import Theme
from desktop.view_models.results.votes import VoteLine
from desktop.widgets.parts.by_width import HighByWidth
from desktop.widgets.parts.cell import NOT_KNOWN, paint_cell
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext
from models.frozen import frozen

HIGH, COLUMN, STROKE, TALL, CELL, BESIDE, UNDER = 30, 36, 4, 14, 24, 8, 10
COLUMNS = 5
"""Levels, and not known."""
MANY, MOST = 4, 5
"""Votes from which the strokes are dark, and above which a figure stands in their place."""
NARROW = 520
"""Width, in pixels at a scale of 1, below which the last column holds the level alone."""


@frozen
class _Columns:
    votes: int
    level: int


def _columns(widget: QWidget, width: int) -> _Columns:
    last = scaled(widget, CELL + BESIDE)
    if width >= scaled(widget, NARROW):
        last += QFontMetrics(sized(widget.font(), "caption")).horizontalAdvance(gettext("for now")) + scaled(widget, 16)
    level = width - last
    return _Columns(level - COLUMNS * scaled(widget, COLUMN), level)


class VoteHead(HighByWidth, QWidget):
    """What was found, over the levels that were voted."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._counted = "", False
        self._theme: Theme | None = None
        self.ask_by_width(QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, theme: Theme, *, counted: bool) -> None:
        """`counted`: there are votes below it."""
        self._title, self._theme, self._counted = without_widow(title), theme, counted
        self.setAccessibleName(title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(sized(self.font(), "body", bold=True))
        room = QRect(0, 0, self._title_room(width - 2 * OUT), 10**6)
        return max(scaled(self, HIGH), metrics.boundingRect(room, WRAP, self._title).height() + scaled(self, UNDER))

    def _title_room(self, width: int) -> int:
        return max(_columns(self, width).votes - scaled(self, BESIDE), 1) if self._counted else width

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        width, high = self.width() - 2 * OUT, self.height()
        at = _columns(self, width)
        with QPainter(self) as painter:
            painter.translate(OUT, 0)
            painter.setFont(sized(self.font(), "body", bold=True))
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRect(0, 0, self._title_room(width), high - 1), WRAP, self._title)
            painter.setFont(sized(self.font(), "caption"))
            painter.setPen(QColor(theme.muted))
            if self._counted:
                line = scaled(self, HIGH)
                painter.translate(0, high - line)
                for place, mark in enumerate(("0", "1", "2", "3", NOT_KNOWN)):
                    painter.drawText(_place(self, at, place, line), CENTRE, mark)
                painter.drawText(QRect(at.level, 0, width - at.level, line), RIGHT, gettext("Level"))
                painter.translate(0, line - high)
            painter.setPen(QColor(theme.rule))
            painter.drawLine(0, high - 1, width, high - 1)


class VoteRow(PaintedRow):
    """Pressed, it leads to its sign."""

    def __init__(self, line: VoteLine, theme: Theme) -> None:
        super().__init__(theme, HIGH)
        self._line = line
        counts = ", ".join(f"{mark}: {count}" for mark, count in zip("0123?", line.counts, strict=False))
        holds = gettext("for now level {level}").format(level=line.mark) if line.for_now else ""
        self.setAccessibleName("; ".join(part for part in (line.text, counts, holds) if part))
        self.setToolTip(gettext("Go to this sign"))

    def told(self, room: int) -> tuple[tuple[str, int, str], ...]:
        return ((self._line.text, _columns(self, room).votes - 8, "body"),)

    def paintEvent(self, event: QPaintEvent) -> None:
        line, theme, high = self._line, self.theme, self.height()
        width = self.room()
        at = _columns(self, width)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter)
            painter.translate(self.out, 0)
            self.write(painter, QRect(0, 0, at.votes - 8, high), line.text, self.type(), theme.ink)
            for place, count in enumerate(line.counts):
                self._paint_votes(painter, _place(self, at, place, high), count)
            side = self.px(CELL)
            cell = QRectF(width - side, (high - side) / 2, side, side)
            paint_cell(painter, cell, line.mark, theme, self.font())
            if line.for_now and width >= self.px(NARROW):
                beside = QRect(at.level, 0, width - side - self.px(BESIDE) - at.level, high)
                self.write(painter, beside, gettext("for now"), self.type("caption"), theme.muted, RIGHT)

    def _paint_votes(self, painter: QPainter, place: QRect, count: int) -> None:
        theme, tall, wide = self.theme, self.px(TALL), self.px(STROKE)
        if count > MOST:
            self.write(painter, place, str(count), self.type(bold=True), theme.ink, CENTRE)
            return
        if not count:
            painter.setPen(QColor(theme.rule))
            middle, bottom = place.center().x(), place.center().y() + tall // 2
            painter.drawLine(middle - self.px(6), bottom, middle + self.px(6), bottom)
            return
        step = wide + self.px(1)
        left = place.center().x() - (count * step - self.px(1)) // 2
        colour = QColor(theme.levels[3 if count >= MANY else 2])
        for number in range(count):
            painter.fillRect(left + number * step, place.center().y() - tall // 2, wide, tall, colour)


def _place(widget: QWidget, at: _Columns, place: int, high: int) -> QRect:
    wide = scaled(widget, COLUMN)
    return QRect(at.votes + place * wide, 0, wide, high)
