"""The triggers that log every changed cell.

They are temporary ones, made anew at each opening: a migration that rebuilds a table would drop persistent ones without
a word, and a file that brings triggers of its own can be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.storage.cells import quoted
from models.storage.database import Database
from models.storage.digests import owner_column, trigger_call
from models.storage.records import TABLES, Table
from models.storage.search.listed import ENTRY
from models.storage.sums import LIST

Note = Callable[[str, str, str | None, bytes, str | None, str | None], None]


def make_triggers(database: Database, note: Note) -> None:
    """Tells every change to a record from now on: table, op, column, row, old and new, as the log has them.

    `note` raises where no act is being written: the write fails then, so none can go unlogged.
    """
    database.conn.create_function("note_change", 6, note)
    with database.atomic():
        for table in TABLES.values():
            database.execute(_row_trigger(table, "i", "INSERT", "new"))
            database.execute(_row_trigger(table, "d", "DELETE", "old"))
            for name in table.names[1:]:
                database.execute(_cell_trigger(table, name))
            database.execute(_digest_trigger(table))
        for event, *sides in (("INSERT", "new"), ("UPDATE", "old", "new"), ("DELETE", "old")):
            database.execute(_list_trigger(event, sides))


def _row_trigger(table: Table, op: str, event: str, side: str) -> str:
    row = "json_object(" + ", ".join(f"'{name}', {side}.{quoted(name)}" for name in table.names) + ")"
    old, new = ("NULL", row) if op == "i" else (row, "NULL")
    return f"""CREATE TEMP TRIGGER history_{table.name}_{op} AFTER {event} ON main.{quoted(table.name)} BEGIN
        {_noted(table, op, "NULL", side, old, new)} {_digest_call(table, side)} END"""


def _noted(table: Table, op: str, column: str, side: str, old: str, new: str) -> str:
    # The id as bytes, as with digests; JSON holds no NUL.
    return f"SELECT note_change('{table.name}', '{op}', {column}, CAST({side}.id AS BLOB), {old}, {new});"


def _digest_trigger(table: Table) -> str:
    return f"""CREATE TEMP TRIGGER digest_{table.name} AFTER UPDATE ON main.{quoted(table.name)} BEGIN
        {_digest_call(table, "old")} {_digest_call(table, "new")} END"""


def _digest_call(table: Table, side: str) -> str:
    owner = f"{side}.{quoted(owner_column(table))}"
    return trigger_call(table.name, table.names, owner, 1 if side == "new" else -1, side)


def _list_trigger(event: str, sides: Iterable[str]) -> str:
    """The list is no part of the log, but it has a digest as well."""
    calls = [trigger_call("entry", ENTRY, f"'{LIST}'", 1 if side == "new" else -1, side) for side in sides]
    return f"CREATE TEMP TRIGGER digest_entry_{event} AFTER {event} ON main.entry BEGIN {' '.join(calls)} END"


def _cell_trigger(table: Table, name: str) -> str:
    column = quoted(name)
    noted = _noted(table, "u", f"'{name}'", "new", f"json_quote(old.{column})", f"json_quote(new.{column})")
    return f"""CREATE TEMP TRIGGER history_{table.name}_u_{name} AFTER UPDATE OF {column} ON main.{quoted(table.name)}
        WHEN old.{column} IS NOT new.{column} BEGIN {noted} END"""
