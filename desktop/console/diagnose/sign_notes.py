"""What was captured under the sign on the screen: what was shown at the left, what was said at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.last_time import LastTime
from desktop.view_models.diagnosing import Diagnosing
from desktop.view_models.workshop.then import asked_before
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.widgets.note_list import NoteList
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import PageScroll
from desktop.words import gettext, spoken
from models.values.names import note_kind_name
from models.values.terms import NoteKind

ALWAYS = (NoteKind.NOTE, NoteKind.EVIDENCE)
"""Kinds whose list is shown while it is empty, too."""
LEAST = 58
"""Pixels of height below which it is not squeezed: the page scrolls then."""
ONE_LINE, TIGHT = 20, 500
"""Pixels that are enough, at a scale of 1, where what is seen of the page is lower than so many: under a notice."""
BETWEEN = 32


class SignNotes(PageScroll):
    """Long lists scroll within it, and the rest of the page stays. `added` carries the kind of a new entry."""

    added = Signal(object)

    def __init__(self, model: Diagnosing, files: EvidenceStrip, typed_elsewhere: Callable[[], str]) -> None:
        """`typed_elsewhere` is the id of the entry that is being typed, which stands in another place meanwhile."""
        super().__init__()
        self._model, self._typed_elsewhere = model, typed_elsewhere
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(LEAST)
        inside = QWidget()
        inside.setObjectName("content")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(BETWEEN)
        self._lists: dict[NoteKind, NoteList] = {}
        shown, said = QVBoxLayout(), QVBoxLayout()
        for kind in NoteKind:
            if kind is not NoteKind.RETURN:
                (shown if kind is NoteKind.EVIDENCE else said).addWidget(self._list(kind))
        shown.addWidget(files)
        self._then, before = LastTime(), QVBoxLayout()
        before.addWidget(self._then)
        before.addStretch(1)
        columns.addLayout(before, 1)
        for column in (shown, said):
            column.setSpacing(4)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._columns = columns
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._claim)  # a layout does not hear of a claim made while it places its widgets

    def _claim(self) -> None:
        page = self.parentWidget()
        ground = page.parentWidget() if page is not None else None
        if ground is not None:
            self.setMinimumHeight(scaled(self, ONE_LINE) if ground.height() < TIGHT else LEAST)

    def sizeHint(self) -> QSize:
        """What is left of the page is its own: it asks for no more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def show_last_time(self) -> None:
        """What was seen under it when it was asked last, where there was an earlier round."""
        then = asked_before(self._model.session, self._model.sign_id)
        self._then.show_then(then)
        self._columns.setStretch(0, int(then is not None))

    def show_notes(self) -> None:
        """What was captured under it."""
        elsewhere = self._typed_elsewhere()
        for kind, notes in self._lists.items():
            entries = tuple(note for note in self._model.notes(kind) if note.id != elsewhere)
            notes.show_notes(entries, people=self._model.session.people())
            notes.setVisible(bool(entries) or kind in ALWAYS)

    def _list(self, kind: NoteKind) -> NoteList:
        add = gettext("Add") if kind in ALWAYS else ""
        key = {NoteKind.NOTE: "N", NoteKind.EVIDENCE: "E"}.get(kind, "")
        words = kind is NoteKind.DISSENT
        name = note_kind_name(kind, spoken())
        notes = NoteList(name, add, key, self._model.noting, word_for_word=words)
        notes.added.connect(lambda: self.added.emit(kind))
        self._lists[kind] = notes
        return notes
