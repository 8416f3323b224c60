"""The triggers that log every changed cell.

They are temporary ones, made anew at each opening: a migration that rebuilds a table would drop persistent ones without
a word, and a file that brings triggers of its own can be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from models.storage.cells import quoted
from models.storage.database import Database
from models.storage.digests import owner_column
from models.storage.records import TABLES, Table
from models.storage.search import listed
from models.storage.sums import LIST, told_by_sql

NoteCell = Callable[[str, str, bytes, str, str], None]
NoteRow = Callable[[str, str, str, bytes], None]


def make_triggers(database: Database, note_cell: NoteCell, note_row: NoteRow) -> None:
    """Tells every change to a record from now on.

    `note_cell` is told of a cell: table, column, row, and old and new as the log has them; `note_row` of a row that
    came or went: table, op, owner, and the row as `told_by_sql` tells it. They raise where no act is being written: the
    write fails then, so none can go unlogged.
    """
    database.conn.create_function("note_cell", 5, note_cell)
    database.conn.create_function("note_row", 4, note_row)
    database.do_once(_triggers())


def _triggers() -> Iterator[str]:
    for table in TABLES.values():
        yield _row_trigger(table, "i", "INSERT", "new")
        yield _row_trigger(table, "d", "DELETE", "old")
        yield from (_cell_trigger(table, name) for name in table.names[1:])
        yield _digest_trigger(table)
    for event, *sides in (("INSERT", "new"), ("UPDATE", "old", "new"), ("DELETE", "old")):
        yield _list_trigger(event, sides)


def _row_trigger(table: Table, op: str, event: str, side: str) -> str:
    owner = f"{side}.{quoted(owner_column(table))}"
    return f"""CREATE TEMP TRIGGER history_{table.name}_{op} AFTER {event} ON main.{quoted(table.name)} BEGIN
        SELECT note_row('{table.name}', '{op}', {owner}, {_told(table, side)}); END"""


def _digest_trigger(table: Table) -> str:
    return f"""CREATE TEMP TRIGGER digest_{table.name} AFTER UPDATE ON main.{quoted(table.name)} BEGIN
        {_digest_call(table, "old")} {_digest_call(table, "new")} END"""


def _digest_call(table: Table, side: str) -> str:
    # Cell by cell: for a single row a short statement is done sooner than one that puts the row together.
    cells = ", ".join(f"CAST({table.key.cell(name, side)} AS BLOB)" for name in table.names)
    sign, owner = 1 if side == "new" else -1, f"{side}.{quoted(owner_column(table))}"
    return f"SELECT digest_cells({owner}, {sign}, '{table.name}', {cells});"


def _told(table: Table, side: str) -> str:
    nullable = {table.key.cell(column.name, side) for column in table.columns if column.optional}
    return told_by_sql(table.name, [table.key.cell(name, side) for name in table.names], nullable)


def _digest(owner: str, side: str, told: str) -> str:
    return f"SELECT digest({owner}, {1 if side == 'new' else -1}, {told});"


def _list_trigger(event: str, sides: Iterable[str]) -> str:
    """The list is no part of the log, but it has a digest as well."""
    calls = [_digest(f"'{LIST}'", side, listed.told(f"{side}.")) for side in sides]
    return f"CREATE TEMP TRIGGER digest_entry_{event} AFTER {event} ON main.entry BEGIN {' '.join(calls)} END"


def _cell_trigger(table: Table, name: str) -> str:
    column = quoted(name)
    # JSON holds no NUL; an id would be handed over up to its first NUL only.
    noted = f"""SELECT note_cell('{table.name}', '{name}', CAST({table.key.cell("id", "new")} AS BLOB),
        json_quote(old.{column}), json_quote(new.{column}));"""
    return f"""CREATE TEMP TRIGGER history_{table.name}_u_{name} AFTER UPDATE OF {column} ON main.{quoted(table.name)}
        WHEN old.{column} IS NOT new.{column} BEGIN {noted} END"""
