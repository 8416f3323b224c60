"""The hub met while one works: at opening, at closing, every few minutes and on a key; nothing ever waits for it.

The network is on a thread of its own. What it wants of the library is asked in the library's turn, a short step at a
time, so that a key that is pressed meanwhile is written after one of them.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.library_thread import LibraryThread
from desktop.view_models.hub.aside import Aside, EndedError
from desktop.view_models.hub.door import HubDoor
from desktop.view_models.hub.words import arrived_text, mark_text, not_shared_text, people_text
from desktop.view_models.saving import Saving, refusal_text
from desktop.words import gettext
from models.hub.errors import HubPasswordError
from models.hub.memory import Memory
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.view_models.ledger import Ledger
    from models.hub.hub import Hub
    from models.hub.syncing import Report
    from models.storage import Library

T = TypeVar("T")

EVERY, COUNT_AFTER = 240_000, 1_500
"""Milliseconds between two meetings, and from an act until what waits is counted anew."""
MOST_NAMES = 12
"""Engagements that are called by their names."""
AT_CLOSING = 5.0
"""Seconds that the last meeting may take for one question."""


class HubMeeting(QObject):
    """`changed` comes when there is something else to show, `came` when engagements are not as they were here.

    `told` carries a sentence for the person, `refused` why what they wanted is not done. `named` comes with `names`.
    """

    changed = Signal()
    came = Signal()
    told = Signal(str)
    refused = Signal(str)
    named = Signal()
    _wanted = Signal(object, object)

    def __init__(self, door: HubDoor, thread: LibraryThread, ledger: Ledger, closed: Callable[[], bool]) -> None:
        """`closed` says whether the library is locked just now: then it is left alone."""
        super().__init__()
        self._door, self._library, self._ledger, self._closed = door, thread, ledger, closed
        self.memory = Memory()
        self.held: dict[str, Any] = {}
        """What came and waits until somebody chooses, by engagement."""
        self.let_go: list[str] = []
        """Engagements that are there, and were taken out of this library."""
        self._bring: frozenset[str] = frozenset()
        self.under_way = False
        self.problem = ""
        """Why the last meeting did not end well."""
        self.wants_password = False
        """Whether that was because the hub did not let this person in."""
        self.names: dict[str, str] = {}
        """What engagements are called, by id, once `ask_names` was answered."""
        self._since: dict[str, int] = {}
        self._answers: queue.SimpleQueue[tuple[bool, Any]] | None = None
        self._ended = self._again = False
        self._aside = Aside()
        self._every = QTimer(self, interval=EVERY)
        self._every.timeout.connect(self.meet)
        self._count = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._count.timeout.connect(self._count_waiting)
        self._wanted.connect(self._ask_library, Qt.ConnectionType.QueuedConnection)
        ledger.moved.connect(self._moved)

    @property
    def joined(self) -> bool:
        """Whether the library meets a hub at all."""
        return bool(self.memory.address)

    @property
    def waiting(self) -> int:
        """Acts that the hub does not have yet."""
        return sum(self.waiting_of(key) for key in self.memory.engagements)

    def waiting_of(self, engagement_id: str) -> int:
        """The same of one engagement; what this person only looks at does not go there at all."""
        one = self.memory.engagements.get(engagement_id)
        return one.waiting + self._since.get(engagement_id, 0) if one and not one.stays else 0

    def stays(self, engagement_id: str) -> bool:
        """Whether this person only looks at it."""
        one = self.memory.engagements.get(engagement_id)
        return one is not None and one.stays

    @property
    def met(self) -> datetime | None:
        """When both met last."""
        return datetime.fromisoformat(self.memory.met).astimezone() if self.memory.met else None

    def mark(self, engagement_id: str) -> str:
        """How both stand, in a few words, while that engagement is open; empty where there is no hub.

        An empty id asks how the library stands, whatever is open.
        """
        return mark_text(self, engagement_id) if self.joined else ""

    def people(self, engagement_id: str) -> str:
        """Whom an engagement is shared with; empty where it is not."""
        one = self.memory.engagements.get(engagement_id)
        return people_text(one.people) if one else ""

    def ask_names(self) -> None:
        """Has the library say what the engagements are called that are shared; `named` comes."""
        if wanted := [key for key in self.memory.engagements if key not in self.names][:MOST_NAMES]:
            self._name(wanted, self.named.emit)

    def _name(self, wanted: Sequence[str], then: Callable[[], None]) -> None:
        def names(library: Library) -> dict[str, str]:
            found = (library.engagement(key) for key in wanted if library.ids_beginning(key) == [key])
            return {one.id: f"{one.client.name}, {one.pilot.name}" for one in found}

        def told(found: dict[str, str]) -> None:
            self.names |= found
            then()

        if not self._closed():
            self._library.do(names, told, lambda _: None)

    def begin(self) -> None:
        """Looks whether there is a hub, and meets it."""
        self.memory = self._door.recall()
        self.changed.emit()
        if self.joined:
            self._every.start()
            self.meet()

    def meet(self) -> None:
        """Meets it now, unless the library is locked; where that is under way, once more afterwards."""
        if not self.joined or self._ended or self._closed():
            return
        self._again = self.under_way
        if not self.under_way:
            self.under_way = True
            self.changed.emit()
            self._aside.do(self._meeting, self._have_met, self._failed)

    def bring(self, engagement_id: str) -> None:
        """Has one come again that was taken out of this library."""
        self._bring = frozenset({engagement_id})
        self.meet()

    def ask(self, work: Callable[[Hub], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Asks the hub something beside the meetings; the answer comes back to the interface's thread."""

        def asked() -> T:
            with self._door.enter() as hub:
                return work(hub)

        self._aside.do(asked, done, failed)

    def join(self, address: str, password: str) -> None:
        """Has the library meet that hub from now on."""

        def joined(kept: bool) -> None:
            if not kept:
                self.told.emit(
                    gettext("No keychain of this computer keeps the password: it is asked for at each start.")
                )
            self.begin()

        def failed(error: Exception) -> None:
            self.changed.emit()
            self.refused.emit(refusal_text(error))

        self._aside.do(lambda: self._door.join(address, password), joined, failed)

    def leave(self) -> None:
        """The library meets no hub any more; everything stays where it is."""
        try:
            self._door.leave()
        except (Refusal, OSError) as error:
            self.refused.emit(str(error) if isinstance(error, OSError) else refusal_text(error))
            return
        self._every.stop()
        self.memory, self.held, self._since, self.problem, self.wants_password = Memory(), {}, {}, "", False
        self.changed.emit()

    def end(self) -> None:
        """No meeting begins any more, and nobody waits for the one that is under way."""
        self._ended = True
        self._aside.end()
        self._every.stop()
        if self._answers is not None:
            self._answers.put((False, EndedError()))

    def make_last(self, library: Library) -> None:
        """Sends what waits. On the library's thread, before the library is closed; a hub that is away is left."""
        from models.hub.steps import all_at_once
        from models.hub.syncing import Report, sync

        if not (self.joined and self.waiting) or self.problem or self.under_way:
            return
        report = Report(self._door.recall())
        with suppress(Refusal), self._door.enter(AT_CLOSING) as hub:
            try:
                all_at_once(sync(report, self._door.ways(hub)), hub, self._door.side(library))
            finally:
                self._door.keep(report.memory)

    def _meeting(self) -> tuple[Report, Refusal | None]:
        """On the hub's thread."""
        from models.hub.steps import done
        from models.hub.syncing import Report, sync

        report = Report(self._door.recall())
        try:
            with self._door.enter() as hub:
                done(sync(report, self._door.ways(hub, self._bring)), hub, self._of_library)
        except Refusal as refusal:
            return report, refusal
        finally:
            if self._door.recall().address == report.memory.address:  # that hub was not left meanwhile
                self._door.keep(report.memory)
        return report, None

    def _of_library(self, work: Callable[[Any], Any]) -> Any:
        """On the hub's thread: waits until the library's has answered."""
        answers: queue.SimpleQueue[tuple[bool, Any]] = queue.SimpleQueue()
        self._answers = answers
        if self._ended:
            raise EndedError
        self._wanted.emit(work, answers)
        well, answer = answers.get()
        if not well:
            raise answer
        return answer

    def _ask_library(self, work: Callable[[Any], Any], answers: queue.SimpleQueue[tuple[bool, Any]]) -> None:
        if self._ended:
            return
        self._library.do(
            lambda library: work(self._door.side(library)),
            lambda answer: answers.put((True, answer)),
            lambda error: answers.put((False, error)),
        )

    def _have_met(self, met: tuple[Report, Refusal | None]) -> None:
        report, error = met
        self.under_way = False
        if report.memory.address == self.memory.address:
            self._take(report, error)
        self.changed.emit()
        if report.changed:
            self.came.emit()
        if self._again:
            self.meet()

    def _take(self, report: Report, error: Refusal | None) -> None:
        self.problem, self.wants_password = refusal_text(error) if error else "", isinstance(error, HubPasswordError)
        self.memory, self.held, self._since = report.memory, report.held, {}
        self.let_go, self._bring = report.let_go, self._bring - set(report.arrived)
        for _, refusal in report.refused:
            self.told.emit(refusal_text(refusal))
        for keys, text in ((report.arrived, arrived_text), (report.not_shared, not_shared_text)):
            if keys:
                self._name(keys[:1], partial(self._tell, text, keys))

    def _tell(self, text: Callable[[str, int], str], keys: Sequence[str]) -> None:
        self.told.emit(text(self.names.get(keys[0], keys[0][:8]), len(keys)))

    def _failed(self, error: Exception) -> None:
        self.under_way, self.problem = False, refusal_text(error)
        self.changed.emit()

    def _moved(self) -> None:
        if self.joined and self._ledger.saving is Saving.SAVED and not self._ended:
            self._count.start()

    def _count_waiting(self) -> None:
        marks = {key: one.mark for key, one in self.memory.engagements.items() if one.mark}

        def told(found: dict[str, int]) -> None:
            self._since = found
            self.changed.emit()

        if marks and not self._closed():
            self._library.do(lambda library: self._door.side(library).since(marks), told, lambda _: None)
