"""The library on a thread of its own, so that no screen ever waits for a disk."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from models.storage import Library

T = TypeVar("T")
TURN = 0.0001
"""Seconds after which the interpreter lets another thread go on. Its own 5 ms would be longer than a commit takes."""


class LibraryThread(QObject):
    """Runs work on the library, one piece after another, and brings each answer back to the interface's thread."""

    _answered = Signal(int, object, bool)

    def __init__(self, open_library: Callable[[], Library]) -> None:
        """`open_library` is called on the thread; whatever it raises reaches `failed` of every piece of work."""
        super().__init__()
        self._open = open_library
        self._work: queue.SimpleQueue[tuple[int, Callable[[Any], Any], bool] | None] = queue.SimpleQueue()
        # Kept on this side only: were the thread the last to hold a receiver, Qt would destroy it over there.
        self._receivers: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._number = 0
        self._last: Callable[[Library], None] = lambda _: None
        self._idle = threading.Event()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="library", daemon=True)
        self._started = False

    def do(self, work: Callable[[Library], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Runs `work` after everything asked for before; then `done` or `failed` on the interface's thread."""
        self._take(work, done, failed, opened=True)

    def without_library(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """The same with the library closed, and its key forgotten; what comes after opens it again."""
        self._take(lambda _: work(), done, failed, opened=False)

    def _take(
        self,
        work: Callable[[Any], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        opened: bool,
    ) -> None:
        if not self._started:
            self._started = True
            sys.setswitchinterval(TURN)
            self._thread.start()
        self._idle.clear()
        self._number += 1
        self._receivers[self._number] = (done, failed)
        self._work.put((self._number, work, opened))

    def give_turn(self, seconds: float) -> None:
        """Lets the thread go first, for no longer than that: a commit is quicker than the screen's answer to an act."""
        self._idle.wait(seconds)

    def stop(self, last: Callable[[Library], None] = lambda _: None) -> None:
        """Finishes the work asked for so far, does the `last` where the library is open, closes it, waits for that."""
        self._last = last
        if self._started and self._thread.is_alive():
            self._work.put(None)
            self._thread.join()

    def _run(self) -> None:
        library: Library | None = None
        while (task := self._work.get()) is not None:
            number, work, opened = task
            try:
                if library is not None and not opened:
                    library.close()
                    library = None
                if library is None and opened:
                    library = self._open()
                self._answered.emit(number, work(library), True)
            except Exception as error:
                self._answered.emit(number, error, False)
            del task, work
            if self._work.empty():
                self._idle.set()
        if library is not None:
            try:
                self._last(library)
            finally:
                library.close()

    def _deliver(self, number: int, answer: Any, well: bool) -> None:
        done, failed = self._receivers.pop(number)
        if well:
            done(answer)
        else:
            failed(answer)
