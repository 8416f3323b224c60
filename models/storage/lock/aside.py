"""The folder aside in which a library gets another passphrase, and how what lies in it is overwritten and removed."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_AT_ONCE = 1_000_000
"""Bytes."""


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


def put_away(file: Path) -> None:
    """Removes a file and overwrites its bytes as far as the disk lets us; one with a second name keeps them."""
    with suppress(OSError):
        status = file.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_nlink == 1:
            with suppress(OSError):
                _overwrite(file, status.st_size)
        file.unlink()


def _overwrite(file: Path, size: int) -> None:
    with file.open("rb+") as handle:
        for begin in range(0, size, _AT_ONCE):
            handle.write(bytes(min(_AT_ONCE, size - begin)))
        handle.flush()
        os.fsync(handle.fileno())
