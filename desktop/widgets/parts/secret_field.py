"""A field for what nobody else should read, with its name above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.labels import label

WIDEST = 496
"""Pixels."""
LONGEST = 10_000
"""Letters."""


class SecretField(QWidget):
    """What is typed in it is shown as dots, is in no list of words of the system, and leaves with `take`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setMaxLength(LONGEST)
        self.line.setMaximumWidth(WIDEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        hidden = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        self.line.setInputMethodHints(hidden | Qt.InputMethodHint.ImhNoPredictiveText)
        self._name = label(name, "label")
        self._name.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self.line)

    def call(self, name: str) -> None:
        """Asks for something else."""
        self._name.setText(name)
        self.line.setAccessibleName(name)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def take(self) -> str:
        """What is typed; nothing stays, nor can be brought back."""
        text = self.line.text()
        self.line.clear()
        return text
