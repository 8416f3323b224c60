"""The one order of acts: everything that is done to an engagement or to the library stands here until it is on disk.

The interface is the only author of what is on the screens, the library follows in order. What cannot be written now is
tried again; what can never be written is kept in a file of its own, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.library_thread import LibraryThread
from desktop.view_models.saving import Entry, Saving, Way, in_burst, played_on, refusal_text, save
from models.frozen import frozen
from models.values.refusal import Refusal

if TYPE_CHECKING:  # what an engagement is made of is loaded with the first one, after the first frame
    from models.engagement.acts import Acts
    from models.engagement.changes import Change
    from models.engagement.edit import Edit
    from models.engagement.engagement import Engagement
    from models.storage import Library
    from models.values.sentence import Sentence

T = TypeVar("T")
TURN_FOR_AN_ACT = 0.003
"""Seconds, a fifth of a frame, that an act leaves the disk before the screen redraws itself; typing never waits."""
RETRY_AFTER = 2_000
"""Milliseconds between attempts to save while the disk refuses."""


@frozen
class OnScreen:
    """An engagement as it stands with all that was done to it, and what can be taken back."""

    engagement: Engagement
    acts: Acts


class Ledger(QObject):
    """`moved` comes whenever `saving`, `refusal` or `unsaved` did; `lost` with the scope of what was given up.

    `returned` carries what was to be taken back on the library, and was not; `late`: a screen may show what is not so,
    as when one that was left did more.
    """

    moved = Signal()
    lost = Signal(str, str)
    returned = Signal(object)
    late = Signal()

    def __init__(self, thread: LibraryThread, rescue: Callable[[Edit], str]) -> None:
        """`rescue` keeps an act that can never be written, and says where."""
        super().__init__()
        self.saving, self.refusal = Saving.SAVED, ""
        self._thread, self._rescue = thread, rescue
        self._waiting: list[Entry] = []
        self._under_way = False
        self._error: Exception | None = None
        """Why nothing can be written at present."""
        self._complete: Callable[[], None] | None = None
        """Makes an act whole that is on its way."""
        self._number = 0
        self._written = 0
        """Set on the library's thread: the number of the newest act that is on disk."""
        self._away: dict[str, tuple[Engagement, Sentence]] = {}
        """The same: engagements that an undo on the library took out of it, and what had brought them."""
        self._returned: list[Sentence] = []
        """The same: what was done again so that one of them is there."""
        self._typing: tuple[str, str] | None = None
        """Scope and token of the burst that the newest act belongs to."""
        self._burst = ""
        """What the library knows that burst by: it goes on there only where it does here."""
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry.timeout.connect(self._next)

    @property
    def unsaved(self) -> int:
        """Acts on engagements that are not on disk yet."""
        return sum(entry.edit is not None for entry in self._waiting) + (self._complete is not None)

    def waiting_for(self, scope: str) -> int:
        """The same, of one engagement."""
        return sum(entry.edit is not None and entry.scope == scope for entry in self._waiting)

    def expect(self, complete: Callable[[], None]) -> None:
        """An act is on its way: `complete` posts it, and is called before anything else is asked for."""
        self._complete = complete
        if self.saving is not Saving.REFUSED:
            self._show(Saving.SAVING)
        self.moved.emit()

    def _bring(self) -> None:
        """Has the act made that is on its way."""
        complete, self._complete = self._complete, None
        if complete is not None:
            complete()

    def goes_on(self, edit: Edit) -> bool:
        """Whether the edit continues the burst of typing that the newest act of all belongs to."""
        burst = (edit.scope, edit.typing)
        return bool(edit.typing) and not edit.removes and burst == self._typing

    def post(self, edit: Edit) -> None:
        """Takes an edit on an engagement, as cells."""
        self._bring()
        going_on = self.goes_on(edit)
        self._typing = (edit.scope, edit.typing) if edit.typing and not edit.removes else None
        if edit.typing:
            self._burst = self._burst if going_on else f"{edit.typing} {self._number}"
            edit = in_burst(edit, self._burst)
        if going_on and (burst := self._waiting_burst(edit)):
            self._waiting[-1] = burst.with_more(edit)
            return
        self._take(edit.scope, partial(save, edit), edit, goes_on=going_on, turn=TURN_FOR_AN_ACT * (not edit.typing))

    def step(self, way: Way, scope: str, label: Sentence, changes: tuple[Change, ...]) -> None:
        """Takes an undo or a redo, which the library works out from its own log."""
        from models.engagement.edit import Edit

        def work(library: Library) -> None:
            steps = library.steps(scope)
            known, act = (steps.undo, library.undo) if way is Way.UNDONE else (steps.redo, library.redo)
            if known != label:
                raise RuntimeError(f"the screen took back {label!s} where the library would take back {known!s}")
            act(scope)

        self._bring()
        self._typing = None
        self._take(scope, work, Edit(label, scope, changes=changes), way)

    def act(self, work: Callable[[Library], T], told: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Does something to the library as a whole, after all that was done before. It is not tried again."""
        self._bring()
        self._typing = None
        if self._error is not None:
            failed(self._error)
            return
        self._take("", work, told=told, failed=failed)

    def ask(
        self, question: Callable[[Library], T], told: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Asks the library something, once all that was done before is written; at once while nothing can be."""
        self._bring()
        if self.saving is Saving.REFUSED:
            self._thread.do(question, told, failed)
        else:
            self._take("", question, told=told, failed=failed)

    def read(self, scope: str, told: Callable[[OnScreen | None], None], failed: Callable[[Exception], None]) -> None:
        """Reads an engagement, with all that is not written yet played on top; None where there is none."""
        from models.engagement.acts import Acts

        def look(library: Library) -> tuple[Engagement, Acts, int] | None:
            if scope not in library.ids_beginning(scope):
                return None
            return library.engagement(scope), Acts(library.recent_steps(scope)), self._written

        def answer(found: tuple[Engagement, Acts, int] | None) -> None:
            self._bring()
            if found is None and self.waiting_for(scope):
                self._take("", look, told=answer, failed=failed)  # what waits will bring it back
            else:
                told(self.brought_up_to_date(*found) if found else None)

        self._thread.do(look, answer, failed)

    def brought_up_to_date(self, engagement: Engagement, acts: Acts, written: int) -> OnScreen:
        """What was read when act number `written` was the newest on disk, with those after it played on top."""
        waiting = (e for e in self._waiting if e.number > written and e.scope == engagement.id)
        return OnScreen(played_on(engagement, acts, waiting), acts)

    def hand_over(self) -> None:
        """The last act of all: gives the library everything that waits; what it refuses now is kept in a file."""
        self._bring()
        self._retry.stop()
        for entry in self._waiting:
            self._thread.do(partial(self._write_at_last, entry), lambda _: None, lambda _: None)

    def _write_at_last(self, entry: Entry, library: Library) -> None:
        """On the library's thread, where nobody waits for an answer any more."""
        if entry.number <= self._written:
            return  # it was under way
        try:
            self._write(entry, library)
        except Exception as error:
            if entry.edit is None:
                return
            self._rescue(entry.edit)
            if not isinstance(error, Refusal):
                raise

    @property
    def written(self) -> int:
        """The number of the newest act on disk; to be asked on the library's thread."""
        return self._written

    def _waiting_burst(self, edit: Edit) -> Entry | None:
        """The newest act, where it waits still and is of the same burst of typing."""
        last = self._waiting[-1] if len(self._waiting) > (1 if self._under_way else 0) else None
        same = last is not None and last.edit is not None and last.way is Way.DONE and last.edit.typing == edit.typing
        return last if same else None

    def _take(
        self,
        scope: str,
        work: Callable[[Library], Any],
        edit: Edit | None = None,
        way: Way = Way.DONE,
        goes_on: bool = False,
        told: Callable[[Any], None] = lambda _: None,
        failed: Callable[[Exception], None] = lambda _: None,
        turn: float = 0.0,
    ) -> None:
        self._number += 1
        self._waiting.append(Entry(self._number, scope, work, edit, way, goes_on, told, failed))
        self._next(turn)

    def _next(self, turn: float = 0.0) -> None:
        if self._under_way or self._retry.isActive():
            return
        if not self._waiting:
            if self._complete is None:
                self._show(Saving.SAVED)
            return
        self._under_way = True
        entry = self._waiting[0]
        self._thread.do(partial(self._write, entry), self._done, self._failed)
        if turn:
            self._thread.give_turn(turn)
        if self.saving is not Saving.REFUSED and entry.edit is not None:
            self._show(Saving.SAVING)

    def _write(self, entry: Entry, library: Library) -> Any:
        """On the library's thread. Nothing is kept of what is there again: it may be deleted for good next."""
        if entry.edit is not None and entry.scope in self._away:
            self._bring_back(entry.scope, library)
        answer = entry.work(library)
        self._away = {scope: was for scope, was in self._away.items() if not library.ids_beginning(scope)}
        self._written = entry.number
        return answer

    def take_away(self, taken: dict[str, tuple[Engagement, Sentence]]) -> None:
        """To be called on the library's thread by an undo that took these engagements out of it."""
        self._away.update(taken)

    def _bring_back(self, scope: str, library: Library) -> None:
        """What was done on an engagement before its screen heard that it was taken out counts as work on it."""
        while not library.ids_beginning(scope) and (again := library.redo("")):
            self._returned.append(again)
        if not library.ids_beginning(scope):  # an act on the library came since, so nothing is there to be done again
            taken, label = self._away[scope]
            library.add(taken, label)
            self._returned.append(label)

    def _done(self, answer: Any) -> None:
        self._under_way, self._error = False, None
        entry = self._waiting.pop(0)
        if not self.unsaved:
            self._show(Saving.SAVED)
        else:
            self.saving = Saving.SAVING
            self.moved.emit()
        try:
            entry.told(answer)
        finally:  # a fault in whoever hears of it stands in nobody's way
            while self._returned:
                self.returned.emit(self._returned.pop())
            self._next()

    def _failed(self, error: Exception) -> None:
        """A disk that is full, missing or held is tried again; anything else is given up, and kept in a file."""
        self._under_way = False
        entry = self._waiting[0]
        if entry.edit is not None and isinstance(error, Refusal) and error.passing:
            self.refusal, self._error = refusal_text(error), error
            self._retry.start()
            self._show(Saving.REFUSED)
            return
        self._waiting.pop(0)
        if entry.edit is None:
            entry.failed(error)
        else:
            self._typing = None
            # What was to be taken back after it was taken back on a screen that showed it.
            self._waiting = [e for e in self._waiting if e.scope != entry.scope or e.way is Way.DONE]
            self.lost.emit(entry.scope, f"{refusal_text(error)} {self._rescue(entry.edit)}")
            # What was done on top of it, the disk may take otherwise than the screen did.
            self._take("", lambda _: None, told=lambda _: self.late.emit())
        self._next()

    def _show(self, saving: Saving) -> None:
        if saving is Saving.REFUSED or saving is not self.saving:
            self.saving = saving
            self.moved.emit()
