"""The list of engagements: kept beside the records, searched as one types, derived and so outside the history.

An edit writes only what it changes here, since each page written is paid for in every commit: a key typed into a note
leaves both the entry and the search index alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.engagement.changes import Changed
from models.engagement.declared import DECLARED
from models.engagement.edit import Edit
from models.engagement.engagement import Assessment, Client, Pilot, Rating, Record, Stakeholder
from models.storage.cells import storable
from models.storage.database import Database
from models.storage.search import index
from models.storage.search.texts import READ

_LISTED = frozenset({Client, Pilot, Stakeholder, Assessment})
"""The records whose cells the list shows or finds."""
_ANSWERED = """(SELECT count(*) FROM rating WHERE assessment_id = (
    SELECT id FROM assessment WHERE engagement_id = :id ORDER BY number DESC, id DESC LIMIT 1))"""


@dataclass(slots=True)
class Settled:
    """What the act before found out about the list, so that the next on the same engagement need not ask again."""

    on_top: str = ""
    """The engagement that is the first among the recent ones of its kind."""
    unread: str = ""
    """The engagement whose texts are known to be read again."""

    def forget(self) -> None:
        """To be called where anything else than an act on that engagement was done, or failed."""
        self.on_top = self.unread = ""


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


def update(
    database: Database,
    kinds: frozenset[type[Record]],
    engagement_ids: set[str],
    at: str,
    counts: bool,
    settled: Settled,
) -> None:
    """Brings the entries up to date after an edit of records of those `kinds`, made `at` (ISO, UTC).

    `counts` says whether a record was added or removed.
    """
    if kinds & _LISTED or len(engagement_ids) != 1:
        settled.forget()
    for engagement_id in engagement_ids:
        if kinds & _LISTED:
            refresh(database, engagement_id, at)
            continue
        if settled.on_top != engagement_id:
            _to_the_top(database, engagement_id, at)
            settled.on_top = engagement_id
        if counts and Rating in kinds:
            _count_answers(database, engagement_id)
        if kinds & READ and settled.unread != engagement_id:
            index.read_again(database, engagement_id)
            settled.unread = engagement_id


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
    index.keep_names(database, engagement_id, (client, pilot, sector, purpose, *_people(database, engagement_id)))
    index.read_again(database, engagement_id)


def _people(database: Database, engagement_id: str) -> Iterator[str]:
    select = "SELECT name, role FROM stakeholder WHERE engagement_id = ? ORDER BY id"
    for names in database.execute(select, (engagement_id,)):
        yield from names


def fold_anew(database: Database) -> None:
    """Makes the words that a search looks through again: another folding made them."""
    with database.atomic():
        index.begin_anew(database)
        select = """SELECT pilot.id, client.name, pilot.name, client.sector, pilot.purpose
            FROM pilot JOIN client ON client.id = pilot.client_id"""
        for engagement_id, *names in database.execute(select).fetchall():
            index.keep_names(database, engagement_id, (*names, *_people(database, engagement_id)))


def _drop(database: Database, engagement_id: str) -> None:
    index.forget(database, engagement_id)
    database.execute("DELETE FROM entry WHERE engagement_id = ?", (engagement_id,))


def touch(database: Database, engagement_id: str, at: str) -> None:
    """Puts the engagement first among the recent ones."""
    _to_the_top(database, storable(engagement_id), at)
