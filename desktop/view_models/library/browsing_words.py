"""What the library page tells besides its list."""

from __future__ import annotations

from pathlib import Path

from desktop.words import gettext, ngettext, spoken
from models.engagement.library_entry import HistoryEntry
from models.values.files import read_at_most
from models.values.months import long_date
from models.values.refusal import Refusal
from models.values.sentence import Sentence

LARGEST_IMPORT = 32_000_001
"""Bytes: one more than an engagement file may have."""
MOST_NOTES = 3
"""Of what there is to know of a file that was taken, in the window."""


def list_mended_text() -> str:
    """What there is to know where the list had to be made anew."""
    return gettext(
        "The list of engagements was damaged on the disk and has been made anew from the engagements themselves. "
        "Copy the library to another disk: this one may be failing."
    )


def first_of(notes: list[Sentence]) -> str:
    """Of many, as many as a person reads."""
    said = [note.said(spoken()) for note in notes[:MOST_NOTES]]
    if rest := len(notes) - len(said):
        said.append(ngettext("And {n} more.", "And {n} more.", rest).format(n=rest))
    return " ".join(said)


def last_act_text(last: HistoryEntry) -> str:
    """What was done last before Clearway ended without closing."""
    when = last.when.astimezone()
    text = gettext("Clearway was not closed last time. The last act on the disk, of {day} at {time}: {act}.")
    return text.format(act=last.label.said(spoken()), day=long_date(when.date(), spoken()), time=f"{when:%H:%M}")


def file_bytes(path: Path) -> bytes:
    """What is in a file that was chosen to be imported. Raises Refusal."""
    try:
        return read_at_most(path, LARGEST_IMPORT)
    except OSError as error:
        raise Refusal("The file {name} cannot be read: {reason}.", name=path.name, reason=error.strerror) from error
