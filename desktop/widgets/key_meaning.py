"""What a key means, on any keyboard: the text it makes and, where it makes none of ours, its position."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

OURS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.?")
"""What keys of the product are called by, beside those with a name of their own."""

_ROWS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM,./")
"""The rows of keys by what a keyboard made for the United States prints on them."""
_BEGIN = {"linux": (10, 24, 38, 52), "win32": (0x02, 0x10, 0x1E, 0x2C)}
"""Where each row begins: evdev's codes as X11 and Wayland give them; the scan codes of Windows (set 1)."""
_OF_APPLE = {
    **dict(zip("ASDFHGZXCV", range(10), strict=True)),
    **dict(zip("BQWERYT123465", range(11, 24), strict=True)),
    "9": 25,
    "7": 26,
    "8": 28,
    "0": 29,
    "O": 31,
    "U": 32,
    "I": 34,
    "P": 35,
    "L": 37,
    "J": 38,
    "K": 40,
    ",": 43,
    "/": 44,
    "N": 45,
    "M": 46,
    ".": 47,
}
"""The virtual key codes of macOS, from HIToolbox's Events.h (`kVK_ANSI_…`)."""


def positions(platform: str) -> dict[int, str]:
    """What stands on the key with each code, on the keyboards of that platform (as `sys.platform` names it)."""
    if platform == "darwin":
        return {code: char for char, code in _OF_APPLE.items()}
    begins = _BEGIN.get(platform, _BEGIN["linux"])
    return {begin + n: char for begin, row in zip(begins, _ROWS, strict=True) for n, char in enumerate(row)}


_POSITIONS = positions(sys.platform)
_SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_NOTHING_HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_FIRST_NAMED = int(Qt.Key.Key_Escape)
"""From here on Qt's codes are of keys that make no text, dead ones among them."""
_DEAD = range(int(Qt.Key.Key_Dead_Grave), int(Qt.Key.Key_Dead_Longsolidusoverlay) + 1)


def writes(event: QKeyEvent) -> bool:
    """Whether it is a letter, as nearly every key is: then it need not be asked what else it could be."""
    text = event.text()
    return bool(text) and text.isprintable() and event.modifiers() in _NOTHING_HELD


def is_undo(event: QKeyEvent) -> bool:
    """The window answers these: a field's own undo knows nothing of the engagement's history."""
    return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def as_meant(event: QKeyEvent) -> QKeyEvent:
    """The event itself where Qt reads it as it is meant, else one for the key that is meant."""
    char = _char_meant(event)
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    made = event.text().upper() if event.text().isprintable() else ""  # with Ctrl a letter makes a control character
    if not char or (event.key() == ord(char) and made in (char, "") and held == event.modifiers()):
        return event
    if not held & _SHORTCUT:
        held &= ~Qt.KeyboardModifier.ShiftModifier  # it was held to reach a figure, or to no end
    text = "" if held & _SHORTCUT else char.lower()
    return QKeyEvent(event.type(), ord(char), held, text, event.isAutoRepeat())


def _char_meant(event: QKeyEvent) -> str:
    """The letter, figure or sign that is meant, in capitals; empty for a key with a name of its own, or for none."""
    key, text = int(event.key()), event.text()
    if key >= _FIRST_NAMED and key not in _DEAD and key != int(Qt.Key.Key_unknown):
        return ""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and text in (",", "٫"):
        return "."  # the decimal key, whatever it writes here
    made = text.upper() if len(text) == 1 and text.isprintable() else ""
    if made in OURS:
        return made
    if event.modifiers() & _SHORTCUT and chr(key if key < sys.maxunicode else 0).upper() in OURS:
        return chr(key).upper()
    return _at_position(event)


def _at_position(event: QKeyEvent) -> str:
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    found = _POSITIONS.get(int(code), "")
    return found if found in OURS else ""


def is_enter(event: QKeyEvent) -> bool:
    """Enter, on the keypad as well."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pastes(event: QKeyEvent) -> bool:
    """Whether what was copied is put in."""
    return event.matches(QKeySequence.StandardKey.Paste)


def pastes_a_picture(event: QKeyEvent) -> bool:
    """What is no text is nothing for a field: the page may keep it."""
    if not pastes(event):
        return False
    copied = QGuiApplication.clipboard().mimeData()
    return bool(copied and copied.hasImage() and not copied.hasText())
