"""The lines of one kind of cost, under the group that they belong to."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent

from desktop.console.playbook.budget.columns import COST_LETTERS, INDENT, least_words
from desktop.console.playbook.register_table import RegisterTable
from desktop.theme import Theme
from desktop.view_models.playbook.cost_sheet import CostSheet
from models.method.method import PlaybookItem

LEAST, IN_USE = 28, 36
"""Pixels of a line, and of the one that is written, at a scale of 1."""
UPRIGHT = 4
BESIDE = frozenset({1, 3})
"""Columns of low and high, which stand back behind the likely figure."""


class CostTable(RegisterTable):
    """It has no head of its own and never scrolls: the page does."""

    def __init__(self, sheet: CostSheet, theme: Theme, items: tuple[PlaybookItem, ...] = ()) -> None:
        super().__init__(sheet, theme, items)
        self.rows.indent = INDENT
        self._cells.least, self._cells.in_use, self._cells.upright = LEAST, IN_USE, UPRIGHT
        self._cells.stand_back = BESIDE
        self._fit.letters = COST_LETTERS
        self._fit.words_beside = lambda: least_words(self, sheet.places)
        self.head.hide()
        self.selectionModel().currentChanged.connect(lambda *_: self._make_room())

    def sizeHint(self) -> QSize:
        return QSize(320, self.verticalHeader().length() + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._make_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The line that is written is higher than the others."""
        row = self.currentIndex().row() if self.is_written() else -1
        before, self._cells.written = self._cells.written, row
        for changed in {before, row} & set(range(self.rows.rowCount())):
            self._fit.fit_rows(range(changed, changed + 1))
