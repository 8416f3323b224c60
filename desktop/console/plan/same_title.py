"""Under a title that another action bears already: open that one, or keep both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.view_models.planning import Part, PlanRow
from desktop.widgets.flow import APART, Flow
from desktop.widgets.labels import button, keep_focus, label
from desktop.words import gettext

OPEN_KEY, KEEP_KEY = "Alt+O", "Alt+K"


class SameTitle(QWidget):
    """`open_wanted` and `keep_wanted` carry the key of the other row."""

    open_wanted = Signal(str)
    keep_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._other = ""
        self._said = label("", "strong", wrap=True)
        line = Flow(APART, down=8)
        for text, key, wanted in (
            (gettext("Open it"), OPEN_KEY, self.open_wanted),
            (gettext("Keep both"), KEEP_KEY, self.keep_wanted),
        ):
            made = button(text, "quiet", key=key, edge="left")
            made.clicked.connect(lambda _=False, signal=wanted: signal.emit(self._other))
            line.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._said)
        column.addLayout(line)
        self.hide()

    def show_other(self, other: PlanRow | None) -> None:
        """Says which other action has the title; nothing where none has."""
        if other is None:
            keep_focus(self)
            self._other = ""
            self.hide()
            return
        self._other = other.key
        if other.part is Part.ACCEPTED and other.line:
            self._said.setText(gettext("The same as {number}: open it, or keep both?").format(number=other.line.number))
        else:
            self._said.setText(gettext("The same as a proposal: open it, or keep both?"))
        self.show()

    def act(self, way: int) -> bool:
        """Opens the other (0) or keeps both (1); False where no title is doubled."""
        if not self._other:
            return False
        (self.open_wanted, self.keep_wanted)[way].emit(self._other)
        return True
