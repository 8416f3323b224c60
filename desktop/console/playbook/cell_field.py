"""What is typed into a cell of a register."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.key_meaning import writes
from desktop.widgets.parts.inks import inks

_FOR_THE_TABLE = (
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
)


class CellField(TextField):
    """Grows with its text as its row does.

    `entered`, `tabbed` and `stepped` carry 1 to go on and -1 to go back: among the lines, the cells, what is offered.
    """

    OWN_GROUND = True

    entered = Signal(int)
    tabbed = Signal(int)
    stepped = Signal(int)
    block_pasted = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, lines=1, parent=parent)
        self.setObjectName("cell")
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rest = ""

    def show_completion(self, rest: str) -> None:
        """What goes on from the text, as it is understood; it is drawn after it, and is no part of it."""
        if rest != self._rest:
            self._rest = rest
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rest:
            return
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        place, colours = self.cursorRect(end), inks(self)
        width = min(self.fontMetrics().horizontalAdvance(self._rest) + 2, self.viewport().width() - place.left() - 1)
        box = QRect(place.left() + 1, place.top(), max(width, 0), place.height())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(box, self.palette().color(QPalette.ColorRole.Highlight))
            painter.setPen(colours.color(QPalette.ColorRole.WindowText))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._rest)

    def align_right(self) -> None:
        """A figure stays where it stands while it is typed."""
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.document().setDefaultTextOption(option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if writes(event):
            QPlainTextEdit.keyPressEvent(self, event)  # a letter has nothing more to be asked
            return
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (key, modifiers) in _FOR_THE_TABLE:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(-1 if shift else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers == Qt.KeyboardModifier.NoModifier:
            self._up_or_down(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes to the next cell, not out of the table."""
        self.tabbed.emit(1 if on else -1)
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """One cell is text like any other; a block of them belongs to the table."""
        text = source.text()
        if "\t" in text or "\n" in text.rstrip("\r\n"):
            self.block_pasted.emit(text)
        else:
            self.insertPlainText(text.rstrip("\r\n"))

    def _up_or_down(self, event: QKeyEvent) -> None:
        """Within the text where there is a line to go to; otherwise through what is offered."""
        before = self.textCursor().position()
        selected = self.textCursor().hasSelection()
        if not selected:
            super().keyPressEvent(event)
        if selected or self.textCursor().position() == before:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)
        self.ensureCursorVisible()

    def _fit(self) -> None:
        """Left to the row."""


def is_typed(event: QKeyEvent) -> bool:
    """Whether the key is a letter, a figure or a mark."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return plain == Qt.KeyboardModifier.NoModifier and event.text().isprintable() and bool(event.text())
