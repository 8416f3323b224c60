"""Backups without being asked: with a day's first edit and at closing, on threads on which nobody waits for them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.library_thread import LibraryThread
from desktop.view_models.late import deliver
from desktop.view_models.saving import Saving, refusal_text
from desktop.words import gettext, ngettext
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.view_models.ledger import Ledger
    from models.storage import Library
    from models.storage.backups.copying import Copying
    from models.storage.backups.kept import Backup, Backups

T = TypeVar("T")
AFTER, AGAIN = 3_000, 600_000
"""Milliseconds from the first edit of a day to its backup, and from one that could not be made to the next attempt."""
PAUSE = 0.004
"""Seconds between two steps of a copy."""
PATIENCE = 10
"""Seconds that closing waits for a backup; the one from before stays where it takes longer."""


class _StoppedError(Exception):
    """A copy is not wanted any more."""


class Backing(QObject):
    """`changed` comes when `all` is new; `told` when no backup can be made, once for each reason, and of a lost lock.

    `restored` comes when another file stands in the library's place, `refused` when it could not be put there.
    """

    changed = Signal()
    told = Signal(str)
    restored = Signal()
    refused = Signal(str)
    _answered = Signal(object, object)

    def __init__(
        self,
        thread: LibraryThread,
        ledger: Ledger,
        backups: Callable[[], Backups],
        restore: Callable[[Path], str],
    ) -> None:
        """`restore` puts a copy of a file in the library's place, and gives what there is to know of it."""
        super().__init__()
        self.all: list[Backup] = []
        """The newest first."""
        self.known = False
        """Whether anybody has looked yet."""
        self._thread, self._ledger = thread, ledger
        self._backups, self._restore = backups, restore
        self._day: date | None = None
        """The day of which there is a backup."""
        self._asked_for = False
        """Whether somebody wants one whatever day it is of."""
        self._copy: threading.Thread | None = None
        self._stopped, self._closed, self._paused = threading.Event(), False, False
        self._reasons: set[type[Exception]] = set()
        self._wait = QTimer(self, singleShot=True, interval=AFTER)
        self._wait.timeout.connect(self._begin)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        ledger.moved.connect(self._moved)

    def look(self) -> None:
        """Looks which there are: their disk may be a slow one."""
        self._aside(lambda: self._backups().all(), self._show, lambda _: None)

    def age_text(self) -> str:
        """How old the newest is; empty until somebody has looked."""
        if not self.known:
            return ""
        if not self.all:
            return gettext("No backup yet")
        newest = self.all[0].day
        days = (_today() - newest.date()).days
        if days < 1:
            return gettext("Backed up today, {time}").format(time=f"{newest:%H:%M}")
        return ngettext("Newest backup {n} day old", "Newest backup {n} days old", days).format(n=days)

    @property
    def folder(self) -> Path:
        """Where the next one goes."""
        return self._backups().folder

    def choose(self, folder: Path | None) -> None:
        """Puts those to come into another folder, or beside the library again."""
        try:
            self._backups().choose(folder)
        except (Refusal, OSError) as error:
            self.told.emit(str(error) if isinstance(error, OSError) else refusal_text(error))
        self.begin()

    def begin(self, *, at_once: bool = False) -> None:
        """Makes one, unless there is one of today where they go to; `at_once` even then, in its place."""
        self._day, self._asked_for = None, at_once
        self._wait.start(0)

    def holding(self, engagement_id: str, told: Callable[[list[Backup]], None]) -> None:
        """Which of them hold an engagement."""
        self._aside(lambda: [b for b in self._backups().all() if b.holds(engagement_id)], told, lambda _: None)

    def restore(self, path: Path) -> None:
        """Puts a copy of that file in the place of a library that cannot be opened."""

        def failed(error: Exception) -> None:
            self.refused.emit(refusal_text(error))

        def done(text: str) -> None:
            self.restored.emit()
            if text:
                self.told.emit(text)

        self._aside(lambda: self._restore(path), done, failed)

    def stop_copying(self) -> None:
        """Breaks off a copy that is under way, and waits for that."""
        self._stopped.set()
        if self._copy is not None:
            self._copy.join()
            self._copy = None
        self._stopped.clear()

    def pause(self) -> None:
        """The library is about to be closed for a while: none goes on, and none begins until `go_on`."""
        self._paused = True
        self.stop_copying()

    def go_on(self) -> None:
        """The library is open again."""
        self._paused = False

    def close(self) -> None:
        """None begins any more."""
        self._closed = True
        self._wait.stop()
        self.stop_copying()

    def make_last(self, library: Library) -> None:
        """One of what was done since the newest. On the library's thread, before the library is closed."""
        end = time.monotonic() + PATIENCE

        def between() -> None:
            if time.monotonic() > end:
                raise _StoppedError

        with suppress(Refusal, _StoppedError):  # the next start says how old the newest is
            copying, backups = library.copying(), self._backups()
            if backups.due(copying, closing=True):
                backups.keep(copying, between)

    def _moved(self) -> None:
        """Something was done, and is on disk."""
        done = self._ledger.saving is Saving.SAVED and self._copy is None and not self._closed and not self._paused
        if done and self._day != _today() and not self._wait.isActive():
            self._wait.start()

    def _begin(self) -> None:
        if not self._paused:
            self._thread.do(lambda library: library.copying(), self._copying, lambda _: None)

    def _copying(self, copying: Copying) -> None:
        asked_for, self._asked_for = self._asked_for, False

        def work() -> list[Backup]:
            backups = self._backups()
            if asked_for or backups.due(copying, closing=False):
                backups.keep(copying, self._between)
            return backups.all()

        if self._copy is None and not self._closed and not self._paused:
            self._copy = self._aside(work, self._made, self._failed)

    def _between(self) -> None:
        if self._stopped.wait(PAUSE):
            raise _StoppedError

    def _made(self, found: list[Backup]) -> None:
        self._copy, self._day = None, _today()
        self._wait.setInterval(AFTER)
        self._show(found)

    def _failed(self, error: Exception) -> None:
        """Work goes on without it, and it is tried again."""
        self._copy = None
        if isinstance(error, _StoppedError):
            return
        self._wait.start(AGAIN)
        if type(error) not in self._reasons:  # its words name another file each time
            self._reasons.add(type(error))
            self.told.emit(refusal_text(error))

    def _show(self, found: list[Backup]) -> None:
        self.all, self.known = found, True
        self.changed.emit()

    def _aside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> threading.Thread:
        def run() -> None:
            try:
                answer = work()
            except Exception as error:
                self._answered.emit(failed, error)
            else:
                self._answered.emit(done, answer)

        thread = threading.Thread(target=run, name="backups", daemon=True)
        thread.start()
        return thread

    def _deliver(self, receiver: Callable[[Any], None], answer: Any) -> None:
        deliver(receiver, answer)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
