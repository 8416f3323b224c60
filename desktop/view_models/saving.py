"""Whether what was done is on disk."""

from __future__ import annotations

import logging
from enum import Enum

from desktop.words import gettext, spoken
from models.values.refusal import Refusal

_log = logging.getLogger(__name__)


class Saving(Enum):
    """What the library file holds of what was done."""

    SAVED = "saved"
    SAVING = "saving"
    REFUSED = "refused"


def refusal_text(error: Exception) -> str:
    """The sentence a storage error brings along; a bug of ours is logged and says so."""
    if isinstance(error, Refusal):
        return error.said(spoken())
    _log.error("A fault in Clearway while saving", exc_info=error)
    return gettext(
        "Clearway has a fault and could not save this. Nothing you typed is lost while the window stays open."
    )
