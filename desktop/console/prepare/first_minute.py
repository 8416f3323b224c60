"""The foot of the page until the first sign is answered: what fills the page quickly, and the way on even now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.labels import button
from desktop.widgets.parts.hints import key_hints
from desktop.words import gettext

BETWEEN = 16
"""Pixels."""


class FirstMinute(QWidget):
    """`sign_wanted`: to the first sign, with nothing filled in; `other_wanted`: what was set elsewhere comes here."""

    sign_wanted, other_wanted = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        hints = ("Tab", gettext("next field")), ("Ctrl+V", gettext("an invitation fills in who attends"))
        on = button(gettext("Try the first sign"), "primary", key="PgDown")
        on.clicked.connect(self.sign_wanted)
        other = button(gettext("Take over from another"), "quiet", key="Ctrl+D")
        other.clicked.connect(self.other_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(BETWEEN)
        self._hints, self._acts = QWidget(), (other, on)
        self._hints.setLayout(key_hints(hints))
        self._hints.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self._hints, 1000)
        line.addStretch(1)
        line.addWidget(other)
        line.addWidget(on)
        line.setAlignment(on, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The acts have the room first: hints that would be cut are not there."""
        super().resizeEvent(event)
        room = self.width() - sum(act.sizeHint().width() + BETWEEN for act in self._acts) - BETWEEN
        self._hints.setVisible(self._hints.sizeHint().width() <= room)
