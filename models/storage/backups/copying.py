"""Whole copies of a library, checked before they are trusted."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from models.frozen import frozen
from models.hashes import sha256
from models.storage import digests
from models.storage.connection import connect, read_number
from models.storage.database import Database
from models.storage.errors import BackupError, LibraryCorruptError
from models.storage.place import BACKUP_FOLDER
from models.storage.sums import SINCE
from models.values.files import private_file, private_folder

MOST_OF_THE_NAME, MOST_OF_THE_ENDING = 40, 10
"""Letters, of at most four bytes each."""
STEP = 64
"""Pages that are copied before the library is let go for whoever waits to write in it."""
BUSY = 0.02
"""Seconds after which a step is tried again that came in the middle of an act."""
STATEMENTS = 200_000
"""Steps of SQLite's own between two breaths while it checks the copy."""

Between = Callable[[], None]
"""Called between steps: it may wait, and break the copy off by raising something; nothing is left of it then."""


def at_once() -> None:
    """No wait between steps."""


@frozen
class Copying:
    """A copy about to be made, told what it has to hold at least.

    It is made to be run on a thread of its own while the library goes on being written, on one and the same connection:
    SQLite then brings what is copied already up to date with every act.
    """

    database: Database
    newest: tuple[Any, ...] | None
    """The newest act when the copy was begun; a burst of typing may go on in it."""
    written: datetime | None
    """When that was."""
    damaged: Collection[str] = ()
    """Owners whose records are known not to be what was written: the copy has them as they stand."""

    @classmethod
    def of(cls, database: Database, damaged: Collection[str] = ()) -> Copying:
        """To be asked on the thread that writes the library."""
        found = database.execute(f"{_ACTS} ORDER BY id DESC LIMIT 1").fetchone()
        newest, written = (found[:-1], datetime.fromisoformat(found[-1])) if found else (None, None)
        return cls(database, newest, written, damaged)

    def to(self, target: Path, between: Between = at_once) -> None:
        """Makes the copy at `target`, which appears there only once it has passed its check.

        An older file of that name is replaced, and a missing folder made. Raises BackupError.
        """
        unfinished = target.with_name(f"{target.name}.part")
        try:
            private_folder(target.parent)
            unfinished.unlink(missing_ok=True)
            private_file(unfinished)
            self._copy(unfinished, between)
            settle(unfinished)
            unfinished.replace(target)
            settle(target.parent)
        except (sqlcipher.Error, OSError) as error:
            _drop(unfinished)
            between()  # where it was stopped while SQLite was at work, it says so now
            raise BackupError(path=target) from error
        except BaseException:
            _drop(unfinished)
            raise

    def _copy(self, target: Path, between: Between) -> None:
        with closing(connect(target, "mode=rw", self.database.key)) as copied:
            connection = copied.conn
            # The last step would wait for the disk while nobody can write: `settle` waits instead.
            connection.execute("PRAGMA synchronous=OFF")
            self.database.conn.backup(connection, pages=STEP, progress=lambda *_: between(), sleep=BUSY)
            # A copy is one file: without this it would bring a write-ahead log along as soon as it is read.
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
            if wrong := what_is_wrong(copied, between, self.damaged):
                raise sqlcipher.DatabaseError(wrong)
            if self.newest is not None:
                same = copied.execute(f"{_ACTS} WHERE id = ?", (self.newest[0],)).fetchone()
                if same is None or same[:-1] != self.newest:
                    raise sqlcipher.DatabaseError("the copy does not hold the newest act")


_ACTS = "SELECT id, scope, kind, first, label, who, device, at FROM batch"


def what_is_wrong(database: Database, between: Between = at_once, damaged: Collection[str] = ()) -> str:
    """Why a copy is not to be trusted; empty where it is. Reads all of it. Raises the driver's errors.

    That the owners `damaged` are, is known.
    """

    def breathe() -> int:
        between()
        return 0

    database.conn.set_progress_handler(breathe, STATEMENTS)
    if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        return "the copy is damaged"
    for asset_id, data in database.execute("SELECT id, data FROM asset"):
        if sha256(data) != asset_id:
            return "a file in the copy is not what was kept"
    if read_number(database, "user_version") >= SINCE and set(digests.unsound(database, between)) - set(damaged):
        return "an engagement in the copy is not what was written"
    database.conn.set_progress_handler(None, 0)
    return ""


def settle(place: Path) -> None:
    """Waits until a file, or what a folder lists, is on the disk. Raises OSError for a file."""
    if place.is_dir() and os.name == "nt":
        return  # a folder cannot be opened there
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError:
        if not place.is_dir():  # some file systems of other machines cannot do it for folders
            raise
    finally:
        os.close(handle)


def _drop(unfinished: Path) -> None:
    with suppress(OSError):
        unfinished.unlink()
    with suppress(OSError):
        unfinished.with_name(f"{unfinished.name}-journal").unlink()


def name_of_copy(path: Path, why: str, moment: datetime, exact: bool = False) -> str:
    """What a copy of the library at `path` is called; `exact` where several may be made within a second."""
    # Cut, because the longest name a library can have would leave no room for the rest.
    stem, ending = path.stem[:MOST_OF_THE_NAME], path.suffix[:MOST_OF_THE_ENDING]
    form = "%Y%m%dT%H%M%S%fZ" if exact else "%Y%m%dT%H%M%SZ"
    return f"{stem}-{why}{moment.astimezone(UTC).strftime(form)}{ending}"


def before_migration(database: Database, path: Path, version: int) -> list[str]:
    """Copies the library at `path` into the folder `backups` beside it; the owners whose records are damaged.

    Raises BackupError, and LibraryCorruptError where more than such records is.
    """
    name = name_of_copy(path, f"schema-{version}-", datetime.now(UTC), exact=True)
    target = path.parent / BACKUP_FOLDER / name
    damaged: list[str] = []
    try:
        Copying.of(database).to(target)
    except BackupError as error:
        damaged = digests.unsound(database) if version >= SINCE else []
        if what_is_wrong(database, damaged=damaged):
            raise LibraryCorruptError(path=path) from error
        if not damaged:
            raise
        Copying.of(database, damaged).to(target)
    return damaged
