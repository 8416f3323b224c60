"""A register as it is seen: its lines, and the ground with a bar under the one that is written."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.console.playbook.cell_delegate import CellDelegate
from desktop.console.playbook.register_fit import RegisterFit
from desktop.console.playbook.register_head import RegisterHead
from desktop.console.playbook.register_model import Index, RegisterModel
from desktop.theme import Theme
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.widgets.gliding.glide import Glide
from desktop.widgets.parts.rows import BAR
from models.method.method import PlaybookItem

LEAST = 240
"""Pixels across that it has at least."""
MOST_HEIGHT = 0.8
"""Of the window's height: beyond that the table scrolls."""


class RegisterView(QTableView):
    """What is typed in it is the affair of `RegisterTable`."""

    HEAD: ClassVar[type[RegisterHead]] = RegisterHead

    def __init__(self, sheet: RegisterSheet, theme: Theme, items: tuple[PlaybookItem, ...] = ()) -> None:
        super().__init__()
        self.sheet, self.rows = sheet, RegisterModel(sheet, items)
        self.setModel(self.rows)
        self._cells = CellDelegate(self.rows, self)
        self.setItemDelegate(self._cells)
        self.head = self.HEAD(self.rows, self)
        self._set_up()
        self._ground = Glide(self)
        self._ground.moved.connect(self.viewport().update)
        self._fit = RegisterFit(self, self.rows, self._cells, self.head)
        self.rows.dataChanged.connect(lambda first, last: self._fit.fit_rows(range(first.row(), last.row() + 1)))
        self.rows.rowsInserted.connect(lambda _, first, last: self._fit.fit_rows(range(first, last + 1)))
        self.rows.modelReset.connect(self._fit.fit_all)
        self.rows.rowsRemoved.connect(lambda *_: self.updateGeometry())
        self.selectionModel().selectionChanged.connect(self._chosen)
        self._cells.theme = self.head.theme = theme

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._cells.theme = self.head.theme = theme
        self._fit.fit_all()
        self.viewport().update()

    def is_written(self) -> bool:
        """Whether the keyboard is in it."""
        return self.hasFocus()

    def sizeHint(self) -> QSize:
        most = max(round(self.window().height() * MOST_HEIGHT), 160)
        return QSize(320, min(self._content_height(), most))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(LEAST, self._fit.least_width()), self.sizeHint().height())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        moved = current.isValid() and previous.isValid() and current.row() != previous.row()
        if moved and self.is_written() and not self.sheet.session.still():
            self._ground.go(self._line(previous.row()), self._line(current.row()))
        self.viewport().update()

    def _chosen(self) -> None:
        self._cells.many = len(self.selectedIndexes()) > 1
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground first: cells are painted upon it."""
        row, theme = self.currentIndex().row(), self._cells.theme
        if row >= 0 and theme is not None and self.is_written():
            place = self._ground.place or self._line(row)
            place.translate(0, -self.verticalOffset())
            with QPainter(self.viewport()) as painter:
                painter.fillRect(place, QColor(theme.soft))
                painter.fillRect(QRectF(place.left(), place.top(), BAR, place.height()), QColor(theme.accent))
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit.share_width():
            QTimer.singleShot(0, self, self._fit.fit_all)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._fit.fit_all)

    def _content_height(self) -> int:
        return self.horizontalHeader().height() + self.verticalHeader().length() + 2

    def _line(self, row: int) -> QRectF:
        """Where a line is in all of the table, scrolled or not."""
        top = self.rowViewportPosition(row) + self.verticalOffset()
        return QRectF(0, top, self.viewport().width(), self.rowHeight(row))

    def _set_up(self) -> None:
        self.setAccessibleName(self.sheet.register.title)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setHorizontalHeader(self.head)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(20)
        down.hide()
