"""The changes of a large act, kept together and compressed.

An engagement that is added is written to the log as well, cell for cell; line by line that would take as much room as
the engagement itself. The packed line stands at the place of the act's last, so that they are counted as before, and
names the engagement that was added or removed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from models.storage.database import Database
from models.storage.errors import UnreadableRowError

MANY = 16
"""Changes from which an act is packed."""
QUICK = 4
"""How hard an act is compressed: a twentieth larger than the usual, in little more than half the time."""
LARGEST = 1 << 30
"""Bytes that are unpacked: no act that a library takes comes near it."""
OP = "p"
"""What the packed line says that it did."""
COLUMNS = "tbl, row, op, col, old, new"

Line = tuple[Any, ...]
"""One change: its `COLUMNS`; with `packed` behind them where that is said."""


def write(database: Database, batch: int, lines: Sequence[Line], first: int) -> list[Line]:
    """Writes the changes of the newest batch, the `first` of them under that id; as one line unless they are few.

    Returns the lines as they stand, with `packed`.
    """
    pilots = {row for table, row, *_ in lines if table == "pilot"}
    if len(lines) < MANY or len(pilots) > 1:
        insert = f"INSERT INTO change (batch, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        database.executemany(insert, [(batch, *line) for line in lines])
        return [(*line, None) for line in lines]
    text = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    line = ("pilot", "".join(pilots), OP, None, None, None, zlib.compress(text.encode(), QUICK))
    insert = f"INSERT INTO change (id, batch, {COLUMNS}, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    database.execute(insert, (first + len(lines) - 1, batch, *line))
    return [line]


def write_typed(database: Database, batch: int, lines: Sequence[Line], first: int, known: Sequence[Line]) -> list[Line]:
    """Writes changes of a burst of typing, of which the `known` lines stand from id `first` on: a cell keeps its first
    old value and its last new one.

    Returns all lines as they stand then, with `packed`.
    """
    found = list(known)
    places = {(line[0], line[1], line[3]): n for n, line in enumerate(found) if line[2] == "u"}
    for line in lines:
        table, row, op, column, _, new = line
        place = places.get((table, row, column)) if op == "u" else None
        if place is None:
            insert = f"INSERT INTO change (id, batch, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            database.execute(insert, (first + len(found), batch, *line))
            places[table, row, column] = len(found)
            found.append((*line, None))
        else:
            database.execute("UPDATE change SET new = ? WHERE id = ?", (new, first + place))
            found[place] = (*found[place][:5], new, None)
    return found


def unpacked(line: Line) -> list[Line]:
    """The changes in a line of the log, of its `COLUMNS` and `packed`. Raises UnreadableRowError."""
    *plain, data = line
    if plain[2] != OP:
        return [tuple(plain)]
    try:
        reader = zlib.decompressobj()
        text = reader.decompress(data, LARGEST)
        lines = [tuple(one) for one in json.loads(text)]
    except (zlib.error, ValueError, TypeError) as error:
        raise UnreadableRowError("change") from error
    if not reader.eof or reader.unused_data or any(len(one) != len(plain) for one in lines):
        raise UnreadableRowError("change")
    return lines
