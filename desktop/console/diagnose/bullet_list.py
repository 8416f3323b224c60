"""A few points, one below the other, whose further lines hang under the first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.labels import clear, label


class BulletList(QWidget):
    """Takes as much height as its points need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def show_items(self, items: Iterable[str]) -> None:
        """Shows these points instead of the last."""
        shown = tuple(items)
        if shown == self._items:
            return
        self._items = shown
        clear(self._grid)
        for row, item in enumerate(shown):
            self._grid.addWidget(label("–"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(item, wrap=True), row, 1)
