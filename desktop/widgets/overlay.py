"""What lies over the whole console for a while, and ends with what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Overlay(QWidget):
    """The console puts it away before another page or another engagement comes to the front."""

    def cover(self, console: QWidget) -> None:
        """Lies over all of the console, whatever size that takes on."""
        self.setParent(console)
        console.installEventFilter(self)
        self.resize(console.size())
        self.show()
        self.raise_()

    def uncover(self, console: QWidget) -> None:
        """Lies over it no longer."""
        console.removeEventFilter(self)
        self.hide()

    def put_away(self) -> None:
        """Ends it, where it has not ended yet."""
        raise TypeError(f"{type(self).__name__} does not say how it ends")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the console."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False
