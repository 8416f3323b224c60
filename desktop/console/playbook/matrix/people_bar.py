"""Over a matrix with more people than find room: which of them stand there, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.console.playbook.register_fit import Across
from desktop.console.playbook.register_model import OUT
from desktop.widgets.labels import button, label
from desktop.words import gettext


class PeopleBar(QWidget):
    """`wanted` asks for those before (-1) or after (1). Out of sight where all have room."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._said = label("", "caption", wrap=True)
        self._before = button(gettext("Those before"), "quiet")
        self._after = button(gettext("Those after"), "quiet")
        self._before.clicked.connect(lambda: self.wanted.emit(-1))
        self._after.clicked.connect(lambda: self.wanted.emit(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(OUT, 0, OUT, 0)
        line.addWidget(self._said, 1)
        line.addWidget(self._before)
        line.addWidget(self._after)
        self.hide()

    def show_people(self, across: Across) -> None:
        """Which of them are shown."""
        text = gettext("{first} to {last} of {n} people. ← and → in the table go on to the others.")
        self._said.setText(text.format(first=across.first + 1, last=across.last, n=across.people))
        self._before.setEnabled(across.first > 0)
        self._after.setEnabled(across.last < across.people)
        self.setVisible(across.last - across.first < across.people)
