"""Fields that report every key as it is typed, and leave undo to the engagement's history."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import ClassVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame, QToolTip, QWidget

from desktop.widgets.key_meaning import is_enter, is_undo, pastes, pastes_a_picture, writes
from desktop.widgets.parts.bare import CARET, RestingText
from desktop.widgets.parts.scrolled import ground_of
from desktop.widgets.script_mark import ScriptWatch
from desktop.widgets.typed.burst import Burst
from desktop.words import gettext
from models.values.lengths import LONGEST_TEXT

_NO_WORD = re.compile(r"\S{1000}")
"""No language has such a word."""
_LINE_END = re.compile(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")
MOST_LINES, MOST_FITS = 12, 3
"""Lines a field shows before it scrolls; how often its height is looked at again."""


def _leave_files(event: QDragEnterEvent) -> None:
    """A file dropped on a field is meant for the window: its path is nothing anybody wants to type."""
    event.setAccepted(not event.mimeData().hasUrls())


class LineField(QLineEdit):
    """One line of text. `typed` carries the whole text and the token of the burst of typing."""

    typed = Signal(str, str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        own_undo: bool = False,
        longest: int = 0,
    ) -> None:
        """`own_undo` is for fields that are no part of an engagement, such as a search.

        Of more than `longest` characters, if given, the rest is not taken, and a hint says so.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._own_undo, self._longest = own_undo, longest
        if longest:
            self.setMaxLength(longest)
            self.inputRejected.connect(lambda: show_limit(self, longest))
        self._burst = Burst(self)
        self._resting, self._around = RestingText(self, self._room), -1
        self.textEdited.connect(self._edited)
        if not own_undo:
            self._scripts = ScriptWatch(self, self._make_room)
            self.textChanged.connect(self._scripts.look)

    def show_text(self, text: str) -> None:
        """Shows the snapshot's text without moving the cursor of somebody who is typing it."""
        if text != self.text():
            place = self.cursorPosition()
            if self._longest:  # what was taken once, from a file or by an earlier version, is not cut off in passing
                self.setMaxLength(max(self._longest, len(text.encode("utf-16-le", "surrogatepass")) // 2))
            self.setText(text)
            self.setCursorPosition(place if self.hasFocus() else 0)

    def wide(self, text: str = "") -> int:
        """Pixels across with which its text is whole, or another one in its place."""
        if self._around < 0:
            self._around = self.width() - self._room().width() + CARET
        return self.fontMetrics().horizontalAdvance(text or self.text()) + self._around

    def _edited(self, text: str) -> None:
        """Qt keeps the line ends of what is pasted, and shows them as spaces."""
        if (line := in_one_line(text)) != text:
            place = self.cursorPosition() - len(text) + len(line)
            self.setText(line)
            self.setCursorPosition(place)
        self.typed.emit(line, self._burst.token())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _leave_files(event)
        if event.isAccepted():
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (letter := writes(event)) and ((is_undo(event) and not self._own_undo) or pastes_a_picture(event)):
            event.ignore()
            return
        with nullcontext() if letter or not pastes(event) else self._burst.apart():
            super().keyPressEvent(event)
        if is_enter(event) and self.window().focusWidget() is not self:
            event.accept()  # where it led to must not take it for one of its own

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._burst.end()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where it reads as text it is painted as text is, until it is touched; what is too long ends as text does."""
        if not self.property("bare") or self.property("invalid") or self.hasFocus() or self.underMouse():
            super().paintEvent(event)
            return
        text, roles = self.text(), QPalette.ColorRole
        with QPainter(self) as painter:
            if text:
                self._resting.paint(painter, text, roles.Text)
            else:
                self._resting.paint(painter, self.placeholderText(), roles.PlaceholderText)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._forget()

    def _make_room(self, mark: QSize) -> None:
        self.setTextMargins(0, 0, max(mark.width(), 0), 0)
        self._forget()

    def _forget(self) -> None:
        """What was measured of its place."""
        self._resting.forget()
        self._around = -1

    def _room(self) -> QRect:
        """Where its text stands; Qt leaves two pixels at each side of it."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)


class TextField(QPlainTextEdit):
    """Several lines of text, as high as what they hold. Tab leaves the field."""

    OWN_GROUND: ClassVar[bool] = False
    """Whether its ground is filled before its text is painted: else a key paints all that lies behind it anew."""

    typed = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        lines: int = 2,
        parent: QWidget | None = None,
        *,
        longest: int = LONGEST_TEXT,
    ) -> None:
        """Of more than `longest` characters the rest is not taken, and a hint says so."""
        super().__init__(parent)
        self._lines, self._longest, self._most = lines, longest, longest
        self._silent, self._fitting = False, False
        self._burst = Burst(self)
        self._below = 0
        self._scripts = ScriptWatch(self, self._make_room)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._report)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows the snapshot's text; the cursor stays where it was. What was taken once is not cut off by a key."""
        self._most = max(self._longest, len(text))
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._silent = True
        self._break_for(text)
        self.setPlainText(text)
        self._silent = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._break_for(source.text())
        with self._burst.apart():
            super().insertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _leave_files(event)
        if event.isAccepted():
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not writes(event) and (is_undo(event) or pastes_a_picture(event)):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._burst.end()
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self._fill_ground()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_ground()

    def _fill_ground(self) -> None:
        if self.OWN_GROUND:  # a style sheet takes it away from whatever it gives a background
            ground_of(self).setAutoFillBackground(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _break_for(self, text: str) -> None:
        """Looking for the best place in what has none takes seconds where it goes on for pages."""
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAnywhere if _NO_WORD.search(text) else mode.WrapAtWordBoundaryOrAnywhere)

    def _report(self) -> None:
        text = self.toPlainText()
        self._scripts.look(text)
        if self._silent:
            return
        if len(text) > self._most:
            self._cut(text[: self._most])
            return
        self.typed.emit(text, self._burst.token())

    def _cut(self, text: str) -> None:
        show_limit(self, self._longest)
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _make_room(self, room: QSize) -> None:
        """For the mark, below the text."""
        below = max(room.height(), 0)
        if below != self._below:
            self._below = below
            self.setViewportMargins(0, 0, 0, below)
            self._fit()

    def _fit(self) -> None:
        """As high as the text; a bar that comes while it grows makes it narrower for a moment, and higher."""
        if self._fitting:
            return
        self._fitting = True
        for _ in range(MOST_FITS):
            wanted = self._wanted_height()
            if self.minimumHeight() == self.maximumHeight() == wanted:
                break
            self.setFixedHeight(wanted)
        self._fitting = False

    def _wanted_height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        needed = max(round(self.document().size().height()), self._lines)
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin()) + 2
        return min(needed, MOST_LINES) * line + frame + self._below


def in_one_line(text: str) -> str:
    """The text with spaces for its line ends and tabs, and none of them at its end."""
    return _LINE_END.sub(" ", text.rstrip("\r\n"))


def show_limit(field: QWidget, longest: int) -> None:
    """Says beside a field that no more letters are taken."""
    text = gettext("At most {n} letters stand here.").format(n=longest)
    QToolTip.showText(field.mapToGlobal(QPoint(0, field.height())), text, field)
