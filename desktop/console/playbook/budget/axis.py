"""What the pilot cost and what is planned, on one line of money, and where production usually lies."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.view_models.room.entries import RoomSum
from desktop.view_models.room.pages import RoomBudget
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext, spoken
from models.method.rules import ProductionCost
from models.values.numbers import shown_number, tidy

HIGH, NAMES, FIELD = 116, 104, 20
"""Pixels of the picture, of the names at its left, and above the field of what is usual, at a scale of 1."""
PILOT, PLAN, UNDER = 44, 83, 103
"""The middles of the rows from above, and of the likely sum under the plan."""
BAR, DOT, END = 12, 7, 6
GAP = 10
"""Pixels between a mark and its figure."""
_LEFT, _RIGHT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class BudgetAxis(QWidget):
    """Drawn from what the room is shown. It is as wide as the page."""

    def __init__(self, rule: ProductionCost | None) -> None:
        super().__init__()
        self._page: RoomBudget | None = None
        self._theme: Theme | None = None
        self._times = tuple(shown_number(tidy(t), spoken()) for t in (rule.low, rule.high)) if rule else ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(gettext("Budget"))

    def show_budget(self, page: RoomBudget, theme: Theme) -> None:
        """The budget as it stands."""
        self._page, self._theme = page, theme
        self.setAccessibleDescription(". ".join(filter(None, (page.title, page.lead, page.usual_words))))
        self.setVisible(bool(page.scale))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, scaled(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        page, theme = self._page, self._theme
        if page is None or theme is None or not page.scale:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if page.usual:
                self._paint_usual(painter, page.usual, theme)
            painter.setPen(QPen(QColor(theme.rule), 1))
            painter.drawLine(QLineF(self._left + 0.5, self._px(FIELD), self._left + 0.5, self.height()))
            if page.pilot:
                self._paint_pilot(painter, page.pilot, theme)
            if page.plan:
                self._paint_plan(painter, page.plan, theme)

    @property
    def _left(self) -> float:
        return float(self._px(NAMES))

    def _x(self, amount: Decimal) -> float:
        """How far from the left a sum stands."""
        most = self._page.scale[-1].amount if self._page and self._page.scale else Decimal(1)
        return self._left + float(amount / most) * (self.width() - self._left - 1)

    def _px(self, pixels: float) -> int:
        return scaled(self, pixels)

    def _paint_usual(self, painter: QPainter, usual: tuple[RoomSum, RoomSum], theme: Theme) -> None:
        start, end = (self._x(bound.amount) for bound in usual)
        top = self._px(FIELD)
        painter.fillRect(QRectF(start, top, end - start, self.height() - top), QColor(theme.levels[0]))
        painter.setPen(QPen(QColor(theme.accent), 1))
        for edge in (start, end):
            painter.drawLine(QLineF(edge, top, edge, self.height()))
        text = gettext("{times} times {amount}")
        said = [text.format(times=t, amount=bound.text) for t, bound in zip(self._times, usual, strict=True)]
        painter.setFont(sized(self.font(), "caption", bold=True))
        wide = [painter.fontMetrics().horizontalAdvance(part) for part in said]
        painter.setPen(QColor(theme.ink))
        crowded = sum(wide) + 2 * GAP > end - start
        first = max(start - wide[0] - GAP, 0.0) if crowded else start
        painter.drawText(QRectF(first, 0, wide[0] + 1, top), int(_LEFT), said[0])
        last = min(start + GAP, self.width() - wide[1] - 1) if crowded else end - wide[1] - 1
        painter.drawText(QRectF(last, 0, wide[1] + 1, top), int(_LEFT), said[1])

    def _paint_pilot(self, painter: QPainter, pilot: RoomSum, theme: Theme) -> None:
        self._name(painter, gettext("The pilot"), PILOT, theme)
        end, high, middle = self._x(pilot.amount), self._px(BAR), self._px(PILOT)
        painter.fillRect(QRectF(self._left, middle - high / 2, end - self._left, high), QColor(theme.faint))
        self._figure(painter, pilot.text, end + GAP, PILOT, theme)

    def _paint_plan(self, painter: QPainter, plan: tuple[RoomSum, RoomSum, RoomSum], theme: Theme) -> None:
        self._name(painter, gettext("This plan"), PLAN, theme)
        low, likely, high = (self._x(found.amount) for found in plan)
        middle, end = self._px(PLAN), self._px(END)
        painter.setPen(QPen(QColor(theme.ink), 2))
        if high > low:
            painter.drawLine(QLineF(low, middle, high, middle))
            for edge in (low, high):
                painter.drawLine(QLineF(edge, middle - end, edge, middle + end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(QPointF(likely, middle), self._px(DOT), self._px(DOT))
        taken = 0.0
        if high > low:
            taken = self._figure(
                painter, gettext("low {amount}").format(amount=plan[0].text), low - GAP, PLAN, theme, end=True
            )
            self._figure(painter, gettext("{amount} high").format(amount=plan[2].text), high + GAP, PLAN, theme)
        painter.setFont(sized(self.font(), "body", bold=True))
        painter.setPen(QColor(theme.ink))
        half = painter.fontMetrics().horizontalAdvance(plan[1].text) / 2 + 1
        at = min(max(likely, self._left + half), self.width() - half)
        usual = self._page.usual if self._page else None
        for edge in (self._x(bound.amount) for bound in usual or ()):
            if abs(at - edge) < half:  # no line runs through the figure
                at = edge + (half + GAP / 2) * (-1 if likely < edge else 1)
        at = max(at, taken + half)  # below the line the low figure may stand where there was no room beside it
        high_ = painter.fontMetrics().height()
        painter.drawText(QRectF(at - half, self._px(UNDER) - high_ / 2, 2 * half, high_), int(_CENTRE), plan[1].text)

    def _name(self, painter: QPainter, text: str, middle: int, theme: Theme) -> None:
        painter.setFont(sized(self.font(), "caption", bold=True))
        painter.setPen(QColor(theme.muted))
        high = painter.fontMetrics().height()
        painter.drawText(QRectF(0, self._px(middle) - high / 2, self._left - 4, high), int(_LEFT), text)

    def _figure(
        self, painter: QPainter, text: str, at: float, middle: int, theme: Theme, *, end: bool = False
    ) -> float:
        """Right of a mark, or where it is asked to end there, left of it; below the line where it has no room.

        Gives where it ends there, with a gap; 0 beside the mark.
        """
        painter.setFont(sized(self.font(), "body"))
        painter.setPen(QColor(theme.ink))
        wide, high = painter.fontMetrics().horizontalAdvance(text) + 1, painter.fontMetrics().height()
        left = at - wide if end else at
        if left < self._left or left + wide > self.width():
            left = min(max(left, self._left + 2), self.width() - wide)
            middle = UNDER
        painter.drawText(QRectF(left, self._px(middle) - high / 2, wide, high), int(_LEFT), text)
        return left + wide + GAP if middle == UNDER else 0.0
