"""Listens to a second start on the same library: see `desktop/running.py`."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.running import LONGEST, PATIENCE, TAKEN, TOKEN, Reach, reach_file
from models.values.files import private_folder, write_whole
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

REST = 0.1
"""Seconds after somebody who had nothing to say."""


class OneWindow(QObject):
    """Calls `asked` on the interface's thread, with the hand-over to look into or None, at each second start."""

    _came = Signal(object, str)

    def __init__(self, library: Path | None, asked: Callable[[Path | None], None]) -> None:
        super().__init__()
        self._library, self._asked = library, asked
        self._reach: Reach | None = None
        self._stopped = threading.Event()
        self._came.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """From now on; where the system does not let us, each start has a window of its own."""
        from multiprocessing.connection import Listener

        key = os.urandom(32)
        with suppress(OSError, Refusal):
            file = reach_file(self._library)
            private_folder(file.parent)
            listener = Listener(authkey=key)
            self._reach = Reach(str(listener.address), key)
            write_whole(file, self._reach.written(), private=True)
            threading.Thread(target=self._serve, args=(listener,), name="second starts", daemon=True).start()

    def stop(self) -> None:
        """From now on a second start has a window of its own."""
        if self._reach is None:
            return
        self._stopped.set()
        with suppress(OSError, ValueError):
            file = reach_file(self._library)
            if Reach.read(file.read_bytes()) == self._reach:
                file.unlink()
        self._wake(self._reach)

    def _wake(self, reach: Reach) -> None:
        """What waits for somebody to come sees that it is over."""
        from multiprocessing import AuthenticationError
        from multiprocessing.connection import Client

        with suppress(OSError, EOFError, AuthenticationError):
            Client(reach.address, authkey=reach.key).close()

    def _serve(self, listener: Listener) -> None:
        from multiprocessing import AuthenticationError

        while not self._stopped.is_set():
            try:
                with listener.accept() as there:
                    self._answer(there)
            except (AuthenticationError, OSError, EOFError, ValueError, TypeError):
                self._stopped.wait(REST)  # a stranger, or somebody who left; or the system has no more files for us
        listener.close()

    def _answer(self, there: Connection) -> None:
        if self._stopped.is_set() or not there.poll(PATIENCE):
            return
        hand_over, token = json.loads(there.recv_bytes(LONGEST))
        self._came.emit(Path(hand_over) if hand_over else None, str(token))
        there.send_bytes(TAKEN)

    def _hear(self, hand_over: Path | None, token: str) -> None:
        if token:
            os.environ[TOKEN] = token
        self._asked(hand_over)
