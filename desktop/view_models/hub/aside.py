"""Work that may wait for a network, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class EndedError(Exception):
    """Nobody is there any more."""


class Aside(QObject):
    """Brings each answer back to the interface's thread, until `end`."""

    _over = Signal(int, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._ended = False
        self._number = 0
        # Kept until the answer is here: were the thread the last to hold any of it, Qt would destroy it over there.
        self._kept: dict[int, tuple[Any, ...]] = {}
        self._over.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Runs `work` beside everything else; then `done` or `failed` on the interface's thread."""
        self._number += 1
        self._kept[self._number] = (done, failed, work, self)
        threading.Thread(target=self._run, args=(self._number, work), name="hub", daemon=True).start()

    def end(self) -> None:
        """Nobody waits for an answer any more."""
        self._ended = True

    def _run(self, number: int, work: Callable[[], Any]) -> None:
        try:
            self._over.emit(number, work(), True)
        except Exception as error:
            self._over.emit(number, error, False)

    def _deliver(self, number: int, answer: Any, well: bool) -> None:
        done, failed, *_ = self._kept.pop(number)
        if not self._ended:
            (done if well else failed)(answer)
