"""The rows of the budget that nothing is typed in: the heads, a group for each kind of cost, and the total."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.console.playbook.budget.columns import boxes_of, share_title
from desktop.console.playbook.register_model import OUT
from desktop.system.long_text import breakable
from desktop.theme import Theme
from desktop.view_models.playbook.sheet import Place
from desktop.view_models.session import EngagementSession
from desktop.widgets.key_meaning import is_enter
from desktop.widgets.parts.bars import paint_bar
from desktop.widgets.parts.by_width import HighByWidth
from desktop.widgets.parts.icons import icon_side, paint_icon
from desktop.widgets.parts.rows import as_far
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext, ngettext, spoken
from models.playbook.budget import Budget, CostKind, Range
from models.values.money import shown_money
from models.values.numbers import shown_percent

HIGH, TOTAL, BAR, ASKED = 32, 40, 8, 44
"""Pixels of a group, of the total, of the bar of a share, and of the heads, at a scale of 1."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
_WRAP = int(Qt.TextFlag.TextWordWrap | _MIDDLE)
TALL = 10_000
UNDER = 7
"""Pixels under the heads of the columns."""
WIDEST_SHARE = 0.66
"""Of its column, for the bar of the largest kind."""


class CostHeads(HighByWidth, QWidget):
    """What is asked for the group that is open, and what stands in the columns."""

    def __init__(self, places: tuple[Place, ...], theme: Theme) -> None:
        super().__init__()
        self._places, self._theme, self._asked = places, theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def ask(self, asked: str, theme: Theme) -> None:
        """Shows what is asked."""
        self._asked, self._theme = asked, theme
        self.setAccessibleName(asked)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two lines whatever is asked, so that nothing moves as another group is opened; more where needed."""
        metrics = QFontMetrics(sized(self.font(), "caption", bold=True))
        boxes = zip(boxes_of(self, self._places), self._titles(), strict=True)
        tall = [metrics.boundingRect(QRect(0, 0, box.width(), TALL), _WRAP, title).height() for box, title in boxes]
        return QSize(240, max(scaled(self, ASKED), *(high + 2 * UNDER for high in tall)))

    def _titles(self) -> list[str]:
        return [self._asked, *(place.title for place in self._places[1:-1]), share_title()]

    def paintEvent(self, event: QPaintEvent) -> None:
        boxes, bottom, titles = boxes_of(self, self._places), self.height() - 1, self._titles()
        with QPainter(self) as painter:
            painter.setFont(sized(self.font(), "caption", bold=True))
            painter.setPen(QColor(self._theme.muted))
            for number, (box, title) in enumerate(zip(boxes, titles, strict=True)):
                side = _RIGHT if 0 < number < len(boxes) - 1 else Qt.AlignmentFlag.AlignLeft
                flags = int(Qt.TextFlag.TextWordWrap | side | Qt.AlignmentFlag.AlignBottom)
                painter.drawText(box.adjusted(0, 0, 0, -UNDER), flags, breakable(title))
            painter.setPen(QColor(self._theme.ink))
            painter.drawLine(OUT, bottom, self.width() - OUT - 1, bottom)


class CostGroup(QAbstractButton):
    """Pressed, it opens. It is checked while it is open."""

    def __init__(self, places: tuple[Place, ...], theme: Theme) -> None:
        super().__init__()
        self._places, self._theme = places, theme
        self._kind: CostKind | None = None
        self._texts: tuple[str, str, str] = ("", "", "")
        self._share = self._wide = 0.0
        """Of the likely sum, and beside the largest kind."""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_kind(self, found: Budget, kind: CostKind, session: EngagementSession, theme: Theme) -> None:
        """What this kind of cost comes to."""
        self._kind, self._theme = kind, theme
        self._texts = figures(kind.first_year, session) if kind.lines else ("", "", "")
        self._share = float(found.share(kind))
        self._wide = self._share / max(*(float(found.share(other)) for other in found.kinds), self._share or 1e-9)
        low, likely, high = self._texts
        text = gettext("{likely}, from {low} to {high}, {share} of the sum")
        told = text.format(likely=likely, low=low, high=high, share=self._percent())
        self.setAccessibleName(kind.title)
        self.setAccessibleDescription(", ".join(filter(None, (_count(kind), told if kind.lines else ""))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, scaled(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        kind, theme = self._kind, self._theme
        if kind is None:
            return
        first, *money, last = boxes_of(self, self._places)
        with QPainter(self) as painter:
            if self.underMouse() and not self.isChecked():
                painter.fillRect(self.rect(), QColor(theme.soft))
            self._paint_name(painter, first, kind)
            weights = ((theme.muted, False), (theme.ink, True), (theme.muted, False))
            for box, text, (ink, bold) in zip(money, self._texts, weights, strict=True):
                painter.setFont(sized(self.font(), "body", bold=bold))
                painter.setPen(QColor(ink))
                painter.drawText(box, int(_RIGHT | _MIDDLE), text)
            if kind.lines:
                self._paint_share(painter, last)
            painter.setPen(QColor(theme.hair))
            if not self.isChecked():
                painter.drawLine(OUT, self.height() - 1, self.width() - OUT - 1, self.height() - 1)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRoundedRect(self.rect().adjusted(OUT - 8, 1, 8 - OUT, -1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_name(self, painter: QPainter, box: QRect, kind: CostKind) -> None:
        theme, side = self._theme, icon_side(self)
        middle = QRectF(box.left() - 3, (self.height() - side) / 2, side, side)
        paint_icon(painter, "down" if self.isChecked() else "right", middle, theme.ink, theme.background)
        box = box.adjusted(side + 5, 0, 0, 0)
        painter.setFont(sized(self.font(), "body", bold=True))
        metrics = painter.fontMetrics()
        caption = sized(self.font(), "caption")
        name = as_far(kind.title, max(box.width(), 40), metrics)
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, int(_MIDDLE), name)
        count, left = _count(kind), metrics.horizontalAdvance(name) + 8
        if left + QFontMetrics(caption).horizontalAdvance(count) <= box.width():
            painter.setFont(caption)
            painter.setPen(QColor(theme.muted))
            painter.drawText(box.adjusted(left, 0, 0, 0), int(_MIDDLE), count)

    def _paint_share(self, painter: QPainter, box: QRect) -> None:
        theme, high = self._theme, scaled(self, BAR)
        width = max(box.width() * WIDEST_SHARE * self._wide, high)
        bar = QRectF(box.left(), (self.height() - high) / 2, width, high)
        paint_bar(painter, bar, 1.0, theme.levels[1], theme.levels[1])
        painter.setFont(sized(self.font(), "caption"))
        painter.setPen(QColor(theme.muted))
        beside = QRect(QPoint(round(bar.right()) + 10, 0), QSize(box.width(), self.height()))
        painter.drawText(beside, int(_MIDDLE), self._percent())

    def _percent(self) -> str:
        return shown_percent(Decimal(round(self._share * 100)), spoken())


class CostTotal(HighByWidth, QWidget):
    """What all of it comes to until the end of the first year, under a line of ink."""

    def __init__(self, places: tuple[Place, ...], theme: Theme) -> None:
        super().__init__()
        self._places, self._theme = places, theme
        self._texts: tuple[str, str, str] = ("", "", "")
        self._parts = ""
        self.ask_by_width()
        self.setAccessibleName(gettext("To the end of the first year"))

    def show_total(self, found: Budget, session: EngagementSession, theme: Theme) -> None:
        """The budget as it stands."""
        self._theme = theme
        planned = any(kind.lines for kind in found.kinds)
        self._texts = figures(found.first_year, session) if planned else ("", "", "")
        self._parts = _once_and_a_year(found, session)
        self.setAccessibleDescription(f"{self._texts[1]}, {self._parts}")
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as what stands in the last column needs."""
        box = boxes_of(self, self._places, width)[-1]
        metrics = QFontMetrics(sized(self.font(), "caption"))
        tall = metrics.boundingRect(QRect(0, 0, box.width(), TALL), _WRAP, self._parts).height()
        return max(scaled(self, TOTAL), tall + 12)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        first, *money, last = boxes_of(self, self._places)
        with QPainter(self) as painter:
            painter.setPen(QColor(theme.ink))
            painter.drawLine(OUT, 0, self.width() - OUT - 1, 0)
            painter.setFont(sized(self.font(), "body", bold=True))
            painter.drawText(first, int(_MIDDLE), self.accessibleName())
            for number, (box, text) in enumerate(zip(money, self._texts, strict=True)):
                painter.setFont(sized(self.font(), "body", bold=number == 1))
                painter.setPen(QColor(theme.ink if number == 1 else theme.muted))
                painter.drawText(box, int(_RIGHT | _MIDDLE), text)
            painter.setFont(sized(self.font(), "caption"))
            painter.setPen(QColor(theme.muted))
            painter.drawText(last, _WRAP, self._parts)


def figures(amount: Range, session: EngagementSession) -> tuple[str, str, str]:
    """Low, likely and high, without the currency's sign."""
    return (_figure(amount.low, session), _figure(amount.likely, session), _figure(amount.high, session))


def _figure(amount: Decimal, session: EngagementSession) -> str:
    return shown_money(amount, "", session.words).strip()


def _count(kind: CostKind) -> str:
    """How many lines there are, and whether all of it comes every year."""
    if not kind.lines:
        return gettext("nothing yet")
    text = ngettext("{n} line", "{n} lines", len(kind.lines))
    if all(line.yearly for line in kind.lines):
        text = ngettext("{n} line, a year", "{n} lines, a year", len(kind.lines))
    return text.format(n=len(kind.lines))


def _once_and_a_year(found: Budget, session: EngagementSession) -> str:
    once, yearly = found.one_off.likely, found.yearly.likely
    if not once and not yearly:
        return ""
    if not yearly:
        return gettext("all of it once")
    if not once:
        return gettext("all of it every year")
    text = gettext("once {once}, then {yearly} a year")
    return text.format(once=_figure(once, session), yearly=_figure(yearly, session))
