"""Who is in what: the acts of leads and of the owner, which the hub's law allows or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from models.frozen import frozen
from models.hub.connection import Connection

LEAD, MEMBER, READER = "lead", "member", "reader"
"""What somebody is in an engagement: shares it, works on it, looks at it."""


@frozen
class Person:
    """Somebody whom one may see, with what they are in how many of one's engagements."""

    role: str
    parts: Mapping[str, int]
    met: datetime | None
    """When they were here last."""


@frozen
class Participant:
    """Somebody in one engagement."""

    role: str
    part: str
    met: datetime | None
    """When they were here last; None where they have never been, or it is not known."""


class People:
    """A part of `Hub` that stands in a file of its own. Raises HubError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def share(self, engagement: str, roles: Iterable[str], part: str) -> None:
        """Shares it, if it is not shared yet, with these people; who is in it already is that part from now on."""
        let_in = """INSERT INTO clearway.member (engagement, role, part) VALUES (%s, %s, %s)
            ON CONFLICT (engagement, role) DO UPDATE SET part = excluded.part"""
        with self._connection.transaction() as cursor:
            cursor.execute("SELECT clearway.share(%s)", (engagement,))
            cursor.executemany(let_in, [(engagement, role, part) for role in roles])

    def put_out(self, engagement: str, roles: Iterable[str]) -> int:
        """Takes these people out of it, at once; how many were in it."""
        with self._connection.transaction() as cursor:
            cursor.execute(
                "DELETE FROM clearway.member WHERE engagement = %s AND role = ANY(%s)", (engagement, list(roles))
            )
            return cursor.rowcount

    def unshare(self, engagement: str) -> None:
        """Takes the engagement off the hub, with all that is there of it."""
        with self._connection.transaction() as cursor:
            cursor.execute("SELECT clearway.unshare(%s)", (engagement,))

    def of(self, engagement: str) -> list[Participant]:
        """Who is in it; nobody where it is not shared, or not with this person."""
        query = """SELECT m.role::text, m.part, met.at FROM clearway.member m
            JOIN clearway.engagement e ON e.id = m.engagement AND e.ended IS NULL
            LEFT JOIN clearway.met met ON met.role = m.role WHERE m.engagement = %s ORDER BY m.role"""
        with self._connection.transaction() as cursor:
            return [Participant(*row) for row in cursor.execute(query, (engagement,)).fetchall()]

    def names(self) -> list[str]:
        """Everybody who may be let in."""
        query = """SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolcanlogin AND NOT rolsuper
            AND pg_has_role(oid, 'clearway_people', 'MEMBER') ORDER BY rolname"""
        with self._connection.transaction() as cursor:
            return [name for (name,) in cursor.execute(query).fetchall()]

    def all(self) -> list[Person]:
        """Whom one shares something with, oneself as well; for the owner everybody."""
        query = """SELECT m.role::text, m.part, count(*), max(met.at) FROM clearway.member m
            LEFT JOIN clearway.met met ON met.role = m.role GROUP BY m.role, m.part ORDER BY m.role, m.part"""
        with self._connection.transaction() as cursor:
            rows = cursor.execute(query).fetchall()
        found: dict[str, Person] = {}
        for role, part, count, met in rows:
            known = found.get(role, Person(role, {}, met))
            found[role] = Person(role, {**known.parts, part: count}, met)
        return list(found.values())

    def remove(self, role: str, heir: str | None) -> int:
        """For the owner: takes somebody out of everything; of how many engagements."""
        with self._connection.transaction() as cursor:
            row = cursor.execute("SELECT clearway.remove_person(%s, %s)", (role, heir)).fetchone()
        return int(row[0]) if row else 0
