"""Which of the engagements stand on the desk, and in which order: what presses first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from models.frozen import frozen
from models.portfolio.soon import how_soon, presses

if TYPE_CHECKING:
    from models.engagement.library_entry import LibraryEntry, Steps
    from models.portfolio.standing import PilotStanding


class Shelf(Enum):
    """What of the library is listed."""

    ALL = "all"
    PRESSING = "pressing"
    """Those in which something is overdue, held up, or on this week."""
    ARCHIVE = "archive"


@frozen
class Listed:
    """What the library answered: what is found, and how many engagements there are and are in the archive."""

    entries: list[LibraryEntry]
    total: int
    all: int
    archived: int
    steps: Steps


class Shelves:
    """Which of them is in front, and how many engagements stand on each."""

    def __init__(self, at_a_time: int) -> None:
        """`at_a_time`: entries that are read at once."""
        self._at_a_time = at_a_time
        self.front = Shelf.ALL
        self.all, self.archived = 0, 0

    def shown(
        self, entries: Sequence[LibraryEntry], pilots: Mapping[str, PilotStanding], searching: bool
    ) -> list[LibraryEntry]:
        """What of the entries is listed, in its order: a search has its own, and so has the archive.

        The most overdue first, then what is next, then the latest worked on. Each page in itself: what is read
        further down never moves what stands above.
        """
        if searching or self.front is Shelf.ARCHIVE:
            return list(entries)
        today = date.today()

        def soon(entry: LibraryEntry) -> tuple[int, date]:
            pilot = pilots.get(entry.id)
            return how_soon(pilot.counted, today) if pilot else (0, date.max)

        pages = (entries[start : start + self._at_a_time] for start in range(0, len(entries), self._at_a_time))
        found = [entry for page in pages for entry in sorted(page, key=soon)]
        return found if self.front is Shelf.ALL else pressing(found, pilots)


def pressing(entries: Sequence[LibraryEntry], pilots: Mapping[str, PilotStanding]) -> list[LibraryEntry]:
    """Those of them in which something presses."""
    today = date.today()
    return [entry for entry in entries if entry.id in pilots and presses(pilots[entry.id].counted, today)]
