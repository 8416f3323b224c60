"""Everything that can go wrong with a library, in words for the person in front of it.

Each error is one sentence that says what happened and one that says what to do next, with named places.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlcipher

from models.values.refusal import RefusalInTwo
from models.values.sentence import Sentence
from resources.words import marked

if TYPE_CHECKING:
    from typing import ClassVar


class LibraryError(RefusalInTwo):
    """Something about the library that a person has to know."""

    happened: ClassVar[str] = marked("The library could not be used.")
    next_step: ClassVar[str] = marked(
        "Close Clearway, start it again, and restore a backup if the library still cannot be used."
    )


class LibraryCorruptError(LibraryError):
    """The file is damaged, or holds what Clearway never writes."""

    happened = marked("The library “{path}” is damaged and cannot be read reliably.")
    next_step = marked("Restore a backup: what is damaged is kept beside it. `clearway backups` lists those there are.")


class LibraryLockedError(LibraryError):
    """Another running program holds the library."""

    passing = True
    happened = marked("The library “{path}” is open in another window of Clearway or in another program.")
    next_step = marked("Close it there, then try again.")


class LibraryReadOnlyError(LibraryError):
    """The file or its folder may not be written, or the library was opened for reading only."""

    passing = True
    happened = marked("The library “{path}” can be read but not changed.")
    next_step = marked(
        "Allow changes to the file and its folder, or copy the library to a folder of your own and open it there."
    )


class LibraryPlaceError(LibraryError):
    """There is no file, or none can be made, at that place."""

    passing = True
    happened = marked("No library can be opened at “{path}”.")
    next_step = marked(
        "Check that the folder exists, that its disk is connected and that you may write there, or choose another."
    )


class LibraryNameError(LibraryError):
    """The name is longer than a library's can be. Nothing was made."""

    happened = marked("The library's name is too long: “{path}”.")
    next_step = marked("Choose one of at most {longest} letters, fewer if they are not Latin ones.")


class LibraryNewerError(LibraryError):
    """The file was made by a newer Clearway. It has not been touched."""

    happened = marked(
        "The library “{path}” was made by a newer version of Clearway (its schema is {found}, this one knows {known})."
    )
    next_step = marked("Update Clearway on this computer, then open it again; the file has not been changed.")


class NotALibraryError(LibraryError):
    """The file is something else. It has not been touched."""

    happened = marked("The file “{path}” is not a Clearway library.")
    next_step = marked("Choose a file that Clearway made; its name usually ends in .clearway.")


class LibraryTamperedError(LibraryError):
    """The schema holds something that Clearway never puts there. It has not been touched."""

    happened = marked(
        "The library “{path}” holds something that Clearway did not put there ({found}), so it was not opened."
    )
    next_step = marked("Do not use this file; ask whoever sent it for a fresh copy, or open one from your own backups.")


class LibraryLogError(LibraryError):
    """The write-ahead log beside the file is another library's. Nothing has been touched."""

    happened = marked("Beside the library “{path}” lies “{log}”, which is the log of another library.")
    next_step = marked("Move that file to another folder, then open the library again.")


class LibraryWriteError(LibraryError):
    """The change was not saved; the library stands as before it. The same save can be tried again."""

    passing = True
    happened = marked("The last change could not be saved in “{path}”.")
    next_step = marked("Check the disk, then try again.")


class LibraryFullError(LibraryWriteError):
    """The disk is full."""

    happened = marked("Nothing more can be saved in “{path}”, because the disk that holds it is full.")
    next_step = marked("Make room on the disk, then try again; nothing that was saved before is lost.")


class LibraryVanishedError(LibraryWriteError):
    """The file was moved, deleted or replaced while it was open."""

    happened = marked(
        "The last change could not be saved, because “{path}” was moved, deleted or replaced while it was open."
    )
    next_step = marked(
        "Put the file back where it was and try again. Where another file stands in its place, close Clearway and open "
        "it again: what was saved here lies beside it, and is offered."
    )


class EngagementMissingError(LibraryError, KeyError):
    """No engagement has that id."""

    happened = marked("The library holds no engagement “{id}”.")
    next_step = marked("Look for it in the list of engagements.")


class EngagementDamagedError(LibraryError):
    """What is read of an engagement is not what was written. Nothing has been touched."""

    happened = marked("The engagement “{name}” is damaged in this library: the file has changed where nobody wrote.")
    next_step = marked(
        "Do not work on it here. Open the newest backup, which `clearway backups` names, and export it there."
    )


class EngagementExistsError(LibraryError):
    """An engagement with that id is in the library already."""

    happened = marked("The library already holds the engagement “{name}”.")
    next_step = marked("Open it from the list of engagements, or duplicate it.")


