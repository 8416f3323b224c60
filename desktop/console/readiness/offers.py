"""What the playbook already says that bears on a point, each with its source and the key that uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, ended
from desktop.widgets.labels import button, clear, hair, label, restyle
from desktop.words import gettext
from models.readiness.known_evidence import KnownEvidence

KEYS = "Alt+1 Alt+2 Alt+3 Alt+4"
LONGEST, MOST_LINES = 140, 3
"""Characters shown of what is offered at least, and lines that are filled where these hold more; all of it is used."""
LEAST, APART = 12, 16
"""Lines of type, as wide as high, that the words have at least beside the act, and pixels between both."""


class Offers(QWidget):
    """`used` carries the `KnownEvidence` to write down."""

    used = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[KnownEvidence, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_offers(self, offers: tuple[KnownEvidence, ...]) -> None:
        """Draws them, where they are not those that stand there."""
        if offers == self._offers:
            return
        self._offers = offers
        clear(self._lines)
        keys = KEYS.split()
        for place, offer in enumerate(offers):
            if place:
                self._lines.addWidget(hair())
            line = _Line(offer, keys[place] if place < len(keys) else "")
            line.used.connect(self.used)
            self._lines.addWidget(line)

    def use(self, place: int) -> bool:
        """Takes the one at that place; False where there is none."""
        if place >= len(self._offers):
            return False
        self.used.emit(self._offers[place])
        return True


class _Line(QWidget):
    """What is said, where, and the act that uses it: beside it, or below where the words had no room otherwise."""

    used = Signal(object)

    def __init__(self, offer: KnownEvidence, key: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setContentsMargins(0, 5, 0, 0)
        words.setSpacing(0)
        self._offer, self._said = offer, label(breakable(ended(offer.said, LONGEST)), wrap=True)
        words.addWidget(self._said)
        words.addWidget(label(breakable(offer.source), "caption", wrap=True))
        self._use = button(gettext("Use"), key=key, edge="right")
        self._use.setAccessibleName(gettext("Use as evidence: {0}").format(offer.text))
        self._use.clicked.connect(lambda: self.used.emit(offer))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(words, 1)
        self._both.addWidget(self._use)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        kinds, sides = QBoxLayout.Direction, Qt.AlignmentFlag
        beside = self.width() - self._use.sizeHint().width() >= LEAST * self.fontMetrics().height()
        room = self.width() - (self._use.sizeHint().width() + APART if beside else 0)
        filled = MOST_LINES * room // self.fontMetrics().averageCharWidth()
        self._said.setText(breakable(ended(self._offer.said, max(LONGEST, filled))))
        self._both.setDirection(kinds.LeftToRight if beside else kinds.TopToBottom)
        self._both.setSpacing(APART if beside else 0)
        self._both.setAlignment(self._use, sides.AlignTop if beside else sides.AlignLeft)
        restyle(self._use, "edge", "right" if beside else "left")
