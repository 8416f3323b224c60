"""Reads what engagements say into the search of the library, a few at a time, while nobody waits for the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.library_thread import LibraryThread

FEW = 10
"""Engagements at a time: an act that comes meanwhile waits for no more than these."""
PAUSE = 40
"""Milliseconds between."""


class TextReading(QObject):
    """`read` comes once all is read, where anything was to be."""

    read = Signal()

    def __init__(self, thread: LibraryThread) -> None:
        super().__init__()
        self._thread = thread
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._go_on)
        self._under_way = False

    def begin(self) -> None:
        """Reads what has changed since it was read last."""
        if not self._under_way:
            self._pause.start()

    def _go_on(self) -> None:
        self._under_way = True
        # What cannot be written now can be read again: the next look at the library begins anew.
        self._thread.do(lambda library: library.read_texts(FEW), self._have_read, lambda _: self._have_read((0, 0)))

    def _have_read(self, answer: tuple[int, int]) -> None:
        self._under_way = False
        now, left = answer
        if left:
            self._pause.start()
        elif now:
            self.read.emit()