class StepNotPossibleError(LibraryError):
    """An edit, an undo or a redo concerns something whose owner is no longer in the library."""

    happened = marked("“{label}” is not possible any more, because what it belongs to has been removed.")
    next_step = marked("Undo the removal first.")


class MethodChangedError(LibraryError):
    """A content pack has other text under the same key than the library keeps."""

    happened = marked("The library already keeps the content pack {key}, with other text.")
    next_step = marked(
        "Give the changed pack a new version number, so that finished work keeps the questions it was made with."
    )


class BackupError(LibraryError):
    """A copy could not be made or did not pass its check. The library itself is as before."""

    happened = marked("No sound copy of the library could be made at “{path}”.")
    next_step = marked("Check that the disk has room and that you may write there, then try again.")


class BackupPlaceError(BackupError):
    """The folder that was chosen for backups is not there."""

    passing = True
    happened = marked("Backups cannot be kept in “{path}”: there is no such folder.")
    next_step = marked("Connect its disk, or choose another folder for backups. Your work is saved as always.")


class UnsoundCopyError(LibraryError):
    """What is to be restored is not sound. Nothing has been touched."""

    happened = marked("“{path}” is not a sound copy of a library, so nothing was restored.")
    next_step = marked("Choose another copy: `clearway backups` says which are sound.")


class UnreadableRowError(Exception):
    """Inside the storage only: a row holds what Clearway never writes. Callers see LibraryCorruptError."""


@contextmanager
def while_reading(path: Path) -> Iterator[None]:
    """Turns what the driver and the disk raise while the library at `path` is opened or read into a `LibraryError`."""
    try:
        yield
    except sqlcipher.Error as error:
        kind = _READING.get(_code(error))
        if kind is None:
            raise
        raise kind(path=path) from error
    except (UnreadableRowError, UnicodeDecodeError) as error:
        raise LibraryCorruptError(path=path) from error
    except OSError as error:
        raise _from_disk(error)(path=path) from error


@contextmanager
def while_writing(path: Path, label: Sentence | None) -> Iterator[None]:
    """The same while the edit called `label` is saved: a failing disk becomes a `LibraryWriteError`."""
    try:
        yield
    except sqlcipher.Error as error:
        if str(error).startswith(_OUT_OF_PLACE):
            raise StepNotPossibleError(label=label or "") from error
        kind = _WRITING.get(_code(error))
        if kind is None:
            raise
        raise kind(path=path) from error
    except (UnreadableRowError, UnicodeDecodeError) as error:
        raise LibraryCorruptError(path=path) from error


_OUT_OF_PLACE = ("FOREIGN KEY constraint", "UNIQUE constraint")
"""A row without its owner, or one that is there already; the driver gives one code for every broken constraint."""
_DAMAGE_WITHOUT_CODE = ("Could not decode", "unsupported file format", "invalid fts5 file format")
_DAMAGE: dict[int, type[LibraryError]] = {
    sqlcipher.SQLITE_CORRUPT: LibraryCorruptError,
    sqlcipher.SQLITE_NOTADB: LibraryCorruptError,
}
# A code that is missing here, such as SQLITE_ERROR, is a mistake of ours and stays what it is.
_READING = _DAMAGE | {
    sqlcipher.SQLITE_BUSY: LibraryLockedError,
    sqlcipher.SQLITE_LOCKED: LibraryLockedError,
    sqlcipher.SQLITE_READONLY: LibraryReadOnlyError,
    sqlcipher.SQLITE_PERM: LibraryReadOnlyError,
    sqlcipher.SQLITE_CANTOPEN: LibraryPlaceError,
    sqlcipher.SQLITE_IOERR: LibraryPlaceError,
    sqlcipher.SQLITE_FULL: LibraryFullError,
}
_WRITING = _DAMAGE | {
    sqlcipher.SQLITE_READONLY: LibraryWriteError,
    sqlcipher.SQLITE_PERM: LibraryWriteError,
    sqlcipher.SQLITE_CANTOPEN: LibraryWriteError,
    sqlcipher.SQLITE_IOERR: LibraryWriteError,
    sqlcipher.SQLITE_FULL: LibraryFullError,
}


def _code(error: Exception) -> int:
    """The primary result code of SQLite, or SQLITE_CORRUPT for damage that is reported without it."""
    if str(error).startswith(_DAMAGE_WITHOUT_CODE):
        return int(sqlcipher.SQLITE_CORRUPT)
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return 0 if code is None else code & 0xFF


def _from_disk(error: OSError) -> type[LibraryError]:
    if error.errno == errno.ENOSPC:
        return LibraryFullError
    if error.errno == errno.EROFS:
        return LibraryReadOnlyError
    return LibraryPlaceError
