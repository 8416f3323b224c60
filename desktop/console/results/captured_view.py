"""What was captured of one kind, wherever it was said: written on here, marked for the client, led back to its sign."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.view_models.noting import Noting
from desktop.view_models.results.captured import CapturedKind, captured_counts, captured_kinds
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import label
from desktop.widgets.note_list import NoteList
from desktop.widgets.noting.columns import BETWEEN
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext, spoken
from models.engagement.engagement import Note
from models.values.names import note_kind_name
from models.values.sought import the_first
from models.values.terms import NoteKind

KEYS = {NoteKind.NOTE: "N", NoteKind.DECISION: "O", NoteKind.PARKED: "P", NoteKind.DISSENT: "D"}
"""What can be said of the pilot as a whole, and by which key."""
READS_WELL, TWO = 860, 1176
"""Pixels: in longer lines the eye loses its place; and from where, at a scale of 1, there are two columns of them."""


class CapturedView(QWidget):
    """Every entry can be written on and leads back to its sign; new ones here belong to the pilot as a whole."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session, self._noting = session, Noting(session)
        self._lists: dict[NoteKind, NoteList] = {}
        self.shown: CapturedKind = captured_kinds()[0]
        self.setMaximumWidth(2 * READS_WELL + BETWEEN)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        about = gettext("Under a warning sign: P parks, L comes back to it, D keeps a dissent, O a decision.")
        self._about = label(about, "muted", wrap=True)
        column.addWidget(self._about)
        for one in captured_kinds():
            for kind in one.kinds:
                column.addWidget(self._list(kind))
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines that read well, side by side where there is room for two."""
        super().resizeEvent(event)
        two = self.width() >= scaled(self, TWO)
        self._column.setContentsMargins(0, 0, 0 if two else max(self.width() - READS_WELL, 0), 0)
        for notes in self._lists.values():
            notes.show_in(2 if two else 1)

    def capture(self, kind: NoteKind) -> None:
        """A new entry about the pilot as a whole, with the cursor in it."""
        self._lists[kind].edit_note(self._noting.add(kind))

    def show_kind(self, kind: NoteKind) -> None:
        """Lists the entries that are counted with these."""
        self.shown = the_first(one for one in captured_kinds() if kind in one.kinds)
        self.refresh()

    def title(self) -> str:
        """How many there are, and how many of them the client sees."""
        return the_first(one for one in captured_counts(self._session) if one.kind == self.shown).sentence()

    def refresh(self) -> None:
        """Draws the entries as they stand; the kinds that are not asked for are not filled."""
        listed = 0
        for kind, notes in self._lists.items():
            notes.setVisible(kind in self.shown.kinds)
            if kind in self.shown.kinds:
                entries = tuple(
                    sorted(
                        (n for n in self._session.current.notes if n.kind is kind), key=lambda n: self._place(n) or 0
                    )
                )
                notes.show_notes(entries, self._origins(entries), self._session.people())
                listed += len(entries)
        self._about.setVisible(not listed)

    def _origins(self, entries: tuple[Note, ...]) -> dict[str, str]:
        """Said once for each sign, over the first of its entries."""
        first: dict[int, str] = {}
        for note in entries:
            if place := self._place(note):
                first.setdefault(place, note.id)
        signs = self._session.method.signs
        return {key: gettext("Sign {0}: {1}").format(place, signs[place - 1].title) for place, key in first.items()}

    def _place(self, note: Note) -> int | None:
        """Of its sign, from 1 on; None of what belongs to the pilot as a whole."""
        signs = self._session.method.signs
        return next((n for n, sign in enumerate(signs, 1) if sign.id == note.sign_id), None)

    def _go_to_origin(self, note_id: str) -> None:
        note = next((n for n in self._session.current.notes if n.id == note_id), None)
        if note is not None and note.sign_id:
            self.sign_wanted.emit(note.sign_id)

    def _list(self, kind: NoteKind) -> NoteList:
        key = KEYS.get(kind, "")
        words = kind is NoteKind.DISSENT
        add = gettext("Add") if key else ""
        notes = NoteList(note_kind_name(kind, spoken()), add, key, self._noting, word_for_word=words)
        notes.added.connect(lambda: self.capture(kind))
        notes.origin_wanted.connect(self._go_to_origin)
        self._lists[kind] = notes
        return notes
