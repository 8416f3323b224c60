"""Beside the answer: whom to ask, what evidence to ask for, and what was said, shown, parked, decided or objected."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.bullet_list import BulletList
from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.note_list import NoteList
from desktop.words import gettext, spoken
from models.values.names import group_name, note_kind_name
from models.values.terms import NoteKind

ALWAYS = (NoteKind.NOTE, NoteKind.EVIDENCE)
"""Kinds whose list is shown while it is empty, too."""


class SignNotes(QWidget):
    """What was captured under the sign on the screen; a list appears with its first entry."""

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self._model = model
        self._ask, self._evidence = label(wrap=True), BulletList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(gettext("Whom to ask"), "label"))
        column.addWidget(self._ask)
        column.addSpacing(12)
        column.addWidget(label(gettext("Evidence to ask for"), "label"))
        column.addWidget(self._evidence)
        column.addSpacing(12)
        column.addLayout(self._captures())
        column.addSpacing(8)
        self._lists: dict[NoteKind, NoteList] = {}
        keys = {NoteKind.NOTE: "N", NoteKind.EVIDENCE: "E"}
        for kind in NoteKind:
            if kind is not NoteKind.RETURN:
                column.addWidget(self._list(kind, keys.get(kind, "")))
        column.addStretch(1)

    def capture(self, kind: NoteKind) -> None:
        """A new entry with the cursor in it; "come back to this" is a mark that needs no words."""
        if kind is NoteKind.RETURN:
            self._model.noting.mark_for_return(self._model.sign_id)
            return
        note_id = self._model.noting.add(kind, self._model.sign_id)
        self._lists[kind].show()
        self._lists[kind].edit_note(note_id)

    def show_sign(self) -> None:
        """All of the sign on the screen."""
        sign = self._model.sign
        self._ask.setText(", ".join(group_name(group, spoken()) for group in sign.ask).capitalize())
        self._evidence.show_items(sign.evidence)
        self.show_notes()

    def show_notes(self) -> None:
        """What was captured under it."""
        for kind, notes in self._lists.items():
            entries = self._model.notes(kind)
            notes.show_notes(entries, people=self._model.session.people())
            notes.setVisible(bool(entries) or kind in ALWAYS)
        marked = bool(self._model.notes(NoteKind.RETURN))
        self._return.setChecked(marked)
        restyle(self._return, "role", "segment" if marked else "quiet")

    def _captures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        self._return = button(
            gettext("Come back"), "quiet", key="L", tip=gettext("Mark the sign to come back to it"), edge="left"
        )
        self._return.setCheckable(True)
        self._return.clicked.connect(lambda: self.capture(NoteKind.RETURN))
        park = button(gettext("Park it"), "quiet", key="P", edge="left")
        dissent = button(
            gettext("Dissent"), "quiet", key="D", tip=gettext("A differing view, word for word"), edge="left"
        )
        decision = button(gettext("Decision"), "quiet", key="O", edge="left")
        for made, kind in ((park, NoteKind.PARKED), (dissent, NoteKind.DISSENT), (decision, NoteKind.DECISION)):
            made.clicked.connect(lambda _=False, k=kind: self.capture(k))
        grid.addWidget(park, 0, 0)
        grid.addWidget(self._return, 0, 1)
        grid.addWidget(dissent, 1, 0)
        grid.addWidget(decision, 1, 1)
        return grid

    def _list(self, kind: NoteKind, key: str) -> NoteList:
        noting = self._model.noting
        add = {NoteKind.NOTE: gettext("New note"), NoteKind.EVIDENCE: gettext("New evidence")}.get(kind, gettext("Add"))
        words = kind is NoteKind.DISSENT
        notes = NoteList(note_kind_name(kind, spoken()), add, key, noting, word_for_word=words)
        notes.added.connect(lambda: self.capture(kind))
        self._lists[kind] = notes
        return notes
