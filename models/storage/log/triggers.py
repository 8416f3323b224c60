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

_LOG = "INSERT INTO change (batch, tbl, row, op, col, old, new)"


def make_triggers(
    database: Database, batch_written: Callable[[], int | None], typed_since: Callable[[], int | None]
) -> None:
    """Logs every change to a record from now on.

    `batch_written` gives the id of the batch that a change belongs to. While it gives None a write fails, so none can
    go unlogged. `typed_since` gives the first change of a burst of typing while one goes on, else None.
    """
    database.conn.create_function("batch_written", 0, batch_written)
    database.conn.create_function("typed_since", 0, typed_since)
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
        {_LOG} VALUES (batch_written(), '{table.name}', {side}.id, '{op}', NULL, {old}, {new});
        {_digest_call(table, side)} END"""


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
    """While a burst of typing goes on, a cell keeps its first old value and its last new one."""
    column = quoted(name)
    return f"""CREATE TEMP TRIGGER history_{table.name}_u_{name} AFTER UPDATE OF {column} ON main.{quoted(table.name)}
        WHEN old.{column} IS NOT new.{column} BEGIN
        UPDATE change SET new = json_quote(new.{column})
            WHERE id >= typed_since() AND tbl = '{table.name}' AND row = new.id AND col = '{name}';
        {_LOG} SELECT batch_written(), '{table.name}', new.id, 'u', '{name}', json_quote(old.{column}),
            json_quote(new.{column}) WHERE changes() = 0; END"""
