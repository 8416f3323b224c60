"""A row of a form: its ground and a bar say which row one is in, and what can be done to it is seen there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame
from shiboken6 import isValid

from desktop.widgets.labels import restyle


class Line(QFrame):
    """`entered` comes when the keyboard comes into the row; `looked` when it or the mouse came or went."""

    entered, looked = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("line")
        self.at_hand = False
        """Whether the mouse or the keyboard is in the row."""
        application = QApplication.instance()
        if isinstance(application, QApplication):  # a filter on each field would hear of all that happens to it
            application.focusChanged.connect(self._follow_keyboard)

    def _follow_keyboard(self) -> None:
        """Asked for, not told: what lost the keyboard may be half gone, and so may the row."""
        if not isValid(self):
            return
        if self._has_keyboard():
            self.entered.emit()
            self._look()
        elif self.at_hand:
            self._look()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._look()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look()

    def _look(self) -> None:
        self.at_hand = self._has_keyboard() or self.underMouse()
        restyle(self, "hovered", self.at_hand)
        self.looked.emit()

    def _has_keyboard(self) -> bool:
        typing = QApplication.focusWidget()
        return typing is not None and (typing is self or self.isAncestorOf(typing))
