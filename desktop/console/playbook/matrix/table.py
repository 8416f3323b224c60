"""A responsibility matrix: of more people than find room some stand in it, and the keys go on to the others."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.console.playbook.matrix.head import MatrixHead
from desktop.console.playbook.matrix.promise_card import PromiseCard
from desktop.console.playbook.register_fit import Across
from desktop.console.playbook.register_model import Index
from desktop.console.playbook.register_table import RegisterTable
from desktop.theme import Theme
from desktop.view_models.playbook.matrix_sheet import MatrixSheet
from models.engagement.engagement import Record
from models.method.method import PlaybookItem

_ON, _BACK = QAbstractItemView.CursorAction.MoveRight, QAbstractItemView.CursorAction.MoveLeft
LEAST = 44
"""Pixels of a line at a scale of 1."""


class MatrixTable(RegisterTable):
    """`crossed`: other people stand in it now, or more or fewer of them."""

    HEAD = MatrixHead
    crossed = Signal()
    sheet: MatrixSheet
    head: MatrixHead

    def __init__(self, sheet: MatrixSheet, theme: Theme, items: tuple[PlaybookItem, ...] = ()) -> None:
        self._card: PromiseCard | None = None
        super().__init__(sheet, theme, items)
        self._cells.least = LEAST

    @property
    def across(self) -> Across:
        """Which people stand in it."""
        return self._fit.across

    def go_across(self, pages: int) -> None:
        """To the people before or after those who stand in it."""
        if self._fit.go_across(pages * (self.across.last - self.across.first)):
            self.crossed.emit()

    def follow(self, kinds: frozenset[type[Record]]) -> None:
        super().follow(kinds)
        self._fit.fit_all()
        self._offer()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right go on to the people for whom there is no room."""
        at, steps = self.currentIndex(), {_ON: 1, _BACK: -1}.get(action, 0)
        beside = at.siblingAtColumn(at.column() + steps)
        if steps and beside.isValid() and self.isColumnHidden(beside.column()):
            self._bring_across(beside.column())
            return beside
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        QTimer.singleShot(0, self, self._offer)  # once the lines have their places

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._offer)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._card is not None:
            self._card.hide()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.crossed.emit()

    def _offer(self) -> None:
        """Over the line below: that whoever the keyboard is at could answer for a task that nobody answers for."""
        at, written = self.currentIndex(), self.hasFocus()
        here = at.column() if written and at.column() > 0 else -1
        if here != self.head.here:
            self.head.here = here
            self.head.viewport().update()
        offer = self.sheet.offer(at.row(), at.column()) if here > 0 and self.isVisible() else None
        if self._card is None and offer is not None:
            self._card = PromiseCard(self._around())
        if self._card is not None:
            cell = QRect(self.visualRect(at))
            place = QRectF(self.viewport().mapTo(self._around(), cell.topLeft()), QRectF(cell).size())
            self._card.show_offer(offer, place)

    def _around(self) -> QWidget:
        """The form that the register is a part of: what lies over it scrolls, and goes, with it."""
        part = self.parentWidget()
        return (part.parentWidget() if part else None) or self.window()

    def scrollContentsBy(self, across: int, down: int) -> None:
        super().scrollContentsBy(across, down)
        self._offer()

    def _go(self, row: int, column: int, *, edit: bool = True) -> None:
        self._bring_across(column)
        super()._go(row, column, edit=edit)

    def _bring_across(self, column: int) -> None:
        if self._fit.bring_across(column):
            self.crossed.emit()
