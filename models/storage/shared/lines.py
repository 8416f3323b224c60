"""A change as a line of text, for acts that go to another library or came from one."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any

from models.engagement.changes import Added, Change, Changed
from models.storage.errors import UnreadableRowError
from models.storage.log.cells import change_of
from models.storage.log.packed import LARGEST
from models.storage.records import TABLES
from models.values.sought import the_first

Line = list[Any]
"""Table, row, op, column, old and new: as in the log, but with the values themselves."""


def line_of(change: Change) -> Line:
    """The change as `change_in` reads it."""
    if isinstance(change, Changed):
        table = TABLES[change.kind]
        column = the_first(c for c in table.columns if c.name == change.field)
        return [table.name, change.id, "u", column.name, column.to_cell(change.before), column.to_cell(change.after)]
    table = TABLES[type(change.record)]
    cells = dict(zip(table.names, table.row(change.record), strict=True))
    return [
        table.name,
        change.record.id,
        *(("i", None, None, cells) if isinstance(change, Added) else ("d", None, cells, None)),
    ]


def change_in(line: Any) -> Change:
    """What `line_of` wrote. Raises UnreadableRowError for anything that Clearway would not have written so."""
    try:
        table, row, op, column, old, new = line
        change = change_of(table, row, op, column, json.dumps(old), json.dumps(new))
        same = line_of(change)
    except (ValueError, TypeError, ArithmeticError, AttributeError, KeyError) as error:
        raise UnreadableRowError("change") from error
    # An older version knew fewer columns; whatever else differs was not written by us.
    if _known(same, line) != line:
        raise UnreadableRowError("change")
    return change


def _known(line: Line, other: Line) -> Line:
    """The line with those of its columns only that the other has."""
    return [
        {name: cell for name, cell in value.items() if name in like}
        if isinstance(value, dict) and isinstance(like, dict)
        else value
        for value, like in zip(line, other, strict=True)
    ]


def packed(changes: Iterable[Change]) -> bytes:
    """Changes as they are kept."""
    text = json.dumps([line_of(change) for change in changes], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode())


def unpacked(data: bytes) -> tuple[Change, ...]:
    """What `packed` wrote. Raises UnreadableRowError."""
    try:
        lines = json.loads(unpacked_text(data))
    except ValueError as error:
        raise UnreadableRowError("taken") from error
    return tuple(change_in(line) for line in lines)


def unpacked_text(data: bytes) -> str:
    """The same as the text that was packed. Raises UnreadableRowError."""
    try:
        return zlib.decompressobj().decompress(data, LARGEST).decode()
    except (zlib.error, ValueError) as error:
        raise UnreadableRowError("taken") from error
