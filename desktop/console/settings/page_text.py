"""A page in Markdown that comes with Clearway: of the guide, or what is new."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPixmap, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser

BELOW = 8
"""Pixels below a paragraph."""


class PageText(QTextBrowser):
    """Its pictures are never wider than there is room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self._page: Path | None = None
        self._shown_in = 0

    def show_page(self, page: Path) -> None:
        """Shows it from its beginning."""
        self._page, self._shown_in = page, self.width()
        self.setSearchPaths([str(page.parent)])
        self.setMarkdown(page.read_text(encoding="utf-8"))
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            form = cursor.blockFormat()
            form.setBottomMargin(BELOW)
            cursor.setBlockFormat(form)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        file = QUrl(name).fileName()
        if self._page is None or not file.endswith(".png"):
            return super().loadResource(kind, name)
        picture = QPixmap(str(self._page.with_name(file)))
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * round(self.document().documentMargin())
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar that a page brings resizes what is in view while that is being laid out.
        if self._page is not None and self.width() != self._shown_in:
            self.show_page(self._page)
