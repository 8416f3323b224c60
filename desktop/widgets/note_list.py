"""What was said or shown, each entry with whether the client may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.labels import button, label, let_go
from desktop.words import gettext
from models.engagement.engagement import Note


class NoteEditor(QWidget):
    """One entry: its text, and a mark for the client."""

    typed = Signal(str, str)
    shared = Signal(bool)
    removed = Signal()
    origin_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextField(name, lines=1)
        self.text.typed.connect(self.typed)
        self._for_client = QCheckBox(gettext("For the client"))
        self._for_client.toggled.connect(self._mark)
        self._for_client.clicked.connect(self.shared)
        self._state = label("", "caption")
        self._origin = button("", "quiet", tip=gettext("Go back to this sign"), edge="left")
        self._origin.clicked.connect(self.origin_wanted)
        remove = button(gettext("Remove"), "quiet", edge="right")
        remove.clicked.connect(self.removed)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self._for_client)
        foot.addWidget(self._state, 1)
        foot.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._origin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text)
        column.addLayout(foot)

    def show_note(self, note: Note, origin: str) -> None:
        """Shows the snapshot's entry; `origin` says where it was made, where that is not plain."""
        if origin != self._origin.text():
            self._origin.setText(origin)
        self._origin.setVisible(bool(origin))
        self.text.show_text(note.text)
        self._for_client.setChecked(note.for_client)
        self._mark(note.for_client)

    def _mark(self, for_client: bool) -> None:
        self._state.setText("" if for_client else gettext("internal"))


class NoteList(QWidget):
    """The entries of one kind under one sign; adding one puts the cursor in it."""

    added = Signal()
    origin_wanted = Signal(str)

    def __init__(
        self,
        title: str,
        add_text: str,
        key: str,
        edit: Callable[[str, str, str], None],
        share: Callable[[str, bool], None],
        remove: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        """The callables take a note's id and what was typed, marked or removed.

        Without `add_text`, no entry can be added here.
        """
        super().__init__(parent)
        self._title, self._edit, self._share, self._remove = title, edit, share, remove
        self._editors: dict[str, NoteEditor] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._add = button(add_text, "quiet", key=key, edge="right")
        self._add.clicked.connect(self.added)
        head = QHBoxLayout()
        head.addWidget(label(title, "section"))
        head.addStretch(1)
        head.addWidget(self._add)
        self._add.setVisible(bool(add_text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)

    def show_notes(self, notes: tuple[Note, ...], origins: Mapping[str, str] | None = None) -> None:
        """Shows these entries, keeping the editors of those already shown; `origins` says where each was made."""
        for note_id in self._editors.keys() - {n.id for n in notes}:
            let_go(self._editors.pop(note_id))
        for place, note in enumerate(notes):
            editor = self._editors.get(note.id) or self._new_editor(note.id, place)
            editor.show_note(note, (origins or {}).get(note.id, ""))

    def edit_note(self, note_id: str) -> None:
        """Puts the cursor at the end of an entry; of one that is not shown (any more, or yet), nothing."""
        editor = self._editors.get(note_id)
        if editor is None:
            return
        text = editor.text
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        cursor = text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        text.setTextCursor(cursor)

    def _new_editor(self, note_id: str, place: int) -> NoteEditor:
        editor = NoteEditor(f"{self._title} {place + 1}")
        editor.typed.connect(lambda text, token: self._edit(note_id, text, token))
        editor.shared.connect(lambda shared: self._share(note_id, shared))
        editor.removed.connect(lambda: self._remove(note_id))
        editor.origin_wanted.connect(lambda: self.origin_wanted.emit(note_id))
        self._editors[note_id] = editor
        self._rows.insertWidget(place, editor)
        editor.show()
        return editor
