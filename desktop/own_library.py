"""The person's own library: where it lies, and whose name stands in its history. Loads nothing of the windows."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from models.values.files import keep_private
from models.values.places import data_place

if TYPE_CHECKING:
    from models.storage import Library


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
