"""Acts on their way to the disk, and whether what was done is there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any

from desktop.words import gettext, spoken
from models.frozen import frozen
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.engagement.edit import Edit
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


def refusal_text(error: Exception) -> str:
    """The sentence a storage error brings along; a bug of ours is logged and says so."""
    if isinstance(error, Refusal):
        return error.said(spoken())
    _log.error("A fault in Clearway while saving", exc_info=error)
    return gettext(
        "Clearway has a fault and could not save this. Nothing you typed is lost while the window stays open."
    )
