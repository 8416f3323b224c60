"""At the foot of Diagnose: who is here, back, and on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.widgets.labels import button
from desktop.widgets.who_is_here import WhoIsHere
from desktop.words import gettext


class SignFoot(QHBoxLayout):
    """`stepped` says that it goes on (1), or back (-1)."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.here = WhoIsHere(list_elsewhere=True)
        self.back = button(gettext("Back"), key="Left")
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        forward = button(gettext("Next"), "primary", key="Enter")
        forward.clicked.connect(lambda: self.stepped.emit(1))
        self.setSpacing(8)
        for part in (self.here, self.back, forward):
            self.addWidget(part)
