"""What can be asked of an open library file. Reading needs no history, so that a list is shown before it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.storage import agenda_times, packs
from models.storage.cells import storable
from models.storage.database import Database
from models.storage.errors import while_reading
from models.storage.search import listed

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import TypeVar

    from models.engagement.changes import Change
    from models.engagement.engagement import Asset, Engagement, Record
    from models.engagement.evidence import Room
    from models.engagement.library_entry import Found, HistoryEntry, LibraryEntry
    from models.portfolio.counted import Counted, PackParts
    from models.storage.log.past import Past

    T = TypeVar("T")


class LibraryReading:
    """The half of a library that only reads. Raises LibraryCorruptError for what is damaged, LibraryPlaceError."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        """The library's file."""
        self._database = database

    def history(self, scope: str, limit: int = 200, before: int = 0) -> list[HistoryEntry]:
        """What was done in a scope, newest first, at most `limit` entries, from the one before the act `before` on."""
        return self.asked_of_past(lambda past: past.entries(scope, limit, before))

    def changes_of(self, scope: str, *kinds: type[Record]) -> list[tuple[Change, ...]]:
        """What each act in a scope changed in records of these kinds, newest first: acts that were taken back, too."""
        return self.asked_of_past(lambda past: past.changes_of(scope, *kinds))

    def asked_of_past(self, question: Callable[[Past], T]) -> T:
        """What the log answers: single acts, what they changed, and an engagement as it stood."""
        from models.storage.log.past import Past

        with while_reading(self.path):
            return question(Past(self._database))

    def engagement(self, engagement_id: str) -> Engagement:
        """The engagement as it stands. Raises EngagementMissingError."""
        from models.storage import rows

        with while_reading(self.path):
            return rows.read_engagement(self._database, storable(engagement_id))

    def holds_any_of(self, engagement: Engagement) -> bool:
        """Whether a record of the engagement, its client apart, is in the library already."""
        from models.storage import rows

        with while_reading(self.path):
            return any(rows.exists(self._database, type(r), r.id) for r in rows.records_of(engagement))

    def ids_beginning(self, beginning: str) -> list[str]:
        """The ids of the engagements, archived ones too, that begin with that text."""
        select = "SELECT id FROM pilot WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id"
        with while_reading(self.path):
            return [found for (found,) in self._database.execute(select, (storable(beginning),))]

    def entries(
        self, search: str = "", *, archived: bool = False, limit: int = 100, offset: int = 0
    ) -> list[LibraryEntry]:
        """A page of the list, the most recently edited or opened first; all of it with a `limit` below nought.

        Every word of `search` must begin a word somewhere in the engagement, however it is written; what is found by
        its names comes first. Without a word in it everything is found. Texts are found once `read_texts` read them.
        """
        with while_reading(self.path):
            return listed.entries(self._database, search, archived, limit, offset)

    def whole_list(self, *, archived: bool = False) -> list[bytes] | None:
        """All that `entries` would list, as id, client and pilot in UTF-8, parted by tabs; None where the list is not
        what was written, or cannot be told like this. A name that holds a tab itself is not told apart.
        """
        with while_reading(self.path):
            return listed.whole(self._database, archived)

    def count(self, search: str = "", *, archived: bool = False) -> int:
        """How many engagements `entries` would list without a limit."""
        with while_reading(self.path):
            return listed.count(self._database, search, archived)

    def reasons(self, search: str, engagement_ids: Sequence[str]) -> dict[str, Found]:
        """Why a search found each of these, where their names in the list do not show it. May be private."""
        from models.storage.search import reasons

        with while_reading(self.path):
            return reasons.reasons(self._database, search, map(storable, engagement_ids))

    def asset(self, asset_id: str) -> Asset | None:
        """The file with that id (the SHA-256 of its bytes), or None where the library does not hold it."""
        from models.storage import rows

        with while_reading(self.path):
            return rows.read_asset(self._database, storable(asset_id))

    def room_taken(self, engagement_id: str) -> Room:
        """How many bytes the files beside an engagement take, and all of the library."""
        from models.storage.files import named

        with while_reading(self.path):
            return named.room_taken(self._database, storable(engagement_id))

    def counted(self, packs: Mapping[str, PackParts], today: date, ids: Sequence[str] | None = None) -> list[Counted]:
        """What there is to count of every pilot that is not in the archive, or of those with these ids.

        `packs` are by their keys; of a round whose pack is not among them only the actions are counted.
        """
        from models.storage.across import pilots

        with while_reading(self.path):
            return pilots.counted(self._database, packs, today, None if ids is None else [*map(storable, ids)])

    def changed(self, engagement_id: str) -> datetime:
        """When the engagement was last edited; UTC. Raises EngagementMissingError."""
        with while_reading(self.path):
            return listed.changed(self._database, storable(engagement_id))

    def method_text(self, key: str) -> str | None:
        """The text of the content pack with that key, or None."""
        with while_reading(self.path):
            return packs.text_of(self._database, storable(key))

    def method_keys(self) -> list[str]:
        """The keys of all content packs, the current one first."""
        with while_reading(self.path):
            return packs.keys(self._database)

    def current_method(self) -> str | None:
        """The key of the content pack that new engagements start with, or None while none is kept."""
        return next(iter(self.method_keys()), None)

    def times_spent(self) -> dict[str, list[int]]:
        """Seconds that time boxes have really taken, by kind of box, over all engagements; the newest first."""
        with while_reading(self.path):
            return agenda_times.times_spent(self._database)
