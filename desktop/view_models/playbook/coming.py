"""A large act on its way: shown as far as one sees, worked out between events, and one act all the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator

from models.engagement.changes import Change, kind_of, worked_out
from models.engagement.edit import Edit
from models.engagement.engagement import Engagement, Record
from models.engagement.freezing import refuse_on_closed
from models.engagement.registers import RegisterCell, RegisterEntry
from models.frozen import frozen
from models.values.sentence import Sentence

AT_A_TIME = 0.004
"""Seconds of work between events: a quarter of a frame."""


@frozen
class Slice:
    """Records of a large act that are worked out together; no other slice of it has them too."""

    put: tuple[Record, ...]
    remove: tuple[Record, ...] = ()


class Coming:
    """What an act on a register changes, as far as it is worked out."""

    def __init__(
        self, label: Sentence, slices: Iterator[Slice], later: Collection[str], done: Callable[[], None]
    ) -> None:
        """`later`: ids of the rows that are not filled by the first slice. `done` is called when the act is made."""
        self.label, self.done = label, done
        self.held: list[Edit] = []
        """What was typed since it began: acts that come after it."""
        self._slices, self._later = slices, later
        self._changes: list[Change] = []
        self._shown = 0
        self.whole = False
        """Whether nothing more is to be worked out."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that is worked out."""
        return tuple(self._changes)

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """The types of the records concerned so far."""
        return frozenset(map(kind_of, self._changes))

    @property
    def not_shown(self) -> tuple[Change, ...]:
        """What came after the first slice."""
        return tuple(self._changes[self._shown :])

    def lets_through(self, edit: Edit) -> bool:
        """Whether it is typed in what is shown, or elsewhere: it changes nothing that is still to come."""
        rows = {
            record.entry_id if isinstance(record, RegisterCell) else record.id
            for record in (*edit.put, *edit.remove)
            if isinstance(record, RegisterCell | RegisterEntry)
        }
        return bool(edit.typing) and rows.isdisjoint(self._later)

    def begin(self, engagement: Engagement) -> tuple[Change, ...]:
        """The first slice. Raises Refusal where it is of a round that is closed."""
        self._step(engagement)
        refuse_on_closed(engagement, self._changes)
        self._shown, self.whole = len(self._changes), not self._later
        return self.changes

    def go_on(self, engagement: Engagement, seconds: float) -> None:
        """Works out what can be within that time; a slice at least."""
        end = time.perf_counter() + seconds
        while not self.whole:
            self._step(engagement)
            if time.perf_counter() >= end:
                return

    def _step(self, engagement: Engagement) -> None:
        following = next(self._slices, None)
        if following is None:
            self.whole = True
        else:
            self._changes += worked_out(engagement, following.put, following.remove)
