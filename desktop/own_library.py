"""The person's own library: where it lies, and whose name stands in its history. Loads nothing of the windows."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from models.values.files import keep_private
from models.values.places import data_place

if TYPE_CHECKING:
    from models.storage import Library
    from models.storage.backups.kept import Backups


def person() -> str:
    """The name that edits are signed with in the history, which never leaves the library."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def open_library(path: Path | None) -> Library:
    """The library at `path`, or the person's own. Raises LibraryError. Loads the database driver when called."""
    from models.storage import Library, default_library_path

    if path is None:
        path = default_library_path()
        keep_private(path.parent)  # earlier versions made it for everybody to look into
    return Library.open(path, who=person())


def default_place() -> Path:
    """Where the person's own library lies. Raises Refusal."""
    return data_place() / "library.clearway"


def backups_of(path: Path | None) -> Backups:
    """The backups of the library at `path`, or of the person's own, whether or not it can be opened."""
    from models.storage.backups.kept import Backups

    return Backups(path or default_place())


def restore_library(path: Path | None, source: Path) -> Path | None:
    """Puts a copy of `source` in the place of the library; where what was there is kept. Raises LibraryError."""
    from models.storage.backups.restoring import restore

    return restore(path or default_place(), source)
