"""The application as the system knows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Program(QApplication):
    """Finder names a file to open in an event, not as an argument: `asked` carries it."""

    asked = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Hears what is opened from outside."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(Path(event.file()))
            return True
        return super().event(event)
