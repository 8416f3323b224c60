"""The connection to a library file: the driver, its settings, and whether the file is still the one it opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from models.frozen import frozen
from models.storage.database import Database
from models.storage.errors import LibraryVanishedError
from models.storage.lock.key import Key
from models.values.files import keep_private, private_file

SIDE_FILES = ("-journal", "-wal", "-shm")
"""Endings of what SQLite keeps beside a library while it is open."""
BUSY_SECONDS = 0.5
"""How long a lock of another program is waited for."""

_KEPT = 2_000
"""Kilobytes of a library that need not be asked of the system again, which keeps what was read for everybody."""
_KEPT_DECRYPTED = 64_000
"""Kilobytes of a locked library that need not be decrypted again: the whole list of 10,000, and what it looks up."""

_KEPT_STATEMENTS = 600
"""Statements that need not be read again: one that adds a row takes longer to read, with its triggers, than to do.

Room for those that make a new library as well: once there is none, each new statement takes the place of the last."""
_AS_IT_IS = frozenset(b"/:._-~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
"""What means nothing but itself in a URI."""


def uri_of(path: Path, query: str) -> str:
    """The file as SQLite is told of it, whatever stands in its name."""
    # `Path.as_uri` would name a server as the URI's authority, which SQLite refuses.
    name = os.fsencode(path.absolute().as_posix().removeprefix("/"))
    return f"file:///{''.join(chr(b) if b in _AS_IT_IS else f'%{b:02X}' for b in name)}?{query}"


def connect(path: Path, query: str, key: Key | None = None) -> Database:
    """A bare connection; `query` is the end of SQLite's URI, as in `mode=ro`. The caller closes it.

    Raises the driver's errors; with a wrong key only once something is read.
    """
    uri = uri_of(path, query)
    # Backups are copied on a thread of their own, over this very connection.
    connection = sqlcipher.connect(
        uri,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_KEPT_STATEMENTS,
    )
    if key is not None:
        # Else a wrong key is told on standard error, beside our own words.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key="{key.text}"')
    database = Database(connection, key)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "foreign_keys=ON"):
        database.execute(f"PRAGMA {pragma}")
    return database


def connect_for_writing(path: Path, key: Key | None = None) -> Database:
    """The library's one connection: it holds the file for itself until it is closed.

    Makes an empty file if there is none. Raises the driver's errors, among them SQLITE_BUSY when another program holds
    the file, and SQLITE_READONLY.
    """
    # SQLite gives its log and its journal the mode of the file itself, which must be right before it makes them.
    private_file(path)
    for ending in SIDE_FILES:
        keep_private(Path(f"{path}{ending}"))
    database = connect(path, "mode=rw", key)
    try:
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "fullfsync=ON"):
            database.execute(f"PRAGMA {pragma}").fetchall()
        database.execute("PRAGMA checkpoint_fullfsync=ON")
        database.execute(f"PRAGMA cache_size={-(_KEPT if key is None else _KEPT_DECRYPTED)}")
        # The pragmas alone do not find out whether the file may be written.
        database.execute("BEGIN EXCLUSIVE")
        database.execute("PRAGMA user_version=" + str(read_number(database, "user_version")))
        database.execute("ROLLBACK")
    except BaseException:
        database.close()
        raise
    return database


def read_number(database: Database, pragma: str) -> int:
    """The value of a pragma that is a number."""
    return int(database.execute(f"PRAGMA {pragma}").fetchone()[0])


def interrupted(path: Path) -> bool:
    """Whether a power cut left a rollback journal: SQLite keeps one while it makes a new file ready for its log."""
    journal = Path(f"{path}-journal")
    return journal.exists() and journal.stat().st_size > 0


def ended_uncleanly(path: Path) -> bool:
    """Whether the last program that wrote the library never closed it: the write-ahead log goes with the last close."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def identity(database: Database) -> str:
    """The library's own id; empty where it has none."""
    known = database.execute("SELECT id FROM library").fetchone()
    return str(known[0]) if known else ""


def identity_without_log(path: Path, key: Key | None = None) -> str:
    """The id that stands in the file itself; empty where all of the library is still in its log."""
    with suppress(sqlcipher.Error), closing(connect(path, "mode=ro&immutable=1", key)) as database:
        return identity(database)
    return ""


@contextmanager
def read_only_look(path: Path, key: Key | None = None) -> Iterator[Database]:
    """A connection that changes nothing, not even by recovering what a crash left in the write-ahead log.

    Raises the driver's errors, among them SQLITE_BUSY when another program holds the file.
    """
    if interrupted(path):
        # The file is whole only once the journal is rolled back, which must happen to a copy: a look changes nothing.
        from shutil import copyfile
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            for file in (path, Path(f"{path}-journal"), Path(f"{path}-wal")):
                if file.exists():
                    copyfile(file, Path(folder, file.name))
            with closing(connect(Path(folder, path.name), "mode=rw", key)) as database:
                yield database
        return
    log, index = Path(f"{path}-wal"), Path(f"{path}-shm")
    crashed = log.exists() and log.stat().st_size > 0
    # Only a connection that takes part in locking reads the log, and it needs an index file for that.
    index_is_ours = crashed and not index.exists()
    try:
        with closing(connect(path, "mode=ro" if crashed else "mode=ro&immutable=1", key)) as database:
            yield database
    finally:
        if index_is_ours:
            index.unlink(missing_ok=True)


@frozen
class OpenFiles:
    """Which files on the disk the open connection writes to."""

    path: Path
    identities: tuple[tuple[Path, int, int], ...]

    @classmethod
    def of(cls, path: Path) -> OpenFiles:
        """The library at `path` and its write-ahead log as they stand now."""
        files = [file for file in (path, Path(f"{path}-wal")) if file.exists()]
        return cls(path, tuple((file, *_identity(file)) for file in files))

    def check(self) -> None:
        """Raises LibraryVanishedError if a file is gone or another one stands in its place.

        SQLite goes on writing into a deleted file without a word, and all of that would be lost.
        """
        try:
            same = all(_identity(file) == (device, inode) for file, device, inode in self.identities)
        except OSError as error:
            raise LibraryVanishedError(path=self.path) from error
        if not same:
            raise LibraryVanishedError(path=self.path)

    def take_log_away(self) -> None:
        """SQLite would take the log of a file that is gone for that of the file in its place."""
        log = Path(f"{self.path}-wal")
        with suppress(OSError):
            if (log, *_identity(log)) in self.identities:
                log.unlink()


def _identity(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_dev, status.st_ino
