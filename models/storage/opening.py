"""Opening a library file: what is checked before anything is written, and the migration of an older one."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from models.storage.connection import (
    SIDE_FILES,
    connect_for_writing,
    ended_uncleanly,
    identity,
    identity_without_log,
    interrupted,
    read_number,
    read_only_look,
)
from models.storage.database import Database
from models.storage.errors import (
    LibraryCorruptError,
    LibraryLogError,
    LibraryNameError,
    LibraryNewerError,
    LibraryPlaceError,
    LibraryReadOnlyError,
    LibraryTamperedError,
    NotALibraryError,
    UnreadableRowError,
)
from models.storage.lock import aside
from models.storage.lock.errors import PassphraseNeededError, PassphraseWrongError
from models.storage.lock.key import HEADER, PAGE, Key, key_of, looks_locked
from models.storage.place import BACKUP_FOLDER
from models.storage.schema import APPLICATION_ID, Schema, objects_in
from models.storage.search import index
from models.storage.sums import LIST, SINCE, keep_sum
from models.values.files import keep_private, private_folder, read_at_most

# Checking every page of a large library would hold up the start; `Library.check` does it at leisure.
_CHECKED_AT_ONCE = 8_000_000
LONGEST_NAME = 255
"""Bytes that file systems allow for one name."""


@contextmanager
def for_writing(path: Path, schema: Schema, passphrase: str | None = None) -> Iterator[Database]:
    """The checked library at `path`, at the schema's newest version: new if there was none, migrated if it was older.

    Raises what `inspect` raises, LibraryNameError, LibraryReadOnlyError, BackupError, OSError and the driver's errors.
    """
    _check_name(path)
    private_folder(path.parent)
    if not all(os.access(place, os.W_OK) for place in (path, path.parent) if place.exists()):
        raise LibraryReadOnlyError(path=path)
    with key_of(path, passphrase) as key:
        version = inspect(path, schema, key)
        keep_private(path.parent / BACKUP_FOLDER)
        with closing(connect_for_writing(path, key)) as database:
            aside.clear(path.parent, path)
            aside.clear(path.parent / BACKUP_FOLDER, path)
            _bring_up_to_date(database, path, schema, version)
            # So that nothing is written that the log does not hold: it takes this back once its triggers stand.
            database.hold_still(True)
            yield database


def _bring_up_to_date(database: Database, path: Path, schema: Schema, version: int) -> None:
    if version == 0:
        schema.migrate(database, last=_make_sums)
    elif version < schema.version:
        from models.storage.backups.copying import before_migration
        from models.storage.search.listed import was_as_written

        damaged = before_migration(database, path, version)
        # A list that was damaged has no digest then, and is made anew like any other.
        make_sums = _make_sums if was_as_written(database, version) else _make_sums_of_records
        try:
            schema.migrate(database, last=partial(make_sums, version=version, damaged=damaged))
        except (sqlcipher.Error, UnreadableRowError) as error:
            if damaged:
                raise LibraryCorruptError(path=path) from error
            raise
    if not index.is_of_this_folding(database):
        from models.storage import summaries

        summaries.fold_anew(database)


def _make_sums(database: Database, version: int = 0, damaged: Collection[str] = ()) -> None:
    from models.storage.search.listed import list_sum

    _make_sums_of_records(database, version, damaged)
    keep_sum(database, LIST, list_sum(database))


def _make_sums_of_records(database: Database, version: int = 0, damaged: Collection[str] = ()) -> None:
    """A migration changes rows without an edit, so what the file is checked by is made anew; damage stays damage."""
    from models.storage import digests
    from models.storage.log import seals

    digests.rebuild(database, damaged)
    if version < seals.SINCE:
        seals.seal_all(database)


def _check_name(path: Path) -> None:
    """Raises LibraryNameError where a name would leave no room for SQLite's own files beside it."""
    longest = LONGEST_NAME - max(len(ending) for ending in SIDE_FILES)
    if len(os.fsencode(path.name)) > longest:
        raise LibraryNameError(path=path, longest=longest)


