"""The warning signs as numbered dots: the level to the right, agreement upwards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.words import gettext, spoken
from models.diagnosis.voting import LEVELS
from models.method.rules import AgreementRule
from models.values.numbers import with_marks

WITHIN = 8
"""Pixels between a field's edge and its name in it."""
ROUNDED = 0.01
"""Pixels by which a distance may be off."""


@dataclass(frozen=True)
class Dot:
    """One warning sign that has a level and an agreement."""

    sign_id: str
    number: int
    title: str
    level: float
    """0 to 3."""
    consensus: float
    """0 to 1."""


class AgreementMap(QWidget):
    """`chosen` carries the id of the sign whose dot was pressed. The lists beside it say the same in words."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: tuple[Dot, ...] = ()
        self._rule = AgreementRule()
        self._theme: Theme | None = None
        self._names: tuple[str, str, str] = (gettext("In good order, or early"), gettext("A problem"), gettext("Split"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(gettext("Map of level and agreement"))

    def show_dots(self, dots: tuple[Dot, ...], rule: AgreementRule, theme: Theme) -> None:
        """Shows the signs that were voted on, in the fields that the rule gives."""
        self._dots, self._rule, self._theme = dots, rule, theme
        texts = (with_marks(f"{dot.number}: {dot.level:.1f}, {dot.consensus:.2f}", spoken()) for dot in dots)
        self.setAccessibleDescription("; ".join(texts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, round(self.fontMetrics().height() * 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def places(self) -> list[tuple[Dot, QPointF]]:
        """Where each dot stands; those that would lie upon another stand beside it, in the same field."""
        found: list[tuple[Dot, QPointF]] = []
        for dot in self._dots:
            found.append((dot, self._free_place(dot, [place for _, place in found])))
        return found

    def _free_place(self, dot: Dot, taken: list[QPointF]) -> QPointF:
        """The nearest one in its row, or in a row of its field; where that is full, upon the others."""
        field, side = self._field(), self._side()
        at = QPointF(self._x(dot.level, field), field.bottom() - dot.consensus * field.height())
        left, right, top, bottom = self._own_field(dot, field)
        near = side - ROUNDED
        steps = sorted(range(-len(taken), len(taken) + 1), key=abs)
        for down in steps:
            for across in steps:
                place = at + QPointF(across * side, down * side)
                apart = all(abs(place.x() - p.x()) >= near or abs(place.y() - p.y()) >= near for p in taken)
                if apart and left <= place.x() <= right and top <= place.y() <= bottom:
                    return place
        return at

    def _own_field(self, dot: Dot, field: QRectF) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of where a dot may stand: it must not seem to be what it is not."""
        border, middle = field.bottom() - self._rule.agreed * field.height(), self._x(self._rule.problem, field)
        if dot.consensus < self._rule.agreed:
            return field.left(), field.right(), min(border + 1, field.bottom()), field.bottom()
        if dot.level < self._rule.problem:
            return field.left(), middle - 1, field.top(), border
        return middle, field.right(), field.top(), border

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_field(painter, self._theme)
            for dot, place in self.places():
                self._paint_dot(painter, dot, place, self._theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        dot = self._dot_at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if dot else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), dot.title if dot else "", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if dot := self._dot_at(event):
            self.chosen.emit(dot.sign_id)

    def _dot_at(self, event: QMouseEvent) -> Dot | None:
        half, point = self._side() / 2, event.position()
        for dot, place in self.places():
            if abs(place.x() - point.x()) <= half and abs(place.y() - point.y()) <= half:
                return dot
        return None

    def _side(self) -> float:
        return self.fontMetrics().height() * 1.45

    def _field(self) -> QRectF:
        """The area of the dots' middles."""
        side, line = self._side(), self.fontMetrics().height() * 1.4
        return QRectF(self.rect()).adjusted(side, line + side * 0.7, -side, -line - side * 0.7)

    def _x(self, level: float, field: QRectF) -> float:
        return field.left() + level / (LEVELS - 1) * field.width()

    def _paint_field(self, painter: QPainter, theme: Theme) -> None:
        field, side, line = self._field(), self._side(), self.fontMetrics().height() * 1.4
        frame = field.adjusted(-side * 0.7, -side * 0.7, side * 0.7, side * 0.7)
        split = field.bottom() - self._rule.agreed * field.height()
        middle = self._x(self._rule.problem, field)
        painter.fillRect(frame, QColor(theme.surface))
        painter.fillRect(QRectF(frame.left(), split, frame.width(), frame.bottom() - split), QColor(theme.soft))
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.drawRect(frame)
        painter.drawLine(QPointF(middle, frame.top()), QPointF(middle, split))
        painter.setPen(QColor(theme.muted))
        fine, problem, torn = self._names
        above = QRectF(frame.left(), frame.top() - line, frame.width(), line)
        below = QRectF(frame.left(), frame.bottom(), frame.width(), line)
        within = QRectF(frame.left(), frame.bottom() - line, frame.width(), line).adjusted(WITHIN, 0, 0, 0)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(above, left, fine)
        painter.drawText(above.adjusted(middle - frame.left(), 0, 0, 0), left, problem)
        painter.drawText(within, left, torn)
        painter.drawText(within.translated(0, frame.top() - within.top()), left, gettext("↑ Agreement"))
        painter.drawText(below, left, gettext("level 0"))
        painter.drawText(below, right, gettext("level 3"))

    def _paint_dot(self, painter: QPainter, dot: Dot, place: QPointF, theme: Theme) -> None:
        side = self._side() * 0.94
        box = QRectF(place.x() - side / 2, place.y() - side / 2, side, side)
        problem = dot.level >= self._rule.problem
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.accent if problem else theme.surface))
        painter.drawEllipse(box)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent_ink if problem else theme.ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(dot.number))
        painter.setFont(self.font())
