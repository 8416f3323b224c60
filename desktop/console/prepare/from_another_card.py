"""From which engagement a new one takes over what was set there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from desktop.view_models.workshop.from_another import FromAnother
from desktop.widgets.fields import LineField
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext
from models.engagement.library_entry import LibraryEntry

WIDEST, HIGHEST, LEAST_MARGIN = 680, 520, 24
"""Pixels."""


class FromAnotherCard(CardOverlay):
    """Search as you type; Enter takes over from the one that is chosen."""

    def __init__(self, model: FromAnother, console: QWidget) -> None:
        super().__init__(console, gettext("Take over from another engagement"))
        self._model = model
        text = gettext(
            "Brand, agenda and facilitator come from it; its client and people too, unless another client is named "
            "here. Nothing that was answered comes along."
        )
        self.search = LineField(gettext("Search"), gettext("Clients, pilots, people, words said"), own_undo=True)
        self.list = QListWidget()
        self.list.setAccessibleName(gettext("Engagements"))
        self.inside.addWidget(label(text, "caption", wrap=True))
        self.inside.addWidget(self.search)
        self.inside.addWidget(self.list, 1)
        self.inside.addLayout(self._foot())
        model.listed.connect(self._show)
        self.search.textChanged.connect(model.find)
        self.search.returnPressed.connect(self._take_chosen)
        self.list.itemActivated.connect(lambda _: self._take_chosen())
        self.cover(console)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        model.find("")

    def ended(self) -> None:
        self._model.listed.disconnect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = self.width() - 2 * LEAST_MARGIN, self.height() - 2 * LEAST_MARGIN
        self.card.setFixedSize(min(WIDEST, wide), min(HIGHEST, high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self.list.count():
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))

    def _foot(self) -> QHBoxLayout:
        leave = button(gettext("Leave it"), "quiet", key="Esc")
        leave.clicked.connect(self.put_away)
        self._take = button(gettext("Take over"), "primary", key="Enter")
        self._take.clicked.connect(self._take_chosen)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self._take)
        return foot

    def _show(self) -> None:
        entries = self._model.entries
        self.list.clear()
        self.list.addItems([_name(entry) for entry in entries])
        self._take.setEnabled(bool(entries))
        if entries:
            self.list.setCurrentRow(0)
        else:
            self.list.addItem(gettext("No other engagement is found."))
            self.list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)

    def _take_chosen(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._model.entries):
            self._model.take(self._model.entries[row].id)
            self.put_away()


def _name(entry: LibraryEntry) -> str:
    pilot = entry.pilot or gettext("Pilot not named yet")
    return gettext("{client}, {pilot}").format(client=entry.client, pilot=pilot) if entry.client else pilot
