"""Closes the window once the last edit is on disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.view_models.ledger import Ledger
from desktop.view_models.saving import Saving

LOOKS = 50
"""Milliseconds between looks."""


class LastSave(QObject):
    """Waits for a slow disk; warns where the disk refuses."""

    def __init__(
        self, parent: QObject, ledger: Ledger, warn: Callable[[int], None], close: Callable[[], object]
    ) -> None:
        """`warn` is told how many acts are not on disk."""
        super().__init__(parent)
        self._ledger, self._warn, self._close = ledger, warn, close
        self._timer = QTimer(self, interval=LOOKS)
        self._timer.timeout.connect(self._look)

    def wait(self) -> None:
        """Closes as soon as nothing is unsaved."""
        self._timer.start()

    def _look(self) -> None:
        unsaved = self._ledger.unsaved
        if unsaved and self._ledger.saving is not Saving.REFUSED:
            return
        self._timer.stop()
        if unsaved:
            self._warn(unsaved)
        else:
            self._close()
