"""The line at the foot of Diagnose, always in sight: what is said is typed here, whichever kind of entry it becomes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.page import PageColumn, side_margin
from desktop.view_models.diagnosing import Diagnosing
from desktop.view_models.noting import is_usually_shared
from desktop.widgets.flow import Flow
from desktop.widgets.keys import cap, take_everywhere
from desktop.widgets.labels import button, restyle
from desktop.widgets.note_list import CLIENT_KEY, LETTERS_OF_A_NAME, NAME_KEY, WHO_KEY, WordsEditor, WordsField, tick
from desktop.widgets.parts.act import BEFORE_KEY, Act, parted
from desktop.widgets.parts.icons import Icon
from desktop.widgets.person_field import PersonField
from desktop.words import gettext
from models.engagement.changes import Changed
from models.engagement.engagement import Note
from models.values.terms import NoteKind, new_id

ICONS = {
    NoteKind.NOTE: "note",
    NoteKind.EVIDENCE: "evidence",
    NoteKind.PARKED: "park",
    NoteKind.RETURN: "return",
    NoteKind.DISSENT: "dissent",
    NoteKind.DECISION: "decision",
}


class SaidField(WordsField):
    """What was said, as it is typed."""

    OWN_GROUND = True

    def __init__(self) -> None:
        super().__init__(gettext("What was said"), gettext("Type what was said"), lines=1)


class CaptureBar(PageColumn):
    """An entry is made with its first letter, so that none stays empty; until it is kept it stands here alone."""

    kind_wanted = Signal(object)
    """The `NoteKind` that was pressed."""

    def __init__(self, model: Diagnosing, foot: QHBoxLayout) -> None:
        """`foot` is what leads on and back."""
        super().__init__(8, 8)
        self.setObjectName("captureBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._model, self._kind, self._foot = model, NoteKind.NOTE, foot
        self.note_id = ""
        """Of the entry that is being typed."""
        self._fitted = (0, 0)
        """The room for the kinds, and the size of their type, for which their words were chosen last."""
        self._icon, self.text = Icon("note"), SaidField()
        self.text.typed.connect(self._type)
        self.for_client = tick(gettext("For the client"), CLIENT_KEY)
        self.for_client.clicked.connect(self._share)
        self.with_name = tick(gettext("With the name"), NAME_KEY)
        self.with_name.clicked.connect(lambda named: self._act(lambda: model.noting.name(self.note_id, named)))
        self.by = PersonField(gettext("Who said it"), f"{gettext('Who said it?')}   {cap(WHO_KEY)}")
        self.by.setMinimumContentsLength(LETTERS_OF_A_NAME)
        self.by.chosen.connect(lambda person: self._act(lambda: model.noting.say_who(self.note_id, person)))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.text, 1)
        line.addWidget(self.for_client)
        self._whose = QWidget()
        whose = Flow(12, self._whose)
        for part in (self.with_name, self.by):
            whose.addWidget(part)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._whose)
        self._below = QWidget()
        self._below.setLayout(self._kinds(foot))
        column.addWidget(self._below)
        take_everywhere(self, WordsEditor.keys, self, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the kinds have no room for their words, icon and key stand alone."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """A text that is set lays the whole window out anew, even the text that stood there: not with each key."""
        room = self.width() - 2 * side_margin(self.window().width()) - self._foot.sizeHint().width()
        given = room, self._returns.font().pixelSize()
        if given == self._fitted:
            return
        self._fitted = given
        keys = {made: parted(made.text())[1] for made in self._buttons.values()}
        for made, key in keys.items():
            made.setText(f"{made.accessibleName()}{BEFORE_KEY}{key}")
        if sum(made.sizeHint().width() + 4 for made in keys) > room:
            for made, key in keys.items():
                made.setText(f"{BEFORE_KEY}{key}")

    def begin(self, kind: NoteKind) -> None:
        """A new entry of that kind, with the cursor in it."""
        self.finish()
        self._kind = kind
        self._show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """What was typed stands among the entries now; the line is free."""
        if self.note_id or self._kind is not NoteKind.NOTE:
            self.note_id, self._kind = "", NoteKind.NOTE
            self._show()

    def go_on_from(self, before: CaptureBar) -> None:
        """With the entry that was being typed there."""
        self._kind, self.note_id = before._kind, before.note_id
        self._show()

    def show_note(self) -> None:
        """Follows the snapshot: the entry may have been taken back."""
        self._returns.setChecked(bool(self._model.notes(NoteKind.RETURN)))
        self._fit_words()
        if self.note_id and self._note() is None:
            self.note_id = ""
            self._show()
        elif self.note_id:
            self._show()

    def only_typed(self) -> bool:
        """Whether the newest act changed nothing but the text that was typed here."""
        match self._model.session.latest:
            case (_, (Changed(kind=kind, id=note_id, field="text", after=text),)):
                return kind is Note and note_id == self.note_id and text == self.text.toPlainText()
        return False

    def show_foot(self, foot: QWidget, *, instead: bool) -> None:
        """`foot` stands here in place of the kinds, while it is `instead`."""
        if foot.parentWidget() is not self:
            self._column.addWidget(foot)
        foot.setVisible(instead)
        self._below.setVisible(not instead)

    def ask_who(self) -> None:
        """The keyboard goes to whose words they are."""
        if self._whose.isVisible():
            self.by.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _type(self, text: str, typing: str) -> None:
        noting = self._model.noting
        if self.note_id:
            noting.write(self.note_id, text, typing)
        elif text.strip():
            self.note_id = new_id()
            shared = self.for_client.isChecked()
            noting.add(
                self._kind, self._model.sign_id, note_id=self.note_id, text=text, typing=typing, for_client=shared
            )
            self._show()

    def _share(self, shared: bool) -> None:
        if self.note_id:
            self._model.noting.share(self.note_id, shared)

    def _act(self, act: object) -> None:
        if self.note_id and callable(act):
            act()

    def _note(self) -> Note | None:
        return next((n for n in self._model.session.current.notes if n.id == self.note_id), None)

    def _show(self) -> None:
        note = self._note() if self.note_id else None
        self.text.show_text(note.text if note else "")
        self._icon.show_icon(ICONS[self._kind])
        self.for_client.setChecked(note.for_client if note else is_usually_shared(self._kind))
        self._show_whose(note)
        for kind, made in self._buttons.items():
            restyle(made, "here", kind is self._kind)

    def _show_whose(self, note: Note | None) -> None:
        """Of a dissent alone."""
        self._whose.setVisible(self._kind is NoteKind.DISSENT)
        if self._kind is NoteKind.DISSENT:
            self.by.show_person(self._model.session.people(), note.by if note else "")
            self.with_name.setEnabled(bool(note and note.by))
            self.with_name.setChecked(bool(note and note.named))

    def _kinds(self, foot: QHBoxLayout) -> QHBoxLayout:
        names = {
            NoteKind.NOTE: (gettext("New note"), "N", ""),
            NoteKind.PARKED: (gettext("Park it"), "P", ""),
            NoteKind.RETURN: (gettext("Come back"), "L", gettext("Mark the sign to come back to it")),
            NoteKind.DISSENT: (gettext("Dissent"), "D", gettext("A differing view, word for word")),
            NoteKind.DECISION: (gettext("Decision"), "O", ""),
        }
        kinds = QHBoxLayout()
        kinds.setSpacing(2)
        self._buttons: dict[NoteKind, Act] = {}
        for kind, (name, key, tip) in names.items():
            made = button(name, "kind", key=key, tip=tip or name, icon=ICONS[kind])
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _=False, k=kind: self.kind_wanted.emit(k))
            kinds.addWidget(made)
            self._buttons[kind] = made
        self._returns = self._buttons[NoteKind.RETURN]
        self._returns.setCheckable(True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addLayout(kinds)
        line.addStretch(1)
        line.addLayout(foot)
        return line
