"""The foot of the page until the first sign is answered: what fills the page quickly, and the way on even now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.labels import button
from desktop.widgets.parts.hints import key_hints
from desktop.words import gettext


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
        line.setSpacing(16)
        line.addLayout(key_hints(hints), 1)
        line.addWidget(other)
        line.addWidget(on)
        line.setAlignment(on, Qt.AlignmentFlag.AlignVCenter)
