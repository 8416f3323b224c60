"""The agreed actions along the calendar: pressed to choose, dragged to another day, folded by their phase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.console.plan.calendar.row import CalendarAxis, CalendarRow, PhaseRow
from desktop.console.plan.calendar.row_painter import ROW, RowPainter
from desktop.theme import Theme
from desktop.widgets.gliding.glide import Glide
from desktop.widgets.parts.rows import paint_row
from desktop.widgets.parts.scale import scale_of, scaled, sized

HEAD = 30
NAMES = 0.39
"""Share of the width that the titles take."""
APART = 12
"""Pixels between two names at the head, at least."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


class CalendarChart(QWidget):
    """`pressed` carries the id of an action. Of thousands of rows only those in sight are drawn."""

    pressed = Signal(str)
    phase_pressed = Signal(str)
    dragged = Signal(str, float, bool)
    """An action is held so far from where it was, on a calendar from 0 to 1; whether what waits for it comes too."""
    dropped = Signal(str, float, bool)

    def __init__(self, name: str, still: Callable[[], bool]) -> None:
        """`still`: whether nothing is to move."""
        super().__init__()
        self._still = still
        self._glide = Glide(self)
        self._glide.moved.connect(self.update)
        self._rows: Sequence[CalendarRow | PhaseRow] = ()
        self._axis: CalendarAxis | None = None
        self._theme: Theme | None = None
        self._chosen = ""
        self._held: tuple[str, QPoint] | None = None
        """The action under the pressed button, and where it was taken."""
        self.dragging = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[CalendarRow | PhaseRow], axis: CalendarAxis, chosen: str, theme: Theme) -> None:
        """Shows these rows; `chosen` is the id of the action that stands out."""
        before, was = self.place_of(self._chosen), self._chosen
        self._rows, self._axis, self._chosen, self._theme = rows, axis, chosen, theme
        here = self.place_of(chosen)
        if was != chosen and before.isValid() and here.isValid() and self.isVisible() and not self._still():
            self._glide.go(QRectF(before), QRectF(here))
        self.updateGeometry()
        self.update()

    def place_of(self, action_id: str) -> QRect:
        """Where an action's row is; an empty place for none."""
        rows = enumerate(self._rows)
        number = next((n for n, row in rows if isinstance(row, CalendarRow) and row.action_id == action_id), -1)
        return self._row(number) if number >= 0 else QRect()

    def bar_end(self, action_id: str) -> QPoint:
        """Where the bar of an action ends."""
        found = next((r for r in self._rows if isinstance(r, CalendarRow) and r.action_id == action_id), None)
        return QPoint(round(self._x(found.due)), self.place_of(action_id).center().y()) if found else QPoint()

    def let_go(self) -> bool:
        """Ends a drag as if it had not been; whether there was one."""
        was, self._held, self.dragging = self.dragging, None, False
        return was

    def sizeHint(self) -> QSize:
        return QSize(480, scaled(self, HEAD) + len(self._rows) * scaled(self, ROW) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, axis = self._theme, self._axis
        if theme is None or axis is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if (here := self.place_of(self._chosen)).isValid():
                way = self._glide.place
                paint_row(painter, way.toRect() if way else here, theme, chosen=True)
            self._paint_months(painter, axis, theme)
            self._paint_days(painter, axis, theme)
            days = self._x(axis.today[1]), self._x(axis.wanted[1]) if axis.wanted else None
            rows = RowPainter(painter, theme, self.font(), scale_of(self), self._names(), self._x, days)
            high, top = scaled(self, ROW), scaled(self, HEAD)
            first = max((event.rect().top() - top) // high, 0)
            last = min((event.rect().bottom() - top) // high + 1, len(self._rows))
            for number in range(first, last):
                self._paint_row(rows, number)

    def _paint_row(self, rows: RowPainter, number: int) -> None:
        row = self._rows[number]
        if isinstance(row, PhaseRow):
            rows.phase(row, self._row(number))
        else:
            rows.action(row, self._row(number), here=row.action_id == self._chosen)

    def _paint_months(self, painter: QPainter, axis: CalendarAxis, theme: Theme) -> None:
        """Their names where neither another month nor a day is named."""
        painter.setFont(sized(self.font(), "caption"))
        high, taken = scaled(self, HEAD) - 6, [self._day_box(*day) for day in (axis.today, axis.wanted) if day]
        for name, place in axis.months:
            x = round(self._x(place))
            painter.setPen(QColor(theme.hair))
            painter.drawLine(x, high, x, self.height())
            box = QRect(x + 4, 0, painter.fontMetrics().horizontalAdvance(name), high)
            if not any(box.adjusted(-APART, 0, APART, 0).intersects(other) for other in taken):
                painter.setPen(QColor(theme.muted))
                painter.drawText(box, _LEFT, name)
                taken.append(box)

    def _day_box(self, name: str, place: float) -> QRect:
        """Where the name of a day stands: on the side of its line that has more room."""
        x, width = round(self._x(place)), QFontMetrics(sized(self.font(), "caption", bold=True)).horizontalAdvance(name)
        return QRect(x - 4 - width if place > 0.5 else x + 4, 0, width, scaled(self, HEAD) - 6)

    def _paint_days(self, painter: QPainter, axis: CalendarAxis, theme: Theme) -> None:
        """Today, and the day that is wanted, under all rows: no line runs through words."""
        painter.setFont(sized(self.font(), "caption", bold=True))
        high = scaled(self, HEAD) - 6
        marks = [(axis.today, theme.ink, 1)] + ([(axis.wanted, theme.accent, 2)] if axis.wanted else [])
        for (name, place), colour, thick in marks:
            x = round(self._x(place))
            painter.fillRect(x, high, thick, self.height() - high, QColor(colour))
            painter.setPen(QColor(colour))
            painter.drawText(self._day_box(name, place), _LEFT, name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if isinstance(row, PhaseRow):
            self.phase_pressed.emit(row.phase)
        elif row is not None:
            at = event.position().toPoint()
            self._held = (row.action_id, at) if row.dated and at.x() >= self._names() else None
            self.pressed.emit(row.action_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            action_id, taken = self._held
            far = event.position().toPoint().x() - taken.x()
            self.dragging = self.dragging or abs(far) >= QApplication.startDragDistance()
            if self.dragging:
                self.dragged.emit(action_id, self._shift(far), _with_shift(event))
            return
        row = self._row_at(event)
        over = isinstance(row, CalendarRow) and row.dated and event.position().x() >= self._names()
        self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
        text = f"{row.number}  {row.title}" if isinstance(row, CalendarRow) else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            action_id, taken = self._held
            if self.let_go():
                far = event.position().toPoint().x() - taken.x()
                self.dropped.emit(action_id, self._shift(far), _with_shift(event))

    def _shift(self, pixels: int) -> float:
        return pixels / max(self._x(1.0) - self._x(0.0), 1)

    def _row_at(self, event: QMouseEvent) -> CalendarRow | PhaseRow | None:
        number = (event.position().toPoint().y() - scaled(self, HEAD)) // scaled(self, ROW)
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def _row(self, number: int) -> QRect:
        high = scaled(self, ROW)
        return QRect(0, scaled(self, HEAD) + number * high, self.width(), high)

    def _names(self) -> int:
        return round(self.width() * NAMES)

    def _x(self, place: float) -> float:
        return self._names() + (self.width() - self._names() - 12) * place


def _with_shift(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
