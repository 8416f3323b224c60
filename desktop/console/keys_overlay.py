"""Which key does what on this page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import clear, give_keyboard, keyboard_in, label
from desktop.words import gettext

_OF_THE_ROOM = (Qt.Key.Key_Escape, Qt.Key.Key_Period, Qt.Key.Key_B)


class KeysOverlay(QWidget):
    """Lies over the window until any key or press puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: tuple[QWidget, ...] = ()
        self._card = QFrame()
        self._card.setObjectName("overlay")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(32, 24, 32, 24)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(gettext("Keys"))
        self.hide()

    def show_acts(self, acts: Iterable[KeyAct]) -> None:
        """Shows what keys do, one line an act."""
        self._before = keyboard_in(self.window())
        clear(self._grid)
        self._grid.addWidget(label(gettext("Keys"), "section"), 0, 0, 1, 2)
        for row, act in enumerate(acts, 1):
            self._grid.addWidget(label(act.caps(), "label"), row, 0)
            self._grid.addWidget(label(gettext(act.text)), row, 1)
        self.resize(self.window().size())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """What would hold or blank the room only puts this away."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OF_THE_ROOM:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()

    def put_away(self) -> None:
        """The keyboard goes back to where it was."""
        if self.isHidden():
            return
        self.hide()
        give_keyboard(self._before)
