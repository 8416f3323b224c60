"""What was captured and will stand in no document, to be looked through before the workshop is closed."""

from __future__ import annotations

from desktop.view_models.noting import Noting
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext
from models.engagement.engagement import Note
from models.engagement.people import called
from models.values.terms import NoteKind

IN_FULL = (NoteKind.DECISION, NoteKind.DISSENT)
IN_SHORT = (NoteKind.PARKED, NoteKind.RETURN)
FOLDED = (NoteKind.EVIDENCE, NoteKind.NOTE)


class Unprinted:
    """What is marked for the client stays in the list until it is begun anew, so that the mark can be taken back."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session
        self._noting = Noting(session)
        self._listed: frozenset[str] = frozenset()

    def begin(self) -> None:
        """From here on: what is internal now."""
        self._listed = frozenset()

    def notes(self, kinds: tuple[NoteKind, ...]) -> tuple[Note, ...]:
        """What is internal, or was when the list was begun, kind by kind; without what says nothing."""
        said = [note for note in self.session.current.notes if note.text.strip()]
        self._listed |= {note.id for note in said if not note.for_client}
        return tuple(note for kind in kinds for note in said if note.kind is kind and note.id in self._listed)

    def mark(self, note_id: str) -> None:
        """For the client, or internal again."""
        note = next((n for n in self.session.current.notes if n.id == note_id), None)
        if note is not None:
            self._noting.share(note_id, not note.for_client)

    def origin(self, note: Note) -> str:
        """The sign it came up under, and who said it, as far as there are any."""
        signs = [sign.id for sign in self.session.method.signs]
        place = gettext("sign {n}").format(n=signs.index(note.sign_id) + 1) if note.sign_id in signs else ""
        return ", ".join(part for part in (place, called(self.session.people()).get(note.by, "")) if part)

    def folded_text(self) -> str:
        """As in "25 notes and 3 pieces of evidence"; empty for none."""
        return _counted({kind: len(self.notes((kind,))) for kind in FOLDED})

    def printed_text(self) -> str:
        """What stands in documents, counted."""
        shared = [note.kind for note in self.session.current.notes if note.for_client and note.text.strip()]
        found = _counted({kind: shared.count(kind) for kind in (*FOLDED, *IN_FULL, *IN_SHORT)})
        return gettext("Will be printed: {0}").format(found) if found else gettext("Nothing captured will be printed.")


def _counted(counts: dict[NoteKind, int]) -> str:
    return gettext(", ").join(_count(kind, count) for kind, count in counts.items() if count)


def _count(kind: NoteKind, count: int) -> str:
    text = {
        NoteKind.EVIDENCE: ngettext("{n} piece of evidence", "{n} pieces of evidence", count),
        NoteKind.NOTE: ngettext("{n} note", "{n} notes", count),
        NoteKind.DECISION: ngettext("{n} decision", "{n} decisions", count),
        NoteKind.DISSENT: ngettext("{n} dissent", "{n} dissents", count),
        NoteKind.PARKED: ngettext("{n} parked", "{n} parked", count),
        NoteKind.RETURN: ngettext("{n} to come back to", "{n} to come back to", count),
    }[kind]
    return text.format(n=count)
