"""The connection that everything here works on: statements go to the driver as they are, and nothing else is loaded.

sqlite-utils makes and migrates the schema on the same connection, and is loaded when that has to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

    from models.storage.lock.key import Key


class Database:
    """One connection, which begins no transaction by itself. Every method raises the driver's errors."""

    def __init__(self, connection: Connection, key: Key | None = None) -> None:
        """`connection` has no isolation level; `key` is what it was opened with, None where it is not locked."""
        self.conn = connection
        self.key = key
        self.execute = connection.execute
        """Does one statement."""
        self.executemany = connection.executemany
        """Does one statement for each row of values."""
        self.close = connection.close
        # Else a row that takes another's place would go without a trace.
        self.execute("PRAGMA recursive_triggers=ON")

    def hold_still(self, held: bool) -> None:
        """Whether every statement that would change something is refused."""
        self.execute(f"PRAGMA query_only={'ON' if held else 'OFF'}")

    @property
    def held_still(self) -> bool:
        """Whether it is so."""
        return bool(self.execute("PRAGMA query_only").fetchone()[0])

    def do_once(self, statements: Iterable[str]) -> None:
        """Does all of these statements, which have no values, or none of them.

        The driver would keep each of them to do it again, in the place of those that are.
        """
        if self.conn.in_transaction:  # which a script would end
            with self.atomic():
                for statement in statements:
                    self.execute(statement)
            return
        try:
            self.conn.executescript(";\n".join(("BEGIN", *statements, "COMMIT")))
        except BaseException:
            self.conn.rollback()
            raise

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All that is done meanwhile, or none of it; one may stand within another."""
        inner = self.conn.in_transaction
        self.execute("SAVEPOINT inner" if inner else "BEGIN")
        try:
            yield
            self.execute("RELEASE inner" if inner else "COMMIT")
        except BaseException:
            # An error may have ended the whole transaction already.
            if self.conn.in_transaction:
                self.execute("ROLLBACK TO inner" if inner else "ROLLBACK")
                if inner:
                    self.execute("RELEASE inner")
            raise
