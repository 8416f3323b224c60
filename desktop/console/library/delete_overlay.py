"""What is asked before an engagement is deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.browsing import Browsing
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext, ngettext
from models.engagement.library_entry import LibraryEntry


class DeleteOverlay(CardOverlay):
    """Names the engagement and what goes, before anything does; nothing brings it back."""

    widest = 640

    def __init__(self, model: Browsing, backing: Backing, entry: LibraryEntry, console: QWidget) -> None:
        super().__init__(console, gettext("Delete for good?"))
        self._model, self._backing, self._entry = model, backing, entry
        name = gettext("{client}, {pilot}").format(client=entry.client, pilot=entry.pilot)
        self.inside.addWidget(label(breakable(name), "lead", wrap=True))
        text = gettext(
            "Its records, its whole history, its files and what the search knows of it go, and the places on the disk "
            "where they stood are overwritten. Nothing brings it back: no undo, no support."
        )
        self.inside.addWidget(label(text, wrap=True))
        self._held: QLabel = label(gettext("Looking which backups hold it …"), wrap=True)
        self.inside.addWidget(self._held)
        self.inside.addLayout(self._foot())
        self.cover(console)
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        backing.holding(entry.id, self._told)

    def _told(self, found: Sequence[object]) -> None:
        if self.isHidden():
            return
        text = ngettext(
            "{n} backup holds it still, in {folder}: it stays there until it is deleted by hand or by time. "
            "What was sent or handed over is not reached either.",
            "{n} backups hold it still, in {folder}: it stays there until they are deleted by hand or by time. "
            "What was sent or handed over is not reached either.",
            len(found),
        )
        none = gettext("No backup holds it. What was sent or handed over is not reached.")
        said = text.format(n=len(found), folder=self._backing.folder) if found else none
        self._held.setText(breakable(said))

    def _foot(self) -> QVBoxLayout:
        self._keep = button(gettext("Keep it"), "primary", key="Esc")
        self._keep.clicked.connect(self.put_away)
        go = button(gettext("Delete for good"))
        go.clicked.connect(self._delete)
        line = QHBoxLayout()
        line.addWidget(go)
        line.addStretch(1)
        line.addWidget(self._keep)
        foot = QVBoxLayout()
        foot.addSpacing(8)
        foot.addLayout(line)
        return foot

    def _delete(self) -> None:
        self._backing.stop_copying()
        self._model.delete_for_good(self._entry)
        self.put_away()
