"""A digest for each engagement, kept by every edit: what is read and does not add up to it has been damaged.

The rows that belong to one owner (a client, an engagement, a round) are summed, each by a hash of all its cells, so
that an edit only takes the row as it was away and adds it as it is. The order of rows makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from models.engagement.declared import DECLARED
from models.storage import packs
from models.storage.cells import quoted
from models.storage.database import Database
from models.storage.records import TABLES, Table, select_of
from models.storage.sums import LIST, MODULUS, fits, keep_sum, row_bytes, row_sum, sum_of_told

ROWS = 500
"""How many are summed at a time."""


def owner_column(table: Table) -> str:
    """The column that says whose digest a row counts in."""
    declared = DECLARED[table.record]
    if declared.in_round:
        return "assessment_id"
    return "engagement_id" if "engagement_id" in declared.owners else "id"


class Digests:
    """What the edit under way adds to the digests; the triggers tell it, `write` puts it into the library."""

    def __init__(self, database: Database) -> None:
        """Makes the functions `digest` and `digest_cells` for the triggers: what `add` and `add_cells` take."""
        self._database = database
        self._came: dict[str, list[bytes]] = defaultdict(list)
        self._went: dict[str, list[bytes]] = defaultdict(list)
        self._kept: dict[str, int] = {}
        database.conn.create_function("digest", 3, self.add)
        database.conn.create_function("digest_cells", -1, self.add_cells)

    def forget(self) -> None:
        """To be called when a transaction has failed: neither what it added nor what it wrote is so."""
        self._came.clear()
        self._went.clear()
        self._kept.clear()

    def write(self) -> None:
        """Brings the digests of the owners that were touched up to date."""
        for owner in dict.fromkeys((*self._came, *self._went)):
            # Hashed together: one by one, in between the rows of an import, it takes much longer.
            added = sum_of_told(self._came[owner]) - sum_of_told(self._went[owner])
            # Remembered from the edit before: most edits are of the same few owners.
            known = self._kept.get(owner)
            self._kept[owner] = total = ((_read(self._database, owner) if known is None else known) + added) % MODULUS
            keep_sum(self._database, owner, total)
        self._came.clear()
        self._went.clear()

    def set_to(self, owner: str, total: int) -> None:
        """The owner's digest, whatever it was and whatever the edit under way added to it."""
        self._came.pop(owner, None)
        self._went.pop(owner, None)
        self._kept[owner] = total
        keep_sum(self._database, owner, total)

    def add(self, owner: str, sign: int, row: bytes) -> None:
        """A row of the owner, as `told_by_sql` tells it, came (`sign` 1) or went (-1)."""
        (self._came if sign > 0 else self._went)[owner].append(row)

    def add_cells(self, owner: str, sign: int, table: str, *cells: bytes | None) -> None:
        """The same of a row whose cells are told one by one."""
        self.add(owner, sign, row_bytes(table, cells))


def _read(database: Database, owner: str) -> int:
    known = database.execute("SELECT sum FROM digest WHERE owner = ?", (owner,)).fetchone()
    return int(known[0], 16) if known else 0


def rebuild(database: Database, damaged: Collection[str] = ()) -> None:
    """Makes all digests anew: after a migration, which changes rows without an edit.

    The owners that were `damaged` before it get none that fits, so that they are told as that on and on.
    """
    sums: dict[str, int] = defaultdict(int)
    _add_all(sums, database)
    for owner in damaged:
        sums[owner] += 1
    with database.atomic():
        database.execute("DELETE FROM digest")
        for owner, total in sums.items():
            keep_sum(database, owner, total % MODULUS)


def _add_all(sums: dict[str, int], database: Database, between: Callable[[], None] = lambda: None) -> None:
    # A file of an earlier version, which is checked before it is migrated, lacks tables and columns that came later.
    there = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in (_as_kept(table, database) for table in TABLES.values() if table.name in there):
        rows = database.execute(table.select)
        while some := rows.fetchmany(ROWS):
            add_rows(sums, table, some)
            between()
    for key, kept in database.execute('SELECT "key", text FROM method'):
        sums[key] += row_sum("method", (key, packs.text_in(kept)))


def _as_kept(table: Table, database: Database) -> Table:
    """With those columns alone that the file has."""
    kept = {name for _, name, *_ in database.execute(f"PRAGMA table_info({quoted(table.name)})")}
    names = tuple(name for name in table.names if name in kept or (name == "id" and table.key.told))
    if names == table.names:
        return table
    return replace(table, names=names, select=select_of(table.name, names, table.key))


def add_rows(sums: dict[str, int], table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Adds rows of a table, as its `select` gives them, to the sums of their owners."""
    place = table.names.index(owner_column(table))
    for row in rows:
        sums[row[place]] += row_sum(table.name, row)


def unsound(database: Database, between: Callable[[], None] = lambda: None) -> list[str]:
    """The owners whose rows are not what was written; reads every record and every content pack of the library.

    `between` is called every few rows, where somebody else may need the machine.
    """
    sums: dict[str, int] = defaultdict(int)
    _add_all(sums, database, between)
    known = {owner for (owner,) in database.execute("SELECT owner FROM digest WHERE owner <> ?", (LIST,))}
    return sorted(owner for owner in known | set(sums) if not fits(database, sums, (owner,)))
