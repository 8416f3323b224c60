"""The append-only log of every changed cell, and undo and redo worked out from it.

Triggers write the log (see `triggers`), so no code path can change a row without a trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from models.engagement.acts import RecentSteps, Step
from models.engagement.changes import inverse
from models.engagement.library_entry import Steps
from models.frozen import frozen
from models.sharing.act import stamp_of
from models.storage import rows
from models.storage.cells import storable, utc_text
from models.storage.database import Database
from models.storage.digests import Digests
from models.storage.errors import StepNotPossibleError
from models.storage.log.maker import Maker
from models.storage.log.packed import write, write_typed
from models.storage.log.past import moment_of
from models.storage.log.seals import changes_of, keep_sealed
from models.storage.log.steps import (
    MERGE,
    Batch,
    Undoable,
    changes,
    label_of,
    redoables,
    step_of,
    take_back,
    undoables,
)
from models.storage.log.told import Line, Told
from models.storage.log.triggers import make_triggers
from models.storage.sums import LIST
from models.values.sentence import Sentence, written
from models.values.terms import new_id


@frozen
class _OpenBatch:
    """A batch that is being written or may be continued, with its columns `SEALED`, and the id of its first change."""

    id: int
    cells: tuple[Any, ...]
    first: int
    scope: str
    typing: str
    lines: tuple[Line, ...] = ()
    """What an earlier part of the same burst of typing wrote; only then does the batch stand in the library already."""


class History:
    """Writes and reads the log over the library's one connection. Writing needs an open transaction."""

    def __init__(self, database: Database, who: str, device: str) -> None:
        """Makes the triggers. `who` and `device` stand in every batch that is written from now on."""
        self._database = database
        self._who = storable(who)
        self._device = storable(device)
        self._writing: _OpenBatch | None = None
        self._told: list[Told] = []
        self._typed: _OpenBatch | None = None
        self._typed_before: _OpenBatch | None = None
        self._next: tuple[int, int] | None = None
        """The ids of the next batch and of its first change, where they are known: nobody else writes the log."""
        self._maker = Maker(database, device)
        newest = database.execute("SELECT at, stamp FROM batch ORDER BY id DESC LIMIT 1").fetchone()
        self._latest = moment_of(newest[0]) if newest else datetime.min.replace(tzinfo=UTC)
        self._seen = str(newest[1]) if newest else ""
        """The newest stamp of all that this library has seen."""
        self._digests = Digests(database)
        database.hold_still(False)
        make_triggers(database, self._note_cell, self._note_row)

    def prepare(self) -> None:
        """To be called before a transaction: what `abandon` goes back to."""
        self._typed_before = self._typed
        self._maker.settle()

    def begin(self, label: Sentence, scope: str, typing: str = "") -> str:
        """Opens a batch for an edit, or goes on with the one that the same burst of typing opened. Returns its time.

        Only the newest batch of the library is continued, so that the log, read in order, leads to the tables.
        """
        if typing and self._typed and (self._typed.scope, self._typed.typing) == (scope, typing):
            at = self.now()
            *signed, _, gid, _ = self._typed.cells
            self._writing = replace(self._typed, cells=(*signed, at, gid, self._stamp(at)))
            return at
        self._typed = None
        return self._begin("edit", None, written(label), scope, typing)[1]

    @property
    def maker(self) -> str:
        """The identity of what was written where the file stands now; empty where nothing was yet."""
        return self._maker.known

    def end_typing(self) -> None:
        """What is typed from now on is an act of its own: the one before it goes to others as it is."""
        self._typed = None

    def begin_merge(self, label: Sentence, scope: str, newest: str) -> tuple[int, str]:
        """Opens a batch for what acts of others, the latest stamped `newest`, change here. Returns its id and time."""
        self._typed = None
        self._seen = max(self._seen, newest)
        return self._begin(MERGE, None, written(label), scope)

    def end(self, *, keeps: bool = False) -> bool:
        """Closes the batch of an edit. Returns whether it changed anything; one that did not leaves no trace.

        Unless it `keeps`: an act that was worked out on a snapshot is a step there, whatever it came to.
        """
        batch, self._writing = self._writing, None
        if batch is None:
            return True
        told, self._told = self._told, []
        if not (told or batch.lines or keeps):
            return False
        self._next = batch.id + 1, batch.first + len(told)
        if batch.typing:
            lines = write_typed(self._database, batch.id, told, batch.first, batch.lines)
            self._typed = replace(batch, lines=tuple(lines))
            self._next = batch.id + 1, batch.first + len(lines)
        else:
            lines = write(self._database, batch.id, told, batch.first)
        keep_sealed(self._database, batch.id, batch.cells, lines)
        return True

    def keep_digests(self) -> None:
        """To be called last of all in a transaction: the digests are then of what it leaves."""
        self._digests.write()

    def list_made(self, total: int) -> None:
        """The list of engagements was made anew in this transaction, and this is its digest."""
        self._digests.set_to(LIST, total)

    def abandon(self) -> None:
        """To be called when a transaction has failed: what was open in it is gone, and a burst goes on as before it."""
        self._writing, self._typed, self._told, self._next = None, self._typed_before, [], None
        self._digests.forget()
        self._maker.forget()

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """What goes meanwhile goes from the log as well: it is not written there, and no burst goes on after it."""
        self._writing = _OpenBatch(0, (), 0, "", "")
        yield
        self._writing, self._typed, self._told, self._next = None, None, [], None

    def undo(self, scope: str) -> Batch | None:
        """Takes the scope's last step back and returns the batch that says so, or None when there is none.

        Raises StepNotPossibleError, UnreadableRowError and the driver's errors.
        """
        undoable = next(undoables(self._database, scope), None)
        return self._invert("undo", undoable.batch if undoable else None, scope, undoable)

    def redo(self, scope: str) -> Batch | None:
        """Takes the scope's last undo back; otherwise like `undo`."""
        return self._invert("redo", next(redoables(self._database, scope), None), scope)

    def steps(self, scope: str) -> Steps:
        """The labels of what `undo` and `redo` would take back."""
        undo, redo = next(undoables(self._database, scope), None), next(redoables(self._database, scope), None)
        return Steps(undo=label_of(self._database, undo) if undo else None, redo=redo.said if redo else None)

    def recent(self, scope: str, limit: int) -> RecentSteps:
        """The scope's newest steps with what they change, at most `limit` of each kind. Raises UnreadableRowError."""
        undo = [step_of(self._database, found) for found in islice(undoables(self._database, scope), limit)]
        redo = list(islice(redoables(self._database, scope), limit))
        return RecentSteps(
            tuple(reversed(undo)),
            tuple(Step(batch.said, inverse(changes(self._database, batch))) for batch in reversed(redo)),
            more=any(True for _ in islice(undoables(self._database, scope), limit, limit + 1)),
        )

    def rows_changed(self, batch: Batch, *tables: str) -> list[set[str]]:
        """The ids of the rows that the batch concerns, of each of these tables."""
        lines = changes_of(self._database, batch.id)
        return [{line[1] for line in lines if line[0] == table} for table in tables]

    def _begin(self, kind: str, ref: int | None, label: str, scope: str, typing: str = "") -> tuple[int, str]:
        """Opens a batch, which is written with its changes when it ends. Returns its id and time."""
        at = self.now()
        if self._next is None:
            newest = (
                "SELECT ifnull(max(batch.id), 0) + 1, (SELECT ifnull(max(change.id), 0) + 1 FROM change) FROM batch"
            )
            self._next = self._database.execute(newest).fetchone()
        number, first = self._next
        signed = (self._who, self._device, at, new_id(), self._stamp(at))
        cells = (storable(scope), kind, ref, first, storable(label), *signed)
        self._writing = _OpenBatch(number, cells, first, scope, typing)
        return number, at

    def _stamp(self, at: str) -> str:
        """The hybrid logical clock of what is written now: later than all that this library has seen, and its own."""
        self._seen = stamp_of(self._seen, moment_of(at), self._maker.name())
        return self._seen

    def _note_cell(self, table: str, column: str, row: bytes, old: str, new: str) -> None:
        """What the triggers tell. Raises RuntimeError where no act is being written."""
        if self._writing is None:
            raise RuntimeError("a change that belongs to no act")
        self._told.append((table, row.decode(), "u", column, old, new))

    def _note_row(self, table: str, op: str, owner: str, row: bytes) -> None:
        """The same of a whole row, which is told to the digests too."""
        if self._writing is None:
            raise RuntimeError("a row that belongs to no act")
        self._told.append((table, op, row))
        self._digests.add(owner, 1 if op == "i" else -1, row)

    def now(self) -> str:
        """The time for what is written now, later than all that this library wrote before; ISO, UTC."""
        self._latest = max(datetime.now(UTC), self._latest + timedelta(microseconds=1))
        return utc_text(self._latest)

    def _invert(self, kind: str, target: Batch | None, scope: str, undoable: Undoable | None = None) -> Batch | None:
        self._typed = None
        if target is None:
            return None
        lines = changes_of(self._database, target.id)
        number, at = self._begin(kind, target.id, target.label, scope)
        if undoable is not None and undoable.touched is not None:
            made = all(rows.change(self._database, one) for one in inverse(step_of(self._database, undoable).changes))
        else:
            made = all(take_back(self._database, *line[:5]) for line in reversed(lines))
        if not made:
            raise StepNotPossibleError(label=target.said)
        self.end(keeps=True)
        return Batch(number, kind, target.label, at)
