"""The system's ways to end a program, each brought to the interface's thread as a call."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier

ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""From the keyboard, from the system, from a terminal that closes; no platform has all of them."""


class Signals(QObject):
    """Calls `ended` from the event loop whenever such a signal has come.

    Python runs its own handlers only between two of its instructions, and there may be none for hours while Qt waits
    for events; a socket wakes Qt at once.
    """

    def __init__(self, ended: Callable[[], None]) -> None:
        super().__init__()
        self._ended = ended
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._wakes = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._known = [known for known in map(_heeded, ENDINGS) if known is not None]
        for known in self._known:
            signal.signal(known, lambda *_: None)  # whatever stands here, the socket is written to

    def stop(self) -> None:
        """From now on a signal ends the process at once: somebody who asks again will not wait for a disk."""
        self._notifier.setEnabled(False)
        for known in self._known:
            signal.signal(known, signal.SIG_DFL)
        signal.set_wakeup_fd(self._wakes)
        self._here.close()
        self._there.close()

    def _read(self) -> None:
        with suppress(BlockingIOError):
            self._here.recv(64)
        self._ended()


def _heeded(name: str) -> signal.Signals | None:
    """The signal, unless the platform lacks it or whoever started us had it passed over, as `nohup` does."""
    known: signal.Signals | None = getattr(signal, name, None)
    return known if known is not None and signal.getsignal(known) is not signal.SIG_IGN else None
