"""Paints a row of the timeline: the time there is, pale, the time that it takes, dark, and what does not hold, red."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.console.plan.calendar.row import CalendarRow, PhaseRow
from desktop.theme import Theme
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.rows import as_far
from desktop.widgets.parts.scale import sized
from models.frozen import frozen

ROW, THICK, NUMBER, AFTER, DOT, LEAST = 28, 8, 26, 8, 10, 8
"""Pixels at a scale of 1; of the shortest bar, for two days have one too."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@frozen
class Words:
    """What stands beside a bar: its width, and how it is drawn from a place on."""

    width: float
    paint: Callable[[float], None]


class RowPainter:
    """For one painting of the chart: `names` pixels of titles, then the calendar; `x` says where a place of it lies."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        font: QFont,
        scale: float,
        names: int,
        x: Callable[[float], float],
        days: tuple[float, float | None],
    ) -> None:
        """`days`: the pixels at which today stands, and the day that is wanted."""
        self._painter, self._theme, self._scale = painter, theme, scale
        self._names, self._x, (self._today, self._wanted) = names, x, days
        self._body, self._plain = sized(font, "body"), sized(font, "caption")
        self._strong, self._heavy = sized(font, "body", bold=True), sized(font, "caption", bold=True)

    def phase(self, row: PhaseRow, place: QRect) -> None:
        """Its title over a hairline; folded, its days as dots."""
        painter, theme, side = self._painter, self._theme, self._px(16)
        arrow = QRectF(place.left(), place.center().y() - side / 2 + 2, side, side)
        paint_icon(painter, "right" if row.folded else "down", arrow, theme.muted, theme.background)
        title = place.adjusted(side + self._px(4), 4, 0, 0)
        self._text(title, row.title, self._heavy, theme.ink)
        wide = QFontMetrics(self._heavy).horizontalAdvance(row.title)
        self._text(title.adjusted(wide + 8, 0, 0, 0), row.count, self._plain, theme.muted)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        dot = self._px(DOT)
        for at in row.dots:
            painter.drawEllipse(QRectF(self._x(at) - dot / 2, place.center().y() + 2 - dot / 2, dot, dot))
        if row.dots:
            left = round(self._x(max(row.dots)) + dot)
            wide = QFontMetrics(self._plain).horizontalAdvance(row.said)
            if left + wide > place.right():
                left = round(self._x(min(row.dots)) - dot - wide)
            self._text(QRect(left, place.top() + 4, wide + 4, place.height() - 4), row.said, self._plain, theme.muted)
        painter.setPen(QColor(theme.hair))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def action(self, row: CalendarRow, place: QRect, *, here: bool) -> None:
        """Number and title, the bar, and beside it whose it is, the day and what is wrong."""
        theme = self._theme
        self._text(QRect(0, place.top(), self._px(NUMBER), place.height()), row.number, self._body, theme.muted, _RIGHT)
        left = self._px(NUMBER + 12)
        room = QRect(left, place.top(), self._names - left - 16, place.height())
        font = self._strong if here else self._body
        metrics = QFontMetrics(font)
        fits = metrics.horizontalAdvance(row.title) <= room.width()
        title = row.title if fits or not row.short else row.short
        self._text(room, as_far(title, room.width(), metrics), font, theme.ink)
        begin, end = self._bar(row, place.center().y() + 1)
        if row.dated:
            self._beside(row, place, begin, end, theme.soft if here else theme.background)
            return
        after = self._in_line(self._words(row, place), max(self._names, self._today) + AFTER)
        self._painter.setPen(QPen(QColor(theme.faint), 1, Qt.PenStyle.DashLine))
        until = self._wanted - 8 if self._wanted is not None else place.right() - 8
        middle = place.center().y() + 1
        if until > after + 16:
            self._painter.drawLine(round(after + 12), middle, round(until), middle)

    def _bar(self, row: CalendarRow, middle: int) -> tuple[float, float]:
        """Draws it where there is a day; gives where it begins and ends."""
        theme, end = self._theme, self._x(row.due)
        work = min(self._x(row.has_to_begin), end - LEAST)
        begin = min(self._x(row.may_begin), work)
        if not row.dated:
            return begin, end
        self._piece(begin, end, middle, fill=theme.tint)
        self._piece(work, end, middle, fill=theme.accent)
        if row.early_until is not None and (until := min(self._x(row.early_until), end)) > work:
            self._piece(work, max(until, work + LEAST), middle, fill=theme.background, edge=theme.danger)
        if row.late_until is not None:
            late = max(self._x(row.late_until), end + LEAST / 2)
            self._piece(end, late, middle, fill=theme.danger)
            end = late
        return begin, end

    def _piece(self, start: float, end: float, middle: int, *, fill: str, edge: str = "") -> None:
        thick = self._px(THICK)
        box = QRectF(start, middle - thick / 2, end - start, thick)
        self._painter.setPen(QPen(QColor(edge), 2) if edge else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(fill))
        self._painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if edge else box, thick / 2, thick / 2)

    def _beside(self, row: CalendarRow, place: QRect, begin: float, end: float, ground: str) -> None:
        """After the bar. Where the end, or the day that is wanted, would cut the words, some stand before it."""
        words, trouble = self._words(row, place), self._trouble(row, place)
        if end < self._today < end + AFTER + _wide([*words, *trouble]):
            end = self._today  # behind its line, which would run through them
        if not self._cut(_wide([*words, *trouble]), place, end):
            self._in_line([*words, *trouble], end + AFTER)
        elif trouble and begin - AFTER - _wide(trouble) >= self._names and not self._cut(_wide(words), place, end):
            self._in_line(trouble, begin - AFTER - _wide(trouble))
            self._in_line(words, end + AFTER)
        elif row.beside and not trouble and not self._cut(_wide(words[:-1]), place, end):
            self._in_line(words[:-1], end + AFTER)
        else:
            words += trouble
            before, after = begin - AFTER - _wide(words), end + AFTER
            work = min(self._x(row.has_to_begin), self._x(row.due) - LEAST)
            inside = work - AFTER - _wide(words)
            if before >= (self._names if begin < self._today else self._today):
                self._in_line(words, before)
            elif inside - AFTER >= begin or after + _wide(words) > place.right():
                self._in_the_bar(words, inside, place, ground)
            else:
                self._in_line(words, after)

    def _in_the_bar(self, words: list[Words], x: float, place: QRect, ground: str) -> None:
        """Of a bar that leaves no room on either side the words stand in the pale part, which ends for them."""
        x = max(x, self._names)
        self._painter.fillRect(
            QRectF(x - AFTER, place.top() + 2, _wide(words) + 2 * AFTER, place.height() - 4), QColor(ground)
        )
        self._in_line(words, x)

    def _cut(self, wide: float, place: QRect, end: float) -> bool:
        right = end + AFTER + wide
        lines = (self._today - AFTER, *(() if self._wanted is None else (self._wanted,)))
        return right > place.right() or any(end <= line < right for line in lines)

    def _in_line(self, words: list[Words], x: float) -> float:
        """Draws them from there on; gives where they end."""
        for word in words:
            word.paint(x)
            x += word.width + 8
        return x - 8

    def _words(self, row: CalendarRow, place: QRect) -> list[Words]:
        """Whose it is, the day, and what else there is to say of it."""
        said = self._word(row.said, self._plain if row.dated else self._heavy, self._theme.ink, place)
        beside = [self._word(row.beside, self._plain, self._theme.muted, place)] if row.beside else []
        return [*self._owner(row, place), said, *beside]

    def _trouble(self, row: CalendarRow, place: QRect) -> list[Words]:
        return [self._word(row.trouble, self._heavy, self._theme.danger, place)] if row.trouble else []

    def _owner(self, row: CalendarRow, place: QRect) -> list[Words]:
        if not row.owner:
            return []
        wide = QFontMetrics(self._heavy).horizontalAdvance(row.owner) + 14
        high = QFontMetrics(self._heavy).height() + 1

        def paint(x: float) -> None:
            box = QRectF(x, place.center().y() - high / 2 + 1, wide, high)
            self._painter.setPen(QPen(QColor(self._theme.rule), 1))
            self._painter.setBrush(QColor(self._theme.surface))
            self._painter.drawRoundedRect(box, high / 2, high / 2)
            self._painter.setFont(self._heavy)
            self._painter.setPen(QColor(self._theme.ink))
            self._painter.drawText(box, _CENTRE, row.owner)

        return [Words(wide, paint)]

    def _word(self, text: str, font: QFont, ink: str, place: QRect) -> Words:
        wide = QFontMetrics(font).horizontalAdvance(text)

        def paint(x: float) -> None:
            self._text(QRect(round(x), place.top(), wide + 4, place.height()), text, font, ink)

        return Words(wide, paint)

    def _text(self, place: QRect, text: str, font: QFont, ink: str, align: int = _LEFT) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        self._painter.drawText(place, align, text)

    def _px(self, pixels: float) -> int:
        return round(pixels * self._scale)


def _wide(words: list[Words]) -> float:
    return sum(word.width for word in words) + 8 * (len(words) - 1)
