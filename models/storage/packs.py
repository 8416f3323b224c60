"""The content packs that a library keeps, under id and version, for good."""

from __future__ import annotations

from models.storage.database import Database
from models.storage.errors import MethodChangedError, UnreadableRowError
from models.storage.sums import fits, keep_sum, row_sum


def keep(database: Database, key: str, text: str) -> None:
    """Keeps a pack's text, and makes it the one that new engagements start with. Raises MethodChangedError."""
    if text_of(database, key) not in (None, text):
        raise MethodChangedError(key=key)
    insert = """INSERT INTO method ("key", text, kept)
        VALUES (?, ?, (SELECT ifnull(max(kept), 0) + 1 FROM method))
        ON CONFLICT ("key") DO UPDATE SET kept = excluded.kept"""
    database.execute(insert, (key, text))
    keep_sum(database, key, row_sum("method", (key, text)))


def keep_beside(database: Database, key: str, text: str) -> None:
    """Keeps a pack's text behind all others: new engagements go on starting with what they started with."""
    insert = """INSERT INTO method ("key", text, kept) VALUES (?, ?, (SELECT ifnull(min(kept), 1) - 1 FROM method))"""
    database.execute(insert, (key, text))
    keep_sum(database, key, row_sum("method", (key, text)))


def text_of(database: Database, key: str) -> str | None:
    """The text of the content pack with that key, or None. Raises UnreadableRowError for another than was kept."""
    row = database.execute('SELECT text FROM method WHERE "key" = ?', (key,)).fetchone()
    if row and not fits(database, {key: row_sum("method", (key, row[0]))}, (key,)):
        raise UnreadableRowError("method")
    return str(row[0]) if row else None


def keys(database: Database) -> list[str]:
    """The keys of all content packs, the current one first."""
    return [key for (key,) in database.execute('SELECT "key" FROM method ORDER BY kept DESC')]
