"""A quiet mark in a field, where the documents could not show what was typed."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.system.long_text import as_tip
from desktop.words import gettext

SURELY_SHOWN = re.compile("[\x00-\x7e\xa0-\xac\xae-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]*")
"""Latin letters and the punctuation that programs put in: the documents print them, and no key waits for that."""
PAUSE = 300
"""Milliseconds without a key before a text in other scripts is looked at."""
OFTEN = 50
"""Milliseconds between two looks at whether the answer is there."""
MOST_SHOWN = 3
"""Of the characters, in the mark."""
INSET = 6


def surely_shown(text: str) -> bool:
    """Whether the text has nothing in it that a font could lack; cheap enough for every key."""
    return text.isascii() or SURELY_SHOWN.fullmatch(text) is not None


class ScriptWatch:
    """Marks a field where need be. Most fields never need it, so the mark is made with the first text that might."""

    def __init__(self, field: QWidget, make_room: Callable[[QSize], None]) -> None:
        """`make_room` is told how much of the field the mark takes; nothing while there is none."""
        self._field, self._make_room = field, make_room
        self._mark: ScriptMark | None = None

    def look(self, text: str) -> None:
        """The field holds this now."""
        if self._mark is None:
            if surely_shown(text):
                return
            self._mark = ScriptMark(self._field)
            self._mark.moved.connect(self._make_room)
        self._mark.watch(text)


class _Look:
    """One look at a text, on a thread: the documents' fonts take half a second to load the first time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.missing: str | None = None
        """The characters that no font has, once that is known."""
        threading.Thread(target=self._run, name="fonts", daemon=True).start()

    def _run(self) -> None:
        from reports.words.text import unshowable

        self.missing = unshowable(self.text)


class ScriptMark(QLabel):
    """Stands in the lower right corner of its field, and says by code which characters would print as that code."""

    moved = Signal(QSize)
    """How much room the field has to leave it; none while there is nothing to say."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text, self._said = "", ""
        self._codes = ""
        self._look: _Look | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        field.installEventFilter(self)
        self.hide()

    def watch(self, text: str) -> None:
        """The field holds this now."""
        self._text = text
        if surely_shown(text):
            self._timer.stop()
            self._show("")
        else:
            self._timer.start(PAUSE)

    @property
    def said(self) -> str:
        """The whole sentence; empty while there is nothing to say."""
        return self._said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self._look is None or self._look.text != self._text:
            self._look = _Look(self._text)
        if self._look.missing is None:
            self._timer.start(OFTEN)
        else:
            self._show(self._look.missing)

    def _show(self, missing: str) -> None:
        codes = [f"U+{ord(char):04X}" for char in missing]
        said = gettext("The documents have no letters for this and print its codes: {0}").format(" ".join(codes))
        if (said if codes else "") == self._said:
            return
        self._said = said if codes else ""
        self._codes = " ".join(codes[:MOST_SHOWN]) + ("…" if len(codes) > MOST_SHOWN else "")
        self._field.setToolTip(as_tip(self._said))
        self._field.setAccessibleDescription(self._said)
        self.setVisible(bool(codes))
        self._place()

    def _place(self) -> None:
        """In the corner; where the field is narrow, over its right half and no more, and the codes alone."""
        room = self._field.size()
        self.setText(gettext("prints as {0}").format(self._codes))
        if self.sizeHint().width() > room.width() // 2:
            self.setText(self._codes)
        size = self.sizeHint()
        self.resize(min(size.width(), room.width() // 2), min(size.height(), room.height()))
        one_line = room.height() < 3 * self.height()
        bottom = (room.height() - self.height()) // 2 if one_line else INSET
        self.move(room.width() - self.width() - INSET, room.height() - self.height() - bottom)
        self.moved.emit(QSize() if self.isHidden() else self.size())
