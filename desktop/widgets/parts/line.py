"""A row of a form: its ground and a bar say which row one is in, and what can be done to it is seen there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.widgets.labels import restyle


class Line(QFrame):
    """`entered` comes when the keyboard comes into the row; `looked` when it or the mouse came or went."""

    entered, looked = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("line")
        self.at_hand = False
        """Whether the mouse or the keyboard is in the row."""

    def watch(self, *parts: QWidget) -> None:
        """The keyboard in one of these is in the row."""
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
            self._look()
        elif event.type() is QEvent.Type.FocusOut:
            self._look()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._look()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look()

    def _look(self) -> None:
        typing = QApplication.focusWidget()
        keyboard = typing is not None and (typing is self or self.isAncestorOf(typing))
        self.at_hand = keyboard or self.underMouse()
        restyle(self, "hovered", self.at_hand)
        self.looked.emit()
