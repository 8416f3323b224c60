"""The folder aside in which a library gets another passphrase, and how it is cleared."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from models.values.files import put_away


def aside_of(library: Path) -> Path:
    """The folder, beside the library so that a file can be put in its place at once."""
    return library.with_name(f".clearway-{sha256(os.fsencode(library.name)).hexdigest()[:16]}")


def clear(library: Path) -> None:
    """Overwrites and removes what lies in the folder, and the folder. Only for whoever holds the library."""
    aside = aside_of(library)
    if aside.is_dir():
        for file in aside.iterdir():
            put_away(file)
        with suppress(OSError):
            aside.rmdir()
