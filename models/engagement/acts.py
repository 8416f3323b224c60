"""What can be taken back and made again in an engagement, kept beside the snapshot that it goes with."""

from __future__ import annotations

from models.engagement.changes import Added, Change, inverse, joined
from models.engagement.engagement import Pilot
from models.engagement.library_entry import Steps
from models.frozen import frozen
from models.values.sentence import Sentence


@frozen
class Step:
    """One act that can be taken back, or made again: what it was called, and what making it changes."""

    label: Sentence
    changes: tuple[Change, ...]


@frozen
class RecentSteps:
    """The newest acts of a scope, the newest last, and those that were taken back, the next to be made again last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    more: bool = False
    """Whether older acts can be taken back, too."""

    @property
    def engagements_added(self) -> set[str]:
        """The ids of those that would go if these acts were taken back."""
        added = (change.record for step in self.undo for change in step.changes if isinstance(change, Added))
        return {record.id for record in added if isinstance(record, Pilot)}


NOTHING_DONE = RecentSteps()


class Acts:
    """Two stacks, in step with what the library's log says of the same engagement."""

    def __init__(self, recent: RecentSteps = NOTHING_DONE) -> None:
        """`recent` is what the library knows."""
        self._undo, self._redo = list(recent.undo), list(recent.redo)
        self.more = recent.more
        """Whether the library knows of older acts that can be taken back."""

    @property
    def labels(self) -> Steps:
        """What could be taken back, and made again, next."""
        return Steps(
            undo=self._undo[-1].label if self._undo else None, redo=self._redo[-1].label if self._redo else None
        )

    def did(self, label: Sentence, changes: tuple[Change, ...], goes_on: bool = False) -> None:
        """Something was done; what had been taken back cannot be made again now. `goes_on`: a burst of typing does."""
        self._redo.clear()
        if goes_on and self._undo:
            begun = self._undo.pop()
            label, changes = begun.label, joined(begun.changes, changes)
        self._undo.append(Step(label, changes))

    def back(self) -> Step | None:
        """What taking the newest act back changes; None where there is none."""
        if not self._undo:
            return None
        step = self._undo.pop()
        self._redo.append(step)
        return Step(step.label, inverse(step.changes))

    def again(self) -> Step | None:
        """What making the act again that was taken back last changes; None where there is none."""
        if not self._redo:
            return None
        step = self._redo.pop()
        self._undo.append(step)
        return step
