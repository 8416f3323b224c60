"""What stands in the log: the names and values of cells, none of them trusted."""

from __future__ import annotations

import json
from typing import Any

from models.engagement.changes import Added, Change, Changed, Removed
from models.storage.errors import UnreadableRowError
from models.storage.records import TABLES, Table

Kept = str | dict[str, Any] | None
"""JSON, or the cells of a row."""
_TABLES = {table.name: table for table in TABLES.values()}
_COLUMNS = {table.name: frozenset(table.names) for table in TABLES.values()}


def change_of(table: str, row: str, op: str, column: str | None, old: Kept, new: Kept) -> Change:
    """A line of the log as the domain says it. Raises UnreadableRowError."""
    kept = _TABLES.get(table)
    if kept is None:
        raise UnreadableRowError(table)
    if op == "u":
        place = next((c for c in kept.columns if c.name == column), None)
        if place is None:
            raise UnreadableRowError(table)
        return Changed(kept.record, row, place.name, *(place.from_cell(value_of(cell)) for cell in (old, new)))
    cells = value_of(new if op == "i" else old)
    if not isinstance(cells, dict):
        raise UnreadableRowError(table)
    record = kept.record(**{c.name: c.from_cell(cells[c.name]) for c in kept.columns if c.name in cells})
    return Added(record) if op == "i" else Removed(record)


def known_table(table: str, columns: set[str]) -> Table:
    """The table, once it and the columns are known: the log becomes part of SQL. Raises UnreadableRowError."""
    if not columns <= _COLUMNS.get(table, frozenset()):
        raise UnreadableRowError(table)
    return _TABLES[table]


def value_of(kept: Kept) -> Any:
    """What is kept as JSON, or as the cells of a row. Raises UnreadableRowError."""
    if isinstance(kept, dict):
        return kept
    try:
        return json.loads(kept or "")
    except ValueError as error:
        raise UnreadableRowError("change") from error
