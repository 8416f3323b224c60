"""Answers that a slow disk gives after those who asked have gone."""

from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import isValid


def say(source: QObject, signal: str, *values: object) -> None:
    """Emits a signal of a source that went with its page meanwhile, perhaps: then nobody is left to hear it."""
    if isValid(source):
        found: SignalInstance = getattr(source, signal)
        found.emit(*values)
