"""The quiet question at the beginning of the day: who is here?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.labels import button, label
from desktop.words import gettext

KEY = "H"


class WhoIsHere(QWidget):
    """In sight until it was said of everybody. `everybody`: all are; `one_by_one` asks for the list."""

    everybody = Signal()
    one_by_one = Signal()

    def __init__(self, *, list_elsewhere: bool) -> None:
        """`list_elsewhere`: the people stand on another page."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(gettext("Who is here?"), "caption"))
        self._all = button("", "quiet")
        self._all.clicked.connect(self.everybody)
        line.addWidget(self._all)
        if list_elsewhere:
            each = button(gettext("One by one"), "quiet")
            each.clicked.connect(self.one_by_one)
            line.addWidget(each)
        line.addStretch(1)

    def show_people(self, people: int, not_said: int) -> None:
        """Asks about so many of the people."""
        text = gettext("Everybody") if not_said == people else gettext("All the others")
        self._all.setText(f"{text}   {KEY}")
        self._all.setAccessibleName(text)
        self.setVisible(not_said > 0)
