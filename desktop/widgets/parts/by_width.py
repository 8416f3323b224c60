"""What is painted by hand and wraps: it asks for another height at another width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object  # a class of PySide6 may stand once only among those that another is made of


class HighByWidth(_Widget):
    """Stands before the widget's own class, which says its `heightForWidth`."""

    def ask_by_width(self, down: QSizePolicy.Policy = QSizePolicy.Policy.Minimum) -> None:
        """As wide as there is room; `down` is what holds of the height that was asked for."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, down)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout that was told a height for the width before keeps to it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
