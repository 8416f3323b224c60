"""Who got what, in a line a person: what came back, what is late, and when."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.system.long_text import as_tip
from desktop.view_models.workshop.posted import PostBook, Posted, Way
from desktop.widgets.parts.icons import SIDE, ink_role, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.rows import paint_line
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext, ngettext, spoken
from models.values.months import short_day

HIGH, NAME, LEAST_NAME, DAY = 28, 0.5, 0.3, 56
"""Pixels of a row; the share of it that names take at most, and at least where what is said beside them needs the rest;
pixels of the day at its right.
"""
LEAST, APART = 6, 16
"""Pixels after the names: these at least, and as many where there is room."""
DANGER = frozenset({Way.LATE, Way.UNREACHABLE})


class PostedList(QWidget):
    """Painted, since there may be a hundred; all of it is told to whoever cannot see it."""

    def __init__(self, book: PostBook) -> None:
        super().__init__()
        self._book = book
        self._lines: list[Posted] = []
        self._danger = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(gettext("Who got what"))
        self.setMouseTracking(True)
        book.changed.connect(self.refresh)

    def show_danger(self, colour: str) -> None:
        """What is late or wrong is said in this colour."""
        self._danger = colour
        self.update()

    def refresh(self) -> None:
        """Draws how things stand."""
        self._lines = self._book.lines()
        self.setAccessibleDescription("; ".join(self._said(line) for line in self._lines))
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> list[str]:
        """What each line says."""
        return [self._said(line) for line in self._lines]

    def sentence(self) -> str:
        """What stands over the list: to how many of them nothing was sent yet, which their lines need not repeat."""
        without = sum(map(_nothing_sent, self._lines))
        if not without:
            return gettext("made ready to be sent")
        if without == len(self._lines):
            return gettext("nothing sent yet")
        return gettext("{n} of {total}: nothing sent yet").format(n=without, total=len(self._lines))

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, 240), scaled(self, HIGH) * max(len(self._lines), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._lines:
                ink = inks(self).color(QPalette.ColorRole.Shadow).name()
                paint_line(painter, self._row(0), self.font(), ink, gettext("Nobody answers for anything yet."))
            for place, line in enumerate(self._lines):
                self._paint(painter, self._row(place), line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint().y() // scaled(self, HIGH)
        self.setToolTip(as_tip(self.shown[place] if 0 <= place < len(self._lines) else ""))

    def _row(self, place: int) -> QRect:
        return QRect(0, place * scaled(self, HIGH), self.width(), scaled(self, HIGH))

    def _paint(self, painter: QPainter, row: QRect, line: Posted) -> None:
        colours, roles, side = inks(self), QPalette.ColorRole, scaled(self, SIDE)
        muted, bad = colours.color(roles.Shadow).name(), line.way in DANGER
        ink = self._danger if bad else colours.color(ink_role(line.way.value, roles.Shadow)).name()
        box = QRectF(0, row.top() + (row.height() - side) / 2, side, side)
        paint_icon(painter, line.way.value, box, ink, colours.color(roles.Light))
        day = scaled(self, DAY) if any(one.day for one in self._lines) else 0
        left = side + scaled(self, 7)
        measure = self.fontMetrics().horizontalAdvance
        names = max(measure(one.name) for one in self._lines)
        room, beside = row.width() - left - day, max(measure(_beside(one)) for one in self._lines)
        apart = min(max(room - names - beside, scaled(self, LEAST)), scaled(self, APART))
        most = max(min(round(room * NAME), room - beside), round(room * LEAST_NAME))
        wide = min(most, names + apart)
        name = QRect(left, row.top(), wide - apart, row.height())
        paint_line(painter, name, self.font(), colours.color(roles.WindowText).name(), line.name)
        state = QRect(left + wide, row.top(), row.width() - left - wide - day, row.height())
        said = _beside(line)
        if line.overdue and self.fontMetrics().horizontalAdvance(said) > state.width():
            said = _overdue(line)
        paint_line(painter, state, self.font(), self._danger if bad else muted, said)
        when = QRect(row.width() - day, row.top(), day, row.height())
        paint_line(painter, when, sized(self.font(), "caption"), muted, _day(line), right=True)

    def _said(self, line: Posted) -> str:
        return gettext(", ").join(filter(None, (line.name, _state(line), _day(line))))


def _day(line: Posted) -> str:
    return short_day(line.day, spoken()) if line.day else ""


def _state(line: Posted) -> str:
    texts = {
        Way.ANSWERED: gettext("reply taken in"),
        Way.LATE: gettext("no reply") if line.day else gettext("nothing sent"),
        Way.UNREACHABLE: gettext("no usable address"),
        Way.WAITING: gettext("no reply"),
        Way.NOTHING_SENT: gettext("nothing sent yet"),
    }
    overdue = "" if line.way is Way.UNREACHABLE else _overdue(line)
    return gettext(", ").join(filter(None, (texts[line.way], overdue)))


def _nothing_sent(line: Posted) -> bool:
    return line.day is None and line.way in (Way.NOTHING_SENT, Way.LATE)


def _beside(line: Posted) -> str:
    """What is painted beside the name."""
    return _overdue(line) if _nothing_sent(line) else _state(line)


def _overdue(line: Posted) -> str:
    return ngettext("{n} overdue", "{n} overdue", line.overdue).format(n=line.overdue) if line.overdue else ""
