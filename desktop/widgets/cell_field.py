"""What is typed into a cell of a register, and the list of what is offered there."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from desktop.widgets.fields import TextField

MOST_OFFERS = 8
"""Lines of the list before it scrolls."""
_FOR_THE_TABLE = (
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
)


class CellField(TextField):
    """Grows with its text as its row does.

    `entered`, `tabbed` and `stepped` carry 1 to go on and -1 to go back: among the lines, the cells, what is offered.
    """

    entered = Signal(int)
    tabbed = Signal(int)
    stepped = Signal(int)
    block_pasted = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, lines=1, parent=parent)
        self.setObjectName("cell")
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
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

    def _fit(self) -> None:
        """Left to the row."""


class OfferList(QListWidget):
    """What a cell could hold, below it. It never takes the keyboard."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setAccessibleName(self.tr("Offered"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda item: self.picked.emit(item.text()))
        self.hide()

    def show_for(self, field: QWidget, texts: tuple[str, ...], chosen: str) -> None:
        """Shows the texts under the field, or above it where there is more room; none hides the list."""
        if not texts or texts == (chosen,):
            self.hide()
            return
        if [self.item(n).text() for n in range(self.count())] != list(texts):
            self.clear()
            self.addItems(list(texts))
        self.setCurrentRow(texts.index(chosen) if chosen in texts else -1)
        self._place(field)
        self.show()
        self.raise_()

    def step(self, steps: int) -> str:
        """The text after or before the one that is marked; empty where nothing is offered."""
        if not self.isVisible():
            return ""
        row = self.currentRow() + steps if self.currentRow() >= 0 else (0 if steps > 0 else self.count() - 1)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        return self.currentItem().text()

    def _place(self, field: QWidget) -> None:
        window = field.window()
        top = field.mapTo(window, QPoint(0, 0))
        height = self.sizeHintForRow(0) * min(self.count(), MOST_OFFERS) + 2 * self.frameWidth() + 8
        width = max(field.width(), self.sizeHintForColumn(0) + 40)
        size = QSize(min(width, window.width() - 16), height)
        below = top.y() + field.height() + 2
        y = below if below + height <= window.height() else max(top.y() - height - 2, 0)
        x = min(top.x(), window.width() - size.width() - 8)
        self.setGeometry(x, y, size.width(), size.height())
