"""What a library tells about itself: its list of engagements, and what undo, redo and the history offer."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from models.frozen import frozen
from models.values.sentence import Sentence
from resources.words import marked

WORKED_ON = marked("“{label}” is not taken back: it has been worked on since. Archive it instead.")
"""Why an engagement that was added stays."""


@frozen(kw_only=True)
class LibraryEntry:
    """One engagement as it stands in the list."""

    id: str
    """The engagement's id."""
    client: str
    pilot: str
    sector: str
    changed: datetime
    """When it was last edited; UTC."""
    answered: int
    """How many warning signs have an answer in the newest round."""
    archived: bool


class FoundIn(Enum):
    """Where in an engagement stands what was looked for."""

    PERSON = "person"
    PILOT = "pilot"
    NOTE = "note"
    ACTION = "action"
    REGISTER = "register"
    READINESS = "readiness"
    GATE = "gate"
    EVIDENCE = "evidence"
    SIGN = "sign"
    WORKSHOP = "workshop"


@frozen
class Found:
    """Why a search found an engagement. It may be private: it is for the list in the library alone."""

    where: FoundIn
    text: str
    """What stands there, around what was looked for."""


@frozen
class Steps:
    """What can be undone and redone next: the edit's label, or None."""

    undo: Sentence | None = None
    redo: Sentence | None = None


@frozen(kw_only=True)
class HistoryEntry:
    """One edit, undo or redo, as the history shows it."""

    id: int
    """Its place among all acts of the library."""
    label: Sentence
    """The edit's own label, for an undo and a redo too."""
    who: str
    device: str
    when: datetime
    """UTC; for a burst of typing, when it was last continued."""
    kind: str
    """`edit`, `undo` or `redo`; `merge` for what acts of others changed here, which follow it."""
    changes: int
    """How many cells were changed, rows added and rows removed."""
    kinds: frozenset[type[Any]] = frozenset()
    """The kinds of the records that it changed; of a large act, the pilot's alone."""
