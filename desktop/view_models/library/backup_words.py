"""Backups in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.words import gettext, spoken
from models.values.months import long_date
from models.values.numbers import with_marks

if TYPE_CHECKING:
    from models.storage.backups.kept import Backup

MEGA = 1_000_000


def backup_text(backup: Backup) -> str:
    """As in "28 November 2026, 17:40 · 2.1 MB"; with why it was made where somebody has to know."""
    when = f"{long_date(backup.day.date(), spoken())}, {backup.day:%H:%M}"
    parts = [when, size_text(backup.size)]
    if backup.why == "replaced":
        parts.append(gettext("what a restored one took the place of"))
    elif backup.why:
        parts.append(gettext("from before a new version of Clearway"))
    return " · ".join(parts)


def size_text(size: int) -> str:
    """As in "2.1 MB"; `size` is in bytes."""
    return gettext("{size} MB").format(size=with_marks(f"{max(size / MEGA, 0.1):.1f}", spoken()))


def lock_gone_text() -> str:
    """What there is to know where a library that is not locked took the place of one that was."""
    return gettext("The library is not locked any more: whoever has the file can read it.")
