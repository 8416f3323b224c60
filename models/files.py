"""Files that are written whole or not at all, and read only as far as is sensible."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