@contextmanager
def for_reading(path: Path, schema: Schema, passphrase: str | None = None) -> Iterator[Database]:
    """The checked library at `path`, left exactly as it is; for short work, since it may lock nobody out.

    Raises what `inspect` raises, LibraryPlaceError when there is no library, LibraryReadOnlyError when it would have
    to be migrated first, and the driver's errors.
    """
    with key_of(path, passphrase) as key:
        version = inspect(path, schema, key)
        if version == 0:
            raise LibraryPlaceError(path=path)
        if version < schema.version:
            raise LibraryReadOnlyError(path=path)
        with read_only_look(path, key) as database:
            yield database


def inspect(path: Path, schema: Schema, key: Key | None = None) -> int:
    """The schema version of the file at `path`, 0 for a new or empty one, found without changing a byte.

    Raises NotALibraryError, PassphraseNeededError, PassphraseWrongError, LibraryNewerError, LibraryTamperedError,
    LibraryLogError, LibraryCorruptError and the driver's errors.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    plain = read_at_most(path, len(HEADER)) == HEADER
    if not plain and key is None and not interrupted(path):
        raise (PassphraseNeededError if looks_locked(path) or ended_uncleanly(path) else NotALibraryError)(path=path)
    with read_only_look(path, key) as database:
        if not plain:
            _check_opens(database, path)
        version = _version(database, path, schema)
        _check_objects(database, path, schema, version)
        _check_log(database, path, version)
        _check_pages(database, path)
    return version


def _check_opens(database: Database, path: Path) -> None:
    """Without its key a locked library is no database at all."""
    try:
        read_number(database, "user_version")
    except sqlcipher.DatabaseError as error:
        if error.sqlite_errorcode != sqlcipher.SQLITE_NOTADB:
            raise
        if database.key is None:
            raise PassphraseNeededError(path=path) from error
        if ended_uncleanly(path) and identity_without_log(path, database.key):
            raise LibraryLogError(path=path, log=f"{path.name}-wal") from error
        raise PassphraseWrongError(path=path) from error


def _version(database: Database, path: Path, schema: Schema) -> int:
    version, application = read_number(database, "user_version"), read_number(database, "application_id")
    if application == 0 and version == 0 and not objects_in(database):
        return 0
    if application != APPLICATION_ID:
        raise NotALibraryError(path=path)
    if version > schema.version:
        raise LibraryNewerError(path=path, found=version, known=schema.version)
    if version < 1:
        raise LibraryCorruptError(path=path)
    return version


def _check_objects(database: Database, path: Path, schema: Schema, version: int) -> None:
    """A trigger, a view or a table with a hostile definition would act as soon as the library is written."""
    found = objects_in(database)
    if schema.is_of(found, version):
        return
    for kind, name, _ in sorted(found - schema.objects(version)):
        raise LibraryTamperedError(path=path, found=f"{kind} {name}")
    raise LibraryCorruptError(path=path)


def _check_log(database: Database, path: Path, version: int) -> None:
    """SQLite takes any log of that name as the library's own, and what it holds for what was written last."""
    if version < SINCE or not ended_uncleanly(path):
        return
    alone = identity_without_log(path, database.key)
    if alone and alone != identity(database):
        raise LibraryLogError(path=path, log=f"{path.name}-wal")


def _check_length(path: Path, locked: bool) -> None:
    """SQLite takes what is missing at the end of a file for zeros. Raises LibraryCorruptError."""
    if ended_uncleanly(path) or interrupted(path):
        return  # the log or the journal may hold the rest
    if locked:
        if path.stat().st_size % PAGE:
            raise LibraryCorruptError(path=path)
        return  # a page that is missing altogether is no page that the driver sealed
    header = read_at_most(path, 100)
    size, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
    told_by_this_version = header[24:28] == header[92:96]
    if told_by_this_version and size * pages > path.stat().st_size:
        raise LibraryCorruptError(path=path)


def _check_pages(database: Database, path: Path) -> None:
    _check_length(path, locked=database.key is not None)
    if path.stat().st_size > _CHECKED_AT_ONCE:
        return
    found = (text for (text,) in database.execute("PRAGMA quick_check") if text != "ok")
    # What a search looks through is derived, and made anew where it is damaged.
    if not all("entry_words" in text or "text_words" in text for text in found):
        raise LibraryCorruptError(path=path)
