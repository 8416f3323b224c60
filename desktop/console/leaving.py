"""Closes the window once the last edit is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.console.window import ConsoleWindow

LOOKS = 50
"""Milliseconds between looks."""


class Closing(QObject):
    """Waits for a slow disk; warns where the disk refuses."""

    def __init__(self, window: ConsoleWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, interval=LOOKS)
        self._timer.timeout.connect(self._look)

    def wait(self) -> None:
        """Closes as soon as nothing is unsaved."""
        self._timer.start()

    def _look(self) -> None:
        unsaved = self._window.unsaved()
        if unsaved and not self._window.refused():
            return
        self._timer.stop()
        if unsaved:
            self._window.banner.warn_before_closing(unsaved)
        else:
            self._window.close()
