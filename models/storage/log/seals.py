"""A seal on each batch of the log, made when it is written: history that reads otherwise has been damaged.

A batch is sealed in two halves, itself and its changes, so that the list of what was done can be trusted without
reading every change there ever was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.storage.sums import MODULUS, row_sum

SEALED = "scope, kind, ref, first, label, who, device, at, gid, stamp"
"""The columns of a batch that its first half is made of."""
CHANGES = """FROM change WHERE id >= (SELECT first FROM batch WHERE id = :batch)
    AND id < ifnull((SELECT first FROM batch WHERE id > :batch ORDER BY id LIMIT 1), 1 << 62)"""
"""The changes of one batch, found by their place in the log."""


def seal_newest(database: Database, batch: int, cells: Sequence[Any], first: int) -> int:
    """Seals the newest batch, of the columns `SEALED`; returns how many changes it has, from the `first` to the end.

    It is told what the batch is, rather than reading it, for this is part of every commit.
    """
    log = database.execute("SELECT batch, tbl, row, op, col, old, new FROM change WHERE id >= ?", (first,))
    sums = [row_sum("change", row) for row in log]
    _keep(database, batch, cells, sum(sums) % MODULUS)
    return len(sums)


def seal_all(database: Database) -> None:
    """Seals every batch: after a migration, of what was written before there were seals."""
    with database.atomic():
        for batch, *cells in database.execute(f"SELECT id, {SEALED} FROM batch").fetchall():
            _keep(database, batch, cells, _sum_of_changes(database, batch))


def _keep(database: Database, batch: int, cells: Sequence[Any], changes: int) -> None:
    both = _half(row_sum("batch", cells)) + _half(changes)
    database.execute("UPDATE batch SET seal = ? WHERE id = ?", (both, batch))


def check_batch(sealed: str, cells: Sequence[Any]) -> None:
    """Of the columns `SEALED`. Raises UnreadableRowError."""
    if sealed[:32] != _half(row_sum("batch", cells)):
        raise UnreadableRowError("batch")


def check_changes(database: Database, batch: int) -> None:
    """Raises UnreadableRowError unless the changes of the batch are those that were written."""
    (sealed,) = database.execute("SELECT seal FROM batch WHERE id = ?", (batch,)).fetchone()
    if sealed[32:] != _half(_sum_of_changes(database, batch)):
        raise UnreadableRowError("change")


def _sum_of_changes(database: Database, batch: int) -> int:
    rows = database.execute(f"SELECT batch, tbl, row, op, col, old, new {CHANGES}", {"batch": batch})
    return sum(row_sum("change", row) for row in rows) % MODULUS


def _half(total: int) -> str:
    return f"{total:032x}"
