"""The changes of a large act, kept together and compressed.

An engagement that is added is written to the log as well, cell for cell; line by line that would take as much room as
the engagement itself. The packed line stands at the place of the act's last, so that they are counted as before, and
names the engagement that was added or removed. It is a line of JSON that says what follows, and then the rows that came
or went, as the digests tell them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.storage.log.told import Line, Told, columns_of, is_row, line_of, line_of_row, row_of
from models.storage.sums import cells_at

MANY = 16
"""Changes from which an act is packed."""
QUICKEST = 1
"""How hard an act is compressed: a seventh larger than the usual, in a third of the time."""
LARGEST = 1 << 30
"""Bytes that are unpacked: no act that a library takes comes near it."""
OP = "p"
"""What the packed line says that it did."""
COLUMNS = "tbl, row, op, col, old, new"


def write(database: Database, batch: int, told: Sequence[Told], first: int) -> list[Line]:
    """Writes the changes of the newest batch, the `first` of them under that id; as one line unless they are few.

    Returns the lines as they stand, with `packed`.
    """
    pilots = {row_of(one) for one in told if one[0] == "pilot"}
    if len(told) < MANY or len(pilots) > 1:
        lines = list(map(line_of, told))
        insert = f"INSERT INTO change (batch, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        database.executemany(insert, [(batch, *line) for line in lines])
        return [(*line, None) for line in lines]
    line = ("pilot", "".join(pilots), OP, None, None, None, zlib.compress(_together(told), QUICKEST))
    insert = f"INSERT INTO change (id, batch, {COLUMNS}, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    database.execute(insert, (first + len(told) - 1, batch, *line))
    return [line]


def write_typed(database: Database, batch: int, told: Sequence[Told], first: int, known: Sequence[Line]) -> list[Line]:
    """Writes changes of a burst of typing, of which the `known` lines stand from id `first` on: a cell keeps its first
    old value and its last new one.

    Returns all lines as they stand then, with `packed`.
    """
    found = list(known)
    places = {(line[0], line[1], line[3]): n for n, line in enumerate(found) if line[2] == "u"}
    for line in map(line_of, told):
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
        lines = _lines_in(reader.decompress(data, LARGEST))
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableRowError("change") from error
    if not reader.eof or reader.unused_data or any(len(one) != len(plain) for one in lines):
        raise UnreadableRowError("change")
    return lines


def _together(told: Sequence[Told]) -> bytes:
    """Under `changes` stand each run of rows as table, op and how many, and what is no row as the line that it is."""
    changes: list[Any] = []
    rows: list[bytes] = []
    for whole, some in groupby(told, key=is_row):
        if not whole:
            changes += some
            continue
        for (table, op), run in groupby(some, key=itemgetter(0, 1)):
            before = len(rows)
            rows += map(itemgetter(2), run)
            changes.append((table, op, len(rows) - before))
    columns = ",".join(dict.fromkeys(_columns_written(table) for table, *_ in changes))
    written = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
    return b"".join((f'{{"columns":{{{columns}}},"changes":{written}}}'.encode(), b"\n", *rows))


@cache
def _columns_written(table: str) -> str:
    """What the first line says of a table: the same in every act."""
    return f"{json.dumps(table)}:{json.dumps(columns_of(table), separators=(',', ':'))}"


def _lines_in(kept: bytes) -> list[Line]:
    if kept.startswith(b"["):  # before version 13 of the schema every change was a line of JSON
        return [tuple(one) for one in json.loads(kept)]
    written, _, rows = kept.partition(b"\n")
    head = json.loads(written)
    found: list[Line] = []
    at = 0
    for change in head["changes"]:
        if not is_row(change):
            found.append(tuple(change))
            continue
        table, op, count = change
        names, wholes = head["columns"][table]
        for _ in range(count):
            told, at = cells_at(rows, at + len(table), len(names))
            found.append(line_of_row(table, op, names, wholes, told))
    if at != len(rows):
        raise ValueError("more than it says")
    return found
