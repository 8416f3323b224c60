"""The acts of capturing what was said or shown, under a warning sign or about the pilot as a whole."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Note
from models.values.sentence import Sentence, act_called
from models.values.terms import NoteKind, new_id


class Noting:
    """Each entry is internal until it is marked for the client; a decision is for the client until it is not."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session

    def add(
        self,
        kind: NoteKind,
        sign_id: str = "",
        *,
        note_id: str = "",
        text: str = "",
        typing: str = "",
        for_client: bool | None = None,
    ) -> str:
        """A new entry under a sign, or about the whole; its id, which may be given. `for_client`: else as usual."""
        notes = self.session.current.notes
        note = Note(
            id=note_id or new_id(),
            assessment_id=self.session.current.assessment.id,
            sign_id=sign_id,
            position=max((n.position for n in notes), default=-1) + 1,
            kind=kind,
            text=text,
            for_client=is_usually_shared(kind) if for_client is None else for_client,
        )
        self.session.edit(self._label(note), note, typing=typing)
        return note.id

    def mark_for_return(self, sign_id: str) -> None:
        """Marks a sign to come back to, or takes the mark away."""
        marks = self.session.current.notes_on(sign_id, NoteKind.RETURN)
        if not marks:
            self.add(NoteKind.RETURN, sign_id)
            return
        label = act_called("No need to come back to “{sign}”", sign=self.session.method.sign(sign_id).title)
        self.session.edit(label, remove=marks)

    def write(self, note_id: str, text: str, typing: str) -> None:
        """The text of an entry as it is being typed."""
        if note := self._note(note_id):
            self.session.edit(self._label(note), replace(note, text=text), typing=typing)

    def share(self, note_id: str, for_client: bool) -> None:
        """Whether the client may see the entry."""
        label = act_called("Mark for the client") if for_client else act_called("Mark as internal")
        if note := self._note(note_id):
            self.session.edit(label, replace(note, for_client=for_client))

    def say_who(self, note_id: str, person_id: str) -> None:
        """Who said it, or nobody: whoever it is has not agreed yet to stand beside it."""
        if note := self._note(note_id):
            self.session.edit(act_called("Who said it"), replace(note, by=person_id, named=False))

    def name(self, note_id: str, named: bool) -> None:
        """Whether the name of whoever said it may stand beside it where the client sees it."""
        note = self._note(note_id)
        if note is not None and note.by:
            label = act_called("With the name") if named else act_called("Without the name")
            self.session.edit(label, replace(note, named=named))

    def remove(self, note_id: str) -> None:
        """Takes the entry away; undo brings it back."""
        if note := self._note(note_id):
            self.session.edit(act_called("Remove a note"), remove=[note])

    def _note(self, note_id: str) -> Note | None:
        """None once it is gone, which an editor that still stands may not know yet."""
        return next((n for n in self.session.current.notes if n.id == note_id), None)

    def _label(self, note: Note) -> Sentence:
        if not note.sign_id:
            return act_called("Note on the pilot as a whole")
        sign = self.session.method.sign(note.sign_id).title
        match note.kind:
            case NoteKind.NOTE:
                return act_called("Note on “{sign}”", sign=sign)
            case NoteKind.EVIDENCE:
                return act_called("Evidence on “{sign}”", sign=sign)
            case NoteKind.PARKED:
                return act_called("Park something under “{sign}”", sign=sign)
            case NoteKind.RETURN:
                return act_called("Come back to “{sign}”", sign=sign)
            case NoteKind.DISSENT:
                return act_called("Dissent on “{sign}”", sign=sign)
            case NoteKind.DECISION:
                return act_called("Decision on “{sign}”", sign=sign)


def is_usually_shared(kind: NoteKind) -> bool:
    """Whether the client sees such an entry unless it is marked otherwise."""
    return kind is NoteKind.DECISION
