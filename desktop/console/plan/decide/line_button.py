"""A line that can be pressed, whose words take as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from desktop.system.long_text import breakable, shortened
from desktop.widgets.labels import label

MOST_LETTERS = 90


class LineButton(QPushButton):
    """Called by its whole text."""

    def __init__(self, text: str, *, here: bool = False, settled: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "line")
        self.setProperty("here", here)
        self.setAccessibleName(text)
        words = label(
            breakable(shortened(text, MOST_LETTERS)), "strong" if here else "muted" if settled else "", wrap=True
        )
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """Its longest word; a button asks for its own text only, and this one has none."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()
