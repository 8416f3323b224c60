"""What was said or shown, each entry with whether the client may see it, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.flow import Flow
from desktop.widgets.key_meaning import is_enter
from desktop.widgets.keys import KeyAct, cap, take_everywhere
from desktop.widgets.labels import bring_into_sight, button, label, let_go
from desktop.widgets.noting.columns import EntryColumns
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.check import ActCheck
from desktop.widgets.parts.icons import Icon
from desktop.widgets.person_field import PersonField
from desktop.words import gettext
from models.engagement.engagement import Note, Stakeholder
from resources.words import marked

LETTERS_OF_A_NAME = 18
"""So many are in sight at least."""
CLIENT_KEY, WHO_KEY, NAME_KEY = "Ctrl+I", "Ctrl+B", "Ctrl+Shift+I"


FIRST_LINE = 7
"""Pixels above the first line of an entry, within its field."""
ABOVE_ORIGIN = 12
"""Pixels above where entries were made, which parts them from those of another place."""


class NoteActs(Protocol):
    """What can be done with an entry, by its id."""

    def write(self, note_id: str, text: str, typing: str) -> None:
        """Its text."""

    def share(self, note_id: str, for_client: bool) -> None:
        """Whether the client may see it."""

    def say_who(self, note_id: str, person_id: str) -> None:
        """Whose words they are."""

    def name(self, note_id: str, named: bool) -> None:
        """Whether that name may stand beside them."""

    def remove(self, note_id: str) -> None:
        """Takes it away."""


class WordsField(TextField):
    """Several lines, which Enter keeps: it ends the field, and Shift+Enter breaks the line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NoteEditor(QWidget):
    """One entry: its text, and a mark for the client."""

    typed = Signal(str, str)
    shared = Signal(bool)
    said_by = Signal(str)
    named = Signal(bool)
    removed = Signal()
    origin_wanted = Signal()

    keys: tuple[KeyAct, ...] = (
        KeyAct(
            CLIENT_KEY,
            marked("In a note: for the client, or internal"),
            lambda editor, _: editor.for_client.click(),
            anywhere=True,
        ),
        KeyAct("Enter Shift+Enter", marked("In a note: keep it; a new line")),
    )

    def __init__(self, name: str) -> None:
        super().__init__()
        self.text = WordsField(name, lines=1)
        self.text.setProperty("bare", True)
        self.text.typed.connect(self.typed)
        self.for_client = tick(gettext("For the client"), CLIENT_KEY)
        self.for_client.toggled.connect(self._mark)
        self.for_client.clicked.connect(self.shared)
        self._seen, self._state = Icon("lock"), label("", "caption")
        self._marked: bool | None = None
        self._origin = button("", "small", tip=gettext("Go back to this sign"), edge="left")
        self._origin.clicked.connect(self.origin_wanted)
        remove = button(gettext("Remove"), "small")
        remove.clicked.connect(self.removed)
        self._acts = QWidget()
        foot = Flow(12, self._acts)
        for part in (self.for_client, self._state, remove):
            foot.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(0)
        beside = QVBoxLayout()
        beside.addSpacing(FIRST_LINE)
        beside.addWidget(self._seen)
        beside.addStretch(1)
        line.addLayout(beside)
        line.addWidget(self.text, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._origin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(line)
        self._column.addWidget(self._acts)
        self._acts.hide()
        for inside in (self.text, self.for_client, remove):
            inside.installEventFilter(self)
        take_everywhere(self, self.keys, self, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What can be done with the entry is in sight while the keyboard is in it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show_acts)
        return False

    def _show_acts(self) -> None:
        at = QApplication.focusWidget()
        self._acts.setVisible(at is not None and self.isAncestorOf(at))

    @property
    def begins(self) -> bool:
        """Whether where it was made stands above it: those of the same place follow."""
        return bool(self._origin.text())

    def show_note(self, note: Note, origin: str, people: Iterable[Stakeholder]) -> None:
        """Shows the snapshot's entry; `origin` says where it was made, where that is not plain."""
        if origin != self._origin.text():
            self._origin.setText(origin)
            self._column.setContentsMargins(0, ABOVE_ORIGIN if origin else 0, 0, 0)
        self._origin.setVisible(bool(origin))
        self.text.show_text(note.text)
        self.for_client.setChecked(note.for_client)
        self._mark(note.for_client)

    def _mark(self, for_client: bool) -> None:
        if for_client is self._marked:
            return
        self._marked = for_client
        self._state.setText("" if for_client else gettext("internal"))
        self._seen.show_icon("eye" if for_client else "lock")
        self._seen.setToolTip(gettext("For the client") if for_client else gettext("internal"))


class WordsEditor(NoteEditor):
    """An entry in somebody's own words: also whose they are, and whether the name may stand beside them."""

    keys = (
        *NoteEditor.keys,
        KeyAct(WHO_KEY, marked("In a dissent: who said it"), lambda editor, _: editor.ask_who(), anywhere=True),
        KeyAct(
            NAME_KEY,
            marked("In a dissent: with the name, or without"),
            lambda editor, _: editor.with_name.click(),
            anywhere=True,
        ),
    )

    def __init__(self, name: str) -> None:
        super().__init__(name)
        asked = gettext("Who said it?")
        self.by = PersonField(gettext("Who said it"), f"{asked}   {cap(WHO_KEY)}")
        self.by.setMinimumContentsLength(LETTERS_OF_A_NAME)
        self.by.chosen.connect(self.said_by)
        self.with_name = tick(gettext("With the name"), NAME_KEY)
        self.with_name.clicked.connect(self.named)
        inside = self._acts.layout()
        if inside is not None:
            for part in (self.with_name, self.by):
                inside.addWidget(part)
                part.installEventFilter(self)

    def show_note(self, note: Note, origin: str, people: Iterable[Stakeholder]) -> None:
        super().show_note(note, origin, people)
        self.by.show_person(people, note.by)
        self.with_name.setEnabled(bool(note.by))
        self.with_name.setChecked(note.named)

    def ask_who(self) -> None:
        """The keyboard goes to whose words they are."""
        self.by.setFocus(Qt.FocusReason.ShortcutFocusReason)


class NoteList(QWidget):
    """The entries of one kind under one sign; adding one puts the cursor in it."""

    added = Signal()
    origin_wanted = Signal(str)

    def __init__(
        self,
        title: str,
        add_text: str,
        key: str,
        acts: NoteActs,
        *,
        word_for_word: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Without `add_text`, no entry can be added here. `word_for_word`: each entry is somebody's own words."""
        super().__init__(parent)
        self._title, self._acts, self._word_for_word = title, acts, word_for_word
        self._editors: dict[str, NoteEditor] = {}
        self._rows = EntryColumns()
        self._add = button(add_text, "small", key=key)
        self._add.clicked.connect(self.added)
        head = QHBoxLayout()
        head.addWidget(label(title, "section"))
        head.addStretch(1)
        head.addWidget(self._add)
        if not add_text:
            self._add.hide()  # never shown before it has a place: it would be a window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._rows)

    def show_notes(
        self,
        notes: tuple[Note, ...],
        origins: Mapping[str, str] | None = None,
        people: tuple[Stakeholder, ...] = (),
    ) -> None:
        """Shows these entries, keeping the editors of those already shown.

        `origins` says where each was made, `people` are those who may have said it.
        """
        for note_id in self._editors.keys() - {n.id for n in notes}:
            let_go(self._editors.pop(note_id))
        for place, note in enumerate(notes):
            editor = self._editors.get(note.id) or self._new_editor(note.id, place)
            editor.show_note(note, (origins or {}).get(note.id, ""), people)
        self._rows.show_groups(self._by_place([self._editors[note.id] for note in notes]))

    def show_in(self, columns: int) -> None:
        """Side by side in so many columns; what was said at one place stands together."""
        self._rows.show_in(columns)

    def _by_place(self, editors: Iterable[NoteEditor]) -> list[list[NoteEditor]]:
        places: list[list[NoteEditor]] = []
        here: list[NoteEditor] = []
        named = False
        for editor in editors:
            named = named or editor.begins
            if editor.begins or not named:
                here = []
                places.append(here)
            here.append(editor)
        return places

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
        QTimer.singleShot(0, editor, lambda: bring_into_sight(editor, 16))  # once it has its place

    def _new_editor(self, note_id: str, place: int) -> NoteEditor:
        acts = self._acts
        name = f"{self._title} {place + 1}"
        editor = WordsEditor(name) if self._word_for_word else NoteEditor(name)
        editor.typed.connect(lambda text, token: acts.write(note_id, text, token))
        editor.shared.connect(lambda shared: acts.share(note_id, shared))
        editor.said_by.connect(lambda person_id: acts.say_who(note_id, person_id))
        editor.named.connect(lambda named: acts.name(note_id, named))
        editor.removed.connect(lambda: acts.remove(note_id))
        editor.origin_wanted.connect(lambda: self.origin_wanted.emit(note_id))
        self._editors[note_id] = editor
        editor.setParent(self)
        editor.show()
        return editor


def tick(text: str, key: str) -> ActCheck:
    """A mark of an entry, with its key."""
    made = ActCheck(f"{text}{BEFORE_KEY}{cap(key)}")
    made.setAccessibleName(text)
    return made
