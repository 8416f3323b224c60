"""The line under a field: how what was typed is understood, or why it is not."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.widgets.labels import label, restyle


class FieldNote:
    """Stands nowhere while it has nothing to say."""

    def __init__(self, field: QWidget) -> None:
        self._field = field
        self.line: QLabel = label("", "caption", wrap=True)
        """To be laid out under the field, unless `under_field` does so."""
        self.line.hide()

    @property
    def text(self) -> str:
        """What it says; empty for nothing."""
        return self.line.text().replace("\u200b", "")

    def under_field(self) -> QWidget:
        """The field with its line, to be laid out in the field's place."""
        both = QWidget()
        both.setFocusProxy(self._field)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._field)
        column.addWidget(self.line)
        return both

    def say(self, text: str) -> None:
        """How it is understood."""
        self._show(text, "caption")

    def warn(self, text: str) -> None:
        """Why it is not."""
        self._show(text, "danger")

    def hush(self) -> None:
        """Nothing is left to say."""
        self._show("", "caption")

    def _show(self, text: str, role: str) -> None:
        if text == self.text:
            return
        restyle(self.line, "role", role)
        self.line.setText(breakable(text))
        self.line.setVisible(bool(text) and self.line.parentWidget() is not None)
        self._field.setAccessibleDescription(text)
