"""The list of engagements with everything that can be done to one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.library.engagement_list import EngagementList
from desktop.console.library.list_head import ListHead
from desktop.console.page import TOP, WIDEST, side_margin
from desktop.system.long_text import shortened
from desktop.theme import Theme
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.browsing import Browsing
from desktop.widgets.fields import LineField
from desktop.widgets.file_dialogs import ask_where, ask_which
from desktop.widgets.labels import button, label, rule
from desktop.words import gettext, ngettext, pgettext, spoken

SEARCH = 420
"""Pixels that the search takes at most."""
LOOKS_AFTER = 400
"""Milliseconds from the first list to the look for backups: their disk may be a slow one."""
MOST_LETTERS = 60
"""Of an act's name on a button."""


class EngagementsSide(QWidget):
    """Search as you type, recent first; begin, open, duplicate, archive, import, export, hand over."""

    hand_over_wanted, file_chosen = Signal(object), Signal(object)

    passphrase_wanted, portfolio_wanted = Signal(), Signal()

    def __init__(self, model: Browsing, theme: Theme, backing: Backing | None = None) -> None:
        super().__init__()
        self._model, self._backing = model, backing
        self.setMaximumWidth(WIDEST)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(8)
        column.addLayout(self._finding())
        column.addSpacing(8)
        self.list = EngagementList()
        self._heads = ListHead(self.list.viewport(), theme)
        column.addWidget(self._heads)
        column.addWidget(rule())
        self.list.opened.connect(model.open)
        self.list.end_neared.connect(model.more)
        column.addWidget(self.list, 1)
        column.addSpacing(12)
        column.addLayout(self._acts())
        if backing is not None:
            backing.changed.connect(self._show_age)
            QTimer.singleShot(LOOKS_AFTER, self, backing.look)
        model.explained.connect(lambda: self.list.show_reasons(model.reasons))
        model.standings.changed.connect(self._show_standings)
        self.show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_margin(self.window().width())
        self._column.setContentsMargins(side, TOP, side, 12)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self.list.show_theme(theme)
        self._heads.show_theme(theme)

    def refresh(self) -> None:
        """Shows what the library answered."""
        model = self._model
        self.list.show_entries(model.entries, searching=bool(model.search.strip()))
        self._show_standings()
        for made in (self._open, self._duplicate, self._archive, self._export, self._hand, self._delete):
            made.setEnabled(bool(model.entries))
        archive = gettext("Bring back") if model.archived else gettext("Archive")
        self._archive.setText(archive)
        self._archive.setAccessibleName(archive)
        steps = (
            (self._undo, gettext("Undo: {0}"), model.steps.undo),
            (self._redo, gettext("Redo: {0}"), model.steps.redo),
        )
        for made, text, act in steps:
            made.setVisible(act is not None)
            said = act.said(spoken()) if act else ""
            made.setText(text.format(shortened(said, MOST_LETTERS)))
            made.setAccessibleName(text.format(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_standings(self) -> None:
        found = self._model.standings
        shown = {entry.id: found.pilots[entry.id] for entry in self._model.entries if entry.id in found.pilots}
        self.list.show_standings(shown, found.modes)
        self._heads.show_standings(shown, found.modes)
        self._show_title()

    def _show_title(self) -> None:
        model = self._model
        if model.search:
            text = ngettext("{n} engagement found", "{n} engagements found", model.total).format(n=model.total)
        elif model.archived:
            text = ngettext("{n} engagement in the archive", "{n} engagements in the archive", model.total).format(
                n=model.total
            )
        else:
            text = self._what_needs_doing() or ngettext("{n} engagement", "{n} engagements", model.total).format(
                n=model.total
            )
        self._title.setText(text)

    def _what_needs_doing(self) -> str:
        """What is late in all pilots together; nothing where not all are known, or nothing is."""
        pilots = self._model.standings.pilots
        known = [pilots[entry.id] for entry in self._model.entries if entry.id in pilots]
        late = sum(pilot.counted.overdue for pilot in known)
        if not late or len(known) < self._model.total:
            return ""
        return ngettext("{n} action is overdue", "{n} actions are overdue", late).format(n=late)

    def _head(self) -> QHBoxLayout:
        self._title = label("", "title", wrap=True)
        take = button(gettext("Import…"), "quiet")
        take.clicked.connect(lambda: ask_import(self, lambda path: self.file_chosen.emit(path)))
        across = button(gettext("Portfolio…"), "quiet", tip=gettext("All pilots side by side"))
        across.clicked.connect(self.portfolio_wanted)
        new = button(gettext("New engagement"), "primary", key="Ctrl+N")
        new.clicked.connect(lambda: self._model.begin())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title, 1)
        head.addWidget(across)
        head.addWidget(take)
        head.addWidget(new)
        return head

    def _finding(self) -> QHBoxLayout:
        """Search, which of the two shelves is shown, and how old the newest backup is."""
        self._archived = button(pgettext("what is put away", "Archive"), "tab")
        self._archived.setAccessibleName(gettext("Show the archive"))
        self._archived.setCheckable(True)
        self._archived.toggled.connect(lambda on: self._model.find(archived=on))
        search = self._search_field()
        search.setMaximumWidth(SEARCH)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(search, 1)
        line.addWidget(self._archived)
        line.addStretch(1)
        self._age = button("", "quiet", edge="right")
        self._age.clicked.connect(self._show_backups)
        line.addWidget(self._age)
        self._show_age()
        return line

    def _search_field(self) -> LineField:
        self.search = LineField(
            gettext("Search"), gettext("Search clients, pilots, people and what was said"), own_undo=True
        )
        self.search.setObjectName("search")
        self.search.textChanged.connect(lambda text: self._model.find(search=text))
        self.search.returnPressed.connect(self._open_chosen)
        return self.search

    def _acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self._open = button(gettext("Open"), key="Enter", edge="left")
        self._open.clicked.connect(self._open_chosen)
        self._duplicate = button(gettext("Duplicate"), "quiet", key="Ctrl+D")
        self._duplicate.setShortcut("Ctrl+D")
        self._duplicate.clicked.connect(self._duplicate_chosen)
        self._archive = button(gettext("Archive"), "quiet")
        self._archive.clicked.connect(self._archive_chosen)
        self._export = button(gettext("Export…"), "quiet")
        self._export.clicked.connect(self._ask_export)
        self._undo = button("", "quiet", edge="left")
        self._undo.clicked.connect(self._model.undo)
        self._redo = button("", "quiet")
        self._redo.clicked.connect(self._model.redo)
        self._hand = button(gettext("Hand over…"), "quiet")
        self._hand.clicked.connect(self._hand_over_chosen)
        self._delete = button(gettext("Delete for good…"), "quiet")
        self._delete.clicked.connect(self._ask_delete)
        for made in (self._open, self._duplicate, self._archive, self._export, self._hand, self._delete):
            line.addWidget(made)
        line.addStretch(1)
        passphrase = button(gettext("Passphrase…"), "quiet")
        passphrase.clicked.connect(self.passphrase_wanted)
        column = QVBoxLayout()
        steps = QHBoxLayout()
        steps.addWidget(self._undo)
        steps.addWidget(self._redo)
        steps.addStretch(1)
        steps.addWidget(passphrase)
        column.addLayout(steps)
        column.addLayout(line)
        outer = QHBoxLayout()
        outer.addLayout(column)
        return outer

    def _open_chosen(self) -> None:
        if entry := self.list.chosen():
            self._model.open(entry.id)

    def _duplicate_chosen(self) -> None:
        if entry := self.list.chosen():
            self._model.duplicate(entry, gettext("{0} (copy)").format(entry.pilot))

    def _archive_chosen(self) -> None:
        if entry := self.list.chosen():
            self._model.archive(entry)

    def _hand_over_chosen(self) -> None:
        if entry := self.list.chosen():
            self.hand_over_wanted.emit(entry)

    def _show_age(self) -> None:
        text = self._backing.age_text() if self._backing is not None else ""
        self._age.setText(text)
        self._age.setAccessibleName(gettext("Backups: {age}").format(age=text))
        self._age.setVisible(bool(text))

    def _show_backups(self) -> None:
        from desktop.console.library.backups_overlay import BackupsOverlay

        if self._backing is not None:
            BackupsOverlay(self._backing, self.window())

    def _ask_delete(self) -> None:
        from desktop.console.library.delete_overlay import DeleteOverlay

        entry = self.list.chosen()
        if entry is not None and self._backing is not None:
            DeleteOverlay(self._model, self._backing, entry, self.window())

    def _ask_export(self) -> None:
        entry = self.list.chosen()
        if entry is None:
            return
        kinds = gettext("Clearway engagements (*.json)")
        title, suggested = gettext("Export the engagement"), Path("engagement.json")
        ask_where(self, title, suggested, kinds, lambda path: self._model.take_out(entry.id, path))


def ask_import(parent: QWidget, take: Callable[[Path], None]) -> None:
    """Lets the person choose a file of ours: an engagement, a hand-over, a library."""
    kinds = gettext("Clearway files (*.json *.clearway)")
    ask_which(parent, gettext("Import an engagement, or take in a hand-over"), kinds, take)
