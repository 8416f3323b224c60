"""The content packs that a library keeps, under id and version, for good."""

from __future__ import annotations

import zlib

from models.storage.database import Database
from models.storage.errors import MethodChangedError, UnreadableRowError
from models.storage.sums import fits, keep_sum, row_sum

BEST = 9
"""A pack is kept once, and read at every opening: as small as it can be."""
LARGEST = 1 << 30
"""Bytes that are unpacked: no pack comes near it."""


def keep(database: Database, key: str, text: str) -> None:
    """Keeps a pack's text, and makes it the one that new engagements start with. Raises MethodChangedError."""
    if text_of(database, key) not in (None, text):
        raise MethodChangedError(key=key)
    insert = """INSERT INTO method ("key", text, kept)
        VALUES (?, ?, (SELECT ifnull(max(kept), 0) + 1 FROM method))
        ON CONFLICT ("key") DO UPDATE SET kept = excluded.kept"""
    database.execute(insert, (key, compressed(text)))
    keep_sum(database, key, row_sum("method", (key, text)))


def keep_beside(database: Database, key: str, text: str) -> None:
    """Keeps a pack's text behind all others: new engagements go on starting with what they started with."""
    insert = """INSERT INTO method ("key", text, kept) VALUES (?, ?, (SELECT ifnull(min(kept), 1) - 1 FROM method))"""
    database.execute(insert, (key, compressed(text)))
    keep_sum(database, key, row_sum("method", (key, text)))


def text_of(database: Database, key: str) -> str | None:
    """The text of the content pack with that key, or None. Raises UnreadableRowError for another than was kept."""
    row = database.execute('SELECT text FROM method WHERE "key" = ?', (key,)).fetchone()
    if row is None:
        return None
    text = text_in(row[0])
    if text is None or not fits(database, {key: row_sum("method", (key, text))}, (key,)):
        raise UnreadableRowError("method")
    return text


def compressed(text: str) -> bytes:
    """A pack's text as it is kept."""
    return zlib.compress(text.encode(), BEST)


def text_in(kept: bytes | str) -> str | None:
    """What was compressed, and before version 13 of the schema was not; None where it is damaged."""
    if isinstance(kept, str):
        return kept
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(kept, LARGEST).decode()
    except (zlib.error, ValueError):
        return None
    return text if reader.eof and not reader.unused_data else None


def keys(database: Database) -> list[str]:
    """The keys of all content packs, the current one first."""
    return [key for (key,) in database.execute('SELECT "key" FROM method ORDER BY kept DESC')]
