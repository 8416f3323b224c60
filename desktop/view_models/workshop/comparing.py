"""What moved since the round before, with what the history tells of dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Action, Assessment
from models.rounds.comparison import Acts, Comparison, compared


class Comparing(QObject):
    """`told` comes once the history has said how often dates were moved."""

    told = Signal(object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self._acts: Acts = ()
        self.told.connect(self._keep)

    @property
    def possible(self) -> bool:
        """Whether there are two rounds."""
        return len(self.session.engagement.rounds) > 1

    def found(self) -> Comparison | None:
        """The two newest rounds side by side; None in a first one."""
        session = self.session
        return compared(session.method, session.engagement, date.today(), self._acts)

    def ask(self) -> None:
        """Asks the history, once all that was done is written."""
        if self.possible:
            key = self.session.engagement.id
            self.session.ask(
                lambda library: library.changes_of(key, Action, Assessment), lambda acts: say(self, "told", acts)
            )

    def _keep(self, acts: Acts) -> None:
        self._acts = acts
