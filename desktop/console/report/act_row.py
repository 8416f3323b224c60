"""Acts that belong together, behind a word for what they have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.labels import label

BETWEEN, BETWEEN_SMALL, LOWER, LOWER_SMALL = 12, 8, 9, 4
"""Pixels after the word and between acts; between small ones; and by which the word stands lower than the top of an
act, or of a small one, on one line with its words.
"""


class ActRow(QWidget):
    """The acts go on in another line where the first is full."""

    def __init__(self, name: str, acts: Iterable[QPushButton]) -> None:
        super().__init__()
        self._name = label(name, "label")
        acts = tuple(acts)
        small = any(act.property("role") == "small" for act in acts)
        self._name.setContentsMargins(0, LOWER_SMALL if small else LOWER, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        flow = Flow(BETWEEN_SMALL if small else BETWEEN, down=0)
        for act in acts:
            flow.addWidget(act)
        row.addLayout(flow, 1)

    def stand_below(self, others: Iterable[ActRow]) -> None:
        """All words of a group are as wide as the widest, so that the acts stand in one column."""
        group = (self, *others)
        width = max(row._name.sizeHint().width() for row in group)
        for row in group:
            row._name.setMinimumWidth(width)
