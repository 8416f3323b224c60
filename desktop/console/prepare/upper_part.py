"""The upper half of the page: facts and agenda side by side, each scrolled by itself where it has to be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.console.prepare.agenda.agenda_form import AgendaForm
from desktop.console.prepare.facts_form import FactsForm
from desktop.console.prepare.facts_grid import BEFORE_TEXT
from desktop.widgets.labels import rule
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import OwnScroll

BETWEEN, NARROW_BETWEEN = 16, 8
"""Pixels between facts, the line beside them, and the agenda, whose grips stand out by 16 more."""
NARROW = 880
"""Pixels, at a scale of 1, below which the facts have the larger part of it."""
SHARES, NARROW_SHARES = (3, 2), (5, 3)


class UpperPart(QWidget):
    """`wanted`: it would be higher or lower than it was."""

    wanted = Signal()

    def __init__(self, facts: FactsForm, agenda: AgendaForm, out: int) -> None:
        """`out`: pixels by which it may go out over the page's lines at both sides."""
        super().__init__()
        between, self._facts = rule(), OwnScroll(facts)
        between.setProperty("kind", "upright")
        self._pair = pair = QHBoxLayout(self)
        pair.setContentsMargins(out - BEFORE_TEXT, 0, out - BEFORE_TEXT, 0)
        pair.setSpacing(BETWEEN)
        for part in (self._facts, between, agenda):
            pair.addWidget(part)
        for own in (self._facts, agenda.rows):
            own.wanted.connect(self.wanted)

    def asked(self) -> int:
        """Pixels with which nothing in it would be scrolled."""
        return self._pair.totalHeightForWidth(self.width())

    def asked_at_least(self) -> int:
        """Pixels with which at most the rows of the agenda would be, and where it is narrow nothing."""
        return self.asked() if self.is_narrow() else self._facts.sizeHint().height()

    def is_narrow(self) -> bool:
        """Whether texts take more lines in it than elsewhere."""
        return self.width() < scaled(self, NARROW)

    def hasHeightForWidth(self) -> bool:
        """The page says how high it is; a layout would take it for as low as it may be."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.is_narrow()
        shares = NARROW_SHARES if narrow else SHARES
        self._pair.setSpacing(NARROW_BETWEEN if narrow else BETWEEN)
        for place, share in zip((0, 2), shares, strict=True):
            self._pair.setStretch(place, share)
