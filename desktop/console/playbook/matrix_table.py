"""A responsibility matrix: of more people than find room some stand in it, and the keys go on to the others."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.console.playbook.register_fit import Across
from desktop.console.playbook.register_table import RegisterTable

_ON, _BACK = QAbstractItemView.CursorAction.MoveRight, QAbstractItemView.CursorAction.MoveLeft


class MatrixTable(RegisterTable):
    """`crossed`: other people stand in it now, or more or fewer of them."""

    crossed = Signal()

    @property
    def across(self) -> Across:
        """Which people stand in it."""
        return self._fit.across

    def go_across(self, pages: int) -> None:
        """To the people before or after those who stand in it."""
        if self._fit.go_across(pages * (self.across.last - self.across.first)):
            self.crossed.emit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right go on to the people for whom there is no room."""
        at, steps = self.currentIndex(), {_ON: 1, _BACK: -1}.get(action, 0)
        beside = at.siblingAtColumn(at.column() + steps)
        if steps and beside.isValid() and self.isColumnHidden(beside.column()):
            self._bring_across(beside.column())
            return beside
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.crossed.emit()

    def _go(self, row: int, column: int, *, edit: bool = True) -> None:
        self._bring_across(column)
        super()._go(row, column, edit=edit)

    def _bring_across(self, column: int) -> None:
        if self._fit.bring_across(column):
            self.crossed.emit()
