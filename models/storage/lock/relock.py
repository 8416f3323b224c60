"""Setting, changing and removing a passphrase: the library is copied under its new key, and the copy takes its place.

Killed at any moment, the one or the other stands there whole. What a kill leaves in the folder aside is cleared away
when the library is next opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from models.storage.backups.kept import Backups
from models.storage.connection import connect, connect_for_writing, read_number, uri_of
from models.storage.database import Database
from models.storage.errors import LibraryError, LibraryPlaceError, while_reading
from models.storage.lock import recovery
from models.storage.lock.aside import aside_of, clear
from models.storage.lock.errors import NotLockedError, PassphraseEmptyError, RelockError
from models.storage.lock.key import Key, key_of
from models.storage.opening import for_writing, inspect
from models.storage.schema import SCHEMA, objects_in
from models.values.files import private_file, private_folder

_NUMBERS = ("user_version", "application_id")


def change_passphrase(
    path: Path, passphrase: str | None, new: str | None, recovery_keys: Sequence[str] = ()
) -> tuple[Path, ...]:
    """Gives the library at `path`, which nobody has open, another passphrase; none with None for `new`.

    `recovery_keys`, public ones of age, can bring it back; those of the passphrase before cannot. The backups follow;
    those that `passphrase` does not open stay as they are and are returned. Raises what `Library.open` raises,
    PassphraseEmptyError, RecoveryError and RelockError; but for RecoveryNotKeptError the library is then as it was.
    """
    path = Path(os.path.realpath(path))
    if new == "":
        raise PassphraseEmptyError
    if new is None and not path.exists():
        raise LibraryPlaceError(path=path)
    seal = recovery.sealed(new, recovery_keys) if new and recovery_keys else None
    with while_reading(path), for_writing(path, SCHEMA, passphrase) as database:
        if new is None and database.key is None:
            raise NotLockedError(path=path)
        with _new_key(new) as key:
            backups = [backup.path for backup in Backups(path).all()]
            left = tuple(backup for backup in backups if not _followed(backup, path, passphrase, new, key))
            _replace(database, path, path, key)
    recovery.keep_recovery(path, seal)
    return left


@contextmanager
def _new_key(passphrase: str | None) -> Iterator[Key | None]:
    """One for the library and all its backups, since it takes a tenth of a second to make."""
    key = None if passphrase is None else Key.new(passphrase)
    try:
        yield key
    finally:
        if key is not None:
            key.forget()


def _followed(backup: Path, library: Path, passphrase: str | None, new: str | None, new_key: Key | None) -> bool:
    """Whether the backup has the new passphrase now, or had it already."""
    with suppress(LibraryError, sqlcipher.Error, OSError), _opened(backup, passphrase) as database:
        _replace(database, backup, library, new_key)
        return True
    with suppress(LibraryError, sqlcipher.Error, OSError), key_of(backup, new) as key:
        return inspect(backup, SCHEMA, key) > 0
    return False


@contextmanager
def _opened(backup: Path, passphrase: str | None) -> Iterator[Database]:
    """The backup as it stands, which may be of an older version."""
    with key_of(backup, passphrase) as key:
        inspect(backup, SCHEMA, key)
        with closing(connect_for_writing(backup, key)) as database:
            yield database


def _replace(database: Database, path: Path, library: Path, key: Key | None) -> None:
    """Puts a copy under the new key in place of the file at `path`, which `database` holds for itself."""
    aside = aside_of(path.parent, library)
    fresh = aside / "new"
    try:
        private_folder(aside)
        private_file(fresh)
        _copy(database, fresh, key)
        _compare(database, fresh, key)
        _swap(database, path, fresh)
    except (sqlcipher.Error, OSError) as error:
        raise RelockError(path=path) from error
    finally:
        clear(path.parent, library)


def _copy(database: Database, fresh: Path, key: Key | None) -> None:
    """SQLite's own way of copying knows no change between locked and not."""
    database.hold_still(False)
    database.execute("ATTACH ? AS fresh KEY ?", (uri_of(fresh, "mode=rw"), key.text if key else ""))
    try:
        # A copy that is not finished counts for nothing, so it needs no journal.
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):
            database.execute(f"PRAGMA fresh.{pragma}").fetchall()
        with database.atomic():
            database.execute("SELECT sqlcipher_export('fresh')").fetchall()
            for name in _NUMBERS:
                database.execute(f"PRAGMA fresh.{name}={read_number(database, name)}")
    finally:
        database.execute("DETACH fresh")
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())


def _compare(database: Database, fresh: Path, key: Key | None) -> None:
    """Reads the whole copy, row by row beside what it was made of. Raises DatabaseError where they differ."""
    with closing(connect(fresh, "mode=ro&immutable=1", key)) as copy:
        sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sealed = key is None or not copy.execute("PRAGMA cipher_integrity_check").fetchall()
        same = objects_in(copy) == objects_in(database)
        numbers = all(read_number(copy, name) == read_number(database, name) for name in _NUMBERS)
        if not (
            sound and sealed and same and numbers and all(_same_rows(database, copy, t) for t in _tables(database))
        ):
            raise sqlcipher.DatabaseError("the copy is not what it was made of")


def _tables(database: Database) -> list[str]:
    select = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    return [name for (name,) in database.execute(select).fetchall()]


def _same_rows(one: Database, other: Database, table: str) -> bool:
    select = f'SELECT * FROM "{table}"'
    try:
        return all(a == b for a, b in zip(one.execute(select), other.execute(select), strict=True))
    except ValueError:  # one has more rows
        return False


def _swap(database: Database, path: Path, fresh: Path) -> None:
    """From here on the other library stands at `path`; the bytes of the one before are overwritten."""
    log = Path(f"{path}-wal")
    for file, name in ((path, "old"), (log, "old-wal")):
        # A second name, under which its bytes can be overwritten afterwards; not every disk knows such.
        with suppress(OSError):
            os.link(file, fresh.with_name(name))
    # The log must be gone before another library stands beside it; the file is still held for ourselves.
    if database.execute("PRAGMA journal_mode=DELETE").fetchall() != [("delete",)]:
        raise sqlcipher.OperationalError("the log is in use")
    if os.name == "nt":
        database.close()  # there a file that is open cannot be replaced
    fresh.replace(path)
    _sync(path.parent)
    database.close()


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
