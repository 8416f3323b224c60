"""A clicker's keys on their way from the room's window to the console, in their order.

Nothing is sent to a widget from here: all is posted, and delivered by the event loop. There a fault under a handler is
logged and the window stays; under an event sent from Python, one that C code raises would end the process.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.widgets.key_meaning import as_meant
from desktop.widgets.labels import keyboard_in


class PassedKeys(QObject):
    """Has each key do what it does in the console: in what is typed in, or as a shortcut, or on the page."""

    _answered = Signal()
    _done = Signal()

    def __init__(self, console: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._waiting: deque[QKeyEvent] = deque()
        self._claimed = False
        # Queued behind what was posted just before: each says that that has been delivered.
        self._answered.connect(self._press, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def take(self, event: QKeyEvent) -> None:
        """Takes a key as it is meant, for its turn: what the one before it does decides where it goes."""
        self._waiting.append(_like(as_meant(event), QEvent.Type.KeyPress))
        if len(self._waiting) == 1:
            self._done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What nobody inside wanted for themselves comes up to the console."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._claimed = False
        return False

    def _ask(self) -> None:
        """Whether what has the console's keyboard wants the key for itself, as a field wants a letter."""
        for key in list(self._waiting)[:1]:
            self._claimed = True
            self._console.installEventFilter(self)
            asked = _like(key, QEvent.Type.ShortcutOverride)
            asked.ignore()
            QCoreApplication.postEvent(self._target(), asked)
            self._answered.emit()

    def _press(self) -> None:
        self._console.removeEventFilter(self)
        key = self._waiting.popleft() if self._waiting else None
        shortcut = None if key is None or self._claimed else self._shortcut(QKeySequence(key.keyCombination()))
        if shortcut is not None:
            QMetaObject.invokeMethod(shortcut, "activated", Qt.ConnectionType.QueuedConnection)
        elif key is not None:
            QCoreApplication.postEvent(self._target(), key)
        if self._waiting:
            self._done.emit()

    def _target(self) -> QWidget:
        return next(iter(keyboard_in(self._console)), self._console)

    def _shortcut(self, pressed: QKeySequence) -> QShortcut | None:
        """Of several parts with that key, as each note has one, the one that has the keyboard."""
        target, shortcuts = self._target(), self._console.findChildren(QShortcut)
        same = (one for one in shortcuts if one.isEnabled() and one.key() == pressed)
        return next((one for one in same if _reaches(one, target)), None)


def _reaches(shortcut: QShortcut, target: QWidget) -> bool:
    """Whether Qt itself would find it from there."""
    if shortcut.context() != Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return True
    part = shortcut.parent()
    return part is target or (isinstance(part, QWidget) and part.isAncestorOf(target))


def _like(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(kind, event.key(), event.modifiers(), event.text())
