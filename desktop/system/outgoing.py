"""Files on their way to another program: written where only this person can read them, under safe names."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from models.values.files import keep_private, private_file, private_folder, put_away, safe_name
from models.values.places import cache_place

KEPT_FOR = 24 * 60 * 60
"""Seconds. A mail program may want the file for as long as the message is being written."""
LONGEST_NAME = 150
"""Bytes, the ending apart."""


class OutgoingFolder:
    """A folder of one's own in the system's cache. What lies in it for a day is taken away with the next file."""

    def __init__(self, root: Path | None = None) -> None:
        """`root` is the folder, made when the first file comes; the system's cache for Clearway unless given."""
        self._root = root

    def put(self, files: Mapping[str, bytes]) -> list[Path]:
        """Writes the files into a fresh folder and gives their paths. A name may hold anything. Raises OSError."""
        root = self._root or _cache()
        private_folder(root)
        keep_private(root)
        self._sweep(root)
        folder = Path(tempfile.mkdtemp(dir=root))
        paths = []
        for name, data in files.items():
            stem, dot, ending = name.rpartition(".")
            safe = safe_name(stem or ending, LONGEST_NAME) or "file"
            path = folder / (f"{safe}.{safe_name(ending)}" if dot and stem else safe)
            private_file(path)
            path.write_bytes(data)
            paths.append(path)
        return paths

    def clear(self) -> None:
        """Overwrites and removes what lies there, as far as other programs let us."""
        root = self._root or _cache()
        for file in sorted(root.rglob("*"), reverse=True) if root.is_dir() else ():
            if file.is_dir():
                with suppress(OSError):
                    file.rmdir()
            else:
                put_away(file)

    def _sweep(self, root: Path) -> None:
        for folder in root.iterdir():
            with suppress(OSError):  # gone meanwhile, or still open in another program
                if time.time() - folder.lstat().st_mtime > KEPT_FOR:
                    shutil.rmtree(folder, ignore_errors=True)


def _cache() -> Path:
    return cache_place() / "outgoing"
