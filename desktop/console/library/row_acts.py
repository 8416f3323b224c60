"""What can be done with the engagement that is chosen, in its own row, in place of its columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.console.library.engagement_list import OUT, EngagementList
from desktop.console.palette.acts import FOLDED
from desktop.widgets.file_dialogs import ask_where
from desktop.widgets.keys import name_of
from desktop.widgets.labels import button
from desktop.widgets.parts.scrolled import ground_of
from desktop.words import gettext

if TYPE_CHECKING:
    from desktop.view_models.library.backing import Backing
    from desktop.view_models.library.browsing import Browsing


class RowActs(QWidget):
    """Folded until asked for; another row, Esc or an act folds it again. The palette names its acts all the same."""

    hand_over_wanted = Signal(object)

    def __init__(self, model: Browsing, rows: EngagementList, backing: Backing | None) -> None:
        super().__init__(ground_of(rows))
        self._model, self._list, self._backing = model, rows, backing
        self.setObjectName("row_acts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(OUT, 0, OUT, 0)
        self._line.setSpacing(4)
        self._line.addStretch(1)
        self._duplicate = self._act(gettext("Duplicate"), self._duplicate_chosen, key="Ctrl+D")
        self._archive = self._act(gettext("Archive"), self._archive_chosen)
        self._act(gettext("Export…"), self._ask_export)
        self._act(gettext("Hand over…"), self._hand_over_chosen)
        self._act(gettext("Delete for good…"), self._ask_delete)
        rows.acts_wanted.connect(self.unfold)
        rows.chosen_changed.connect(self.fold)
        self.hide()

    def refresh(self) -> None:
        """What is listed may be the archive, or nothing."""
        self.fold()
        text = gettext("Bring back") if self._model.in_archive else gettext("Archive")
        self._archive.setText(text)
        self._archive.setAccessibleName(text)
        for made in self.findChildren(QPushButton):
            made.setEnabled(bool(self._model.shown))

    def unfold(self) -> None:
        """Stands in the chosen row, with the keyboard."""
        place = self._list.place_for(self._line.sizeHint().width())
        if place.isEmpty():
            return
        self.setGeometry(place)
        self.show()
        self.raise_()
        self._duplicate.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> bool:
        """Gives the row back its columns, and the list the keyboard; False where nothing was unfolded."""
        if self.isHidden():
            return False
        typing = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        if typing:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {"Left": -1, "Right": 1, "Up": 0, "Down": 0}
        step = keys.get(name_of(event))
        if step is None:
            super().keyPressEvent(event)
        elif step:
            self.focusNextPrevChild(step > 0)
        else:
            self.fold()

    def _act(self, text: str, act: object, key: str = "") -> QPushButton:
        made = button(text, "quiet", key=key)
        if key:
            made.setShortcut(key)
        made.setProperty(FOLDED, True)
        made.clicked.connect(act)
        self._line.addWidget(made)
        return made

    def _duplicate_chosen(self) -> None:
        self.fold()
        if entry := self._list.chosen():
            self._model.duplicate(entry, gettext("{0} (copy)").format(entry.pilot))

    def _archive_chosen(self) -> None:
        self.fold()
        if entry := self._list.chosen():
            self._model.archive(entry)

    def _hand_over_chosen(self) -> None:
        self.fold()
        if entry := self._list.chosen():
            self.hand_over_wanted.emit(entry)

    def _ask_delete(self) -> None:
        from desktop.console.library.delete_overlay import DeleteOverlay

        self.fold()
        entry = self._list.chosen()
        if entry is not None and self._backing is not None:
            DeleteOverlay(self._model, self._backing, entry, self.window())

    def _ask_export(self) -> None:
        self.fold()
        entry = self._list.chosen()
        if entry is None:
            return
        kinds = gettext("Clearway engagements (*.json)")
        title, suggested = gettext("Export the engagement"), Path("engagement.json")
        ask_where(self._list, title, suggested, kinds, lambda path: self._model.take_out(entry.id, path))
