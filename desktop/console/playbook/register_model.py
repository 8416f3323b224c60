"""The table model of a register: it dispatches to the sheet it was given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.system.long_text import as_tip
from desktop.view_models.playbook.heads import Head, heads_of
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.words import gettext, spoken
from models.engagement.engagement import Record
from models.method.method import PlaybookItem
from models.playbook.cells import NUMBERS

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MANY = 40
"""Changed cells from which the views look at all of them."""
ACROSS, OUT, NUMBER = 10, 16, 20
"""Pixels left and right of the text of a cell, at either edge of the table, and for the number of a line."""


class RegisterModel(QAbstractTableModel):
    """The entries, and where more may be added one empty row at the foot."""

    def __init__(self, sheet: RegisterSheet, items: tuple[PlaybookItem, ...] = ()) -> None:
        """`items`: what is asked of the columns."""
        super().__init__()
        self.sheet = sheet
        self._items = items
        self.indent = 0
        """Pixels by which the texts of the first column stand in."""
        self.states: dict[str, str] = {}
        """How far each item is, in a word, by its id."""
        self._number(sheet.rows)
        self._foot = sheet.has_foot
        self._columns = len(sheet.places)
        self.typed: tuple[int, int] | None = None
        """Row and column of the cell whose change comes from the field that lies over it, and shows it already."""

    @property
    def heads(self) -> tuple[Head, ...]:
        """What is asked over which columns."""
        return heads_of(self.sheet.register, self._items, self.sheet.places)

    def lead(self, column: int) -> int:
        """Pixels from the left edge of a column to its text."""
        return ACROSS if column else OUT + (NUMBER if self.sheet.numbered else 0) + self.indent

    def follow(self, kinds: frozenset[type[Record]]) -> bool:
        """Tells the views what the snapshot changed; whether rows came, went or moved."""
        changed = self.sheet.follow(kinds)
        rows = self.sheet.rows
        moved = rows is not self._rows and rows != self._rows
        if moved:
            self._take_rows(rows)
        if len(self.sheet.places) != self.columnCount():
            self.beginResetModel()
            self._columns = len(self.sheet.places)
            self.endResetModel()
        elif changed is None or len(changed) > MANY:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        elif changed:
            self._tell(changed)
        return moved

    def row_of(self, entry_id: str) -> int:
        """The entry's row; that of the foot if it is none."""
        return self._row_of.get(entry_id, len(self._rows))

    def is_foot(self, row: int) -> bool:
        """Whether that is the empty row at the foot."""
        return row >= len(self._rows)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + self._foot

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A part in a task is pressed, everything else is typed."""
        common = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = self.sheet.places[index.column()].kind != "part"
        return common | Qt.ItemFlag.ItemIsEditable if typed else common

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell, what would be understood there, and both in words."""
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.sheet.text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                said = self.sheet.text(row, column) or gettext("empty")
                note = "" if column else self.sheet.note(row)
                parts = (f"{self.sheet.places[column].title}: {said}", note, self.hint(row, column))
                return ". ".join(filter(None, parts))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        place = self.sheet.places[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return place.title
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(place.tip or self._asked(section))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (place.title, self._asked(section))))
        return None

    def _asked(self, column: int) -> str:
        """What is asked of a column, and how far that is answered; empty where nothing is."""
        head = next((h for h in self.heads if h.first <= column <= h.last and h.asked), None)
        return f"{head.asked} ({self.states.get(head.item_id, '')})" if head else ""

    def is_number(self, column: int) -> bool:
        """Whether the column stands on the right."""
        return self.sheet.places[column].kind in NUMBERS

    def hint(self, row: int, column: int) -> str:
        """What there is to say about what stands in a cell; empty where it goes without saying."""
        word = self.sheet.why(row, column)
        return word.sentence.said(spoken()) if word else ""

    def _tell(self, changed: set[tuple[str, str]]) -> None:
        here = [(self._row_of[entry_id], column_id) for entry_id, column_id in changed if entry_id in self._row_of]
        columns = {place.id: n for n, place in enumerate(self.sheet.places)} if here else {}
        for row, column_id in here:
            column = columns.get(column_id)
            if column is not None and (row, column) != self.typed:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)

    def _number(self, rows: tuple[str, ...]) -> None:
        """A row is asked for at every key, and in each table of the page."""
        self._rows = rows
        self._row_of = {entry_id: n for n, entry_id in enumerate(rows)}

    def _take_rows(self, rows: tuple[str, ...]) -> None:
        """Changes, removes and inserts what differs in the middle.

        Where the end differs, it is the foot that becomes an entry, or an entry the foot: who types in it stays there.
        """
        before, shortest = self._rows, min(len(self._rows), len(rows))
        head = next((n for n in range(shortest) if before[n] != rows[n]), shortest)
        tail = 0
        while tail < shortest - head and before[-1 - tail] == rows[-1 - tail]:
            tail += 1
        gone, come = len(before) - head - tail, len(rows) - head - tail
        same = min(gone, come)
        past = 1 if self._foot and not tail and gone != come else 0
        foot = self.sheet.has_foot
        if gone > same:
            self.beginRemoveRows(ROOT, head + same + past, head + gone - 1 + past)
            self._number(before[: head + same] + before[head + gone :])
            self.endRemoveRows()
        if come > same:
            self.beginInsertRows(ROOT, head + same + past, head + come - 1 + past)
            self._number(rows)
            self.endInsertRows()
        if rows is not self._rows:
            self._number(rows)
        if foot != self._foot:
            self._turn_foot(foot)
        last = self.rowCount() - 1
        if head <= last:
            self.dataChanged.emit(self.index(head, 0), self.index(min(head + come, last), self.columnCount() - 1))

    def _turn_foot(self, foot: bool) -> None:
        row = len(self._rows)
        if foot:
            self.beginInsertRows(ROOT, row, row)
            self._foot = True
            self.endInsertRows()
        else:
            self.beginRemoveRows(ROOT, row, row)
            self._foot = False
            self.endRemoveRows()
