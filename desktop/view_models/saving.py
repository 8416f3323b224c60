"""Acts on their way to the disk, and whether what was done is there."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.words import gettext, spoken
from models.frozen import frozen
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.engagement.acts import Acts
    from models.engagement.edit import Edit
    from models.engagement.engagement import Engagement
    from models.storage import Library

_log = logging.getLogger(__name__)


class Saving(Enum):
    """What the library file holds of what was done."""

    SAVED = "saved"
    SAVING = "saving"
    REFUSED = "refused"


class Way(Enum):
    """How an act came about."""

    DONE = "edit"
    UNDONE = "undo"
    REDONE = "redo"


@frozen
class Entry:
    """One act, or a question that waits for its turn."""

    number: int
    scope: str
    work: Callable[[Library], Any]
    edit: Edit | None = None
    """What it does to an engagement; None for an act on the library, or a question."""
    way: Way = Way.DONE
    goes_on: bool = False
    """Whether it continues a burst of typing of which something is written already."""
    told: Callable[[Any], None] = lambda _: None
    failed: Callable[[Exception], None] = lambda _: None

    def with_more(self, edit: Edit) -> Entry:
        """Both as one entry, where the edit continues the burst of typing that this one is."""
        one = one_of(self.edit or edit, edit)
        return Entry(self.number, self.scope, partial(save, one), one, self.way, self.goes_on)


def in_burst(edit: Edit, burst: str) -> Edit:
    """The act, worked out as cells, as part of that burst of typing."""
    return type(edit)(edit.label, edit.scope, (), (), burst, edit.assets, edit.files, edit.changes)


def one_of(begun: Edit, then: Edit) -> Edit:
    """Both as one act; it leaves its trace in the history even where it comes to nothing."""
    from models.engagement.changes import joined

    assets, files = (*begun.assets, *then.assets), (*begun.files, *then.files)
    changes = joined(begun.changes, then.changes)
    return type(begun)(begun.label, begun.scope, (), (), begun.typing, assets, files, changes)


def played_on(engagement: Engagement, acts: Acts, entries: Iterable[Entry]) -> Engagement:
    """The engagement once the acts of these entries were made on it, of which `acts` is told."""
    from models.engagement.changes import OutOfPlaceError
    from models.engagement.edit import apply_edit

    for entry in entries:
        if entry.edit is None:
            continue
        try:
            engagement = apply_edit(engagement, entry.edit)
        except OutOfPlaceError:
            continue  # it was done on something that could not be written, and will be told of in its turn
        match entry.way:
            case Way.DONE:
                acts.did(entry.edit.label, entry.edit.changes, entry.goes_on)
            case Way.UNDONE:
                acts.back()
            case Way.REDONE:
                acts.again()
    return engagement


def refusal_text(error: Exception) -> str:
    """The sentence a storage error brings along; a bug of ours is logged and says so."""
    if isinstance(error, Refusal):
        return error.said(spoken())
    _log.error("A fault in Clearway while saving", exc_info=error)
    return gettext(
        "Clearway has a fault and could not save this. Nothing you typed is lost while the window stays open."
    )


def save(edit: Edit, library: Library) -> None:
    """On the library's thread."""
    library.save(edit)
