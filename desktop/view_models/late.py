"""Answers that a slow disk gives after those who asked have gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import isValid


def say(source: QObject, signal: str, *values: object) -> None:
    """Emits a signal of a source that went with its page meanwhile, perhaps: then nobody is left to hear it."""
    if isValid(source):
        found: SignalInstance = getattr(source, signal)
        found.emit(*values)


def deliver(receiver: Callable[[Any], None], answer: Any) -> None:
    """Gives an answer to a method of what asked for it, unless that has gone."""
    asked = getattr(receiver, "__self__", None)
    if not isinstance(asked, QObject) or isValid(asked):
        receiver(answer)
