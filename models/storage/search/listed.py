"""The list of engagements as it is read: page by page, and as one types.

Loads nothing of what an engagement is made of: the list is shown before that is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from models.storage.database import Database
from models.storage.errors import EngagementMissingError, UnreadableRowError
from models.storage.search.index import condition
from models.storage.sums import LIST, fits, sum_of_told, told_by_sql

if TYPE_CHECKING:
    from models.engagement.library_entry import LibraryEntry

ENTRY = ("id", "engagement_id", "client", "pilot", "sector", "changed", "recent", "answered", "archived")
"""The columns of an entry."""
_CHANGED = """max(changed, ifnull(
    (SELECT at FROM batch WHERE scope = engagement_id ORDER BY batch.id DESC LIMIT 1), ''))"""
"""`changed` is when the entry itself was last made anew; edits that left it alone stand in the history."""
_LATEST = "ORDER BY recent DESC, id DESC LIMIT ? OFFSET ?"
_TOLD = told_by_sql("entry", ENTRY)


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


def whole(database: Database, archived: bool) -> list[str] | None:
    """Every entry, the most recent first: id, client and pilot, parted by tabs; None where the list is not what was
    written.

    It is read past its index and without the words of the search, so what is wrong with those does not matter here.
    SQL puts the lines together: three texts of each entry would take twice as long. Nothing is given that was not
    told, and no row is held once it is.
    """
    lines: list[str] = []

    def told() -> Iterator[bytes]:
        select = f"""SELECT {_TOLD}, archived, engagement_id || char(9) || client || char(9) || pilot
            FROM entry NOT INDEXED ORDER BY recent DESC, id DESC"""
        for row, away, line in database.execute(select):
            if away == archived:
                lines.append(line)
            yield row

    return lines if fits(database, {LIST: sum_of_told(told())}, (LIST,)) else None


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
    return sum_of_told(told for (told,) in database.execute(f"SELECT {_TOLD} FROM entry NOT INDEXED"))
