"""The head of the results: what was found, beside it what can be done with the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from desktop.console.results.painted import OUT
from desktop.system.long_text import breakable, without_widow
from desktop.widgets.fields import LineField
from desktop.widgets.labels import label, restyle
from desktop.words import gettext
from models.statements.standing import LONGEST_WORDS

LEAST_TITLE = 480
"""Pixels for the title where acts stand beside it; with less they are below what is said."""
MORE = 48
"""Pixels by which a title that stands above its acts is wider before they go beside it again: beside them it may be
higher, need the page's scroll bar, and be narrower by that.
"""


class ResultsHead(QWidget):
    """A title, a lead under it, and acts at the right."""

    def __init__(self, acts: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self._title, self._lead = label("", "title", wrap=True), label("", "muted", wrap=True)
        self.field = LineField(gettext("Headline"), longest=LONGEST_WORDS)
        self.field.setProperty("role", "title")
        self.field.hide()
        self.field.editingFinished.connect(self._close)
        self._acts = QWidget()
        line = QHBoxLayout(self._acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for act in acts:
            line.addWidget(act)
        self._quiet = acts[:-1]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(OUT, 0, OUT, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self.field, 0, 0)
        self._grid.addWidget(self._lead, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._wide = True
        self._place()

    def say(self, title: str, lead: str) -> None:
        """What was found, and what there is to know of it."""
        self._title.setText(without_widow(breakable(title)))
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._fit()

    def edit(self, text: str, proposed: str) -> None:
        """The title becomes a field with these words in it; `proposed` is what it says without any."""
        self.field.setPlaceholderText(proposed)
        self.field.show_text(text)
        self._title.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _close(self) -> None:
        self.field.hide()
        self._title.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = LEAST_TITLE if self._wide else LEAST_TITLE + MORE
        wide = self.width() - 2 * OUT - self._acts.sizeHint().width() >= least
        if wide is not self._wide:
            self._wide = wide
            self._place()

    def _place(self) -> None:
        row, column = (0, 1) if self._wide else (2, 0)
        side = Qt.AlignmentFlag.AlignRight if self._wide else Qt.AlignmentFlag.AlignLeft
        for act in self._quiet:  # below the title, their words stand on its edge
            restyle(act, "edge", "" if self._wide else "left")
        self._grid.removeWidget(self._acts)
        self._grid.addWidget(self._acts, row, column, side | Qt.AlignmentFlag.AlignTop)
