"""What the triggers tell of a change, and the line of the log that it is.

A whole row is kept as it is hashed for the digest until its act ends: thousands come with an engagement, and few of
them are ever read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from models.storage.records import TABLES, Cell
from models.storage.sums import cells_at

Line = tuple[Any, ...]
"""One change: table, row, op, column, old and new; with `packed` behind them where that is said. Old and new are JSON,
or the cells of a row that was packed: nobody has to read those out of JSON again."""
Row = tuple[str, str, bytes]
"""A row that came or went: table, op, and the row as `sums.row_bytes` tells it."""
Told = Line | Row

_TABLES = {table.name: table for table in TABLES.values()}
_OF_ROW = 3
"""How many parts a row is told in."""


def is_row(told: Told) -> bool:
    """Whether it is a whole row."""
    return len(told) == _OF_ROW


def row_of(told: Told) -> str:
    """The id of the row that changed."""
    return str(cells_at(told[2], len(told[0]), 1)[0][0] if is_row(told) else told[1])


def columns_of(table: str) -> tuple[tuple[str, ...], list[str]]:
    """The columns that the cells of a row are of, and those of them that hold whole numbers."""
    kept = _TABLES[table]
    return kept.names, [kept.names[place] for place in kept.wholes]


def line_of(told: Told) -> Line:
    """The change as it stands in the log by itself."""
    if not is_row(told):
        return told
    table, op, row = told
    names, wholes = columns_of(table)
    return as_written(line_of_row(table, op, names, wholes, cells_at(row, len(table), len(names))[0]))


def line_of_row(table: str, op: str, names: Sequence[str], wholes: Collection[str], told: Sequence[str | None]) -> Line:
    """A row that came (`op` i) or went (d), whose cells were told as texts."""
    cells: dict[str, Cell] = {
        name: cell if cell is None or name not in wholes else int(cell) for name, cell in zip(names, told, strict=True)
    }
    return (table, cells["id"], op, None, *((None, cells) if op == "i" else (cells, None)))


def as_written(line: Line) -> Line:
    """The line as it stands in the log by itself, of JSON alone."""
    return tuple(
        json.dumps(part, ensure_ascii=False, separators=(",", ":")) if isinstance(part, dict) else part for part in line
    )
