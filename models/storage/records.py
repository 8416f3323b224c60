"""How a record of the domain becomes a row and a row becomes a record, for every type alike.

A table has the record's fields as its columns, under the same names, so a new field needs a migration and nothing here.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import chain
from operator import eq, itemgetter
from typing import Any, TypeVar

from models.engagement.declared import DECLARED
from models.engagement.engagement import Record
from models.engagement.registers import RegisterCell
from models.frozen import frozen
from models.storage.cells import is_storable, quoted, storable, utc_text
from models.storage.errors import UnreadableRowError

Cell = str | int | None
AnyRecord = TypeVar("AnyRecord", bound=Record)

TOGETHER = 50
"""So many rows are inserted by one statement where there are many: it costs SQLite half as much as one by one."""


@frozen
class Column:
    """One field of a record: its name and how its values are kept."""

    name: str
    to_cell: Callable[[Any], Cell]
    from_cell: Callable[[Any], Any]
    whole: bool
    """Whether a whole number is kept, and not a text."""
    optional: bool
    """Whether it may hold nothing."""
    expression: str
    """The cell of a `record`, in Python: a function for each value of thousands of rows would be felt."""


@frozen
class Key:
    """How the rows of a table are found by the ids of their records."""

    columns: tuple[str, ...]
    """The table's key, in the order in which its rows lie."""
    values: Callable[[str], tuple[str, ...]]
    """What an id comes to in these columns."""
    in_rounds: str = "JOIN assessment ON assessment.id = t.assessment_id"
    """How the rows of rounds are found by their rounds, where the table is called `t`."""
    told: str = ""
    """Where no column holds the id: an expression for it, with `{of}` for the table as it is called there."""
    made: tuple[int, ...] = ()
    """The same of a record's cells: the places of those that it is made of, with a stroke between them."""

    @property
    def found(self) -> str:
        """What is true of the row that is looked for, with places for what `values` gives."""
        return " AND ".join(f"{quoted(column)} = ?" for column in self.columns)

    def cell(self, name: str, of: str) -> str:
        """The expression for a column of the record."""
        return self.told.format(of=of) if self.told and name == "id" else f"{of}.{quoted(name)}"

    def columns_of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the record's columns that the table has."""
        return names[1:] if self.told else names

    def stored(self, rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
        """What the table keeps of records' cells. Raises ValueError for an id that is not made of them."""
        if not self.made:
            return rows
        made = map("/".join, map(itemgetter(*self.made), rows))
        if not all(map(eq, map(itemgetter(0), rows), made)):
            raise ValueError("an id is not made of what it names")
        return [row[1:] for row in rows]


def _parts_of_cell(given: str) -> tuple[str, ...]:
    entry, _, column = given.partition("/")
    return entry, column


_BY_ID = Key(("id",), lambda given: (given,))
_KEYS: Mapping[type[Record], Key] = {
    RegisterCell: Key(
        ("entry_id", "column_id"),
        _parts_of_cell,
        "JOIN registerentry AS e ON e.id = t.entry_id JOIN assessment ON assessment.id = e.assessment_id",
        "{of}.entry_id || '/' || {of}.column_id",
        (2, 3),
    )
}
"""Of most tables the key is the id."""


@frozen
class Table:
    """One type of record and the table that holds it."""

    name: str
    record: type[Record]
    columns: tuple[Column, ...]

    names: tuple[str, ...]
    """The columns' names; `id` is the first."""
    key: Key
    select: str
    """`SELECT` of every column, ready for a `WHERE`. The table is called `t` in it."""
    insert: str
    """`INSERT` of every column that is stored."""
    insert_together: str
    """The same of `TOGETHER` rows at once."""
    texts: tuple[int, ...]
    """The places of the columns that are always texts: nearly all of them are kept as they are."""
    wholes: tuple[int, ...]
    """The places of the columns that hold whole numbers."""

    def row(self, record: Record) -> tuple[Cell, ...]:
        """The record's cells in the order of the columns. Raises ValueError for a time without a time zone."""
        return self.rows((record,))[0]

    def rows(self, records: Iterable[Record]) -> list[tuple[Cell, ...]]:
        """The same of many, which are asked together what is asked of each text."""
        kind: Any = self.record
        rows = [*map(_cells_of(kind), records)]
        if is_storable("".join(chain.from_iterable(map(itemgetter(*self.texts), rows)))):
            return rows
        return [tuple(storable(str(c)) if n in self.texts else c for n, c in enumerate(row)) for row in rows]


_TO_CELL: Mapping[type, Callable[[Any], Cell]] = {
    str: storable,
    int: int,
    bool: int,
    Decimal: str,
    date: date.isoformat,
    datetime: utc_text,
}
_FROM_CELL: Mapping[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    bool: bool,
    Decimal: Decimal,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}


_IN_PYTHON: Mapping[type, str] = {
    str: "{}",
    int: "int({})",
    bool: "int({})",
    Decimal: "str({})",
    date: "{}.isoformat()",
    datetime: "utc_text({})",
}
"""How each becomes a cell; a text is looked at with all others of its table."""


def _column(name: str, hint: Any) -> Column:
    """The column for one field. Raises TypeError for a type that has no way into a row."""
    kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType] or [hint]
    if len(kinds) != 1 or not (kinds[0] in _TO_CELL or issubclass(kinds[0], StrEnum)):
        raise TypeError(f"no column can hold {name}: {hint}")
    kind = kinds[0]
    to_cell, from_cell, whole = _TO_CELL.get(kind, _value_of), _FROM_CELL.get(kind, kind), kind in (int, bool)
    value = f"record.{name}"
    expression = _IN_PYTHON.get(kind, "{}._value_").format(value)  # `value` is looked up by a function
    if kind is not hint:
        expression = f"None if {value} is None else {f'storable({value})' if kind is str else expression}"
        return Column(name, _unless_none(to_cell), _unless_none(from_cell), whole, True, expression)
    return Column(name, to_cell, from_cell, whole, False, expression)


