"""The list of engagements as it is read: page by page, and as one types.

Loads nothing of what an engagement is made of: the list is shown before that is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING

from models.storage.database import Database
from models.storage.errors import EngagementMissingError, UnreadableRowError
from models.storage.search.index import condition
from models.storage.sums import LIST, fits, sum_of_told, told_by_sql

if TYPE_CHECKING:
    from models.engagement.library_entry import LibraryEntry

_ENTRY = ("id", "engagement_id", "client", "pilot", "sector", "changed", "recent", "answered", "archived")
"""The columns of an entry."""
_CHANGED = """max(changed, ifnull(
    (SELECT at FROM batch WHERE scope = engagement_id ORDER BY batch.id DESC LIMIT 1), ''))"""
"""`changed` is when the entry itself was last made anew; edits that left it alone stand in the history."""
_LATEST = "ORDER BY recent DESC, id DESC LIMIT ? OFFSET ?"
_APART = "\x1f"
_SEALED, _PLAINER = 7, 15
"""The versions of the schema from which on the list has a digest, and one of its cells alone."""


def told(side: str = "") -> str:
    """An expression for what is hashed of an entry, or of its `side` in a trigger, as in `new.`: its cells without
    their lengths, since all of them are read and hashed for a list.
    """
    return f"CAST(concat_ws('{_APART}', {', '.join(side + name for name in _ENTRY)}) AS BLOB)"


def entries(database: Database, search: str, archived: bool, limit: int, offset: int) -> list[LibraryEntry]:
    """A page of the list, the most recent first. Raises UnreadableRowError."""
    page, values = _page(search, archived, limit, offset)
    select = f"""WITH page AS MATERIALIZED ({page})
        SELECT engagement_id, client, pilot, sector, {_CHANGED}, answered, archived FROM page JOIN entry USING (id)
        ORDER BY named DESC, recent DESC, id DESC"""
    return _read(database.execute(select, values))


def count(database: Database, search: str, archived: bool) -> int:
    """How many entries `entries` would give without a limit."""
    found = condition(search)
    where, values = (f" AND {found[0]}", found[2][:-1]) if found else ("", [])
    count = f"SELECT count(*) FROM entry WHERE archived = ?{where}"
    return int(database.execute(count, (archived, *values)).fetchone()[0])


def changed(database: Database, engagement_id: str) -> datetime:
    """When the engagement was last edited. Raises EngagementMissingError and UnreadableRowError."""
    row = database.execute(f"SELECT {_CHANGED} FROM entry WHERE engagement_id = ?", (engagement_id,)).fetchone()
    if row is None:
        raise EngagementMissingError(id=engagement_id)
    return _moment(row[0])


def whole(database: Database, archived: bool) -> list[bytes] | None:
    """Every entry, the most recent first: id, client and pilot in UTF-8, parted by tabs; None where the list is not
    what was written, or a name holds what parts its cells here.

    It is read past its index and without the words of the search, so what is wrong with those does not matter here.
    Nothing is given but what was checked: a line is cut out of its row. SQLite would carry whole rows through sorting.
    """
    found: list[tuple[bytes, bytes]] = []
    apart, tab, away = _APART.encode(), b"\t", b"1" if archived else b"0"

    def rows() -> Iterator[bytes]:
        for (row,) in database.execute(f"SELECT {told()} FROM entry NOT INDEXED ORDER BY id DESC"):
            _, engagement_id, client, pilot, _, _, recent, _, kind = row.split(apart)
            if kind == away:
                found.append((recent, tab.join((engagement_id, client, pilot))))
            yield row

    try:
        if not fits(database, {LIST: sum_of_told(rows())}, (LIST,)):
            return None
    except ValueError:
        return None
    found.sort(key=itemgetter(0), reverse=True)
    return [line for _, line in found]


def _read(rows: Iterable[tuple[str, str, str, str, str, int, int]]) -> list[LibraryEntry]:
    from models.engagement.library_entry import LibraryEntry

    return [
        LibraryEntry(
            id=id_,
            client=client,
            pilot=pilot,
            sector=sector,
            changed=_moment(changed),
            answered=answered,
            archived=bool(archived),
        )
        for id_, client, pilot, sector, changed, answered, archived in rows
    ]


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableRowError("entry") from error


def _page(search: str, archived: bool, limit: int, offset: int) -> tuple[str, list[int | str]]:
    """What gives the ids of a page, each with whether its names say why it was found; and the values for that.

    Those that are found by their names come first. An index has the order of either kind, so that no more of them is
    looked at than is shown.
    """
    found = condition(search)
    if found is None:
        return f"SELECT id, 0 AS named FROM entry WHERE archived = ? {_LATEST}", [archived, limit, offset]
    anywhere, in_names, (*others, names) = found
    most = limit + offset if limit >= 0 else limit
    named = f"SELECT id, 1 AS named FROM entry WHERE archived = ? AND {in_names} {_LATEST}"
    rest = f"SELECT id, 0 FROM entry WHERE archived = ? AND {anywhere} AND NOT {in_names} {_LATEST}"
    both = f"SELECT * FROM ({named}) UNION ALL SELECT * FROM ({rest}) LIMIT ? OFFSET ?"
    return both, [archived, names, most, 0, archived, *others, names, most, 0, limit, offset]


def list_sum(database: Database) -> int:
    """The digest of the list as it stands."""
    return sum_of_told(row for (row,) in database.execute(f"SELECT {told()} FROM entry NOT INDEXED"))


def was_as_written(database: Database, version: int) -> bool:
    """Whether the list of a file of that version, which may be an older one, fits the digest it had there."""
    if version < _SEALED:
        return True
    row = told() if version >= _PLAINER else told_by_sql("entry", _ENTRY)
    rows = database.execute(f"SELECT {row} FROM entry NOT INDEXED")
    return fits(database, {LIST: sum_of_told(told_row for (told_row,) in rows)}, (LIST,))
