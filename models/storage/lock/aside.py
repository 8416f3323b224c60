"""The folder aside in which a library gets another passphrase, and how it is cleared."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from models.hashes import sha256
from models.values.files import put_away


def aside_of(folder: Path, library: Path) -> Path:
    """The folder in the one of what is replaced, so that a file can be put in its place at once."""
    return folder / f".clearway-{sha256(os.fsencode(library.name))[:16]}"


def clear(folder: Path, library: Path) -> None:
    """Overwrites and removes what lies in it, and itself. Only for whoever holds the library."""
    aside = aside_of(folder, library)
    if aside.is_dir():
        for file in aside.iterdir():
            put_away(file)
        with suppress(OSError):
            aside.rmdir()
