"""A backup put in the library's place. What was there is kept among the backups, whatever state it is in."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from models.storage.backups.copying import Copying, name_of_copy, settle, what_is_wrong
from models.storage.backups.kept import Backups
from models.storage.connection import SIDE_FILES, connect, connect_for_writing, read_number, read_only_look
from models.storage.errors import (
    BackupError,
    LibraryCorruptError,
    LibraryError,
    LibraryLockedError,
    LibraryReadOnlyError,
    UnsoundCopyError,
)
from models.storage.lock.key import Key, key_of
from models.storage.opening import inspect
from models.storage.schema import SCHEMA
from models.storage.sums import SINCE
from models.values.files import keep_private, private_file, private_folder
from models.values.terms import new_id

_KEPT = ("-journal", "-wal", "")
"""What holds anything of a library; the library itself comes last."""


def restore(path: Path, source: Path, passphrase: str | None = None) -> Path | None:
    """Puts a copy of `source` in the place of the library at `path`; where that is kept now, None where none was.

    The copy is locked as `source` is, which `passphrase` opens. The present library stands until the new one is whole,
    on the disk and checked. Raises LibraryError: what `inspect` raises of `source`, UnsoundCopyError, PassphraseError,
    LibraryLockedError, BackupError.
    """
    path = Path(os.path.realpath(path))
    unfinished = path.with_name(f"{path.name}.restored")
    with suppress(OSError):
        if source.samefile(path):
            raise UnsoundCopyError(path=source)
    with key_of(source, passphrase) as key:
        _bring(source, unfinished, key)
    try:
        kept = _keep_present(path)
        for ending in SIDE_FILES:
            Path(f"{path}{ending}").unlink(missing_ok=True)
        unfinished.replace(path)
        settle(path.parent)
    except OSError as error:
        raise BackupError(path=path) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return kept


def _bring(source: Path, unfinished: Path, key: Key | None) -> None:
    """A checked copy beside the library, ready to take its place."""
    try:
        if inspect(source, SCHEMA, key) == 0:
            raise UnsoundCopyError(path=source)
        with read_only_look(source, key) as database:
            if what_is_wrong(database):
                raise UnsoundCopyError(path=source)
            Copying.of(database).to(unfinished)
    except (sqlcipher.Error, LibraryCorruptError, OSError) as error:
        raise (LibraryLockedError if _held(error) else UnsoundCopyError)(path=source) from error
    with closing(connect(unfinished, "mode=rw", key)) as database:
        # What it writes from now on must not bear the name of what the library wrote that it stands in for.
        if read_number(database, "user_version") >= SINCE:
            database.execute("UPDATE library SET id = ?", (new_id(),))
    settle(unfinished)


def _keep_present(path: Path) -> Path | None:
    """Copies the present library into the backups: checked where it is sound, byte for byte where it is not."""
    if not any(Path(f"{path}{ending}").exists() for ending in _KEPT):
        return None
    if path.exists() and not os.access(path, os.W_OK):
        raise LibraryReadOnlyError(path=path)
    target = Backups(path).beside / name_of_copy(path, "replaced-", datetime.now(UTC), exact=True)
    try:
        if path.exists() and inspect(path, SCHEMA) > 0:
            # It ends with the last close of its log, so that nothing of it is left beside what comes.
            with closing(connect_for_writing(path)) as database:
                Copying.of(database).to(target)
            return target
    except sqlcipher.Error as error:
        if _held(error):
            raise LibraryLockedError(path=path) from error
    except (LibraryError, OSError):
        pass  # it is damaged, or the disk is full, which the next copy finds out as well
    _keep_bytes(path, target)
    return target


def _keep_bytes(path: Path, target: Path) -> None:
    """Raises BackupError."""
    try:
        private_folder(target.parent)
        for ending in _KEPT:
            if Path(f"{path}{ending}").exists():
                copy = Path(f"{target}{ending}")
                unfinished = copy.with_name(f"{copy.name}.part")
                private_file(unfinished)
                shutil.copyfile(f"{path}{ending}", unfinished)
                keep_private(unfinished)
                settle(unfinished)
                unfinished.replace(copy)
        settle(target.parent)
    except OSError as error:
        raise BackupError(path=target) from error


def _held(error: Exception) -> bool:
    """Whether another program has the file open."""
    code: int = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF in (sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED)
