"""The append-only log of every changed cell, and undo and redo worked out from it.

Triggers write the log (see `triggers`), so no code path can change a row without a trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from models.engagement.acts import RecentSteps, Step
from models.engagement.changes import Change, inverse
from models.engagement.library_entry import Steps
from models.storage.cells import quoted, storable, utc_text
from models.storage.connection import identity
from models.storage.database import Database
from models.storage.digests import Digests
from models.storage.errors import StepNotPossibleError, UnreadableRowError
from models.storage.log.cells import change_of, known_table, value_of
from models.storage.log.packed import Line, write, write_typed
from models.storage.log.past import moment_of
from models.storage.log.seals import SEALED, changes_of, check_batch, keep_sealed
from models.storage.log.triggers import make_triggers
from models.storage.sums import LIST
from models.values.sentence import Sentence, read_sentence, written
from models.values.terms import new_id


@dataclass(frozen=True, slots=True)
class Batch:
    """One entry of the log: what one edit, undo or redo changed together."""

    id: int
    kind: str
    label: str
    """As it is written in the library."""
    at: str
    """ISO, UTC."""

    @property
    def said(self) -> Sentence:
        """What was done."""
        return read_sentence(self.label)


@dataclass(frozen=True, slots=True)
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
        self._lines: list[Line] = []
        self._typed: _OpenBatch | None = None
        self._typed_before: _OpenBatch | None = None
        self._next: tuple[int, int] | None = None
        """The ids of the next batch and of its first change, where they are known: nobody else writes the log."""
        self._library = identity(database)
        """The library's own identity."""
        newest = database.execute("SELECT at FROM batch ORDER BY id DESC LIMIT 1").fetchone()
        self._latest = moment_of(newest[0]) if newest else datetime.min.replace(tzinfo=UTC)
        self._digests = Digests(database)
        database.hold_still(False)
        make_triggers(database, self._note)

    def prepare(self) -> None:
        """To be called before a transaction: what `abandon` goes back to."""
        self._typed_before = self._typed

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

    def end(self, *, keeps: bool = False) -> bool:
        """Closes the batch of an edit. Returns whether it changed anything; one that did not leaves no trace.

        Unless it `keeps`: an act that was worked out on a snapshot is a step there, whatever it came to.
        """
        batch, self._writing = self._writing, None
        if batch is None:
            return True
        lines, self._lines = self._lines, []
        if not (lines or batch.lines or keeps):
            return False
        self._next = batch.id + 1, batch.first + len(lines)
        if batch.typing:
            lines = write_typed(self._database, batch.id, lines, batch.first, batch.lines)
            self._typed = replace(batch, lines=tuple(lines))
            self._next = batch.id + 1, batch.first + len(lines)
        else:
            lines = write(self._database, batch.id, lines, batch.first)
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
        self._writing, self._typed, self._lines, self._next = None, self._typed_before, [], None
        self._digests.forget()

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """What goes meanwhile goes from the log as well: it is not written there, and no burst goes on after it."""
        self._writing = _OpenBatch(0, (), 0, "", "")
        yield
        self._writing, self._typed, self._lines, self._next = None, None, [], None

    def undo(self, scope: str) -> Batch | None:
        """Takes the scope's last step back and returns the batch that says so, or None when there is none.

        Raises StepNotPossibleError, UnreadableRowError and the driver's errors.
        """
        return self._invert("undo", self._undoable(scope), scope)

    def redo(self, scope: str) -> Batch | None:
        """Takes the scope's last undo back; otherwise like `undo`."""
        return self._invert("redo", self._redoable(scope), scope)

    def steps(self, scope: str) -> Steps:
        """The labels of what `undo` and `redo` would take back."""
        undo, redo = self._undoable(scope), self._redoable(scope)
        return Steps(undo=undo.said if undo else None, redo=redo.said if redo else None)

    def recent(self, scope: str, limit: int) -> RecentSteps:
        """The scope's newest steps with what they change, at most `limit` of each kind. Raises UnreadableRowError."""
        undo = list(islice(self._undoables(scope), limit + 1))
        redo = list(islice(self._redoables(scope), limit))
        return RecentSteps(
            tuple(Step(batch.said, self._changes(batch)) for batch in reversed(undo[:limit])),
            tuple(Step(batch.said, inverse(self._changes(batch))) for batch in reversed(redo)),
            more=len(undo) > limit,
        )

    def rows_changed(self, batch: Batch, table: str) -> list[str]:
        """The ids of the rows of a table that the batch concerns."""
        return list(dict.fromkeys(line[1] for line in changes_of(self._database, batch.id) if line[0] == table))

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
        return f"{at} {self._library}"

    def _note(self, table: str, op: str, column: str | None, row: bytes, old: str | None, new: str | None) -> None:
        """What the triggers tell. Raises RuntimeError where no act is being written."""
        if self._writing is None:
            raise RuntimeError("a change that belongs to no act")
        self._lines.append((table, row.decode(), op, column, old, new))

    def now(self) -> str:
        """The time for what is written now, later than all that this library wrote before; ISO, UTC."""
        self._latest = max(datetime.now(UTC), self._latest + timedelta(microseconds=1))
        return utc_text(self._latest)

    def _newest_first(self, scope: str) -> Iterator[Batch]:
        select = f"SELECT id, kind, label, at, seal, {SEALED} FROM batch WHERE scope = ? ORDER BY id DESC"
        for number, kind, label, at, sealed, *cells in self._database.execute(select, (storable(scope),)):
            check_batch(sealed, cells)
            yield Batch(number, kind, label, at)

    def _undoable(self, scope: str) -> Batch | None:
        return next(self._undoables(scope), None)

    def _undoables(self, scope: str) -> Iterator[Batch]:
        """Read backwards, each undo cancels the nearest step before it that is not cancelled yet."""
        undone = 0
        for batch in self._newest_first(scope):
            if batch.kind == "undo":
                undone += 1
            elif undone:
                undone -= 1
            else:
                yield batch

    def _redoable(self, scope: str) -> Batch | None:
        return next(self._redoables(scope), None)

    def _redoables(self, scope: str) -> Iterator[Batch]:
        """The undos that no redo has cancelled, newest first; an edit ends them, for it clears what could be redone."""
        redone = 0
        for batch in self._newest_first(scope):
            if batch.kind == "edit":
                return
            if batch.kind == "redo":
                redone += 1
            elif redone:
                redone -= 1
            else:
                yield batch

    def _changes(self, batch: Batch) -> tuple[Change, ...]:
        """What a batch changed, as the domain says it."""
        return tuple(change_of(*line) for line in changes_of(self._database, batch.id))

    def _invert(self, kind: str, target: Batch | None, scope: str) -> Batch | None:
        self._typed = None
        if target is None:
            return None
        lines = changes_of(self._database, target.id)
        number, at = self._begin(kind, target.id, target.label, scope)
        for table, row, op, column, old, _ in reversed(lines):
            if not self._take_back(table, row, op, column, old):
                raise StepNotPossibleError(label=target.said)
        self.end(keeps=True)
        return Batch(number, kind, target.label, at)

    def _take_back(self, table: str, row: str, op: str, column: str | None, old: str | None) -> bool:
        """Inverts one change; False when the row it changed is not there any more."""
        name = quoted(known_table(table, {"id"}))
        if op == "i":
            self._database.execute(f"DELETE FROM {name} WHERE id = ?", (row,))
            return True
        cells = {column: value_of(old)} if op == "u" and column else value_of(old)
        if not isinstance(cells, dict):
            raise UnreadableRowError(table)
        known_table(table, set(cells))
        columns = [quoted(column) for column in cells]
        if op == "u":
            update = f"UPDATE {name} SET {columns[0]} = ? WHERE id = ?"
            return self._database.execute(update, (*cells.values(), row)).rowcount > 0
        insert = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(cells))})"
        self._database.execute(insert, tuple(cells.values()))
        return True
