"""How wide the columns of a register are, and how high its lines."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from desktop.console.playbook.cell_delegate import CellDelegate
from desktop.console.playbook.register_head import RegisterHead, shared
from desktop.console.playbook.register_model import RegisterModel


class RegisterFit:
    """Keeps a table's columns and lines as wide and high as what they hold needs."""

    def __init__(self, table: QTableView, rows: RegisterModel, cells: CellDelegate, head: RegisterHead) -> None:
        self._table, self._rows, self._cells, self._head = table, rows, cells, head
        self._widths: list[int] = []

    def share_width(self) -> bool:
        """Gives each column its part of the width; whether that changed."""
        table = self._table
        widths = shared(table.viewport().width(), self._rows.sheet.places, table.fontMetrics())
        if widths == self._widths:
            return False
        self._widths = widths
        for column, width in enumerate(widths):
            table.setColumnWidth(column, width)
        return True

    def fit_all(self) -> None:
        """Columns, head and every line."""
        self.share_width()
        self._head.fit(self._widths)
        self.fit_rows(range(self._rows.rowCount()))
        self._table.updateGeometry()

    def fit_rows(self, rows: range) -> None:
        """Some lines."""
        table = self._table
        if not self._widths:
            return
        metrics, before = table.fontMetrics(), table.verticalHeader().length()
        for row in rows:
            height = self._cells.height_of(row, self._widths, metrics)
            if height != table.rowHeight(row):
                table.setRowHeight(row, height)
        if table.verticalHeader().length() != before:
            table.updateGeometry()
