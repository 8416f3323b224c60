"""Escape and Enter leave the field that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def left_field(console: QWidget, leave: Callable[[], None]) -> bool:
    """Leaves the field that has the console's keyboard; False where none has it, or it would not go."""
    from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit

    field = console.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView):
        return False
    leave()
    return console.focusWidget() is not field
