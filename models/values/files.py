"""Files that are written whole or not at all, and read only as far as is sensible."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from pathlib import Path

_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)$")
LONGEST_NAME = 60
"""Bytes of each name in a file name: file systems allow 255 for the whole."""


def safe_name(text: str, longest: int = LONGEST_NAME) -> str:
    """The text without what a file system may refuse: separators, wildcards, controls, dots and spaces at the ends.

    At most `longest` bytes; empty where nothing is left.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(" " if c in '<>:"/\\|?*' or unicodedata.category(c)[0] in "CZ" else c for c in composed)
    short = " ".join(kept.split()).encode()[:longest].decode(errors="ignore").strip(" .-")
    return f"{short}_" if _RESERVED.match(short) else short


def read_at_most(path: Path, most: int) -> bytes:
    """The file's bytes, and no more than `most` of them, whatever the file is. Raises OSError."""
    with path.open("rb") as file:
        return file.read(most)


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path` through a file beside it, so that no reader ever sees half of it. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".clearway-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
