"""An open engagement: the snapshot every page draws, and the way each act of a person reaches the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from gettext import NullTranslations
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.not_understood import NotUnderstood
from desktop.view_models.playbook.coming import AT_A_TIME, Coming
from desktop.view_models.saving import Saving, Way, refusal_text
from desktop.words import gettext
from models.engagement.acts import Acts, RecentSteps, Step
from models.engagement.changes import Change, applied
from models.engagement.declared import DECLARED
from models.engagement.edit import Edit, changed, done_on
from models.engagement.engagement import Asset, Engagement, Record, Round, Stakeholder
from models.engagement.library_entry import Steps
from models.method.method import Method
from models.values.refusal import Refusal
from models.values.sentence import Sentence

if TYPE_CHECKING:
    from models.storage import Library

T = TypeVar("T")


class EngagementSession(QObject):
    """Applies each act to the snapshot at once and posts it to the ledger. Undo and redo are acts like any other.

    `changed` carries the record types concerned, `heard` follows once all pages have been told; `saving_changed` comes
    whenever `saving` or `labels` moved.
    """

    changed = Signal(frozenset)
    heard = Signal()
    saving_changed = Signal()
    stepped = Signal(object, object, object)
    """Undo or redo (a `Way`) has taken this act (a `Sentence`) with these changes."""
    gone = Signal()
    noticed = Signal(str)

    def __init__(self, opened: OnScreen, method: Method, ledger: Ledger, words: NullTranslations) -> None:
        super().__init__()
        self.engagement, self._acts = opened.engagement, opened.acts
        self.method = method
        self.words = words
        self.still: Callable[[], bool] = lambda: True
        """Whether nothing is to move that need not."""
        self.paper = "A4"
        """What documents are made for unless another paper is chosen for one."""
        self.presenting = False
        """Whether the room is shown anything at present."""
        self.latest: tuple[Round, tuple[Change, ...]] | None = None
        """What `changed` speaks of: the newest act and the round it was made on; None where all was read anew."""
        self.past: datetime | None = None
        """The time whose state is shown instead of what is now: it is only looked at."""
        self._now: Engagement | None = None
        self._coming: Coming | None = None
        self._between = QTimer(self, interval=0)
        """Works on what is coming between events."""
        self._between.timeout.connect(lambda: self.complete(AT_A_TIME))
        self.not_understood = NotUnderstood()
        self._left = False
        self._ledger = ledger
        ledger.moved.connect(self.saving_changed)
        ledger.lost.connect(self._lost)

    @property
    def current(self) -> Round:
        """The newest round."""
        return self.engagement.current

    @property
    def saving(self) -> Saving:
        """Whether what was done is on disk."""
        return self._ledger.saving

    @property
    def refusal(self) -> str:
        """Why the disk turns acts away."""
        return self._ledger.refusal

    @property
    def unsaved(self) -> int:
        """Acts that are not on disk yet."""
        return self._ledger.unsaved

    @property
    def labels(self) -> Steps:
        """What would be taken back, and made again, next."""
        if self.past is not None:
            return Steps()
        if self._coming is not None:
            return Steps(undo=self._coming.held[-1].label if self._coming.held else self._coming.label)
        return self._acts.labels

    @property
    def whole(self) -> bool:
        """Whether the snapshot has all of what was done: of a large act the rest comes a moment later."""
        return self._coming is None

    def edit(
        self,
        label: Sentence,
        *put: Record,
        remove: Iterable[Record] = (),
        typing: str = "",
        assets: Iterable[Asset] = (),
        files: Iterable[Asset] = (),
    ) -> None:
        """One labelled act: shown at once, on disk as soon as the disk allows. One that changes nothing is none.

        What a closed round turns away is said, and the pages show again what stands.
        """
        if self._refuses():
            return
        whole = Edit(label, self.engagement.id, put, tuple(remove), typing, tuple(assets), tuple(files))
        if self._coming is not None and not self._coming.lets_through(whole):
            self.complete()
        try:
            made, after = done_on(self.engagement, whole)
        except Refusal as refusal:
            self._turned_away(refusal, whole.kinds)
            return
        if not made.changes:
            return
        before = self.engagement
        self.latest, self.engagement = (self.current, made.changes), after
        self._did(made)
        self._tell(before)

    def fill(self, coming: Coming) -> None:
        """One labelled act of any size: its first slice is shown at once, the rest comes between events.

        It is made before any other act is, but for what is typed meanwhile in what is shown: that comes after it.
        """
        if self._refuses():
            return
        self.complete()
        before = self.engagement
        try:
            self._take(coming.begin(before))
        except Refusal as refusal:
            self._turned_away(refusal, coming.kinds)
            return
        self._coming = coming
        if coming.whole:
            self._make(before)
        else:
            self._ledger.expect(self.complete)
            self._between.start()
            self._tell(before)

    def complete(self, seconds: float = float("inf")) -> None:
        """Makes a large act that is on its way, unless what is left of it takes longer than that."""
        if self._coming is not None:
            self._coming.go_on(self.engagement, seconds)
            if self._coming.whole:
                self._make(self.engagement)

    def undo(self) -> None:
        """Takes back the newest act of this engagement."""
        if not self._refuses():
            self.complete()
            self._step(Way.UNDONE, self._acts.back())

    def redo(self) -> None:
        """Does the act last taken back again."""
        if not self._refuses():
            self.complete()
            self._step(Way.REDONE, self._acts.again())

    def visit(self, then: Engagement, when: datetime) -> None:
        """Shows every page the engagement as it stood, until `come_back`."""
        self.complete()
        self._now, self.past = self._now or self.engagement, when
        self._look_at(then)

    def looking_back(self, then: Engagement, when: datetime) -> EngagementSession:
        """Another session that shows how the engagement stood, and nothing else; whoever asks lets it `leave`."""
        other = EngagementSession(OnScreen(then, Acts(RecentSteps())), self.method, self._ledger, self.words)
        other.visit(then, when)
        return other

    def come_back(self) -> None:
        """Shows again what is now."""
        if self._now is not None:
            now, self._now, self.past = self._now, None, None
            self._look_at(now)

    def reload(self) -> None:
        """Reads the engagement anew, after an act on the library as a whole may have changed it or taken it away."""
        self._ledger.read(self.engagement.id, self._read, self._unreadable)

    def ask(self, question: Callable[[Library], T], told: Callable[[T], None]) -> None:
        """Asks the library something; the answer comes once everything done before is written."""
        self._ledger.ask(question, told, self._unreadable)

    def people(self) -> tuple[Stakeholder, ...]:
        """The stakeholders in their order."""
        return self.engagement.stakeholders

    def leave(self) -> None:
        """Called when another engagement takes the screen. What is not on disk yet goes on its way there."""
        self.complete()
        self._left = True
        self._ledger.moved.disconnect(self.saving_changed)
        self._ledger.lost.disconnect(self._lost)

    def _make(self, before: Engagement) -> None:
        """What was coming is whole: one act, and after it what was typed meanwhile."""
        coming, self._coming = self._coming, None
        self._between.stop()
        if coming is None:
            return
        self._take(coming.not_shown)
        for made in (Edit(coming.label, before.id, changes=coming.changes), *coming.held):
            if made.changes:
                self._did(made)
        self._tell(before)
        coming.done()

    def _take(self, changes: tuple[Change, ...]) -> None:
        if changes:
            self.latest, self.engagement = (self.current, changes), applied(self.engagement, changes)

    def _did(self, made: Edit) -> None:
        if self._coming is not None:
            self._coming.held.append(made)
            return
        self._acts.did(made.label, made.changes, self._ledger.goes_on(made))
        self._ledger.post(made)
        if self._left:  # as out of a menu that was open there
            self._ledger.late.emit()

    def _turned_away(self, refusal: Refusal, kinds: frozenset[type[Record]]) -> None:
        self.noticed.emit(refusal_text(refusal))
        self.changed.emit(kinds)
        self.heard.emit()

    def _step(self, way: Way, step: Step | None) -> None:
        if step is None:
            if way is Way.UNDONE and self._acts.more:
                self._ledger.read(self.engagement.id, self._read_further, self._unreadable)
            return
        before = self.engagement
        self.latest = (self.current, step.changes)
        self.engagement = applied(before, step.changes)
        self._ledger.step(way, before.id, step.label, step.changes)
        self._tell(before)
        self.stepped.emit(way, step.label, step.changes)

    def _refuses(self) -> bool:
        """Whether what is shown is past: nothing is changed there, and what was typed there goes."""
        if self.past is None:
            return False
        self.noticed.emit(gettext("This is how it was, and is only looked at. Nothing has been changed."))
        self.changed.emit(frozenset(DECLARED))
        return True

    def _look_at(self, engagement: Engagement) -> None:
        before, self.engagement, self.latest = self.engagement, engagement, None
        self._tell(before)
        self.saving_changed.emit()

    def _read(self, found: OnScreen | None) -> None:
        if found is None:
            self.gone.emit()
            return
        before, self._now, self.past = self.engagement, None, None
        self.engagement, self._acts = found.engagement, found.acts
        self.latest = None
        self._tell(before)
        self.saving_changed.emit()

    def _read_further(self, found: OnScreen | None) -> None:
        """The library knows of older acts than were asked for when it was read first."""
        self._read(found)
        self.undo()

    def _unreadable(self, error: Exception) -> None:
        self.noticed.emit(refusal_text(error))

    def _lost(self, scope: str, sentence: str) -> None:
        """An act can never be written: what the screen shows is what the disk has, with all that can be."""
        self.noticed.emit(sentence)
        if scope == self.engagement.id:
            self.reload()

    def _tell(self, before: Engagement) -> None:
        """The pages first: what they are on decides what the room is shown."""
        if kinds := changed(before, self.engagement):
            self.changed.emit(kinds)
            self.heard.emit()
