"""The library file: every engagement of a consultant, saved edit by edit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from models.storage import packs, soundness
from models.storage.cells import storable
from models.storage.connection import OpenFiles, ended_uncleanly
from models.storage.database import Database
from models.storage.errors import (
    BackupError,
    LibraryError,
    LibraryReadOnlyError,
    LibraryVanishedError,
    while_reading,
    while_writing,
)
from models.storage.opening import for_reading, for_writing
from models.storage.reading import LibraryReading
from models.storage.schema import SCHEMA, Schema
from models.storage.search import index

if TYPE_CHECKING:
    from models.engagement.acts import RecentSteps
    from models.engagement.edit import Edit
    from models.engagement.engagement import Asset, Engagement
    from models.engagement.library_entry import HistoryEntry, Steps
    from models.storage.acts import Acts
    from models.storage.backups.copying import Copying
    from models.storage.log.history import History
    from models.values.sentence import Sentence


class Library(LibraryReading):
    """One open library file. It belongs to the thread that opened it, and no other program can open it meanwhile.

    Reading raises LibraryCorruptError when the file turns out to be damaged, LibraryPlaceError when the disk fails.
    Every method that writes does all of its work or none, and raises LibraryWriteError when it cannot be on the disk,
    LibraryReadOnlyError when the library was opened for reading only; the same call can be made again later.
    """

    def __init__(
        self, path: Path, database: Database, signed: tuple[str, str | None], read_only: bool, resources: ExitStack
    ) -> None:
        """For `Library.open`; `resources` closes the database."""
        super().__init__(path, database)
        self._signed = signed
        self.locked = database.key is not None
        """Whether it opens with a passphrase only."""
        self._read_only, self._resources = read_only, resources
        self._files, self._kept_beside = OpenFiles.of(path), False
        self.last_act: HistoryEntry | None = None
        """The newest act on the disk, where the library was not closed last time: what came after it is lost."""

    @classmethod
    def open(
        cls, path: Path, *, who: str, device: str | None = None, passphrase: str | None = None, read_only: bool = False,
        schema: Schema = SCHEMA,
    ) -> Library:  # fmt: skip
        """Opens the library at `path`, made new with its folder if there is none; locked with `passphrase`, if any.

        An older one is migrated, after a backup. `who` and `device` (this computer's name unless given) stand in the
        history beside every edit. With `read_only` the file must exist and nothing at all is written.

        Before anything is written the file is checked. Raises a LibraryError of what `opening.for_writing` says.
        """
        # SQLite keeps its log beside the file itself, not beside a link to it.
        path = Path(os.path.realpath(path))
        with while_reading(path), ExitStack() as resources:
            unclean = ended_uncleanly(path)
            database = resources.enter_context((for_reading if read_only else for_writing)(path, schema, passphrase))
            library = cls(path, database, (who, device), read_only, resources.pop_all())
            library.last_act = library.asked_of_past(lambda past: past.newest()) if unclean else None
            return library

    def close(self) -> None:
        """Lets the file go. Nothing is waiting to be written; a second call does nothing."""
        self._resources.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *ended: object) -> None:
        self.close()

    def save(self, edit: Edit) -> None:
        """Makes one labelled edit, on the disk when this returns. An edit that changes nothing leaves no trace.

        Lone surrogates in a text are kept as U+FFFD. Raises StepNotPossibleError when a record's owner is not in the
        library, and ValueError for a time without a time zone.
        """
        with self._writing(edit.label) as acts:
            acts.save(edit)

    def add(self, engagement: Engagement, label: Sentence, scope: str = "") -> None:
        """Adds a whole engagement with its pictures as one step.

        A client that is in the library already stays as it is. Raises EngagementExistsError, and what `save` raises.
        """
        with self._writing(label) as acts:
            acts.add(engagement, label, scope)

    def undo(self, scope: str) -> Sentence | None:
        """Takes back the scope's last step that is not undone, and returns its label; None when there is none.

        `scope` is an engagement's id, or empty for acts on the library as a whole. Raises StepNotPossibleError.
        """
        with self._writing(self.steps(scope).undo) as acts:
            return acts.undo(scope)

    def redo(self, scope: str) -> Sentence | None:
        """Makes again what the scope's last undo took back; otherwise like `undo`."""
        with self._writing(self.steps(scope).redo) as acts:
            return acts.redo(scope)

    def steps(self, scope: str) -> Steps:
        """The labels of the next undo and redo of a scope."""
        with while_reading(self.path):
            return self._history.steps(scope)

    def recent_steps(self, scope: str, limit: int = 100) -> RecentSteps:
        """The newest steps of a scope with what they change, at most `limit` to take back and as many to make again."""
        with while_reading(self.path):
            return self._history.recent(scope, limit)

    def read_texts(self, most: int = 20) -> tuple[int, int]:
        """Makes the texts of so many engagements findable. How many were read, and how many are left to read."""
        with while_reading(self.path):
            if self._read_only or not index.left_to_read(self._database):
                return 0, 0
        with self._writing(None) as acts:
            return acts.read_texts(most)

    def touch(self, engagement_id: str) -> None:
        """Notes that the engagement was opened, for the order of the list; no part of the history."""
        with self._writing(None) as acts:
            acts.touch(engagement_id)

    def keep_asset(self, asset: Asset) -> None:
        """Keeps a file for good; one that is kept already is left alone.

        Raises ValueError unless its id is the SHA-256 of its bytes.
        """
        from models.storage import rows

        with self._writing(None):
            rows.keep_asset(self._database, asset)

    def keep_method(self, key: str, text: str) -> None:
        """Keeps a content pack's text for good, and makes it the one that new engagements start with.

        Raises MethodChangedError when another text is kept under that key.
        """
        if self.current_method() == key and self.method_text(key) == storable(text):
            return
        with self._writing(None):
            packs.keep(self._database, storable(key), storable(text))

    def backup(self, to: Path) -> None:
        """Makes a checked copy of the library at `to`, in place of an older copy there. Raises BackupError."""
        with suppress(OSError):
            if to.samefile(self.path):
                raise BackupError(path=to)
        self.copying().to(to)

    def copying(self) -> Copying:
        """A copy about to be made, maybe on another thread; it has to end before the library is closed."""
        from models.storage.backups.copying import Copying

        with while_reading(self.path):
            return Copying.of(self._database)

    def delete_for_good(self, engagement_id: str) -> None:
        """Takes an engagement, its history and its files out of the library, and overwrites what they stood on.

        Nothing takes it back. Raises EngagementMissingError, and LibraryFullError where the disk has no room for it.
        """
        from models.storage.log import erasing

        erasing.check_room(self.path)
        with self._writing(None) as acts, acts.history.forgetting():
            erasing.erase(self._database, storable(engagement_id))
        self.last_act = None
        with while_writing(self.path, None):
            erasing.overwrite(self._database)

    def check(self) -> list[str]:
        """Reads the whole library, seconds for a large one, and says what is wrong; empty when it is sound."""
        with while_reading(self.path):
            return soundness.damage(self._database, not self._read_only)

    def mend_list(self) -> bool:
        """Makes the list of engagements anew from the records where it is not what was written; whether it did."""
        with while_reading(self.path):
            if soundness.list_sound(self._database, not self._read_only):
                return False
        with self._writing(None) as acts:
            acts.make_list()
        return True

    @cached_property
    def _history(self) -> History:
        """Made for the first act, since a list is shown without it. Nothing can be written until its triggers stand."""
        import platform

        from models.storage.log.history import History

        who, device = self._signed
        with while_reading(self.path):
            return History(self._database, who, platform.node() if device is None else device)

    @cached_property
    def _acts(self) -> Acts:
        from models.storage.acts import Acts

        return Acts(self._database, self._history)

    @contextmanager
    def _writing(self, label: Sentence | None) -> Iterator[Acts]:
        """One transaction, committed only while the file is still the one that was opened."""
        if self._read_only:
            raise LibraryReadOnlyError(path=self.path)
        acts = self._acts
        acts.history.prepare()
        try:
            with while_writing(self.path, label), self._database.atomic():
                yield acts
                acts.history.keep_digests()
                self._files.check()
        except BaseException as error:
            acts.abandon()
            if isinstance(error, LibraryVanishedError):
                self._keep_beside()
            raise

    def _keep_beside(self) -> None:
        """What was saved here stands in no file any more once another takes its place: it is put beside that, once."""
        if self._kept_beside or not self.path.exists():
            return
        name = f"{self.path.stem} (conflicted copy {datetime.now(UTC):%Y-%m-%d %H%M%S}){self.path.suffix}"
        with suppress(BackupError, LibraryError):
            self.copying().to(self.path.with_name(name))
            self._kept_beside = True
            self._files.take_log_away()
