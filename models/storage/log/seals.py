"""A seal on each batch of the log, made when it is written: history that reads otherwise has been damaged.

A batch is sealed in two halves, itself and its changes, so that the list of what was done can be trusted without
reading every change there ever was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.storage.log.packed import COLUMNS, unpacked
from models.storage.log.told import Line
from models.storage.sums import MODULUS, row_sum

SINCE = 9
"""The first version of the schema whose log is sealed as it is now: no migration from there on writes in it."""
SEALED = "scope, kind, ref, first, label, who, device, at, gid, stamp"
"""The columns of a batch that its first half is made of."""
CHANGES = """FROM change WHERE id >= (SELECT first FROM batch WHERE id = :batch)
    AND id < ifnull((SELECT first FROM batch WHERE id > :batch ORDER BY id LIMIT 1), 1 << 62)"""
"""The changes of one batch, found by their place in the log."""


def keep_sealed(database: Database, batch: int, cells: Sequence[Any], lines: Sequence[Line]) -> None:
    """Writes a batch of the columns `SEALED`, sealed with these lines, in place of what it was before.

    The lines are told rather than read, and the seal comes with the row: it is part of every commit.
    """
    write = f"INSERT OR REPLACE INTO batch (id, {SEALED}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    database.execute(write, (batch, *cells, _seal(batch, cells, lines)))


def seal_all(database: Database) -> None:
    """Seals every batch: after a migration, of what was written before there were seals."""
    with database.atomic():
        for batch, *cells in database.execute(f"SELECT id, {SEALED} FROM batch").fetchall():
            sealed = _seal(batch, cells, written_lines(database, batch))
            database.execute("UPDATE batch SET seal = ? WHERE id = ?", (sealed, batch))


def _seal(batch: int, cells: Sequence[Any], lines: Sequence[Line]) -> str:
    return _half(row_sum("batch", cells)) + _half(_sum_of(batch, lines))


def check_batch(sealed: str, cells: Sequence[Any]) -> None:
    """Of the columns `SEALED`. Raises UnreadableRowError."""
    if sealed[:32] != _half(row_sum("batch", cells)):
        raise UnreadableRowError("batch")


def written_lines(database: Database, batch: int) -> list[Line]:
    """The lines of a batch as they stand, with what is packed in them."""
    return database.execute(f"SELECT {COLUMNS}, packed {CHANGES} ORDER BY id", {"batch": batch}).fetchall()


def changes_of(database: Database, batch: int) -> list[Line]:
    """The changes of a batch in their order. Raises UnreadableRowError unless they are those that were written."""
    lines = written_lines(database, batch)
    (sealed,) = database.execute("SELECT seal FROM batch WHERE id = ?", (batch,)).fetchone()
    if sealed[32:] != _half(_sum_of(batch, lines)):
        raise UnreadableRowError("change")
    return [one for line in lines for one in unpacked(line)]


def _sum_of(batch: int, lines: Sequence[Line]) -> int:
    """What is packed is a cell as well; a line without it is summed as before there was any."""
    sums = (row_sum("change", (batch, *(line if line[-1] is not None else line[:-1]))) for line in lines)
    return sum(sums) % MODULUS


def _half(total: int) -> str:
    return f"{total:032x}"
