"""The list of engagements: kept beside the records, searched as one types, derived and so outside the history.

An edit writes only what it changes here, since each page written is paid for in every commit: a key typed into a note
leaves both the entry and the search index alone.
"""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from models.engagement.changes import Changed
from models.engagement.declared import DECLARED
from models.engagement.edit import Edit
from models.engagement.engagement import Assessment, Client, Pilot, Rating, Record, Stakeholder
from models.engagement.library_entry import LibraryEntry
from models.storage.errors import EngagementMissingError, UnreadableRowError
from models.storage.records import storable

ENTRY = ("id", "engagement_id", "client", "pilot", "sector", "changed", "recent", "answered", "archived")
"""The columns of an entry."""
_LISTED = frozenset({Client, Pilot, Stakeholder, Assessment})
"""The records whose cells the list shows or finds."""
_MOST_WORDS = 32
"""A pasted page has thousands, and would take seconds to look for."""
_CHANGED = """max(changed, ifnull(
    (SELECT at FROM batch WHERE scope = engagement_id ORDER BY batch.id DESC LIMIT 1), ''))"""
"""`changed` is when the entry itself was last made anew; edits that left it alone stand in the history."""
_ANSWERED = """(SELECT count(*) FROM rating WHERE assessment_id = (
    SELECT id FROM assessment WHERE engagement_id = :id ORDER BY number DESC, id DESC LIMIT 1))"""


def concerned(database: Database, edit: Edit) -> set[str]:
    """The ids of the engagements whose entries the edit may change. To be asked before the edit is written."""
    found: set[str] = {storable(edit.scope)} if edit.changes else set()
    for record in (*edit.remove, *edit.put):
        found.update(_owners(database, record))
    for change in edit.changes:
        if isinstance(change, Changed) and change.kind is Client:
            found.update(of_client(database, storable(change.id)))
    return found


def _owners(database: Database, record: Record) -> list[str]:
    """By what the record says it belongs to."""
    if isinstance(record, Client):
        return of_client(database, storable(record.id))
    declared = DECLARED[type(record)]
    if declared.in_round:
        select = "SELECT engagement_id FROM assessment WHERE id = ?"
        return [owner for (owner,) in database.execute(select, (storable(getattr(record, "assessment_id", "")),))]
    return [storable(getattr(record, "engagement_id", record.id))]


def of_client(database: Database, client_id: str) -> list[str]:
    """The ids of the client's engagements."""
    return [pilot for (pilot,) in database.execute("SELECT id FROM pilot WHERE client_id = ?", (client_id,))]


def update(database: Database, kinds: frozenset[type[Record]], engagement_ids: set[str], at: str, counts: bool) -> None:
    """Brings the entries up to date after an edit of records of those `kinds`, made `at` (ISO, UTC).

    `counts` says whether a record was added or removed.
    """
    for engagement_id in engagement_ids:
        if kinds & _LISTED:
            refresh(database, engagement_id, at)
        else:
            _to_the_top(database, engagement_id, at)
            if counts and Rating in kinds:
                _count_answers(database, engagement_id)


def _to_the_top(database: Database, engagement_id: str, at: str) -> None:
    """Writes nothing for the engagement that is on top already: the one being worked on."""
    newest = "(SELECT max(newest.recent) FROM entry AS newest WHERE newest.archived = entry.archived)"
    place = f"UPDATE entry SET recent = max(recent, :at) WHERE engagement_id = :id AND recent < {newest}"
    database.execute(place, {"at": at, "id": engagement_id})


def _count_answers(database: Database, engagement_id: str) -> None:
    count = f"UPDATE entry SET answered = {_ANSWERED} WHERE engagement_id = :id AND answered <> {_ANSWERED}"
    database.execute(count, {"id": engagement_id})


