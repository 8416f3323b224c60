"""Where the library lives unless another file is named."""

from __future__ import annotations

from pathlib import Path

from models.values.places import data_place

LIBRARY_NAME = "library.clearway"
BACKUP_FOLDER = "backups"
"""Beside the library: whole copies of it."""


def default_library_path() -> Path:
    """The library's place by the platform's convention, as in `~/.local/share/Clearway/library.clearway` on Linux.

    Nothing is created. Raises Refusal where the environment names no whole path.
    """
    return data_place() / LIBRARY_NAME
