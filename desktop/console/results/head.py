"""The head of the results: what was found, beside it what can be done with the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.results.painted import OUT
from desktop.system.long_text import without_widow
from desktop.widgets.labels import label

LEAST_TITLE = 520
"""Pixels for the title where acts stand beside it; with less they are below what is said."""


class ResultsHead(QWidget):
    """A title, a lead under it, and acts at the right."""

    def __init__(self, acts: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self._title, self._lead = label("", "title", wrap=True), label("", "muted", wrap=True)
        self._acts = QWidget()
        line = QHBoxLayout(self._acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for act in acts:
            line.addWidget(act)
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self._words.addWidget(self._title)
        self._words.addWidget(self._lead)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(OUT, 0, OUT, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.addLayout(self._words, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._wide = True
        self._place()

    def say(self, title: str, lead: str) -> None:
        """What was found, and what there is to know of it."""
        self._title.setText(without_widow(title))
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() - 2 * OUT - self._acts.sizeHint().width() >= LEAST_TITLE
        if wide is not self._wide:
            self._wide = wide
            self._place()

    def _place(self) -> None:
        row, column = (0, 1) if self._wide else (1, 0)
        side = Qt.AlignmentFlag.AlignRight if self._wide else Qt.AlignmentFlag.AlignLeft
        self._grid.removeWidget(self._acts)
        self._grid.addWidget(self._acts, row, column, side | Qt.AlignmentFlag.AlignTop)
