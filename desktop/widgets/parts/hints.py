"""Which keys do what in what one is at: caps, each with its words, in a line that wraps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.keys import MOST_CAPS, KeyAct, cap
from desktop.widgets.labels import label
from desktop.widgets.parts.act import cap_size, key_font, paint_cap
from desktop.widgets.parts.inks import inks

ARROWS = ("Left", "Up", "Down", "Right")


class Cap(QWidget):
    """One key, as it stands on a keyboard."""

    def __init__(self, key: str) -> None:
        """`key` by its name, see `cap`; several arrows parted by spaces."""
        super().__init__()
        first, *others = key.split()
        self._key = " ".join([cap(first), *(cap(other).rpartition("+")[2] for other in others)])
        self.setAccessibleName(self._key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return cap_size(self._key, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, roles = inks(self), QPalette.ColorRole
        with QPainter(self) as painter:
            ink, edge, fill = (colours.color(role) for role in (roles.Shadow, roles.Mid, roles.Light))
            paint_cap(
                painter, self._key, QRect(0, 0, self.width(), self.height()), key_font(self.font()), ink, edge, fill
            )


def key_caps(act: KeyAct) -> QWidget:
    """The keys of an act one beside another, in more lines where they have no room; of many, the first and the last."""
    box = QWidget()
    box.setAccessibleName(act.caps())
    line, names = Flow(4, box), act.names
    shown = names if len(names) <= MOST_CAPS else (names[0], names[-1])
    for place, name in enumerate(shown):
        if place and len(shown) < len(names):
            line.addWidget(label("…", "caption"))
        line.addWidget(Cap(name))
    return box


def key_hints(hints: Iterable[tuple[str, str]], parent: QWidget | None = None) -> Flow:
    """Keys by their names, several parted by spaces, and the words for what they do. Arrows share a cap."""
    flow = Flow(16, parent)
    for keys, words in hints:
        flow.addWidget(key_hint(keys, words))
    return flow


def key_hint(keys: str, words: str) -> QWidget:
    """One of them."""
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    for key in _joined(keys.split()):
        line.addWidget(Cap(key))
    line.addSpacing(4)
    line.addWidget(label(words, "caption"))
    return pair


def _joined(keys: list[str]) -> list[str]:
    """Arrows with the same keys held down are one."""
    held = {key.rpartition("+")[0] for key in keys}
    arrows = all(key.rpartition("+")[2] in ARROWS for key in keys)
    return [" ".join(keys)] if arrows and len(held) == 1 else keys
