"""Which key does what on this page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.widgets.key_meaning import as_meant
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import clear, give_keyboard, keyboard_in, label
from desktop.widgets.overlay import LEAST_MARGIN, Overlay
from desktop.widgets.parts.hints import key_caps
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import on_stage
from desktop.words import gettext

_OF_THE_ROOM = (Qt.Key.Key_Escape, Qt.Key.Key_Period, Qt.Key.Key_B)

_READ_ON = {Qt.Key.Key_Down: 0.1, Qt.Key.Key_Up: -0.1, Qt.Key.Key_PageDown: 0.9, Qt.Key.Key_PageUp: -0.9}
"""Windows full by which a key goes on."""

WIDEST = 1200
"""Pixels at a scale of 1."""


class KeysOverlay(Overlay):
    """Lies over the window until any key or press puts it away; where it is longer than that, some read on in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: tuple[QWidget, ...] = ()
        self._card = QFrame()
        self._card.setObjectName("overlay")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(32, 24, 32, 24)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        middle = QWidget()
        QVBoxLayout(middle).addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self._stage = on_stage(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage)
        self.setAccessibleName(gettext("Keys"))
        self.hide()

    def show_acts(self, here: Iterable[KeyAct], everywhere: Iterable[KeyAct]) -> None:
        """Shows what keys do, one line an act: on the page on the left, on every page on the right."""
        self._before = keyboard_in(self.window())
        clear(self._grid)
        for column, (head, acts) in enumerate(((gettext("Keys here"), here), (gettext("Keys everywhere"), everywhere))):
            self._grid.addWidget(label(head, "section"), 0, 2 * column, 1, 2)
            for row, act in enumerate(acts, 1):
                self._grid.addWidget(key_caps(act), row, 2 * column)
                words = label(gettext(act.text), wrap=True)
                self._grid.addWidget(words, row, 2 * column + 1, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(2 * column, 3)
            self._grid.setColumnStretch(2 * column + 1, 5)
        self.cover(self.window())
        self._fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two columns side by side, as wide as reads well and the window has."""
        self._card.setFixedWidth(min(scaled(self, WIDEST), self.width() - 2 * LEAST_MARGIN))

    def event(self, event: QEvent) -> bool:
        """What would hold or blank the room only puts this away."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and as_meant(event).key() in _OF_THE_ROOM:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, pages = self._stage.verticalScrollBar(), _READ_ON.get(Qt.Key(event.key()), 0.0)
        if pages and bar.maximum():
            bar.setValue(bar.value() + round(pages * bar.pageStep()))
        else:
            self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()

    def put_away(self) -> None:
        """The keyboard goes back to where it was."""
        if self.isHidden():
            return
        self.uncover(self.window())
        give_keyboard(self._before)
