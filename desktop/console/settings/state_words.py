"""How the library is kept, in one sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.words import gettext, ngettext

if TYPE_CHECKING:
    from models.storage.backups.kept import Backup


def kept_safe(locked: bool, newest: Backup | None, known: bool, today: date) -> str:
    """Whether a passphrase locks it, and how old the newest backup is; of backups nothing before they are `known`."""
    if not known:
        return gettext("Locked with a passphrase") if locked else gettext("Not locked: no passphrase is set")
    if newest is None:
        return gettext("Locked, and not backed up yet") if locked else gettext("Neither locked nor backed up yet")
    days = (today - newest.day.date()).days
    if days < 1:
        text = (
            gettext("Locked, and backed up at {time} today")
            if locked
            else gettext("Not locked, but backed up at {time} today")
        )
        return text.format(time=f"{newest.day:%H:%M}")
    text = (
        ngettext("Locked, and last backed up {n} day ago", "Locked, and last backed up {n} days ago", days)
        if locked
        else ngettext("Not locked, and last backed up {n} day ago", "Not locked, and last backed up {n} days ago", days)
    )
    return text.format(n=days)
