"""Any keyboard: a key that Qt reads by what it prints reaches the console as it is meant.

Qt knows its shortcuts by the text a key makes, so on a Russian keyboard Ctrl+Z is none. Such a key is stopped on its
way into the window and sent on as the one that is meant; what is typed in a field is never touched.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.console.passed_keys import PassedKeys
from desktop.widgets.key_meaning import as_meant

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeysAsMeant(QObject):
    """Stands before the console's window, once it is shown."""

    def __init__(self, console: QWidget) -> None:
        super().__init__(console)
        self._console = console
        self._passed = PassedKeys(console, self)

    def listen(self) -> None:
        """The console is shown: it has a window now."""
        if window := self._console.windowHandle():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the window, keys alone are of interest."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        if as_meant(event) is event or self._is_typed(event):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._passed.take(event)
        event.accept()
        return True

    def _is_typed(self, event: QKeyEvent) -> bool:
        """Whether it writes something where something is being written."""
        field = self._console.focusWidget()
        if field is None or not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return False
        held = event.modifiers() & _HELD
        by_third_level = held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return (not held or by_third_level or held == Qt.KeyboardModifier.AltModifier) and event.text().isprintable()
