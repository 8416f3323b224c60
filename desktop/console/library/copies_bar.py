"""A quiet line across the top where a sync program left a second version of the library beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.widgets.labels import button
from desktop.widgets.parts.bar import Bar
from desktop.words import gettext


class CopiesBar(Bar):
    """It offers one copy at a time."""

    def __init__(self, take_in: Callable[[Path], None], seen_to: Callable[[Path], None]) -> None:
        """`seen_to` is told of a copy that is not to be offered again."""
        look, aside = button(gettext("Look what is in it")), button(gettext("Keep out of the way"), "quiet")
        super().__init__(look, aside)
        self._take_in, self._seen_to = take_in, seen_to
        self._copies: list[Path] = []
        look.clicked.connect(self._look)
        aside.clicked.connect(self._put_aside)

    def offer(self, copies: list[Path]) -> None:
        """Shows the first of these."""
        self._copies = copies
        text = gettext("Beside your library lies another version of it, “{name}”, as sync programs leave them.")
        self.say(text.format(name=copies[0].name) if copies else "")

    def _look(self) -> None:
        for copy in self._copies[:1]:
            self._take_in(copy)

    def _put_aside(self) -> None:
        for copy in self._copies[:1]:
            self._seen_to(copy)
            self.offer(self._copies[1:])
