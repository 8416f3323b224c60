"""What a key does: declared once where it is done, from where the overlay tells it too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.widgets.key_meaning import OURS, as_meant
from desktop.words import gettext
from models.frozen import frozen

_LETTERS_AND_FIGURES = frozenset(map(ord, OURS))
MOST_CAPS = 6
"""Keys of one line that are all named; of more, the first and the last."""


@frozen
class KeyAct:
    """One or several keys and what they do, one line of the overlay."""

    keys: str
    """Their names parted by spaces, as in "Enter Right PgDown" or "Ctrl+S"; see `name_of`."""
    text: str
    """What they do, to be translated."""
    act: Callable[[Any, int], bool | None] | None = None
    """Done with the widget that declares it and the key's place among `keys`. False says that the key meant nothing
    just now, and is anybody's. None where the keys belong to a part that Qt itself works, and are only told here.
    """
    anywhere: bool = False
    """Whether they also work while something inside is being typed in."""

    @property
    def names(self) -> tuple[str, ...]:
        """The keys, one by one."""
        return tuple(self.keys.split())

    def caps(self) -> str:
        """The keys as they are printed on a keyboard."""
        caps = [cap(name) for name in self.names]
        return f"{caps[0]} … {caps[-1]}" if len(caps) > MOST_CAPS else "  ".join(caps)


def name_of(event: QKeyEvent) -> str:
    """The key with what is held down: "C", "Enter", "Shift+Up", "Ctrl+Z". The keypad's keys are the others' equals.

    A letter or figure alone is the same with Shift or Caps Lock; which one is meant says `as_meant`.
    """
    event = as_meant(event)
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _LETTERS_AND_FIGURES and held == Qt.KeyboardModifier.ShiftModifier:
        held = Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    return _held(held) + ("Enter" if name == "Return" else name)


def _held(modifiers: Qt.KeyboardModifier) -> str:
    kinds = Qt.KeyboardModifier
    names = ((kinds.ControlModifier, "Ctrl+"), (kinds.AltModifier, "Alt+"), (kinds.ShiftModifier, "Shift+"))
    other = modifiers & kinds.MetaModifier
    return ("Meta+" if other else "") + "".join(name for kind, name in names if modifiers & kind)


def pressed(owner: QWidget, acts: Iterable[KeyAct], event: QKeyEvent) -> bool:
    """Does what the key is declared for; whether it meant anything."""
    name = name_of(event)
    for one in acts:
        if one.act is not None and name in one.names and one.act(owner, one.names.index(name)) is not False:
            return True
    return False


def take_everywhere(
    owner: Any, acts: Iterable[KeyAct], within: QWidget, context: Qt.ShortcutContext
) -> list[QShortcut]:
    """Makes the keys that work `anywhere` do so, in `within`; the shortcuts, which live as long as that."""
    made = []
    for one in acts:
        if not one.anywhere or one.act is None:
            continue
        for place, name in enumerate(one.names):
            shortcut = QShortcut(QKeySequence(name), within, context=context)
            shortcut.activated.connect(partial(one.act, owner, place))
            made.append(shortcut)
    return made


def cap(name: str) -> str:
    """A key as it is printed on a keyboard in the language of the interface."""
    *held, key = name.split("+") if len(name) > 1 else [name]
    names = {"Ctrl": gettext("Ctrl"), "Alt": gettext("Alt"), "Shift": gettext("Shift")} | _named_keys()
    return "+".join(names.get(part, part) for part in (*held, key))


def _named_keys() -> dict[str, str]:
    return {
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
        "PgDown": gettext("Page Down"),
        "PgUp": gettext("Page Up"),
        "Enter": gettext("Enter"),
        "Esc": gettext("Esc"),
        "Del": gettext("Del"),
        "Backspace": gettext("Backspace"),
        "Space": gettext("Space"),
        "Tab": gettext("Tab"),
    }
