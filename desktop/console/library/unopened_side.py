"""What stands in place of the list where the library cannot be opened: why, and its backups."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.page import MARGIN
from desktop.system.long_text import breakable
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.backup_words import backup_text
from desktop.widgets.file_dialogs import ask_which
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, clear, label, section_head
from desktop.words import gettext

MOST = 5
"""The newest backups that are offered by name; any other file can be chosen."""


class UnopenedSide(QWidget):
    """The backups are looked for once it is shown; the keyboard is on what comes first."""

    def __init__(self, sentence: str, try_again: Callable[[], None], backing: Backing | None) -> None:
        super().__init__()
        self._backing = backing
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN, MARGIN * 2, MARGIN)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(label(gettext("The library cannot be opened"), "title", wrap=True))
        column.addWidget(label(breakable(sentence), "lead", wrap=True))
        self._again = button(gettext("Try again"), "primary")
        self._again.clicked.connect(try_again)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._offer = QVBoxLayout()
        self._offer.setSpacing(4)
        column.addSpacing(8)
        column.addLayout(self._offer)
        column.addStretch(3)
        if backing is not None:
            backing.changed.connect(self._show_backups)
            backing.look()

    def take_keys(self) -> None:
        """The keyboard is here."""
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_backups(self) -> None:
        if self._backing is None or self.isHidden():
            return
        clear(self._offer)
        found = self._backing.all[:MOST]
        if found:
            self._offer.addLayout(section_head(gettext("Go on with a backup"), gettext("what is there is kept")))
        for backup in found:
            made = button(backup_text(backup), "quiet", edge="left")
            made.clicked.connect(partial(self._restore, backup.path))
            self._offer.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        other = button(gettext("Choose another file…"), "quiet", edge="left")
        other.clicked.connect(self._choose)
        line = Flow(16)
        line.addWidget(other)
        self._offer.addLayout(line)

    def _restore(self, path: Path, _: bool = False) -> None:
        if self._backing is not None:
            self._backing.restore(path)

    def _choose(self) -> None:
        ask_which(self, gettext("Restore a backup"), gettext("Clearway libraries (*.clearway)"), self._restore)
