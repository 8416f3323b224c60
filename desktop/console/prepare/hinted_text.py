"""A text with a line under it that says why it matters, while it is being written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.labels import label
from desktop.widgets.parts.bare import reads_as_text

BEFORE = 2
"""Pixels by which Qt sets the text of a line further in than that of several."""


class HintedText(QWidget):
    """`field` is the text itself."""

    def __init__(self, name: str, example: str, hint: str) -> None:
        super().__init__()
        self.field = reads_as_text(TextField(name, example, lines=1), wanted=False)
        self._hint = label(hint, "caption", wrap=True)
        self._hint.setContentsMargins(9, 0, 0, 4)
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(BEFORE, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._hint)
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._hint.setVisible(event.type() is QEvent.Type.FocusIn)
        return False
