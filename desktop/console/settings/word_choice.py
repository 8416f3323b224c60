"""A choice of one among a few, as words: the chosen one has a line below it, and holds at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.keys import name_of
from desktop.widgets.labels import button
from desktop.words import gettext


class WordChoice(QWidget):
    """Arrows go from word to word and choose, Tab goes on. `chosen` carries the key of the word."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: list[tuple[str, str]], key: str) -> None:
        """`choices` are keys with their words; `key` is that of the one that holds."""
        super().__init__()
        self.setAccessibleName(name)
        self._key = key if key in dict(choices) else choices[0][0]
        self._words = {choice: button(text, "tab") for choice, text in choices}
        self._group = QButtonGroup(self)
        line = Flow(16, self, down=0)
        for choice, made in self._words.items():
            made.setAccessibleName(gettext("{name}: {value}").format(name=name, value=made.text()))
            made.setCheckable(True)
            made.setChecked(choice == self._key)
            made.clicked.connect(partial(self._choose, choice))
            made.installEventFilter(self)
            self._group.addButton(made)
            line.addWidget(made)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._words[self._key])

    @property
    def key(self) -> str:
        """That of the word that holds."""
        return self._key

    @property
    def word(self) -> str:
        """The word itself."""
        return self._words[self._key].text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the order in which they are read, wherever a line ends."""
        step = {"Left": -1, "Up": -1, "Right": 1, "Down": 1}
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or name_of(event) not in step:
            return False
        keys = list(self._words)
        place = min(max(keys.index(self._key) + step[name_of(event)], 0), len(keys) - 1)
        self._words[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
        self._words[keys[place]].click()
        return True

    def _choose(self, key: str, _: bool = False) -> None:
        self._key = key
        self.setFocusProxy(self._words[key])
        self.chosen.emit(key)
