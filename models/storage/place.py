"""Where the library lives unless another file is named."""

from __future__ import annotations

import re
from pathlib import Path

from models.values.places import data_place

LIBRARY_NAME = "library.clearway"
BACKUP_FOLDER = "backups"
"""Beside the library: whole copies of it."""
MOST_OF_THE_NAME, MOST_OF_THE_ENDING = 40, 10
"""Letters of the library's name in that of a copy, of at most four bytes each."""


def default_library_path() -> Path:
    """The library's place by the platform's convention, as in `~/.local/share/Clearway/library.clearway` on Linux.

    Nothing is created. Raises Refusal where the environment names no whole path.
    """
    return data_place() / LIBRARY_NAME


def backups_of(library: Path) -> list[Path]:
    """The copies of this library beside it, told by their names, the oldest name first."""
    named = re.compile(re.escape(library.stem[:MOST_OF_THE_NAME]) + r"-(schema-\d+-)?\d{8}")
    folder = library.parent / BACKUP_FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(file for file in found if named.match(file.name) and file.is_file() and not file.is_symlink())
