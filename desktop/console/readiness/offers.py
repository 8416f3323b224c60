"""What the playbook already says that bears on a point, each with its source and the key that uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, shortened
from desktop.widgets.labels import button, clear, hair, label
from desktop.words import gettext
from models.readiness.known_evidence import KnownEvidence

KEYS = "Alt+1 Alt+2 Alt+3 Alt+4"
LONGEST = 140
"""Characters shown of what is offered; all of it is used."""


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
            self._lines.addLayout(self._line(offer, keys[place] if place < len(keys) else ""))

    def use(self, place: int) -> bool:
        """Takes the one at that place; False where there is none."""
        if place >= len(self._offers):
            return False
        self.used.emit(self._offers[place])
        return True

    def _line(self, offer: KnownEvidence, key: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, 5, 0, 0)
        words.setSpacing(0)
        words.addWidget(label(breakable(shortened(offer.said, LONGEST)), wrap=True))
        words.addWidget(label(breakable(offer.source), "caption", wrap=True))
        use = button(gettext("Use"), key=key, edge="right")
        use.setAccessibleName(gettext("Use as evidence: {0}").format(offer.text))
        use.clicked.connect(lambda: self.used.emit(offer))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(use, 0, Qt.AlignmentFlag.AlignTop)
        return line
