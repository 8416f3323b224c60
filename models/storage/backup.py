"""Whole copies of a library, checked before they are trusted."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from models.storage import digests
from models.storage.connection import connect, read_number
from models.storage.database import Database
from models.storage.errors import BackupError
from models.storage.place import BACKUP_FOLDER, MOST_OF_THE_ENDING, MOST_OF_THE_NAME
from models.storage.sums import SINCE
from models.values.files import private_file, private_folder


def copy_to(database: Database, target: Path) -> None:
    """Copies the library to `target`, which appears there only once the copy has passed its check; locked if it is.

    An older file of that name is replaced, and a missing folder made. Raises BackupError.
    """
    unfinished = target.with_name(f"{target.name}.part")
    try:
        private_folder(target.parent)
        unfinished.unlink(missing_ok=True)
        private_file(unfinished)
        _copy(database, unfinished)
        unfinished.replace(target)
    except (sqlcipher.Error, OSError) as error:
        with suppress(OSError):
            unfinished.unlink()
        raise BackupError(path=target) from error


def _copy(database: Database, target: Path) -> None:
    with closing(connect(target, "mode=rw", database.key).conn) as connection:
        database.conn.backup(connection)
        # A copy is one file: without this it would bring a write-ahead log along as soon as it is read.
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise sqlcipher.DatabaseError("the copy is damaged")
        copied = Database(connection)
        if read_number(copied, "user_version") >= SINCE and digests.unsound(copied):
            raise sqlcipher.DatabaseError("an engagement in the copy is not what was written")


def before_migration(database: Database, path: Path, version: int) -> Path:
    """Copies the library at `path` into the folder `backups` beside it and returns the copy. Raises BackupError."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    # Cut, because the longest name a library can have would leave no room for the rest.
    name = f"{path.stem[:MOST_OF_THE_NAME]}-schema-{version}-{moment}{path.suffix[:MOST_OF_THE_ENDING]}"
    target = path.parent / BACKUP_FOLDER / name
    copy_to(database, target)
    return target
