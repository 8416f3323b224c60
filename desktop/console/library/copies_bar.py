"""A quiet line across the top where a sync program left a second version of the library beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.system.long_text import breakable
from desktop.widgets.labels import button, label
from desktop.words import gettext


class CopiesBar(QFrame):
    """It never takes the keyboard by itself, and offers one copy at a time."""

    def __init__(self, take_in: Callable[[Path], None], seen_to: Callable[[Path], None]) -> None:
        """`seen_to` is told of a copy that is not to be offered again."""
        super().__init__()
        self.setObjectName("keptBar")
        self._take_in, self._seen_to = take_in, seen_to
        self._copies: list[Path] = []
        self._text = label("", wrap=True)
        look = button(gettext("Look what is in it"))
        look.clicked.connect(self._look)
        aside = button(gettext("Keep out of the way"), "quiet")
        aside.clicked.connect(self._put_aside)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 16, 8)
        line.addWidget(self._text, 1)
        line.addWidget(look)
        line.addWidget(aside)
        self.hide()

    def offer(self, copies: list[Path]) -> None:
        """Shows the first of these."""
        self._copies = copies
        self.setVisible(bool(copies))
        if copies:
            text = gettext("Beside your library lies another version of it, “{name}”, as sync programs leave them.")
            self._text.setText(breakable(text.format(name=copies[0].name)))

    def _look(self) -> None:
        for copy in self._copies[:1]:
            self._take_in(copy)

    def _put_aside(self) -> None:
        for copy in self._copies[:1]:
            self._seen_to(copy)
            self.offer(self._copies[1:])
