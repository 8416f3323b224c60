"""How long the boxes of earlier workshops really took."""

from __future__ import annotations

from models.storage.database import Database

MANY = 50
"""The newest boxes of a kind that are looked at: practices change."""
HELD = 60
"""Seconds from which a box was really held; less, and it was passed over."""


def times_spent(database: Database) -> dict[str, list[int]]:
    """Seconds really spent, by kind of box, the newest first; of boxes that were held and whose clock stands."""
    select = "SELECT kind, spent FROM agendabox WHERE kind <> '' AND spent >= ? AND since IS NULL ORDER BY rowid DESC"
    found: dict[str, list[int]] = {}
    for kind, spent in database.execute(select, (HELD,)):
        times = found.setdefault(kind, [])
        if len(times) < MANY:
            times.append(spent)
    return found
