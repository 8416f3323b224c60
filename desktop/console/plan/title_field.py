"""A title: one line of text, however many lines it takes to show it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import TextField, in_one_line


class TitleField(TextField):
    """Enter does not break it but moves on: `entered`. Line ends that are pasted become spaces."""

    entered = Signal()

    def __init__(self, name: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(name, lines=1, parent=parent, longest=longest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _report(self) -> None:
        text = self.toPlainText()
        if self._silent or (line := in_one_line(text)) == text:
            super()._report()
            return
        place = self.textCursor().position() - len(text) + len(line)
        self.setPlainText(line)  # which is reported in its turn
        cursor = self.textCursor()
        cursor.setPosition(min(max(place, 0), self.document().characterCount() - 1))  # it may have been cut
        self.setTextCursor(cursor)
