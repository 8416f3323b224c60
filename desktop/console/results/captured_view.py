"""What was parked, is to be come back to, was objected and was decided, wherever it was said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.view_models.noting import Noting
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import label
from desktop.widgets.note_list import NoteList
from desktop.words import gettext, spoken
from models.engagement.engagement import Note
from models.values.names import note_kind_name
from models.values.terms import NoteKind

KINDS = (NoteKind.DECISION, NoteKind.RETURN, NoteKind.PARKED, NoteKind.DISSENT)


class CapturedView(QWidget):
    """Every entry can be written on and leads back to its sign; new ones here belong to the pilot as a whole."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session, self._noting = session, Noting(session)
        self._lists: dict[NoteKind, NoteList] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        about = gettext("Under a warning sign: P parks, L comes back to it, D keeps a dissent, O a decision.")
        column.addWidget(label(about, "muted", wrap=True))
        keys = {NoteKind.DECISION: "O", NoteKind.PARKED: "P", NoteKind.DISSENT: "D"}
        for kind in KINDS:
            column.addWidget(self._list(kind, keys.get(kind, "")))
        column.addStretch(1)

    def capture(self, kind: NoteKind) -> None:
        """A new entry about the pilot as a whole, with the cursor in it."""
        self._lists[kind].edit_note(self._noting.add(kind))

    def refresh(self) -> None:
        """Draws the entries as they stand."""
        for kind, notes in self._lists.items():
            entries = tuple(n for n in self._session.current.notes if n.kind is kind)
            notes.show_notes(entries, {n.id: self._origin(n) for n in entries}, self._session.people())

    def _origin(self, note: Note) -> str:
        signs = self._session.method.signs
        place = next((n for n, sign in enumerate(signs, 1) if sign.id == note.sign_id), None)
        return "" if place is None else gettext("Sign {0}: {1}").format(place, signs[place - 1].title)

    def _go_to_origin(self, note_id: str) -> None:
        note = next((n for n in self._session.current.notes if n.id == note_id), None)
        if note is not None and note.sign_id:
            self.sign_wanted.emit(note.sign_id)

    def _list(self, kind: NoteKind, key: str) -> NoteList:
        noting = self._noting
        add = "" if kind is NoteKind.RETURN else gettext("Add")
        words = kind is NoteKind.DISSENT
        notes = NoteList(note_kind_name(kind, spoken()), add, key, noting, word_for_word=words)
        notes.added.connect(lambda: self.capture(kind))
        notes.origin_wanted.connect(self._go_to_origin)
        self._lists[kind] = notes
        return notes
