"""How many fields of the engagement were not understood, and the way to each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton

from desktop.console.steps import Step
from desktop.widgets.keys import cap
from desktop.words import ngettext

if TYPE_CHECKING:
    from desktop.view_models.not_understood import Where
    from desktop.view_models.session import EngagementSession
    from models.engagement.engagement import Record

KEY = "F8"
COUNTS_AFTER = 250
"""Milliseconds after which the count follows what is typed."""


class UnclearCount(QPushButton):
    """Stands nowhere while everything is understood. `wanted` carries the page, the place on it and the field."""

    wanted = Signal(Step, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setProperty("warns", True)
        self.setToolTip(cap(KEY))
        self._session: EngagementSession | None = None
        self._last: Where | None = None
        self._concerns: frozenset[type[Record]] = frozenset()
        """What may hold a field that is not understood."""
        self._settling = QTimer(self, singleShot=True, interval=COUNTS_AFTER)
        self._settling.timeout.connect(self.count)
        self.clicked.connect(self.go)
        self.hide()

    def show_session(self, session: EngagementSession | None) -> None:
        """Follows another open engagement, or none."""
        self._session, self._last = session, None
        if session is not None:
            from models.engagement.engagement import Action, Pilot, Stakeholder
            from models.engagement.registers import RegisterCell, RegisterEntry

            self._concerns = frozenset((Action, Pilot, Stakeholder, RegisterCell, RegisterEntry))
            session.changed.connect(self._changed)
            session.not_understood.changed.connect(self.count)
        self.count()

    def count(self) -> None:
        """Counts anew."""
        n = len(self._places())
        text = ngettext("{n} field not understood", "{n} fields not understood", n).format(n=n)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(n))

    def go(self) -> bool:
        """To the next field that was not understood; False where there is none."""
        places = self._places()
        if not places:
            return False
        after = places.index(self._last) + 1 if self._last in places else 0
        self._last = places[after % len(places)]
        self.wanted.emit(Step(self._last.page), self._last.within, self._last.field)
        return True

    def _places(self) -> list[Where]:
        if self._session is None:
            return []
        session, order = self._session, [step.value for step in Step]
        found = session.not_understood.places(session.method, session.engagement)
        return sorted(found, key=lambda where: order.index(where.page))

    def _changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & self._concerns:
            self._settling.start()
