"""What a vote under way shows beside the sign: how many are in, and below it what takes back, ends or shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.labels import button, label
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.icons import Icon
from desktop.words import gettext, ngettext, spoken
from models.values.numbers import count_word


class VoteProgress(QWidget):
    """How many are in, and that nothing of it is shown yet."""

    def __init__(self) -> None:
        super().__init__()
        self._said, self._lock = label("", "figure"), QWidget()
        hidden = QHBoxLayout(self._lock)
        hidden.setContentsMargins(0, 0, 0, 0)
        hidden.setSpacing(8)
        hidden.addStretch(1)
        hidden.addWidget(Icon("lock"))
        hidden.addWidget(label(gettext("hidden until all are in"), "caption"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._said, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._lock)

    def show_progress(self, said: str, *, all_in: bool) -> None:
        """How many are in, in words."""
        self._said.setText(said)
        self._lock.setVisible(not all_in)


class VoteFoot(QWidget):
    """The filled act is to reveal, and it says who is missing until nobody is."""

    away = Signal()
    back = Signal()
    early = Signal()
    reveal = Signal()

    def __init__(self) -> None:
        super().__init__()
        away = button(gettext("Back to the sign"), key="PgUp", edge="left")
        away.clicked.connect(self.away)
        self._back = button(gettext("Take back the last"), key="Backspace")
        self._back.clicked.connect(self.back)
        self._early = button("", key="R")
        self._early.clicked.connect(self.early)
        self._reveal = button(gettext("Reveal"), "primary", key="Enter")
        self._reveal.clicked.connect(self.reveal)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(away)
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self._early)
        line.addWidget(self._reveal)

    def show_progress(self, done: int, asked: int) -> None:
        """So many of those who are asked, or of the answers that are, are in."""
        missing = max(asked - done, 0)
        self._back.setVisible(done > 0)
        self._early.setVisible(done > 0 and missing > 0)
        number = count_word(missing, spoken())
        early = ngettext("Reveal without one", "Reveal without {n}", missing).format(n=number)
        self._early.setText(f"{early}{BEFORE_KEY}R")
        self._early.setAccessibleName(early)
        ready = done > 0 and not missing
        to_go = ngettext("Reveal, one to go", "Reveal, {n} to go", missing).format(n=number)
        self._reveal.setText(f"{gettext('Reveal')}{BEFORE_KEY}{gettext('Enter')}" if ready else to_go)
        self._reveal.setEnabled(ready)
