"""What may be longer than its place: as wide as that, and scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

PAGE_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class PageScroll(QScrollArea):
    """On a page these keys turn the page, from a field too: a field that scrolled away would be typed into unseen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)


def scrolled(part: QWidget, *, on_page: bool = False) -> QScrollArea:
    """The part in its place. The keyboard passes by: what is in the part takes it, or the page it is `on_page` of."""
    area = PageScroll() if on_page else QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area
