"""The guide: a page for each part of the day, beside the work, without a network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPixmap, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from desktop.widgets.labels import button
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext, spoken
from resources import guide_pages
from resources.words import language_of

LEAST_MARGIN, LIST, BELOW = 16, 220, 8
"""Pixels; the last is the room below a paragraph."""


class GuideText(QTextBrowser):
    """A page of the guide, whose pictures are never wider than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(gettext("The page"))
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


class GuideCard(CardOverlay):
    """Up and Down choose a page, Page Down reads on."""

    def __init__(self, console: QWidget) -> None:
        super().__init__(console, gettext("Guide"))
        self._paths = guide_pages(language_of(spoken()))
        self.list, self.text = QListWidget(), GuideText()
        self.list.setAccessibleName(gettext("Pages of the guide"))
        self.list.setFixedWidth(LIST)
        self.list.addItems([path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ") for path in self._paths])
        self.list.currentRowChanged.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        self.inside.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        done = button(gettext("Done"), "primary", key="Esc")
        done.clicked.connect(self.put_away)
        foot.addWidget(done)
        self.inside.addLayout(foot)
        self.cover(console)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.setFixedSize(self.width() - 2 * LEAST_MARGIN, self.height() - 2 * LEAST_MARGIN)

    def _show(self, row: int) -> None:
        self.text.show_page(self._paths[row])
