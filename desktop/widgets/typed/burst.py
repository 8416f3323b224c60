"""Keys that follow one another at once are one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from models.values.terms import new_id

BURST_ENDS_AFTER = 3_000
"""Milliseconds without a key after which further typing is a step of its own for undo."""


class Burst(QObject):
    """The token that joins the keys of one burst of typing into one step of undo."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._token = new_id()
        self._pause = QTimer(self, singleShot=True, interval=BURST_ENDS_AFTER)
        self._pause.timeout.connect(self.end)

    def end(self) -> None:
        """What is typed from now on is another step."""
        self._token = new_id()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What comes in one go is a step of its own: undo leaves what was typed before and after."""
        self.end()
        yield
        self.end()

    def token(self) -> str:
        """That of the burst under way, which goes on."""
        self._pause.start()
        return self._token
