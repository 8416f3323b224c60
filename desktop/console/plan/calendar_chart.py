"""The agreed actions along the calendar: the time there is for each, pale, and the time that it takes, dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.rows import paint_row
from desktop.widgets.parts.scale import scaled, sized

HEAD, ROW, THICK, NUMBER, AFTER = 30, 28, 8, 26, 8
NAMES = 0.38
"""Share of the width that the titles take."""
LEAST = 8
"""Pixels of the shortest bar: two days have one too."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A phase, or an action; places on the calendar run from 0 to 1."""

    action_id: str
    """Empty for a phase."""
    number: str
    title: str
    owner: str
    """Initials."""
    may_begin: float
    has_to_begin: float
    due: float
    said: str
    """The day, or that there is none."""
    trouble: str
    """Why it does not hold; empty where it does."""
    dated: bool


@dataclass(frozen=True, slots=True)
class CalendarAxis:
    """Months by name with their places, today, and the day that is wanted, if any."""

    months: tuple[tuple[str, float], ...]
    today: tuple[str, float]
    wanted: tuple[str, float] | None


class CalendarChart(QWidget):
    """`pressed` carries the id of an action. Of thousands of rows only those in sight are drawn."""

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: Sequence[CalendarRow] = ()
        self._axis: CalendarAxis | None = None
        self._theme: Theme | None = None
        self._chosen = ""
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(
        self, rows: Sequence[CalendarRow], axis: CalendarAxis, chosen: str, theme: Theme, described: str
    ) -> None:
        """Shows these rows; `chosen` is the id of the action that stands out."""
        self._rows, self._axis, self._chosen, self._theme = rows, axis, chosen, theme
        self.setAccessibleDescription(described)
        self.updateGeometry()
        self.update()

    def place_of(self, action_id: str) -> QRect:
        """Where an action's row is; an empty place for none."""
        number = next((n for n, row in enumerate(self._rows) if row.action_id == action_id), -1)
        return self._row(number) if number >= 0 else QRect()

    def sizeHint(self) -> QSize:
        return QSize(480, scaled(self, HEAD) + len(self._rows) * scaled(self, ROW) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, axis = self._theme, self._axis
        if theme is None or axis is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axis(painter, axis, theme)
            high, top = scaled(self, ROW), scaled(self, HEAD)
            first = max((event.rect().top() - top) // high, 0)
            last = min((event.rect().bottom() - top) // high + 1, len(self._rows))
            for number in range(first, last):
                row = self._rows[number]
                if row.action_id:
                    self._paint_action(painter, row, self._row(number), theme)
                else:
                    self._paint_phase(painter, row, self._row(number), theme)
            self._paint_lines(painter, axis, theme)

    def _paint_axis(self, painter: QPainter, axis: CalendarAxis, theme: Theme) -> None:
        painter.setFont(sized(self.font(), "caption"))
        high = scaled(self, HEAD) - 6
        wanted = axis.wanted[1] if axis.wanted else 2.0
        for name, place in axis.months:
            x = self._x(place)
            painter.setPen(QColor(theme.hair))
            painter.drawLine(x, high, x, self.height())
            if abs(place - axis.today[1]) > 0.06 and wanted - place > 0.14:
                painter.setPen(QColor(theme.muted))
                painter.drawText(QRect(x + 4, 0, 160, high), _LEFT, name)

    def _paint_lines(self, painter: QPainter, axis: CalendarAxis, theme: Theme) -> None:
        """Today, and the day that is wanted, over all rows."""
        painter.setFont(sized(self.font(), "caption", bold=True))
        high = scaled(self, HEAD) - 6
        marks = [(axis.today, theme.ink, 1)] + ([(axis.wanted, theme.accent, 2)] if axis.wanted else [])
        for (name, place), colour, thick in marks:
            x = self._x(place)
            painter.setPen(QPen(QColor(colour), thick))
            painter.drawLine(x, high, x, self.height())
            late = place > 0.5
            box = QRect(x - 204, 0, 200, high) if late else QRect(x + 4, 0, 200, high)
            painter.drawText(box, _RIGHT if late else _LEFT, name)

    def _paint_phase(self, painter: QPainter, row: CalendarRow, place: QRect, theme: Theme) -> None:
        painter.setFont(sized(self.font(), "caption", bold=True))
        painter.setPen(QColor(theme.ink))
        painter.drawText(place.adjusted(0, 4, 0, 0), _LEFT, row.title)
        wide = painter.fontMetrics().horizontalAdvance(row.title)
        painter.setFont(sized(self.font(), "caption"))
        painter.setPen(QColor(theme.muted))
        painter.drawText(place.adjusted(wide + 8, 4, 0, 0), _LEFT, row.said)
        painter.setPen(QColor(theme.hair))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_action(self, painter: QPainter, row: CalendarRow, place: QRect, theme: Theme) -> None:
        here = row.action_id == self._chosen
        if here:
            paint_row(painter, place, theme, chosen=True)
        painter.setFont(sized(self.font(), "body"))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRect(0, place.top(), scaled(self, NUMBER), place.height()), _RIGHT, row.number)
        left = scaled(self, NUMBER + 12)
        room = QRect(left, place.top(), self._names() - left - 16, place.height())
        painter.setFont(sized(self.font(), "body", bold=here))
        painter.setPen(QColor(theme.ink))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, title)
        middle = place.center().y() + 1
        begin, end = self._x(row.may_begin), self._x(row.due)
        work = min(self._x(row.has_to_begin), end - LEAST)
        if row.dated:
            thick = scaled(self, THICK)
            painter.setPen(Qt.PenStyle.NoPen)
            for start, colour in (
                (min(begin, work), theme.tint),
                (work, theme.danger if row.trouble else theme.accent),
            ):
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(start, middle - thick / 2, end - start, thick), thick / 2, thick / 2)
        else:
            painter.setPen(QPen(QColor(theme.faint), 1, Qt.PenStyle.DashLine))
            painter.drawLine(self._names(), middle, self.width() - 8, middle)
        self._paint_words(painter, row, place, (min(begin, work), end), theme)

    def _paint_words(
        self, painter: QPainter, row: CalendarRow, place: QRect, bar: tuple[int, int], theme: Theme
    ) -> None:
        """Whose it is and the day, after the bar, or before it where the calendar ends."""
        plain, heavy = sized(self.font(), "caption"), sized(self.font(), "caption", bold=True)
        pill = QFontMetrics(heavy).horizontalAdvance(row.owner) + 14 if row.owner else 0
        said = QFontMetrics(plain).horizontalAdvance(row.said)
        trouble = QFontMetrics(heavy).horizontalAdvance(row.trouble) + 10 if row.trouble else 0
        wanted = pill + 8 + said + trouble
        x = bar[1] + AFTER
        if not row.dated:
            x = self._names() + AFTER
            painter.fillRect(QRect(x - 4, place.top() + 2, wanted + 8, place.height() - 4), QColor(theme.background))
        elif x + wanted > self.width():
            x = max(bar[0] - AFTER - wanted, self._names())
        if row.owner:
            box = QRectF(x, place.center().y() - 9, pill, 19)
            painter.setPen(QPen(QColor(theme.rule), 1))
            painter.setBrush(QColor(theme.surface))
            painter.drawRoundedRect(box, 9.5, 9.5)
            painter.setFont(heavy)
            painter.setPen(QColor(theme.ink))
            painter.drawText(box, _CENTRE, row.owner)
            x += pill + 8
        painter.setFont(plain if row.dated else heavy)
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRect(x, place.top(), said + 20, place.height()), _LEFT, row.said)
        if row.trouble:
            painter.setFont(heavy)
            painter.setPen(QColor(theme.danger))
            painter.drawText(QRect(x + said + 10, place.top(), trouble + 20, place.height()), _LEFT, row.trouble)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if row := self._row_at(event):
            self.pressed.emit(row.action_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        QToolTip.showText(event.globalPosition().toPoint(), f"{row.number}  {row.title}" if row else "", self)

    def _row_at(self, event: QMouseEvent) -> CalendarRow | None:
        number = (event.position().toPoint().y() - scaled(self, HEAD)) // scaled(self, ROW)
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if row is not None and row.action_id else None

    def _row(self, number: int) -> QRect:
        high = scaled(self, ROW)
        return QRect(0, scaled(self, HEAD) + number * high, self.width(), high)

    def _names(self) -> int:
        return round(self.width() * NAMES)

    def _x(self, place: float) -> int:
        return self._names() + round((self.width() - self._names() - 12) * place)
