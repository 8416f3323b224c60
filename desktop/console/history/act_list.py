"""The acts of an engagement under the days on which they were done."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from desktop.theme import Theme
from desktop.view_models.past.saying import act_text, day_text
from desktop.widgets.parts.rows import Index, RowDelegate, paint_line, paint_row, stands_out
from desktop.widgets.parts.scale import sized
from desktop.words import gettext, ngettext
from models.engagement.library_entry import HistoryEntry

ROW = Qt.ItemDataRole.UserRole
HIGH = 2.0
"""Lines of type that a row takes."""
WHO = 0.22
"""Of the row's width, for who did it, at most."""
NEAR_THE_END = 300
"""Pixels from the end of what is read at which more is asked for."""
_MOVING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})
_NONE = Qt.KeyboardModifier.NoModifier
Row = HistoryEntry | tuple[str, int]
"""An act; or a day, and how many acts of it are shown."""


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, acts: list[HistoryEntry]) -> None:
        today = datetime.now(UTC).astimezone().date()
        self.beginResetModel()
        self.rows = []
        for day, done in groupby(acts, key=lambda act: act.when.astimezone().date()):
            of_day = list(done)
            self.rows += [(day_text(day, today), len(of_day)), *of_day]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], tuple):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row[0] if isinstance(row, tuple) else f"{row.when.astimezone():%H:%M} {act_text(row)}, {row.who}"
        return None


class _Delegate(RowDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme, area = index.data(ROW), self.theme, option.rect
        painter.save()
        if isinstance(row, tuple):
            self._day(painter, area, option.font, row)
            painter.restore()
            return
        chosen, hovered = stands_out(option)
        paint_row(painter, area, theme, chosen=chosen, hovered=hovered)
        line = option.fontMetrics.height()
        text = area.adjusted(line, 0, -line // 2, 0)
        who, name = QRect(text), QFontMetrics(option.font).horizontalAdvance(row.who)
        who.setLeft(text.right() - min(name + 4, round(text.width() * WHO)))
        time = QRect(text.left(), text.top(), line * 3, text.height())
        what = QRect(time.right(), text.top(), who.left() - time.right() - line, text.height())
        paint_line(painter, time, option.font, theme.muted, f"{row.when.astimezone():%H:%M}")
        bold = sized(option.font, "body", bold=chosen)
        paint_line(painter, what, bold, theme.ink, act_text(row))
        paint_line(painter, who, option.font, theme.muted, row.who, right=True)
        painter.restore()

    def _day(self, painter: QPainter, area: QRect, font: QFont, row: tuple[str, int]) -> None:
        day, count = row
        line = QFontMetrics(font).height()
        text = area.adjusted(line, 0, -line // 2, 0)
        bold = sized(font, "body", bold=True)
        paint_line(painter, text, bold, self.theme.ink, day)
        beside = text.adjusted(QFontMetrics(bold).horizontalAdvance(day) + line // 2, 0, 0, 0)
        counted = ngettext("{n} act", "{n} acts", count).format(n=count)
        paint_line(painter, beside, sized(font, "caption"), self.theme.muted, counted)
        painter.setPen(QColor(self.theme.rule))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


class ActList(QListView):
    """`chosen` carries the act that is chosen, `end_neared` asks for more."""

    chosen = Signal(object)
    end_neared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(gettext("What was done"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._rows = _Rows()
        self.setModel(self._rows)
        self.show_theme(theme)
        self.selectionModel().currentChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the list's; all else is the page's."""
        if event.key() in _MOVING and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self.setItemDelegate(_Delegate(theme, HIGH, self))

    def show_acts(self, acts: list[HistoryEntry], chosen: HistoryEntry | None) -> None:
        """Shows these, with the one that was chosen where it is still among them, else the newest."""
        place = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._rows.show(acts)
        self.selectionModel().blockSignals(False)
        wanted = chosen.id if chosen else None
        found = [n for n, row in enumerate(self._rows.rows) if isinstance(row, HistoryEntry)]
        row = next((n for n in found if self._id(n) == wanted), found[0] if found else None)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row))
        self.verticalScrollBar().setValue(place)

    def _id(self, number: int) -> int | None:
        row = self._rows.rows[number]
        return row.id if isinstance(row, HistoryEntry) else None

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        row = self._rows.rows[current.row()] if current.isValid() else None
        if isinstance(row, HistoryEntry):
            self.chosen.emit(row)
        elif row is not None:
            self._pass_the_day(current.row(), 1 if before.row() < current.row() else -1)

    def _pass_the_day(self, number: int, step: int) -> None:
        """The arrows go from act to act; above the first day there is none."""
        beside = number + step if 0 <= number + step < len(self._rows.rows) else number + 1
        self.setCurrentIndex(self._rows.index(beside))

    def _scrolled(self, value: int) -> None:
        if value > self.verticalScrollBar().maximum() - NEAR_THE_END:
            self.end_neared.emit()
