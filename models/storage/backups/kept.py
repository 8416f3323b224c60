"""The backups of one library: where they lie, which there are, when one is due, and which are kept for how long.

All of it is told by the names of the files, so that a library that cannot be opened has its backups all the same.
"""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from models.frozen import frozen
from models.storage.backups.copying import (
    MOST_OF_THE_ENDING,
    MOST_OF_THE_NAME,
    Between,
    Copying,
    at_once,
    name_of_copy,
    what_is_wrong,
)
from models.storage.connection import read_only_look
from models.storage.errors import BackupError, BackupPlaceError, LibraryError
from models.storage.place import BACKUP_FOLDER
from models.values.files import read_at_most, safe_name, write_whole

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many of each are kept."""
_MOST = 10_000
"""Bytes of what is kept beside the library."""


@frozen
class Backup:
    """One copy of the library, as its name tells."""

    path: Path
    when: datetime
    """When it was begun; UTC."""
    why: str
    """Empty for one that was made by itself; else what it was made before: `schema-9`, `replaced`."""

    @property
    def day(self) -> datetime:
        """When it was begun, as the clock on the wall had it."""
        return self.when.astimezone()

    @property
    def size(self) -> int:
        """Bytes; 0 where it is gone."""
        with suppress(OSError):
            return self.path.stat().st_size
        return 0

    @property
    def locked(self) -> bool:
        """Whether it opens with a passphrase only, as far as can be told without it."""
        from models.storage.lock.key import looks_locked

        with suppress(OSError):
            return looks_locked(self.path)
        return False

    def sound(self, passphrase: str | None = None) -> bool:
        """Whether it can be relied on; reads all of it. `passphrase` is for one that is locked."""
        from models.storage.lock.key import key_of
        from models.storage.opening import inspect
        from models.storage.schema import SCHEMA

        try:
            with key_of(self.path, passphrase if self.locked else None) as key:
                if inspect(self.path, SCHEMA, key) == 0:
                    return False
                with read_only_look(self.path, key) as database:
                    return not what_is_wrong(database)
        except (LibraryError, sqlcipher.Error, OSError):
            return False

    def holds(self, engagement_id: str) -> bool:
        """Whether that engagement is in it; so, too, where nobody can tell."""
        try:
            with read_only_look(self.path) as database:
                found = database.execute("SELECT 1 FROM pilot WHERE id = ?", (engagement_id,)).fetchone()
        except (sqlcipher.Error, OSError):
            return True
        return found is not None


class Backups:
    """The backups of the library at one path, whether or not it can be opened."""

    def __init__(self, path: Path) -> None:
        """`path` is the library's file."""
        self.path = path
        self._settings = path.with_name(f"{path.name}.backups.json")
        stem, ending = re.escape(path.stem[:MOST_OF_THE_NAME]), re.escape(path.suffix[:MOST_OF_THE_ENDING])
        self._name = re.compile(rf"{stem}-(?:(schema-\d+|replaced)-)?(\d{{8}}T\d{{6}})\d*Z{ending}")

    @property
    def beside(self) -> Path:
        """The folder beside the library, which holds what was made before a change of form or before restoring."""
        return self.path.parent / BACKUP_FOLDER

    @property
    def chosen(self) -> Path | None:
        """The folder that somebody chose, or None."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            return Path(json.loads(read_at_most(self._settings, _MOST))["folder"])
        return None

    @property
    def folder(self) -> Path:
        """Where the next one goes: beside the library, or a folder of the library's own in the chosen one."""
        if self.chosen is None:
            return self.beside
        return self.chosen / safe_name(f"Clearway {self.path.stem} {platform.node()}")

    def choose(self, folder: Path | None) -> None:
        """Puts those to come into another folder, or beside the library again; what there is stays where it is.

        Raises BackupPlaceError where there is no such folder, and OSError.
        """
        if folder is None:
            self._settings.unlink(missing_ok=True)
            return
        if not folder.is_dir():
            raise BackupPlaceError(path=folder)
        write_whole(self._settings, json.dumps({"folder": str(folder.resolve())}).encode(), private=True)

    def all(self) -> list[Backup]:
        """The newest first. One that is not whole is none."""
        found: dict[Path, Backup] = {}
        for folder in {self.folder, self.beside}:
            with suppress(OSError):
                for path in folder.iterdir():
                    if known := self._known(path):
                        found[path] = known
        return sorted(found.values(), key=lambda backup: (backup.when, backup.path.name), reverse=True)

    def due(self, copying: Copying, closing: bool) -> bool:
        """Whether one is to be made: the day's first; at closing, one that holds what was done since the newest."""
        if copying.written is None:
            return False
        regular = [backup for backup in self.all() if not backup.why]
        if closing:
            return not regular or regular[0].when < copying.written
        return datetime.now(UTC).astimezone().date() not in {backup.day.date() for backup in regular}

    def keep(self, copying: Copying, between: Between = at_once) -> Backup:
        """Makes one, in place of an earlier one of the same day, and lets go what is kept no longer.

        Raises BackupError, and what `between` raises.
        """
        if self.chosen is not None and not self.chosen.is_dir():
            raise BackupPlaceError(path=self.chosen)
        self._clear()
        now = datetime.now(UTC)
        target = self.folder / name_of_copy(self.path, "", now)
        copying.to(target, between)
        for old in surplus(backup for backup in self.all() if not backup.why and backup.path.parent == self.folder):
            with suppress(OSError):
                old.path.unlink()
        made = self._known(target)
        if made is None:
            raise BackupError(path=target)
        return made

    def _known(self, path: Path) -> Backup | None:
        matched = self._name.fullmatch(path.name)
        if matched is None:
            return None
        try:
            when = datetime.fromisoformat(matched[2]).replace(tzinfo=UTC)
        except ValueError:
            return None
        return Backup(path, when, matched[1] or "")

    def _clear(self) -> None:
        """What an end in the middle of a copy left; no other program copies a library that is open here."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                name, dot, ending = path.name.rpartition(".part")
                if dot and ending in ("", "-journal") and self._name.fullmatch(name):
                    path.unlink()


def surplus(backups: Iterable[Backup]) -> list[Backup]:
    """Those that are kept no longer: not the newest of its day, week or month, or of one too long ago."""
    found = sorted(backups, key=lambda backup: backup.when, reverse=True)
    keys: tuple[tuple[int, Callable[[Backup], object]], ...] = (
        (DAYS, lambda backup: backup.day.date()),
        (WEEKS, lambda backup: backup.day.isocalendar()[:2]),
        (MONTHS, lambda backup: (backup.day.year, backup.day.month)),
    )
    kept: set[Path] = set()
    for most, key in keys:
        newest: dict[object, Backup] = {}
        for backup in found:
            newest.setdefault(key(backup), backup)
        kept.update(backup.path for backup in list(newest.values())[:most])
    return [backup for backup in found if backup.path not in kept]
