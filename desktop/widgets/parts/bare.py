"""Text that becomes a field: without a box until it is touched; what is still wanted keeps its box."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from desktop.widgets.labels import restyle

F = TypeVar("F", bound=QLineEdit | QPlainTextEdit | QComboBox)


def reads_as_text(field: F, *, wanted: bool = True, dense: bool = False) -> F:
    """Has the field stand as text while it holds any; the same field, for the layout.

    What is not `wanted` stands as text while it is empty, too. `dense`: in a row of 28.
    """
    if dense:
        field.setProperty("dense", True)

    def look(text: str) -> None:
        restyle(field, "bare", bool(text.strip()) or not wanted)

    if isinstance(field, QLineEdit):
        field.textChanged.connect(look)
        look(field.text())
    elif isinstance(field, QPlainTextEdit):
        field.textChanged.connect(lambda: look(field.toPlainText()))
        look(field.toPlainText())
    else:
        field.currentTextChanged.connect(look)
        look(field.currentText())
    return field
