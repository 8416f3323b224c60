"""The title of an action: one line, and below it whether another action is called the same."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.labels import button, label
from desktop.words import gettext
from models.engagement.engagement import Action
from models.values.lengths import LONGEST_NAME


class TitleField(TextField):
    """Wraps, but is one line: Enter is the page's, and line breaks that are pasted are spaces."""

    def __init__(self) -> None:
        super().__init__(gettext("Action"), lines=1, longest=LONGEST_NAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Of text alone."""
        self.insertPlainText(" ".join(source.text().split()))


class SameTitle(QWidget):
    """Stands nowhere unless there is another. `wanted` carries its id."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._other = ""
        self._said = label("", "caption", wrap=True)
        self._open = button("", "quiet", edge="right")
        self._open.clicked.connect(lambda: self.wanted.emit(self._other))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._said, 1)
        line.addWidget(self._open)
        self.hide()

    def show_other(self, other: Action | None) -> None:
        """The action that is called the same, or none."""
        self._other = other.id if other else ""
        if other is not None:
            text = gettext("The same as {number}: open that one, or keep both.")
            self._said.setText(text.format(number=other.position))
            self._open.setText(gettext("Open {number}").format(number=other.position))
            self._open.setAccessibleName(self._open.text())
        self.setVisible(other is not None)
