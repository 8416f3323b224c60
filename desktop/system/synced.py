"""Whether a file lies in a folder that a sync program carries about, and what such a program left beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

_BY_NAME = (
    ("OneDrive", re.compile(r"^OneDrive( - .*)?$", re.IGNORECASE)),
    ("Dropbox", re.compile(r"^Dropbox( \(.*\))?$", re.IGNORECASE)),
    ("iCloud Drive", re.compile(r"^(iCloudDrive|com~apple~CloudDocs|Mobile Documents)$", re.IGNORECASE)),
    ("Google Drive", re.compile(r"^(Google ?Drive|GoogleDrive-.*|My Drive|DriveFS)$", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"^Nextcloud\d*$", re.IGNORECASE)),
    ("Syncthing", re.compile(r"^Syncthing$", re.IGNORECASE)),
)
"""What these programs call their folders."""
_BY_MARK = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_root": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
}
"""What they leave in them."""
_SAYS_SO = re.compile(
    r"conflict|in conflict|konflikt|conflit|conflicto|\bcopy\b|kopie|copie|copia|sync-conflict"
    r"|\(\d+\)$|-[A-Z0-9][A-Z0-9-]*$| \d+$",
    re.IGNORECASE,
)
"""How they name a second version, behind the name of the first."""


def sync_program(path: Path) -> str:
    """The program that carries the file about; empty where none is known to."""
    for folder in path.absolute().parents:
        for name, pattern in _BY_NAME:
            if pattern.match(folder.name):
                return name
        for mark, name in _BY_MARK.items():
            if os.path.lexists(folder / mark):
                return name
        for name in _nextcloud_marks(folder):
            return name
    return ""


def _nextcloud_marks(folder: Path) -> Iterable[str]:
    """Its list of files carries a number of its own in its name."""
    try:
        found = any(folder.glob(".sync_*.db")) or any(folder.glob("._sync_*.db"))
    except OSError:
        return []
    return ["Nextcloud"] if found else []


def conflicted_copies(path: Path) -> list[Path]:
    """Other versions of the file that lie beside it under a name that says so, the newest first."""
    try:
        beside = [other for other in path.parent.iterdir() if other.suffix == path.suffix and other != path]
    except OSError:
        return []
    found = [other for other in beside if other.is_file() and _is_version(other.stem, path.stem)]
    return sorted(found, key=lambda other: other.stat().st_mtime, reverse=True)


def _is_version(name: str, of: str) -> bool:
    return name.startswith(of) and _SAYS_SO.search(name[len(of) :]) is not None
