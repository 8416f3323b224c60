"""Impact against effort: every agreed action a numbered mark that can be dragged where the room wants it."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.plan.picture.impact_marks import Placed
from desktop.console.plan.picture.mark_painter import MarkPainter
from desktop.console.plan.picture.mark_places import Spot, spots_of
from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.widgets.keys import KeyAct, pressed
from desktop.widgets.parts.scale import sized
from desktop.words import gettext, ngettext, spoken
from models.values.numbers import with_marks
from resources.words import marked

LEAST_DAYS, FEWEST_DAYS_SHOWN = 0.5, 20.0
TICKS = (1, 2, 5, 10, 20, 40, 80, 160, 320)
IMPACT_STEP, DAYS_STEP = 5, 0.5
IMPACTS, MIDDLE, WEEKS = (0, 25, 50, 75, 100), 50, 12
"""Impacts that are named; the one, and the days, at which the plane is parted as it is in the room."""
LEFT, RIGHT, APART = 2.4, 1.5, 2.8
"""Lines of its type: beside the plane, and around the names of two quarters, more than a word apart."""
REACH, AROUND = 20, 12
"""Impact around the middle that is always on the plane, and beyond the outermost action."""


def in_one_place(count: int) -> str:
    """That so many actions lie on each other."""
    return ngettext("{n} action in one place", "{n} actions in one place", count).format(n=count)


def _quarters() -> tuple[tuple[str, str], tuple[str, str]]:
    """Above and below, each at the left and at the right."""
    return (gettext("Quick wins"), gettext("Big bets")), (gettext("Small steps"), gettext("Think twice"))


class ImpactPicture(QWidget):
    """Impact upwards, effort to the right on a scale of square roots, so that small efforts lie apart.

    `chosen` carries an action's key. `placed` carries a key, an impact, an effort in days, and whether more of the
    same drag is to come. Arrows go from action to action; with Shift they move the chosen one. `opened` carries the
    actions of a pile that was pressed: more than there is room for in one place.
    """

    chosen = Signal(str)
    opened = Signal(tuple)
    placed = Signal(str, int, float, bool)
    reset_wanted = Signal(str)

    keys = (
        KeyAct("Down Right", marked("In the picture: the next action"), lambda picture, _: picture.choose(1)),
        KeyAct("Up Left", marked("In the picture: the action before"), lambda picture, _: picture.choose(-1)),
        KeyAct(
            "Shift+Up Shift+Down",
            marked("In the picture: more impact, less"),
            lambda picture, n: picture.shift((IMPACT_STEP, -IMPACT_STEP)[n], 0),
        ),
        KeyAct(
            "Shift+Right Shift+Left",
            marked("In the picture: more days, fewer"),
            lambda picture, n: picture.shift(0, (DAYS_STEP, -DAYS_STEP)[n]),
        ),
        KeyAct("Backspace", marked("In the picture: put the action back"), lambda picture, _: picture.put_back()),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Placed, ...] = ()
        self._chosen, self._dragged = "", ""
        self._pressed: Spot | None = None
        self._theme: Theme | None = None
        self._most = FEWEST_DAYS_SHOWN
        """Days at the right edge."""
        self._lowest, self._highest = 0.0, 100.0
        """Impact at both ends."""
        self._placed: tuple[object, list[Spot]] | None = None
        """Where the marks stand, and what that was worked out from."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(gettext("Impact against effort"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_marks(self, marks: Sequence[Placed], chosen: str, theme: Theme) -> None:
        """Shows these actions; `chosen` is the key of one of them, or empty."""
        self._marks, self._chosen, self._theme = tuple(marks), chosen, theme
        if not self._dragged:  # the ground stands still under the hand
            self._reach()
        mark = self._mark(chosen)
        text = gettext("{0}: impact {1} of 100, {2} days")
        self.setAccessibleDescription(
            text.format(f"{mark.number}  {mark.title}", mark.impact, with_marks(f"{mark.days:g}", spoken()))
            if mark
            else ""
        )
        self.update()

    def _reach(self) -> None:
        """The plane is as large as the actions need, and a little on either side of them."""
        impacts = [mark.impact for mark in self._marks]
        self._most = max([FEWEST_DAYS_SHOWN, *(mark.days for mark in self._marks)])
        self._lowest = min([MIDDLE - REACH, *impacts]) - AROUND
        self._highest = max([MIDDLE + REACH, *impacts]) + AROUND

    def sizeHint(self) -> QSize:
        return QSize(480, 420)

    def minimumSizeHint(self) -> QSize:
        """So wide that the names of two quarters stand side by side."""
        line, metrics = self._line(), QFontMetricsF(sized(self.font(), "body", bold=True, serif=True))
        names = max(metrics.horizontalAdvance(one + other) for one, other in _quarters())
        return QSize(max(320, round(names + line * (LEFT + RIGHT + APART)) + 1), 280)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = spot = self._spot_at(event.position())
        if spot is not None and (mark := self._on_top(spot)):
            self._dragged = mark.key
            self.chosen.emit(mark.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._drop(event.position(), more=True)
        else:
            spot = self._spot_at(event.position())
            self.setToolTip(as_tip(self._told(spot) if spot else ""))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark, self._dragged = self._mark(self._dragged), ""
        pressed, self._pressed = self._pressed, None
        if mark is not None and hypot(*self._away(mark, event.position())) > self._radius() / 2:
            self._dragged = mark.key
            self._drop(event.position(), more=False)
            self._dragged = ""
        elif pressed is not None and pressed.piled:
            self.opened.emit(tuple(self._marks[n] for n in pressed.marks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed(self, self.keys, event):
            super().keyPressEvent(event)

    def shift(self, impact: int, days: float) -> bool:
        """Places the chosen action so much higher, and so much further out."""
        if mark := self._mark(self._chosen):
            place = min(max(mark.impact + impact, 0), 100), max(mark.days + days, LEAST_DAYS)
            self.placed.emit(mark.key, *place, False)
        return mark is not None

    def choose(self, steps: int) -> bool:
        """Another action: the one that comes next (1), or before (-1)."""
        keys = [mark.key for mark in self._marks]
        if not keys:
            return False
        place = keys.index(self._chosen) + steps if self._chosen in keys else 0
        self.chosen.emit(keys[min(max(place, 0), len(keys) - 1)])
        return True

    def put_back(self) -> bool:
        """The chosen action goes where it follows from what calls for it."""
        if mark := self._mark(self._chosen):
            self.reset_wanted.emit(mark.key)
        return mark is not None

    def _mark(self, key: str) -> Placed | None:
        return next((m for m in self._marks if m.key == key), None)

    def piled(self) -> tuple[Placed, ...]:
        """What lies in one place with the chosen action, or where that lies alone, in the place that holds most."""
        piles = [spot.marks for spot in self._spots() if spot.piled]
        found = max(piles, key=lambda marks: (self._holds(marks, self._chosen), len(marks)), default=())
        return tuple(self._marks[n] for n in found)

    def _holds(self, marks: tuple[int, ...], key: str) -> bool:
        return any(self._marks[n].key == key for n in marks)

    def _spot_at(self, point: QPointF) -> Spot | None:
        near = {hypot(at.x() - point.x(), at.y() - point.y()): spot for at, spot in self._by_place()}
        nearest = min(near, default=1e9)
        return near[nearest] if nearest <= self._radius() * 1.2 else None

    def _on_top(self, spot: Spot) -> Placed | None:
        """The action that is drawn there: of several the chosen one, or none."""
        return next((self._marks[n] for n in spot.marks if not spot.piled or self._marks[n].key == self._chosen), None)

    def _told(self, spot: Spot) -> str:
        """What lies there, in words."""
        mark = None if spot.piled else self._on_top(spot)
        return f"{mark.number}  {mark.title}" if mark else in_one_place(len(spot.marks))

    def _away(self, mark: Placed, point: QPointF) -> tuple[float, float]:
        at = self._centres()[self._marks.index(mark)]
        return at.x() - point.x(), at.y() - point.y()

    def _drop(self, point: QPointF, more: bool) -> None:
        area = self._area()
        share = (area.bottom() - point.y()) / area.height()
        impact = round(self._lowest + (self._highest - self._lowest) * share)
        share = max((point.x() - area.left()) / area.width(), 0)
        days = round(2 * share * share * self._most) / 2
        self.placed.emit(self._dragged, min(max(impact, 0), 100), min(max(days, LEAST_DAYS), self._most), more)

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _radius(self) -> float:
        return self._line() * 0.72

    def _area(self) -> QRectF:
        line = self._line()
        return QRectF(self.rect()).adjusted(line * LEFT, line * 2, -line * RIGHT, -line * 2.6)

    def _point(self, impact: float, days: float) -> QPointF:
        area, most = self._area(), self._most
        x = area.left() + area.width() * sqrt(min(days, most) / most)
        share = (impact - self._lowest) / (self._highest - self._lowest)
        return QPointF(x, area.bottom() - area.height() * share)

    def _centres(self) -> list[QPointF]:
        """Where each mark stands."""
        places = {n: at for at, spot in self._by_place() for n in spot.marks}
        return [places[n] for n in range(len(self._marks))]

    def _by_place(self) -> list[tuple[QPointF, Spot]]:
        return [(QPointF(*spot.at), spot) for spot in self._spots()]

    def _spots(self) -> list[Spot]:
        """What would lie on another moves a little aside, the first one stays where it is; of too many the rest is
        counted.
        """
        area, radius = self._area(), self._radius()
        drawn_for = (self._marks, area, radius)
        if self._placed is None or self._placed[0] != drawn_for:
            wanted = (self._point(mark.impact, mark.days).toTuple() for mark in self._marks)
            parted = self._point(MIDDLE, WEEKS).toTuple()
            self._placed = (drawn_for, spots_of(wanted, radius * 2.1, area.right(), parted))
        return self._placed[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, self._theme)
            self._paint_marks(MarkPainter(painter, self._theme, self.font(), self._radius()))

    def _paint_marks(self, painter: MarkPainter) -> None:
        """The chosen one over the others."""
        last = [(at, spot) for at, spot in self._by_place() if self._holds(spot.marks, self._chosen)]
        for at, spot in (*self._by_place(), *last):
            if (mark := self._on_top(spot)) is None:
                painter.pile(len(spot.marks), at)
                continue
            painter.mark(mark, at, chosen=mark.key == self._chosen)
            if spot.piled:
                painter.beside(len(spot.marks) - 1, at)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        area, line = self._area(), self._line()
        shown = [impact for impact in IMPACTS if self._lowest < impact < self._highest]
        for impact in shown:
            y = self._point(impact, LEAST_DAYS).y()
            painter.setPen(QPen(QColor(theme.rule if impact == MIDDLE else theme.hair), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            box = QRectF(0, y - line / 2, area.left() - line * 0.5, line)
            painter.setPen(QColor(theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(impact))
        painter.setPen(QPen(QColor(theme.rule), 1))
        weeks = self._point(0, WEEKS).x()
        painter.drawLine(QPointF(weeks, area.top()), QPointF(weeks, area.bottom()))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(theme.muted))
        for days in (tick for tick in TICKS if tick <= self._most):
            box = QRectF(self._point(0, days).x() - line * 2, area.bottom() + line * 0.3, line * 4, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(days))
        foot = QRectF(area.left(), area.bottom() + line * 1.4, area.width(), line)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, gettext("Effort, days →"))
        head = QRectF(area.left(), 0, area.width(), line)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, gettext("↑ Impact"))
        self._paint_names(painter, theme)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        """What each quarter of the plane means, in its outer corner."""
        area, line = self._area(), self._line()
        painter.setPen(QColor(theme.muted))
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        names = _quarters()
        room = area.width() - line * APART
        large = sized(self.font(), "lead", bold=True, serif=True)
        fits = max(QFontMetricsF(large).horizontalAdvance(one + other) for one, other in names) <= room
        painter.setFont(large if fits else sized(self.font(), "body", bold=True, serif=True))
        for pair, top in zip(names, (area.top(), area.bottom() - line * 1.6), strict=True):
            for name, side in zip(pair, sides, strict=True):
                place = QRectF(area.left() + line * 0.4, top, area.width() - line * 0.8, line * 1.6)
                painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(self.font())
