"""The field in which the counts of a vote are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.widgets.key_meaning import as_meant
from desktop.widgets.labels import restyle


class CountsField(QLineEdit):
    """Takes numbers; letters are keys of the panel around it, and what blanks the room or shows the keys does so."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda: restyle(self, "invalid", False))

    def event(self, event: QEvent) -> bool:
        """Leaves the keys that no count can hold to the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _not_counted(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event = _figure(event)
        if _not_counted(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it has revealed: the panel behind must not do so again


def _figure(event: QKeyEvent) -> QKeyEvent:
    """What the key means where that is a figure: a French top row makes them with Shift only."""
    meant = as_meant(event)
    return meant if meant.text().isdigit() else event


def _not_counted(event: QKeyEvent) -> bool:
    """Whether the key types what no count can hold."""
    return event.text().isalpha() or event.text() in (".", "?")
