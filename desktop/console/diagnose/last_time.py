"""Beside what is seen today: what was seen when the sign was asked last, and what became of what was promised then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.answer_form import answer_text
from desktop.system.long_text import breakable
from desktop.view_models.workshop.then import Then
from desktop.widgets.labels import clear, label
from desktop.words import gettext


class LastTime(QWidget):
    """It is read, not written on: that round stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Then | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 3, 0, 0)
        self._lines.setSpacing(8)

    def show_then(self, then: Then | None) -> None:
        """Draws it; nothing is shown of a sign that was not asked before."""
        self.setVisible(then is not None)
        if then is None or then == self._shown:
            return
        self._shown = then
        clear(self._lines)
        said = gettext("round {number}: {answer}").format(number=then.number, answer=answer_text(then.rating))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(then.day, "section"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(said, "caption", wrap=True), 1)
        self._lines.addLayout(head)
        for text in then.evidence or (gettext("No evidence was kept."),):
            self._lines.addWidget(label(breakable(text), "muted", wrap=True))
        for promise in then.promises:
            self._lines.addLayout(self._promise(*promise))

    def _promise(self, number: int, title: str, became: str) -> QHBoxLayout:
        disc = label(str(number), "number")
        disc.setProperty("state", "agreed")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(breakable(title), wrap=True))
        words.addWidget(label(became, "caption", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line
