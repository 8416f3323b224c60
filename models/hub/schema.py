"""The hub's schema, as a row of migrations that is only ever added to; what is made is recorded beside it.

A migration adds. Clients of before go on meanwhile and afterwards, unless it says that the least of them that may is a
newer one.
"""

from __future__ import annotations

from models.frozen import frozen
from models.hub.connection import Connection
from models.hub.errors import HubForbiddenError, HubMissingError, HubNewerError, HubOwnerError
from resources import resource_text

PROTOCOL = 1
"""What this Clearway speaks. A hub that asks for a later one is not spoken to."""
_FIRST = """CREATE SCHEMA IF NOT EXISTS clearway;
    CREATE TABLE IF NOT EXISTS clearway.migration (number int PRIMARY KEY, name text NOT NULL, least int NOT NULL,
        made timestamptz NOT NULL DEFAULT now(), made_by name NOT NULL DEFAULT session_user)"""
_MADE = "SELECT coalesce(max(number), 0), coalesce(max(least), 0) FROM clearway.migration"


@frozen
class Migration:
    """One step of the schema."""

    name: str
    sql: str
    least: int = 1
    """The protocol of the oldest client that may go on with it."""


def migrations() -> tuple[Migration, ...]:
    """All of them, in order."""
    return tuple(Migration(name, resource_text(f"hub/{name}.sql")) for name in ("1-law", "2-standing"))


def make(connection: Connection, steps: tuple[Migration, ...] | None = None) -> int:
    """Makes the schema, or brings it up to date, in one transaction; how many steps that took. Raises HubError."""
    known = migrations() if steps is None else steps
    try:
        with connection.transaction() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(4810362)")  # two who make it at once follow one another
            cursor.execute(_FIRST)
            number, least = cursor.execute(_MADE).fetchone() or (0, 0)
            if least > PROTOCOL:
                raise HubNewerError
            for place, step in enumerate(known[number:], start=number + 1):
                cursor.execute(step.sql)
                record = "INSERT INTO clearway.migration (number, name, least) VALUES (%s, %s, %s)"
                cursor.execute(record, (place, step.name, step.least))
            cursor.execute("GRANT clearway_people TO CURRENT_USER")
            return max(0, len(known) - number)
    except HubForbiddenError as error:
        raise HubOwnerError(role=connection.address.user) from error


def check(connection: Connection) -> int:
    """The version of the hub. Raises HubMissingError, HubNewerError."""
    with connection.transaction() as cursor:
        number, least = cursor.execute(_MADE).fetchone() or (0, 0)
    if not number:
        raise HubMissingError
    if least > PROTOCOL:
        raise HubNewerError
    return int(number)
