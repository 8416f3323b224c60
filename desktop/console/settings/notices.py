"""Whose work Clearway stands on, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.widgets.overlay import TO_THE_EDGE, CardOverlay
from desktop.words import gettext
from resources import resource_text


class NoticesCard(CardOverlay):
    """The texts as they came with each package, to be read and copied."""

    widest = 920
    """Their lines were broken by whoever wrote them, at up to 120 letters; broken again they are hard to read."""
    highest = TO_THE_EDGE

    def __init__(self, console: QWidget) -> None:
        super().__init__(console, gettext("Licences"))
        self.text = QPlainTextEdit(resource_text("notices/notices.txt"))
        self.text.setAccessibleName(gettext("Licences"))
        self.text.setReadOnly(True)
        self.inside.addWidget(self.text, 1)
        self.end_with_done()
        self.cover(console)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
