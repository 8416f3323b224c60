"""Two copies of one page, in different words: what stands in one where something stands in the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def counterpart(widget: QWidget, page: QWidget, copy: QWidget) -> QWidget | None:
    """What stands in `copy` where `widget` stands in `page`; None where there is nothing of its kind."""
    if widget is page:
        return copy
    above = widget.parentWidget()
    within = counterpart(above, page, copy) if above is not None else None
    if above is None or within is None:
        return None
    place = _alike(above, widget).index(widget)
    return next(iter(_alike(within, widget)[place:]), None)


def type_again(page: QWidget, copy: QWidget) -> None:
    """Types into `copy` what was typed into `page` and no record holds, as if a person did."""
    for line in page.findChildren(QLineEdit):
        other = counterpart(line, page, copy)
        if line.isModified() and isinstance(other, QLineEdit) and other.text() != line.text():
            other.selectAll()
            other.insert(line.text())
    for text in page.findChildren(QPlainTextEdit):
        other, typed = counterpart(text, page, copy), text.toPlainText()
        if text.document().isModified() and isinstance(other, QPlainTextEdit) and other.toPlainText() != typed:
            other.selectAll()
            other.insertPlainText(typed)


def give_same_keyboard(field: QWidget, page: QWidget, copy: QWidget) -> None:
    """The keyboard goes where it was, and to the letter at which it was."""
    other = counterpart(field, page, copy)
    if other is None:
        return
    other.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit) and isinstance(other, QLineEdit):
        other.setCursorPosition(field.cursorPosition())
    elif isinstance(field, QPlainTextEdit) and isinstance(other, QPlainTextEdit):
        cursor = other.textCursor()
        cursor.setPosition(min(field.textCursor().position(), len(other.toPlainText())))
        other.setTextCursor(cursor)


def _alike(above: QWidget, widget: QWidget) -> list[QWidget]:
    return [child for child in above.children() if isinstance(child, QWidget) and type(child) is type(widget)]
