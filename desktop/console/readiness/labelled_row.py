"""A label in a column of its own, and beside it what it names, on one line with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.labels import label
from desktop.widgets.parts.hints import Cap

LEAST, BETWEEN, TEXT = 104, 16, 3
"""Pixels of the column of labels, after it, and by which a label stands lower than the text it names."""


class LabelledRow(QWidget):
    """The box of a field goes out to the left, so that its text stands in one column with the others."""

    def __init__(self, name: str, part: QWidget, *, out: int = 0, lower: int = TEXT, key: str = "") -> None:
        """`out`: pixels of the part before its text; `lower`: by which the label stands lower. `key` leads there."""
        super().__init__()
        self.part, self._out = part, out
        self._beside = QWidget()
        line = QHBoxLayout(self._beside)
        line.setContentsMargins(0, lower, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(name, "label"), 0, Qt.AlignmentFlag.AlignTop)
        if key:
            line.addWidget(Cap(key), 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN - out)
        row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(part, 1)

    def label_width(self) -> int:
        """Pixels that its label needs."""
        return max(self._beside.sizeHint().width(), LEAST)

    def keep_column(self, width: int) -> None:
        """All labels of a column are as wide as the widest."""
        self._beside.setFixedWidth(width)
