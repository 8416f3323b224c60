"""The fields of a box of the agenda; what it is for reads as a text of as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from desktop.widgets.fields import LineField
from desktop.widgets.parts.bare import RestingText
from desktop.widgets.parts.by_width import lines_of
from models.values.lengths import LONGEST_NAME

MOST_LINES = 3


class BoxField(LineField):
    """Alt with an arrow moves the box: `moved` carries by how many rows."""

    moved = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name, name, longest=LONGEST_NAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(steps)
        else:
            super().keyPressEvent(event)


class BoxTitle(BoxField):
    """While nobody types in it, nothing of it is cut that a few lines can hold. Its row has it `fit`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._resting = RestingText(self, self._room, wraps=True)
        self._rows = 1

    def fit(self, width: int) -> int:
        """Asks to be as high as its text is in so many pixels across; the height, or 0 for one line."""
        around = self.width() - self._room().width()
        rows = len(lines_of(self.text(), self.font(), width - around, MOST_LINES))
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
        return self.sizeHint().height() if rows > 1 else 0

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, (self._rows - 1) * self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Under the mouse it has its box, but stays as it is: only a caret needs it in one line."""
        if self._rows == 1 or self.hasFocus() or not self.underMouse():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            self._resting.paint(painter, self.text(), QPalette.ColorRole.Text)
