"""Sums that tell damage: the hash of a row, and what is kept of an owner's rows together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from models.hashes import blake2b
from models.storage.database import Database

if TYPE_CHECKING:
    from typing import Any

SINCE = 6
"""The first version of the schema in which an engagement has a digest."""
LIST = "list"
"""The owner of the rows of the list of engagements, which is derived and can be made anew."""
_NEXT = "\x1f"
"""What stands before each cell."""
MODULUS = 1 << 128
"""Sums of hashes stay within 128 bits."""


def row_sum(table: str, cells: Sequence[Any]) -> int:
    """The hash of a row: 128 bits of BLAKE2b over the table's name and every cell, as text or as its bytes."""
    # A cell with its length in bytes before it, so that two cells are never another two.
    parts = [table]
    for cell in cells:
        if cell is None:
            parts.append("-")
        elif isinstance(cell, bytes):
            told = [c if c is None or isinstance(c, bytes) else str(c).encode() for c in cells]
            return sum_of(row_bytes(table, told))
        else:
            text = str(cell)
            parts.append(f"{len(text) if text.isascii() else len(text.encode())}:{text}")
    return sum_of("\x1f".join(parts).encode())


def row_bytes(table: str, cells: Sequence[bytes | None]) -> bytes:
    """What is hashed of a row, whose cells are bytes, as the triggers tell them."""
    parts = [table.encode()]
    for cell in cells:
        parts.append(b"-" if cell is None else b"%d:%b" % (len(cell), cell))
    return b"\x1f".join(parts)


def cells_at(rows: bytes, at: int, count: int) -> tuple[list[str | None], int]:
    """So many cells of `row_bytes`, of which the first begins `at` that place, and where they end.

    Raises ValueError for what is none.
    """
    cells: list[str | None] = []
    for _ in range(count):
        if rows[at : at + 2] == b"\x1f-":
            cells.append(None)
            at += 2
        else:
            begins = rows.index(b":", at) + 1
            ends = begins + int(rows[at + 1 : begins - 1])
            cells.append(rows[begins:ends].decode())
            at = ends
    if at > len(rows):
        raise ValueError("a cell is cut off")
    return cells, at


def told_by_sql(table: str, columns: Iterable[str], nullable: Container[str] = ()) -> str:
    """An expression for the bytes of a row that `row_sum` hashes: SQL puts thousands of them together sooner.

    `nullable` are those of the columns that may hold nothing.
    """
    cells = (f"ifnull(octet_length({c}) || ':' || {c}, '-')" if c in nullable else _cell_by_sql(c) for c in columns)
    told = f", '{_NEXT}', ".join(cells)
    return f"CAST(concat('{table}{_NEXT}', {told}) AS BLOB)"


def _cell_by_sql(name: str) -> str:
    """With its length; where it is put together, its parts are put where they go, and not together before."""
    parts = name.split(" || ")
    return f"{' + '.join(f'octet_length({part})' for part in parts)}, ':', {', '.join(parts)}"


def sum_of_told(rows: Iterable[bytes]) -> int:
    """The digest of rows as `told_by_sql` tells them."""
    hashed, number = blake2b, int.from_bytes  # of thousands, a call of our own for each would be felt
    return sum([number(hashed(row, digest_size=16).digest(), "big") for row in rows]) % MODULUS


def sum_of(told: bytes) -> int:
    """The hash of a row that `row_bytes` or SQL has told."""
    return int.from_bytes(blake2b(told, digest_size=16).digest(), "big")


def keep_sum(database: Database, owner: str, total: int) -> None:
    """Keeps the owner's digest; none where there is nothing to sum."""
    if total:
        database.execute("INSERT OR REPLACE INTO digest (owner, sum) VALUES (?, ?)", (owner, f"{total:032x}"))
    else:
        database.execute("DELETE FROM digest WHERE owner = ?", (owner,))


def fits(database: Database, sums: Mapping[str, int], owners: Iterable[str]) -> bool:
    """Whether what was read of these owners is what was written."""
    for owner in owners:
        known = database.execute("SELECT sum FROM digest WHERE owner = ?", (owner,)).fetchone()
        if (known[0] if known else "") != (f"{total:032x}" if (total := sums.get(owner, 0) % MODULUS) else ""):
            return False
    return True
