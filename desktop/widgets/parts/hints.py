"""Which keys do what in what one is at: caps, each with its words, in a line that wraps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.keys import cap
from desktop.widgets.labels import label
from desktop.widgets.parts.act import cap_size, paint_cap
from desktop.widgets.parts.inks import inks


class Cap(QWidget):
    """One key, as it stands on a keyboard."""

    def __init__(self, key: str) -> None:
        """`key` by its name, see `cap`."""
        super().__init__()
        self._key = cap(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return cap_size(self._key, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, roles = inks(self), QPalette.ColorRole
        with QPainter(self) as painter:
            ink, edge, fill = (colours.color(role) for role in (roles.Shadow, roles.Mid, roles.Light))
            paint_cap(painter, self._key, QRect(0, 0, self.width(), self.height()), self.font(), ink, edge, fill)


def key_hints(hints: Iterable[tuple[str, str]], parent: QWidget | None = None) -> Flow:
    """Keys by their names, several parted by spaces, and the words for what they do."""
    flow = Flow(16, parent)
    for keys, words in hints:
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for key in keys.split():
            line.addWidget(Cap(key))
        line.addSpacing(4)
        line.addWidget(label(words, "caption"))
        flow.addWidget(pair)
    return flow