def refresh(database: Database, engagement_id: str, at: str) -> None:
    """Makes the engagement's entry anew from its records, or drops it when there is no such engagement any more."""
    select = f"""SELECT client.name, pilot.name, client.sector, pilot.purpose, pilot.archived, {_ANSWERED}
        FROM pilot JOIN client ON client.id = pilot.client_id WHERE pilot.id = :id"""
    row = database.execute(select, {"id": engagement_id}).fetchone()
    if row is None:
        _drop(database, engagement_id)
        return
    client, pilot, sector, purpose, archived, answered = row
    upsert = """INSERT INTO entry (engagement_id, client, pilot, sector, changed, recent, answered, archived)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (engagement_id) DO UPDATE SET client = excluded.client,
        pilot = excluded.pilot, sector = excluded.sector, changed = excluded.changed,
        recent = max(recent, excluded.recent), answered = excluded.answered, archived = excluded.archived"""
    database.execute(upsert, (engagement_id, client, pilot, sector, at, at, answered, archived))
    of_people = "SELECT name, role FROM stakeholder WHERE engagement_id = ? ORDER BY id"
    people = database.execute(of_people, (engagement_id,))
    words = [client, pilot, sector, purpose, *(word for person in people for word in person)]
    _index(database, engagement_id, "\n".join(words))


def _index(database: Database, engagement_id: str, words: str) -> None:
    (entry,) = database.execute("SELECT id FROM entry WHERE engagement_id = ?", (engagement_id,)).fetchone()
    known = database.execute("SELECT words FROM entry_words WHERE rowid = ?", (entry,)).fetchone()
    if known is None:
        database.execute("INSERT INTO entry_words (rowid, words) VALUES (?, ?)", (entry, words))
    elif known[0] != words:
        database.execute("UPDATE entry_words SET words = ? WHERE rowid = ?", (words, entry))


def _drop(database: Database, engagement_id: str) -> None:
    of_entry = "(SELECT id FROM entry WHERE engagement_id = ?)"
    database.execute(f"DELETE FROM entry_words WHERE rowid = {of_entry}", (engagement_id,))
    database.execute("DELETE FROM entry WHERE engagement_id = ?", (engagement_id,))


def touch(database: Database, engagement_id: str, at: str) -> None:
    """Puts the engagement first among the recent ones."""
    _to_the_top(database, storable(engagement_id), at)


def entries(database: Database, search: str, archived: bool, limit: int, offset: int) -> list[LibraryEntry]:
    """A page of the list, the most recent first. Raises UnreadableRowError."""
    where, values = _where(search, archived)
    select = f"""SELECT engagement_id, client, pilot, sector, {_CHANGED}, answered, archived FROM entry
        WHERE {where} ORDER BY recent DESC, id DESC LIMIT ? OFFSET ?"""
    return [_entry(*row) for row in database.execute(select, (*values, limit, offset))]


def count(database: Database, search: str, archived: bool) -> int:
    """How many entries `entries` would give without a limit."""
    where, values = _where(search, archived)
    return int(database.execute(f"SELECT count(*) FROM entry WHERE {where}", values).fetchone()[0])


def changed(database: Database, engagement_id: str) -> datetime:
    """When the engagement was last edited. Raises EngagementMissingError and UnreadableRowError."""
    row = database.execute(f"SELECT {_CHANGED} FROM entry WHERE engagement_id = ?", (engagement_id,)).fetchone()
    if row is None:
        raise EngagementMissingError(id=engagement_id)
    return _moment(row[0])


def _entry(id_: str, client: str, pilot: str, sector: str, changed: str, answered: int, archived: int) -> LibraryEntry:
    when = _moment(changed)
    return LibraryEntry(
        id=id_, client=client, pilot=pilot, sector=sector, changed=when, answered=answered, archived=bool(archived)
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableRowError("entry") from error


def _where(search: str, archived: bool) -> tuple[str, tuple[int | str, ...]]:
    match = match_expression(search)
    if match is None:
        return "archived = ?", (archived,)
    return "archived = ? AND id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)", (archived, match)


def match_expression(search: str) -> str | None:
    """The full-text expression that finds every word of `search` as the beginning of a word; None when it has no words.

    Each word is a quoted string in it, so nothing that is typed can be read as syntax.
    """
    words = [word for word in storable(search).replace("\0", " ").split() if any(map(str.isalnum, word))]
    quoted = ['"' + word.replace('"', '""') + '"*' for word in words[:_MOST_WORDS]]
    return " ".join(quoted) or None
