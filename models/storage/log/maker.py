"""Under which identity a library's acts are stamped: a file that was copied, moved or put back gets one of its own."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from models.hashes import blake2b
from models.storage.database import Database
from models.values.terms import new_id


class Maker:
    """The identity, and where the file stands under it. Nothing is written before the first act."""

    def __init__(self, database: Database, device: str) -> None:
        """`device` is this computer's name."""
        self._database = database
        known = database.execute("SELECT maker, place FROM library").fetchone() or ("", "")
        self._known, self._place = str(known[0]), str(known[1])
        self._here = _place(database, device)
        self._fresh = "" if self._known and self._place == self._here else new_id()
        self._claimed = False

    @property
    def known(self) -> str:
        """The identity of what was written where the file stands now; empty where nothing was yet."""
        return "" if self._fresh else self._known

    def name(self) -> str:
        """The identity, to be kept with the act that is being written."""
        if self._fresh:
            self._database.execute("UPDATE library SET maker = ?, place = ?", (self._fresh, self._here))
            self._known, self._fresh, self._claimed = self._fresh, "", True
        return self._known

    def settle(self) -> None:
        """To be called before a transaction."""
        self._claimed = False

    def forget(self) -> None:
        """To be called when a transaction has failed: it may have been the first."""
        if self._claimed:
            self._fresh, self._claimed = self._known, False


def _place(database: Database, device: str) -> str:
    """The computer, the path and the file itself, none of which has to be known to anybody who gets the file."""
    database.conn.text_factory = bytes  # a path may be no text
    try:
        files = database.execute("PRAGMA database_list").fetchall()
    finally:
        database.conn.text_factory = str
    path = next((bytes(row[2] or b"") for row in files if row[1] == b"main"), b"")
    number = 0
    with suppress(OSError):
        number = Path(os.fsdecode(path)).stat().st_ino
    told = b"\0".join((device.encode(errors="replace"), path, str(number).encode()))
    return blake2b(told, digest_size=16).hexdigest()
