"""The history of the open engagement: read in pieces, searched, and one act of it looked at."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.view_models.past.saying import act_text, day_text
from desktop.view_models.session import EngagementSession
from models.values.folding import folded

if TYPE_CHECKING:
    from models.engagement.changes import Change
    from models.engagement.engagement import Engagement
    from models.engagement.library_entry import HistoryEntry
    from models.storage import Library

PIECE = 200
"""Acts read at a time, between which others have their turn."""


class PastActs(QObject):
    """`changed` comes when `shown` is new, `looked` when what is known of the chosen act is."""

    changed = Signal()
    looked = Signal()

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session, self._scope = session, session.engagement.id
        self._read: list[HistoryEntry] = []
        self._whole: list[HistoryEntry] = []
        """Acts in the library on the engagement as a whole."""
        self.people: dict[str, int] = {}
        """Who did how much, the busiest first."""
        self.complete = False
        """Whether all there is has been read."""
        self.search, self.person = "", ""
        self.shown: list[HistoryEntry] = []
        self.chosen: HistoryEntry | None = None
        self.changes: tuple[Change, ...] = ()
        self.then: Engagement | None = None
        """The engagement as it stood after the chosen act; None until that is known."""
        self._run = 0

    @property
    def total(self) -> int:
        """How many acts there are in the engagement."""
        return sum(self.people.values())

    @property
    def since(self) -> datetime | None:
        """When the first act was, as far as is known."""
        acts = [*self._read, *self._whole]
        return min((act.when for act in acts), default=None)

    def begin(self) -> None:
        """Reads the newest acts anew."""
        self._run += 1
        self._read, self.complete = [], False
        run, scope = self._run, self._scope

        def question(library: Library) -> tuple[dict[str, int], list[HistoryEntry]]:
            people = library.asked_of_past(lambda past: past.people(scope))
            return people, library.asked_of_past(lambda past: past.whole_acts(scope))

        def told(answer: tuple[dict[str, int], list[HistoryEntry]]) -> None:
            if run == self._run:
                people, self._whole = answer
                self.people = dict((Counter(people) + Counter(act.who for act in self._whole)).most_common())
                self.more()

        self._session.ask(question, told)

    def more(self) -> None:
        """Reads the next piece; all of them, one after another, while something is looked for."""
        if self.complete:
            return
        before, run = (self._read[-1].id if self._read else 0), self._run

        def told(found: list[HistoryEntry]) -> None:
            if run != self._run or before != (self._read[-1].id if self._read else 0):
                return
            self._read += found
            self.complete = len(found) < PIECE
            self._sift()
            if self.search or self.person:
                self.more()

        self._session.ask(lambda library: library.history(self._scope, PIECE, before), told)

    def find(self, search: str | None = None, person: str | None = None) -> None:
        """Shows the acts in which every word stands: in what was done, by whom, on which day."""
        self.search = self.search if search is None else search.strip()
        self.person = self.person if person is None else person
        self._sift()
        if self.search or self.person:
            self.more()

    def choose(self, act: HistoryEntry) -> None:
        """Looks at an act: what it changed, and the engagement as it stood after it."""
        self.chosen, self.changes, self.then = act, (), None
        scope = self._scope

        def question(library: Library) -> tuple[tuple[Change, ...], Engagement | None]:
            return library.asked_of_past(lambda past: (past.changes(act.id), past.engagement_at(scope, act.id)))

        def told(answer: tuple[tuple[Change, ...], Engagement | None]) -> None:
            if self.chosen is act:
                self.changes, self.then = answer
                self.looked.emit()

        self.looked.emit()
        self._session.ask(question, told)

    def _sift(self) -> None:
        last = self._read[-1].id if self._read and not self.complete else 0
        acts = [*self._read, *(act for act in self._whole if act.id > last)]
        words, today = folded(self.search).split(), datetime.now(UTC).astimezone().date()

        def wanted(act: HistoryEntry) -> bool:
            if self.person and act.who != self.person:
                return False
            text = folded(f"{act_text(act)} {act.who} {day_text(act.when.astimezone().date(), today)}") if words else ""
            return all(word in text for word in words)

        self.shown = sorted(filter(wanted, acts), key=lambda act: act.id, reverse=True)
        self.changed.emit()
