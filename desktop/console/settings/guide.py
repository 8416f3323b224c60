"""The guide: a page for each part of the day, beside the work, without a network."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from desktop.console.settings.page_text import PageText
from desktop.widgets.overlay import TO_THE_EDGE, CardOverlay
from desktop.words import gettext, spoken
from resources import guide_pages
from resources.words import language_of


class GuideCard(CardOverlay):
    """Up and Down choose a page, Page Down reads on."""

    widest = 1120
    highest = TO_THE_EDGE

    def __init__(self, console: QWidget) -> None:
        super().__init__(console, gettext("Guide"))
        self._paths = guide_pages(language_of(spoken()))
        self.list, self.text = QListWidget(), PageText(gettext("The page"))
        self.list.setAccessibleName(gettext("Pages of the guide"))
        self.list.setObjectName("guidePages")
        self.list.addItems([path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ") for path in self._paths])
        self.list.currentRowChanged.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        self.inside.addLayout(row, 1)
        self.end_with_done()
        self.cover(console)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: int) -> None:
        self.text.show_page(self._paths[row])
