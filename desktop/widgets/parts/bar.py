"""A quiet line across the top that says something, with what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.system.long_text import breakable
from desktop.widgets.labels import label


class Bar(QFrame):
    """It never takes the keyboard by itself, and is hidden while it has nothing to say."""

    def __init__(self, *acts: QPushButton) -> None:
        super().__init__()
        self.setObjectName("keptBar")
        self._said = label("", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 16, 8)
        line.addWidget(self._said, 1)
        for act in acts:
            line.addWidget(act)
        self.hide()

    def say(self, text: str) -> None:
        """Says it in place of what was said before; nothing hides the bar."""
        self._said.setText(breakable(text))
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._said.text().replace("\u200b", "")
