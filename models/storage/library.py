"""The library file: every engagement of a consultant, saved edit by edit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from models.storage import agenda_times, packs, soundness
from models.storage.cells import storable
from models.storage.connection import OpenFiles, ended_uncleanly
from models.storage.database import Database
from models.storage.errors import BackupError, LibraryReadOnlyError, while_reading, while_writing
from models.storage.opening import for_reading, for_writing
from models.storage.schema import SCHEMA, Schema
from models.storage.search import index, listed

if TYPE_CHECKING:
    from datetime import datetime

    from models.engagement.acts import RecentSteps
    from models.engagement.changes import Change
    from models.engagement.edit import Edit
    from models.engagement.engagement import Asset, Engagement, Record
    from models.engagement.library_entry import Found, HistoryEntry, LibraryEntry, Steps
    from models.storage.acts import Acts
    from models.storage.log.history import History
    from models.values.sentence import Sentence


class Library:
    """One open library file. It belongs to the thread that opened it, and no other program can open it meanwhile.

    Reading raises LibraryCorruptError when the file turns out to be damaged, LibraryPlaceError when the disk fails.
    Every method that writes does all of its work or none, and raises LibraryWriteError when it cannot be on the disk,
    LibraryReadOnlyError when the library was opened for reading only; the same call can be made again later.
    """

    def __init__(
        self, path: Path, database: Database, signed: tuple[str, str | None], read_only: bool, resources: ExitStack
    ) -> None:
        """For `Library.open`; `resources` closes the database."""
        self.path = path
        """The library's file."""
        self._database = database
        self._signed = signed
        self.locked = database.key is not None
        """Whether it opens with a passphrase only."""
        self._read_only, self._resources = read_only, resources
        self._files = OpenFiles.of(path)
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
            library.last_act = library._history.newest() if unclean else None
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

    def history(self, scope: str, limit: int = 200) -> list[HistoryEntry]:
        """What was done in a scope, newest first, at most `limit` entries."""
        with while_reading(self.path):
            return self._history.entries(scope, limit)

    def changes_of(self, scope: str, kind: type[Record]) -> list[tuple[Change, ...]]:
        """What each act in a scope changed in records of one kind, newest first: acts that were taken back, too."""
        with while_reading(self.path):
            return self._history.changes_of(scope, kind)

    def engagement(self, engagement_id: str) -> Engagement:
        """The engagement as it stands. Raises EngagementMissingError."""
        from models.storage import rows

        with while_reading(self.path):
            return rows.read_engagement(self._database, storable(engagement_id))

    def holds_any_of(self, engagement: Engagement) -> bool:
        """Whether a record of the engagement, its client apart, is in the library already."""
        from models.storage import rows

        with while_reading(self.path):
            return any(rows.exists(self._database, type(r), r.id) for r in rows.records_of(engagement))

    def ids_beginning(self, beginning: str) -> list[str]:
        """The ids of the engagements, archived ones too, that begin with that text."""
        select = "SELECT id FROM pilot WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id"
        with while_reading(self.path):
            return [found for (found,) in self._database.execute(select, (storable(beginning),))]

    def entries(
        self, search: str = "", *, archived: bool = False, limit: int = 100, offset: int = 0
    ) -> list[LibraryEntry]:
        """A page of the list, the most recently edited or opened first; all of it with a `limit` below nought.

        Every word of `search` must begin a word somewhere in the engagement, however it is written; what is found by
        its names comes first. Without a word in it everything is found. Texts are found once `read_texts` read them.
        """
        with while_reading(self.path):
            return listed.entries(self._database, search, archived, limit, offset)

    def count(self, search: str = "", *, archived: bool = False) -> int:
        """How many engagements `entries` would list without a limit."""
        with while_reading(self.path):
            return listed.count(self._database, search, archived)

    def read_texts(self, most: int = 20) -> tuple[int, int]:
        """Makes the texts of so many engagements findable. How many were read, and how many are left to read."""
        with while_reading(self.path):
            if self._read_only or not index.left_to_read(self._database):
                return 0, 0
        with self._writing(None) as acts:
            return acts.read_texts(most)

    def reasons(self, search: str, engagement_ids: Sequence[str]) -> dict[str, Found]:
        """Why a search found each of these, where their names in the list do not show it. May be private."""
        from models.storage.search import reasons

        with while_reading(self.path):
            return reasons.reasons(self._database, search, map(storable, engagement_ids))

    def touch(self, engagement_id: str) -> None:
        """Notes that the engagement was opened, for the order of the list; no part of the history."""
        with self._writing(None) as acts:
            acts.touch(engagement_id)

    def asset(self, asset_id: str) -> Asset | None:
        """The file with that id (the SHA-256 of its bytes), or None where the library does not hold it."""
        from models.storage import rows

        with while_reading(self.path):
            return rows.read_asset(self._database, storable(asset_id))

    def changed(self, engagement_id: str) -> datetime:
        """When the engagement was last edited; UTC. Raises EngagementMissingError."""
        with while_reading(self.path):
            return listed.changed(self._database, storable(engagement_id))

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

    def method_text(self, key: str) -> str | None:
        """The text of the content pack with that key, or None."""
        with while_reading(self.path):
            return packs.text_of(self._database, storable(key))

    def method_keys(self) -> list[str]:
        """The keys of all content packs, the current one first."""
        with while_reading(self.path):
            return packs.keys(self._database)

    def current_method(self) -> str | None:
        """The key of the content pack that new engagements start with, or None while none is kept."""
        return next(iter(self.method_keys()), None)

    def times_spent(self) -> dict[str, list[int]]:
        """Seconds that time boxes have really taken, by kind of box, over all engagements; the newest first."""
        with while_reading(self.path):
            return agenda_times.times_spent(self._database)

    def backup(self, to: Path) -> None:
        """Makes a checked copy of the library at `to`, in place of an older copy there. Raises BackupError."""
        from models.storage import backup

        with suppress(OSError):
            if to.samefile(self.path):
                raise BackupError(path=to)
        backup.copy_to(self._database, to)

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
        except BaseException:
            acts.abandon()
            raise
