"""Keeps Python's cyclic garbage collector on the interface's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN = 250
"""Milliseconds between two looks at what has gathered."""
ALL = 2
"""The generation of what has lasted: pages, code, the engagement. A look through it takes 40 ms."""
LATEST = 100
"""So many looks at what is younger, minutes at the least, a quiet moment is waited for."""


class InterfaceCollector(QObject):
    """Collects garbage on the thread that owns it, and there alone, between `start` and `stop`.

    Python collects on whichever thread happens to allocate. Were that the library's, widgets that are part of a
    cycle would be destroyed there, while the interface's thread may still be delivering events to them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(OFTEN)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Holds the interpreter's own collector off. Of several that run, the last to start must stop first."""
        self._held = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Gives the interpreter's collector back. No other thread may run any more."""
        self._timer.stop()
        if self._held:
            self._held = False
            gc.enable()

    def look_through(self) -> None:
        """Looks through all there is, where that is due: two frames and more, so it is asked for when nobody works."""
        if self._timer.isActive() and gc.get_count()[ALL] > gc.get_threshold()[ALL] > 0:
            gc.collect(ALL)

    def _collect(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        young = [n for n in range(ALL) if thresholds[n] and counts[n] > thresholds[n]]
        if counts[ALL] > LATEST:
            gc.collect(ALL)
        elif young:
            gc.collect(young[-1])
