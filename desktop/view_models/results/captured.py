"""How much was captured: what will be printed, and what stays here."""

from __future__ import annotations

from desktop.view_models.session import EngagementSession
from desktop.words import gettext
from models.frozen import frozen
from models.values.terms import NoteKind


@frozen
class CapturedKind:
    """Entries that are counted, and listed, together."""

    name: str
    icon: str
    kinds: tuple[NoteKind, ...]


@frozen
class CapturedCount:
    """How many of them the client sees, and how many not."""

    kind: CapturedKind
    for_client: int
    internal: int

    def sentence(self) -> str:
        """The same in words."""
        if not self.for_client + self.internal:
            return gettext("{name}: none yet").format(name=self.kind.name)
        said = gettext("{name}: {shared} for the client, {internal} internal")
        return said.format(name=self.kind.name, shared=self.for_client, internal=self.internal)


def captured_kinds() -> tuple[CapturedKind, ...]:
    """In the order in which they are told."""
    return (
        CapturedKind(gettext("Evidence"), "evidence", (NoteKind.EVIDENCE,)),
        CapturedKind(gettext("Notes"), "note", (NoteKind.NOTE,)),
        CapturedKind(gettext("Decisions"), "decision", (NoteKind.DECISION,)),
        CapturedKind(gettext("Dissent"), "dissent", (NoteKind.DISSENT,)),
        CapturedKind(gettext("Parked, come back"), "park", (NoteKind.PARKED, NoteKind.RETURN)),
    )


def captured_counts(session: EngagementSession) -> tuple[CapturedCount, ...]:
    """Of all there are, also those of which there are none."""
    counts = []
    for one in captured_kinds():
        notes = [note for note in session.current.notes if note.kind in one.kinds]
        shared = sum(note.for_client for note in notes)
        counts.append(CapturedCount(one, shared, len(notes) - shared))
    return tuple(counts)
