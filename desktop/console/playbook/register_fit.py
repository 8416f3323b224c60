"""How wide the columns of a register are, and how high its lines."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView

from desktop.console.playbook.cell_delegate import CellDelegate
from desktop.console.playbook.register_head import LETTERS, RegisterHead, least_of, shared, widest_word
from desktop.console.playbook.register_model import ACROSS, NUMBER, OUT, RegisterModel
from desktop.widgets.parts.scale import scaled
from models.frozen import frozen

LEAST_PART = 62
"""Pixels at a scale of 1 of a person's column: two lines of a name."""
TASKS = 0.28
"""Share of the width that the tasks of a matrix keep."""
AT_ONCE, FEW, AT_A_TIME = 60, 10, 0.004
"""Lines that are measured at once, more than a screen shows; of the others so many before the clock is asked, for so
many seconds between events.
"""


@frozen
class Across:
    """The people of a matrix who stand in it: from `first`, counted from 0, to before `last`."""

    first: int
    last: int
    people: int


class RegisterFit:
    """Keeps a table's columns and lines as wide and high as what they hold needs."""

    def __init__(self, table: QTableView, rows: RegisterModel, cells: CellDelegate, head: RegisterHead) -> None:
        self._table, self._rows, self._cells, self._head = table, rows, cells, head
        self._widths: list[int] = []
        self.letters: Mapping[str, int] = LETTERS
        """How wide the kinds of columns are beside each other."""
        self.words_beside: Callable[[], dict[str, int]] = dict
        """Pixels of the words that something else than the head has over a column, by its id."""
        self.across = Across(0, 0, 0)
        self._left = range(0)
        """Lines that are still to be measured."""
        self._typed: tuple[int, int, int] | None = None
        """Row and column of the cell that was typed in last, and the height of its text."""
        self._between = QTimer(table, interval=0)
        self._between.timeout.connect(self._go_on)

    def share_width(self) -> bool:
        """Gives each column its part of the width; whether that changed."""
        table, least = self._table, scaled(self._table, LEAST_PART)
        parts = [n for n, place in enumerate(self._rows.sheet.places) if place.kind == "part"]
        first, widths = self.across.first, list[int]()
        for most in range(max(round(table.viewport().width() * (1 - TASKS)) // least, 1), 0, -1):
            begins = max(min(first, len(parts) - most), 0)
            self.across = Across(begins, min(begins + most, len(parts)), len(parts))
            widths = self._widths_without({*parts[:begins], *parts[self.across.last :]})
            if all(widths[n] >= least for n in parts[begins : self.across.last]):
                break  # else the tasks need more than their share
        if widths == self._widths:
            return False
        self._widths = widths
        self._cells.last = max((n for n, width in enumerate(widths) if width), default=-1)
        for column, width in enumerate(widths):
            table.setColumnHidden(column, not width)
            if width:
                table.setColumnWidth(column, width)
        return True

    def _widths_without(self, away: set[int]) -> list[int]:
        """Pixels of each column; none of those that are away."""
        table, places = self._table, self._rows.sheet.places
        shown = [n for n in range(len(places)) if n not in away]
        widths, metrics = [0] * len(places), table.fontMetrics()
        found = shared(table.viewport().width(), [places[n] for n in shown], metrics, self.letters, self._words())
        for n, width in zip(shown, found, strict=True):
            widths[n] = width
        return widths

    def least_width(self) -> int:
        """Pixels across in which each column has what its words need; of a matrix its people come by turns."""
        places = [place for place in self._rows.sheet.places if place.kind != "part"]
        edges = 2 * (OUT - ACROSS) + self._table.verticalScrollBar().sizeHint().width()
        return sum(least_of(places, self._table.fontMetrics(), self._words())) + edges

    def _words(self) -> dict[str, int]:
        """Pixels of the widest word over a column, by its id; before the first one stands the number of its line."""
        asked, places = self._head.asked_words() | self.words_beside(), self._rows.sheet.places
        if places and self._rows.sheet.numbered:
            first = places[0]
            asked[first.id] = max(asked.get(first.id, 0), widest_word(first, self._table.fontMetrics())) + NUMBER
        return asked

    def bring_across(self, column: int) -> bool:
        """Goes on to the people among whom that column is; whether others stand there now."""
        place = column - (len(self._rows.sheet.places) - self.across.people)
        shown = self.across.last - self.across.first
        if place < 0 or self.across.first <= place < self.across.last:
            return False
        return self.go_across(place - self.across.first - (shown - 1 if place >= self.across.last else 0))

    def go_across(self, people: int) -> bool:
        """So many people further on; negative: back."""
        self.across = replace(self.across, first=max(self.across.first + people, 0))
        if not self.share_width():
            return False
        self.fit_all()
        return True

    def fit_all(self) -> None:
        """Columns, head and every line."""
        self.share_width()
        self._head.fit()
        self._table.verticalHeader().setDefaultSectionSize(self._cells.least_height())
        self.fit_rows(range(self._rows.rowCount()))
        self._table.updateGeometry()

    def fit_rows(self, rows: range) -> None:
        """Some lines; of many those in sight at once, the others between events."""
        if len(rows) > AT_ONCE:
            left = self._left or rows
            self._left = range(min(left.start, rows.start), max(left.stop, rows.stop))
            self._between.start()
            top = max(self._table.rowAt(0), rows.start)
            rows = range(top, min(top + AT_ONCE, rows.stop))
        self._fit(rows)

    def fit_typed(self, row: int, column: int) -> None:
        """The line of a cell that is typed in, where that cell takes another height than it did a key ago."""
        if self._widths:
            taken = (row, column, self._cells.text_height(row, column, self._widths[column], self._table.fontMetrics()))
            if taken != self._typed:
                self._fit(range(row, row + 1))
                self._typed = taken

    def _go_on(self) -> None:
        """What stands in sight stays where it is, whatever becomes of the lines above it."""
        table, end = self._table, time.perf_counter() + AT_A_TIME
        top = table.rowAt(0)
        before = table.rowViewportPosition(top)
        self._left = range(self._left.start, min(self._left.stop, self._rows.rowCount()))
        while self._left and time.perf_counter() < end:
            self._fit(self._left[:FEW])
            self._left = self._left[FEW:]
        if not self._left:
            self._between.stop()
        if top >= 0 and (moved := table.rowViewportPosition(top) - before):
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _fit(self, rows: range) -> None:
        table = self._table
        self._typed = None
        if not self._widths:
            return
        metrics, before = table.fontMetrics(), table.verticalHeader().length()
        for row in rows:
            height = self._cells.height_of(row, self._widths, metrics)
            if height != table.rowHeight(row):
                table.setRowHeight(row, height)
        if table.verticalHeader().length() != before:
            table.updateGeometry()
