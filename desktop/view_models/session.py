"""An open engagement: the snapshot every page draws, and the way each act of a person reaches the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from gettext import NullTranslations
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.library_thread import LibraryThread
from desktop.view_models.saving import Saving, refusal_text
from desktop.words import gettext
from models.engagement.edit import Edit, apply_edit, changed
from models.engagement.engagement import Asset, Engagement, Record, Round, Stakeholder
from models.engagement.library_entry import Steps
from models.method.method import Method
from models.values.sentence import Sentence

if TYPE_CHECKING:
    from models.storage import Library

T = TypeVar("T")
TURN_FOR_AN_ACT = 0.003
"""Seconds, a fifth of a frame, that an act leaves the disk before the screen redraws itself; typing never waits."""

RETRY_AFTER = 2_000
"""Milliseconds between attempts to save while the disk refuses."""


Step = Callable[["Library", str], Sentence | None]


class EngagementSession(QObject):
    """Applies each edit to the snapshot at once and to the library in order; says which is which.

    `changed` carries the record types concerned, `heard` follows once all pages have been told; `saving_changed` comes
    whenever `saving` or `labels` moved.
    """

    changed = Signal(frozenset)
    heard = Signal()
    saving_changed = Signal()
    gone = Signal()
    noticed = Signal(str)

    def __init__(
        self,
        engagement: Engagement,
        method: Method,
        thread: LibraryThread,
        words: NullTranslations,
    ) -> None:
        super().__init__()
        self.engagement = engagement
        self.method = method
        self.words = words
        self.saving = Saving.SAVED
        self.refusal = ""
        self.labels = Steps()
        self.latest: tuple[Round, Edit] | None = None
        """What `changed` speaks of: the newest edit and the round it was made on; None where all was read anew."""
        self._thread = thread
        self._pending: list[Edit] = []
        self._steps: list[Step] = []
        self._under_way = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry.timeout.connect(self._save_next)
        self._ask_labels()

    @property
    def current(self) -> Round:
        """The newest round."""
        return self.engagement.current

    @property
    def unsaved(self) -> int:
        """Edits that are not on disk yet."""
        return len(self._pending)

    def edit(
        self,
        label: Sentence,
        *put: Record,
        remove: Iterable[Record] = (),
        typing: str = "",
        assets: Iterable[Asset] = (),
        files: Iterable[Asset] = (),
    ) -> None:
        """One labelled act: shown at once, on disk as soon as the disk allows."""
        self._post(Edit(label, self.engagement.id, put, tuple(remove), typing, tuple(assets), tuple(files)))

    def reload(self) -> None:
        """Reads the engagement anew, after an act on the library as a whole may have changed it or taken it away."""
        self._step(lambda library, scope: None)

    def undo(self) -> None:
        """Takes back the newest step of this engagement, once everything before it is on disk."""
        self._step_unless_refused(lambda library, scope: library.undo(scope))

    def redo(self) -> None:
        """Does the step last undone again."""
        self._step_unless_refused(lambda library, scope: library.redo(scope))

    def ask(self, question: Callable[[Library], T], told: Callable[[T], None]) -> None:
        """Asks the library something; the answer comes once everything asked for before is done."""
        self._thread.do(question, told, lambda error: self.noticed.emit(refusal_text(error)))

    def people(self) -> tuple[Stakeholder, ...]:
        """The stakeholders in their order."""
        return self.engagement.stakeholders

    def _post(self, edit: Edit) -> None:
        before = self.engagement
        self.latest = (self.current, edit)
        self.engagement = apply_edit(before, edit)
        last = self._pending[-1] if self._pending else None
        waiting = len(self._pending) > (1 if self._under_way else 0)
        if last and waiting and edit.typing and last.typing == edit.typing and last.label == edit.label:
            self._pending[-1] = edit
        else:
            self._pending.append(edit)
        self._save_next()
        if not edit.typing:
            self._thread.give_turn(TURN_FOR_AN_ACT)
        self._tell(before)

    def _tell(self, before: Engagement) -> None:
        """The pages first: what they are on decides what the room is shown."""
        if kinds := changed(before, self.engagement):
            self.changed.emit(kinds)
            self.heard.emit()

    def _save_next(self) -> None:
        if self._under_way:
            return
        if not self._pending:
            self._run_step()
            return
        self._under_way = True
        self._retry.stop()
        edit = self._pending[0]
        if self.saving is not Saving.REFUSED:
            self._show(Saving.SAVING)

        def save(library: Library) -> Steps:
            library.save(edit)
            return library.steps(edit.scope)

        self._thread.do(save, self._saved, self._refused)

    def _saved(self, steps: Steps) -> None:
        self._under_way = False
        self._pending.pop(0)
        self._show(Saving.SAVING if self._pending else Saving.SAVED, steps)
        self._save_next()

    def _refused(self, error: Exception) -> None:
        """Keeps what was typed and tries again: the person may have plugged the drive back in."""
        self._under_way = False
        self.refusal = refusal_text(error)
        self._show(Saving.REFUSED)
        self._retry.start()

    def _show(self, saving: Saving, labels: Steps | None = None) -> None:
        """Tells the screens, unless it is what they show already."""
        before = (self.saving, self.labels)
        self.saving, self.labels = saving, labels or self.labels
        if saving is Saving.REFUSED or before != (self.saving, self.labels):
            self.saving_changed.emit()

    def _step_unless_refused(self, step: Step) -> None:
        """A step that waited for the disk would take back what was typed meanwhile."""
        if self.saving is Saving.REFUSED:
            self.noticed.emit(gettext("Not while the library cannot be written: first what you typed has to be saved."))
            return
        self._step(step)

    def _step(self, step: Step) -> None:
        self._steps.append(step)
        self._save_next()

    def _run_step(self) -> None:
        if not self._steps:
            return
        self._under_way = True
        step, scope = self._steps.pop(0), self.engagement.id

        def work(library: Library) -> tuple[Engagement, Steps] | None:
            step(library, scope)
            if not library.ids_beginning(scope):
                return None
            return library.engagement(scope), library.steps(scope)

        self._thread.do(work, self._stepped, self._step_failed)

    def _stepped(self, answer: tuple[Engagement, Steps] | None) -> None:
        self._under_way = False
        if answer is None:
            self.gone.emit()
            return
        before = self.engagement
        self.engagement, steps = answer
        self.latest = None
        for edit in self._pending:
            self.engagement = apply_edit(self.engagement, edit)
        self.labels = steps
        self._tell(before)
        self.saving_changed.emit()
        self._save_next()

    def _step_failed(self, error: Exception) -> None:
        self._under_way = False
        self._steps.clear()
        if self._pending:
            self.refusal = refusal_text(error)
            self._show(Saving.REFUSED)
            self._retry.start()
        else:
            self.noticed.emit(refusal_text(error))

    def _ask_labels(self) -> None:
        scope = self.engagement.id
        self._thread.do(lambda library: library.steps(scope), self._have_labels, self._labels_failed)

    def _labels_failed(self, error: Exception) -> None:
        self.noticed.emit(refusal_text(error))

    def _have_labels(self, steps: Steps) -> None:
        self.labels = steps
        self.saving_changed.emit()
