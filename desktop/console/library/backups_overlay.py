"""The backups of the library: which there are, and where those to come go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.backup_words import backup_text
from desktop.widgets.file_dialogs import ask_folder
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext


class BackupsOverlay(CardOverlay):
    """Looks anew each time it is opened."""

    widest = 720
    highest = 520
    grows = True

    def __init__(self, backing: Backing, console: QWidget) -> None:
        super().__init__(console, gettext("Backups"))
        self._backing = backing
        self._where = label("", wrap=True)
        self.list = QListWidget()
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setAccessibleName(gettext("Backups, the newest first"))
        text = gettext("Made with a day’s first edit and at closing; kept for 7 days, 4 weeks and 12 months.")
        self.inside.addWidget(label(text, "caption", wrap=True))
        self.inside.addWidget(self._where)
        self.inside.addWidget(self.list, 1)
        self.end_with_done(*self._ways())
        backing.changed.connect(self._refresh)
        self._refresh()
        self.cover(console)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        backing.look()

    def ended(self) -> None:
        self._backing.changed.disconnect(self._refresh)

    def _refresh(self) -> None:
        self._where.setText(breakable(gettext("They go to {folder}").format(folder=self._backing.folder)))
        self.list.clear()
        self.list.addItems([backup_text(backup) for backup in self._backing.all])
        if not self._backing.all:
            self.list.addItem(gettext("No backup yet"))

    def _ways(self) -> tuple[QPushButton, ...]:
        elsewhere = button(gettext("Another folder…"))
        title = gettext("A folder on another disk, or one that is kept elsewhere too")
        elsewhere.clicked.connect(lambda: ask_folder(self, title, self._backing.folder.parent, self._choose))
        now = button(gettext("Back up now"), "quiet")
        now.clicked.connect(lambda: self._backing.begin(at_once=True))
        return elsewhere, now

    def _choose(self, folder: Path) -> None:
        self._backing.choose(folder)
        self._refresh()
