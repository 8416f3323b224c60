"""Entries side by side: those that belong together stay in one column, and all are read from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

BETWEEN = 56
"""Pixels between two columns."""
MOST = 2
"""Columns."""


class EntryColumns(QGridLayout):
    """Rows of groups, each group as high as the highest beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(0)
        self._groups: Sequence[Sequence[QWidget]] = ()
        self._columns = 1
        self._at: dict[QWidget, tuple[int, int]] = {}

    def show_groups(self, groups: Iterable[Sequence[QWidget]]) -> None:
        """Shows these, in their order."""
        self._groups = tuple(groups)
        self._place()

    def show_in(self, columns: int) -> None:
        """So many columns."""
        if columns != self._columns:
            self._columns = columns
            for column in range(MOST):
                self.setColumnStretch(column, int(column < columns))
            self.setHorizontalSpacing(BETWEEN if columns > 1 else 0)
            self._place()

    def _place(self) -> None:
        """Moves only what stands elsewhere by now: this is asked with each letter that is typed."""
        cells = self._cells()
        for part, (row, column) in cells.items():
            if self._at.get(part) != (row, column):
                self.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        self._at = cells

    def _cells(self) -> dict[QWidget, tuple[int, int]]:
        cells: dict[QWidget, tuple[int, int]] = {}
        row = 0
        for first in range(0, len(self._groups), self._columns):
            beside = self._groups[first : first + self._columns]
            for column, group in enumerate(beside):
                cells |= {part: (row + below, column) for below, part in enumerate(group)}
            row += max(map(len, beside))
        return cells
