"""A register as a table that is filled in at the speed of speech.

Typing begins at once, in any cell. Tab goes to the next cell, Enter to the next line, where the Tabs began.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QWidget

from desktop.console.playbook.cell_field import CellField, is_typed
from desktop.console.playbook.offering import Offering
from desktop.console.playbook.pasted_text import pasted_text
from desktop.console.playbook.register_keys import REGISTER_KEYS
from desktop.console.playbook.register_model import Index
from desktop.console.playbook.register_view import RegisterView
from desktop.theme import Theme
from desktop.view_models.playbook.sheet import Pasted, RegisterSheet
from desktop.widgets.keys import pressed
from desktop.widgets.labels import bring_place_into_sight
from models.engagement.engagement import Record
from models.method.method import PlaybookItem
from models.playbook.pasted import read_block


class RegisterTable(RegisterView):
    """`left`: the person is through (1) or goes back (-1). `moved`: to another cell. `noticed`: what was not taken."""

    left = Signal(int)
    moved = Signal()
    noticed = Signal(str)

    def __init__(self, sheet: RegisterSheet, theme: Theme, items: tuple[PlaybookItem, ...] = ()) -> None:
        super().__init__(sheet, theme, items)
        self._began = 0
        self._field: CellField | None = None
        self._offering = Offering(sheet, self)
        self._cells.has_focus = self.is_written
        self._cells.opened.connect(self._field_opened)

    def is_written(self) -> bool:
        return self.hasFocus() or self._field is not None

    def follow(self, kinds: frozenset[type[Record]]) -> None:
        """Shows what the snapshot changed, and nothing else."""
        self.rows.follow(kinds)
        if self.hasFocus():
            self._find_place()

    def begin(self) -> None:
        """Puts the keyboard where the next thing is typed: the empty line, or the first cell without one."""
        self._go(self.rows.rowCount() - 1, 0, edit=False)

    def go_to(self, entry_id: str, column_id: str) -> bool:
        """Puts the keyboard on a cell; False where it is not shown here."""
        columns = [place.id for place in self.sheet.places]
        if column_id in columns:
            self._go(self.rows.row_of(entry_id), columns.index(column_id), edit=False)
        return column_id in columns

    def keep_in_sight(self) -> None:
        """What is being typed stays in sight, whatever takes other room around it."""
        at = self.currentIndex()
        if at.isValid() and self.is_written():
            self.scrollTo(at)
            bring_place_into_sight(self.viewport(), self.visualRect(at), 40)
            self._offering.follow()

    def _find_place(self) -> None:
        if not self.currentIndex().isValid():
            self.begin()

    def event(self, event: QEvent) -> bool:
        """Takes Tab for the next cell, and letters before any shortcut of the window's does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            if steps and self._step(steps):
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_typed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(self, REGISTER_KEYS, event) or (is_typed(event) and self._press(event.text())):
            return
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_F5):
            event.ignore()
        else:
            super().keyPressEvent(event)
            event.setAccepted(event.isAccepted() or is_typed(event))  # else the page too gets what opened a field

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method has composed opens a cell as a key does. Qt opens it, but drops the text."""
        if self._press(event.commitString()):
            return
        was_open = self._field is not None
        super().inputMethodEvent(event)
        if self._field is not None and not was_open and event.commitString():
            self._field.insertPlainText(event.commitString())  # at once: the next key may already wait

    def copy(self) -> None:
        """The chosen cells, for a spreadsheet."""
        rows, columns = self._selected()
        if rows:
            QGuiApplication.clipboard().setText(self.sheet.copy(rows, columns))

    def paste(self, text: str) -> bool:
        """Fills in a block of cells from where the keyboard is; False for no text, which may be a picture."""
        block, index = read_block(text), self.currentIndex()
        if not block or not index.isValid():
            return False
        self._close_field()
        self.sheet.paste(index.row(), index.column(), block, self._tell_pasted)
        return True

    def _tell_pasted(self, pasted: Pasted) -> None:
        if told := pasted_text(pasted):
            self.noticed.emit(told)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self._field = None
        self._offering.close()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._complete_if_left()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._began = max(current.column(), 0)
        self.moved.emit()
        if previous.isValid() and previous.row() != current.row():
            entry_id = self.sheet.entry_id(previous.row())
            QTimer.singleShot(0, self, lambda: self._drop_if_empty(entry_id))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._find_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._complete_if_left()

    def _complete_if_left(self) -> None:
        """What is opened or pressed elsewhere finds all of what was pasted."""
        at = QApplication.focusWidget()
        if at is None or not (at is self or self.isAncestorOf(at)):
            self.sheet.session.complete()

    def hideEvent(self, event: QHideEvent) -> None:
        self.sheet.session.complete()
        self._offering.close()
        super().hideEvent(event)

    def _field_opened(self, field: CellField, column: int) -> None:
        self._field = field
        self.viewport().update()
        field.typed.connect(self._typed)
        field.entered.connect(self._entered)
        field.tabbed.connect(self._tabbed)
        field.block_pasted.connect(self.paste)
        self._offering.open(field, self.currentIndex().row(), column)

    def _typed(self, text: str, typing: str) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        self.rows.typed = (index.row(), index.column())
        self.sheet.write(index.row(), index.column(), text, typing)
        self.rows.typed = None
        height = self.rowHeight(index.row())
        self._fit.fit_typed(index.row(), index.column())
        if self.rowHeight(index.row()) != height:
            self.scrollTo(index)
            bring_place_into_sight(self.viewport(), self.visualRect(index), 40)
        self._offering.typed(text)

    def _entered(self, steps: int) -> None:
        self._close_field()
        self.go_down(steps)

    def _tabbed(self, steps: int) -> None:
        self._close_field()
        if not self._step(steps):
            self.focusNextPrevChild(steps > 0)

    def _close_field(self) -> None:
        if self._field is not None:
            self.closeEditor(self._field, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, steps: int) -> bool:
        """To the next or the previous cell; False at either end."""
        columns, index = self.rows.columnCount(), self.currentIndex()
        place = index.row() * columns + index.column() + steps
        if not 0 <= place < self.rows.rowCount() * columns:
            return False
        self._go(place // columns, place % columns)
        return True

    def go_down(self, steps: int) -> None:
        """To the next line, where the Tabs began; from the empty line, on to what follows the table."""
        row, column = self.currentIndex().row(), self._began
        ends = self.rows.is_foot(row) if steps > 0 else row <= 0
        if ends or row + steps >= self.rows.rowCount():
            self.left.emit(steps)
        else:
            self._go(row + steps, 0 if self.rows.is_foot(row + steps) else column)
            self._began = self.currentIndex().column()

    def _go(self, row: int, column: int, *, edit: bool = True) -> None:
        began, index = self._began, self.rows.index(row, column)
        self.setCurrentIndex(index)
        self._began = began if edit else column
        if edit and self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_place_into_sight(self.viewport(), self.visualRect(index), 40)

    def _drop_if_empty(self, entry_id: str) -> None:
        row = self.rows.row_of(entry_id)
        if entry_id and self.sheet.says_nothing(row):
            self.sheet.session.complete()  # what was pasted into it may be on its way
        if entry_id and self.sheet.entry_id(row) == entry_id and self.sheet.says_nothing(row):
            self.sheet.remove(range(row, row + 1))

    def _selected(self) -> tuple[range, range]:
        """Rows and columns of what is chosen; none where no cell is."""
        chosen = self.selectedIndexes() or [at for at in (self.currentIndex(),) if at.isValid()]
        spans = ({i.row() for i in chosen}, {i.column() for i in chosen})
        rows, columns = (range(min(span, default=0), max(span, default=-1) + 1) for span in spans)
        return rows, columns

    def move_rows(self, steps: int) -> None:
        """The chosen lines so many places down; negative: up."""
        (rows, _), at = self._selected(), self.currentIndex()
        self._close_field()
        if at.isValid() and self.sheet.move(rows, steps):
            self._go(at.row() + steps, at.column(), edit=False)

    def remove_rows(self) -> None:
        """Takes the chosen lines away."""
        (rows, _), index = self._selected(), self.currentIndex()
        if rows:
            self._close_field()
            self.sheet.remove(rows)
            self._go(min(rows.start, self.rows.rowCount() - 1), index.column(), edit=False)

    def clear_cells(self) -> None:
        """Clears the cells; where they are empty and nothing else is in the row, the row goes."""
        rows, columns = self._selected()
        if rows and not self.sheet.clear(rows, columns) and all(self.sheet.says_nothing(row) for row in rows):
            self.remove_rows()

    def _press(self, letter: str) -> bool:
        at = self.currentIndex()
        return bool(letter) and at.isValid() and self.sheet.press(at.row(), at.column(), letter)
