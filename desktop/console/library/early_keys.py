"""What stands where the list will, until the library has answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.console.passed_keys import PassedKeys


class EarlyKeys(QWidget):
    """Keeps what is pressed meanwhile for what takes its place: the list, or the lock's page with its field."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed: list[QKeyEvent] = []

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._pressed.append(QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text()))

    def hideEvent(self, event: QHideEvent) -> None:
        """By the time that the keys come through the event loop, what took its place has the keyboard."""
        super().hideEvent(event)
        if self._pressed and not event.spontaneous():
            passed, keys = PassedKeys(self.window(), self), self._pressed
            self._pressed = []
            for key in keys:
                passed.take(key)