def _value_of(member: StrEnum) -> str:
    return str(member.value)


def _unless_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _table(record: type[Record]) -> Table:
    hints = typing.get_type_hints(record)
    columns = tuple(_column(field.name, hints[field.name]) for field in dataclasses.fields(record))
    table = record.__name__.lower()
    names = tuple(column.name for column in columns)
    key = _KEYS.get(record, _BY_ID)
    stored = key.columns_of(names)
    insert = f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, stored))}) VALUES "
    marks = f"({', '.join('?' * len(stored))})"
    return Table(
        name=table,
        record=record,
        columns=columns,
        names=names,
        key=key,
        select=select_of(table, names, key),
        insert=insert + marks,
        insert_together=insert + ", ".join([marks] * TOGETHER),
        texts=tuple(n for n, column in enumerate(columns) if column.to_cell is storable),
        wholes=tuple(n for n, column in enumerate(columns) if column.whole),
    )


@cache
def _cells_of(kind: Any) -> Callable[[Record], tuple[Cell, ...]]:
    """Gives a record's cells, compiled for the first one of its kind."""
    known = {"storable": storable, "utc_text": utc_text}
    cells = ", ".join(column.expression for column in TABLES[kind].columns)
    made: Callable[[Record], tuple[Cell, ...]] = eval(f"lambda record: ({cells},)", known)  # noqa: S307 - of fields' names
    return made


def select_of(table: str, names: Sequence[str], key: Key) -> str:
    """`SELECT` of these columns of a table, which is called `t` in it."""
    return f"SELECT {', '.join(key.cell(name, 't') for name in names)} FROM {quoted(table)} AS t"


TABLES: Mapping[type, Table] = {kind: _table(kind) for kind in DECLARED}
"""Every type of record, owners before what they own."""


def read_record(kind: type[AnyRecord], row: Sequence[Any]) -> AnyRecord:
    """The record in a row of `TABLES[kind].select`. Raises UnreadableRowError for cells that Clearway never writes."""
    columns = TABLES[kind].columns
    try:
        return kind(**{column.name: column.from_cell(cell) for column, cell in zip(columns, row, strict=True)})
    except (ValueError, ArithmeticError) as error:
        raise UnreadableRowError(TABLES[kind].name) from error
