"""Beginning like another engagement of the library: with its brand, its agenda, and the people of the same client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.view_models.late import say
from desktop.words import gettext, ngettext
from models.engagement.beginning import begun_like
from models.engagement.engagement import Stakeholder
from models.values.sentence import act_called

if TYPE_CHECKING:
    from desktop.view_models.session import EngagementSession
    from models.engagement.engagement import Engagement
    from models.engagement.library_entry import LibraryEntry
    from models.storage import Library

MOST = 50
"""Engagements that are offered at once; words find the others."""


class FromAnother(QObject):
    """`listed` comes when `entries` are new, `taken` with a sentence once something was taken over."""

    listed, taken = Signal(), Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session = session
        self.entries: list[LibraryEntry] = []
        self._asked = 0

    def find(self, search: str) -> None:
        """Lists the others that the words find, the latest first; the latest question wins."""
        self._asked += 1
        number, here = self._asked, self._session.engagement.id

        def work(library: Library) -> list[LibraryEntry]:
            return [entry for entry in library.entries(search, limit=MOST + 1) if entry.id != here][:MOST]

        def have(entries: list[LibraryEntry]) -> None:
            if number == self._asked:
                self.entries = entries
                say(self, "listed")

        self._session.ask(work, have)

    def take(self, engagement_id: str) -> None:
        """Takes over what was set there, as one act."""
        self._session.ask(lambda library: library.engagement(engagement_id), self._have)

    def _have(self, other: Engagement) -> None:
        put, gone = begun_like(self._session.engagement, other)
        label = act_called("Take over from “{pilot}”", pilot=other.pilot.name)
        self._session.edit(label, *put, remove=gone, assets=other.assets.values())
        people = sum(isinstance(record, Stakeholder) for record in put)
        text = gettext("Taken over from “{pilot}”: brand and agenda")
        if people:
            text = ngettext(
                "Taken over from “{pilot}”: brand, agenda and {n} person",
                "Taken over from “{pilot}”: brand, agenda and {n} people",
                people,
            )
        say(self, "taken", text.format(pilot=other.pilot.name, n=people))
