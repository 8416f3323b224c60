"""Closes the window once the last edit is on disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOKS = 50
"""Milliseconds between looks."""


class LastSave(QObject):
    """Waits for a slow disk; warns where the disk refuses."""

    def __init__(
        self,
        parent: QObject,
        unsaved: Callable[[], int],
        refused: Callable[[], bool],
        warn: Callable[[int], None],
        close: Callable[[], object],
    ) -> None:
        """`unsaved` counts edits, `refused` says whether the disk turns them away; `warn` is told the count."""
        super().__init__(parent)
        self._unsaved, self._refused, self._warn, self._close = unsaved, refused, warn, close
        self._timer = QTimer(self, interval=LOOKS)
        self._timer.timeout.connect(self._look)

    def wait(self) -> None:
        """Closes as soon as nothing is unsaved."""
        self._timer.start()

    def _look(self) -> None:
        unsaved = self._unsaved()
        if unsaved and not self._refused():
            return
        self._timer.stop()
        if unsaved:
            self._warn(unsaved)
        else:
            self._close()
