"""Whether a library is sound as a whole, and the list of engagements made anew from the records where it is not.

The list is derived, so damage to it costs nothing but the time to make it again.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

from models.storage.database import Database
from models.storage.search.listed import list_sum
from models.storage.sums import LIST, fits

_WORDS = ("entry_words", "text_words")
"""What a search looks through."""


def damage(database: Database, writable: bool) -> list[str]:
    """What is wrong with the file, its rows' owners and the list; empty where nothing is."""
    found = [text for (text,) in database.execute("PRAGMA integrity_check") if text != "ok"]
    found += _broken_seals(database, writable)
    orphans = database.execute("PRAGMA foreign_key_check").fetchall()
    found += [f"{table} {row} has no {owner}" for table, row, owner, _ in orphans]
    return found if list_sound(database, writable) else [*found, "the list of engagements is not what was written"]


def _broken_seals(database: Database, writable: bool) -> list[str]:
    """The pages of a locked library that are not as the driver sealed them, those that hold nothing at present too."""
    if database.key is None:
        return []
    if writable:  # what is in the log only is not looked at
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return [text for (text,) in database.execute("PRAGMA cipher_integrity_check")]


def list_sound(database: Database, writable: bool) -> bool:
    """Whether the list's rows, their index and the words that a search looks through are as they were written.

    The words cannot be checked without being allowed to write.
    """
    try:
        if database.execute("PRAGMA integrity_check(entry)").fetchone() != ("ok",):
            return False
        if writable:
            _check_words(database)
    except sqlcipher.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlcipher.SQLITE_CORRUPT:
            raise
        return False
    return fits(database, {LIST: list_sum(database)}, (LIST,))


def _check_words(database: Database) -> None:
    """SQLite takes it for writing, though it changes nothing."""
    held = database.held_still
    database.hold_still(False)
    try:
        for words in _WORDS:
            database.execute(f"INSERT INTO {words} ({words}) VALUES ('integrity-check')")
    finally:
        database.hold_still(held)


def make_list(database: Database) -> None:
    """Makes every entry again."""
    from models.storage import summaries

    database.execute("REINDEX entry")
    database.execute("DELETE FROM entry")
    for words in _WORDS:
        (made,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (words,)).fetchone()
        database.execute(f"DROP TABLE {words}")
        database.execute(made)
    database.execute("DELETE FROM unread")
    for engagement_id, at in _last_edits(database):
        summaries.refresh(database, engagement_id, at)


def _last_edits(database: Database) -> list[tuple[str, str]]:
    """Each engagement with when it, or its client, was last edited, by the history."""
    of_scopes = dict(database.execute("SELECT scope, max(at) FROM batch GROUP BY scope").fetchall())
    select = """SELECT change.row, max(batch.at) FROM change JOIN batch ON batch.id = change.batch
        WHERE change.tbl IN ('pilot', 'client') GROUP BY change.row"""
    of_rows = dict(database.execute(select).fetchall())
    pilots = database.execute("SELECT id, client_id, created FROM pilot ORDER BY created").fetchall()
    return [
        (pilot, max(of_scopes.get(pilot, ""), of_rows.get(pilot, ""), of_rows.get(client, ""), created))
        for pilot, client, created in pilots
    ]
