"""What is asked of a hub. Each question or act is one transaction of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import TracebackType

from models.engagement.engagement import Asset
from models.frozen import frozen
from models.hashes import sha256
from models.hub import schema
from models.hub.address import Address
from models.hub.connection import PATIENCE, Connection
from models.hub.errors import HubForbiddenError, HubStrangerError
from models.hub.people import READER
from models.sharing.told import ToldAct

_MINE = """SELECT e.id, mine.part, e.acts, e.digest, coalesce({standing}, 0),
        ARRAY(SELECT o.role::text || ' ' || o.part FROM clearway.member o WHERE o.engagement = e.id ORDER BY o.role)
    FROM clearway.member mine JOIN clearway.engagement e ON e.id = mine.engagement {join}
    WHERE mine.role = session_user AND e.ended IS NULL"""
_STANDING = "LEFT JOIN clearway.standing s ON s.engagement = e.id"


@frozen
class Shared:
    """One engagement that somebody is in."""

    id: str
    part: str
    acts: int
    digest: int
    """Of all its acts; see `digest_of`."""
    standing: int
    """The digest of those of which its standing was worked out."""
    people: Mapping[str, str]
    """Who is in it, and as what."""

    @property
    def writes(self) -> bool:
        """Whether this person may."""
        return self.part != READER


class Hub:
    """An open hub, as one person. Close it. Everything raises HubError."""

    def __init__(self, address: Address, password: str | None, patience: float = PATIENCE) -> None:
        """Connects, and checks that there is a hub that this Clearway understands."""
        self._connection = Connection(address, password, patience)
        self.address = address
        try:
            self.version = schema.check(self._connection)
        except HubForbiddenError as error:
            self._connection.close()
            raise HubStrangerError(host=address.host, role=address.user) from error
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Hub:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """A second call does nothing."""
        self._connection.close()

    @property
    def connection(self) -> Connection:
        """For what asks the hub in a module of its own."""
        return self._connection

    def shared(self, engagement: str = "") -> list[Shared]:
        """What this person is in, or that one engagement of it."""
        standing = self.version >= 2
        query = _MINE.format(standing="s.digest" if standing else "NULL", join=_STANDING if standing else "")
        with self._connection.transaction() as cursor:
            asked = (" AND e.id = %s", (engagement,)) if engagement else ("", ())
            rows = cursor.execute(query + asked[0], asked[1]).fetchall()
        found = ((row, {role: part for role, _, part in (text.rpartition(" ") for text in row[5])}) for row in rows)
        return [Shared(row[0], row[1], row[2], row[3], row[4], people) for row, people in found]

    def meet(self, maker: str, program: str) -> None:
        """Says that this person was here, and under which identity their library makes acts."""
        with self._connection.transaction() as cursor:
            if maker:
                cursor.execute("INSERT INTO clearway.maker (id) VALUES (%s) ON CONFLICT DO NOTHING", (maker,))
            met = """INSERT INTO clearway.met (at, program) VALUES (now(), %s)
                ON CONFLICT (role) DO UPDATE SET at = now(), program = excluded.program"""
            cursor.execute(met, (program[:100],))

    def makers_of_others(self, makers: Collection[str]) -> set[str]:
        """Those of these identities that somebody else's libraries have."""
        with self._connection.transaction() as cursor:
            query = "SELECT id FROM clearway.maker WHERE id = ANY(%s) AND role <> session_user"
            return {maker for (maker,) in cursor.execute(query, (list(makers),)).fetchall()}

    def stamps(self, engagement: str) -> dict[str, str]:
        """The acts that are there, by their names."""
        with self._connection.transaction() as cursor:
            query = "SELECT gid, stamp FROM clearway.act WHERE engagement = %s ORDER BY number"
            return dict(cursor.execute(query, (engagement,)).fetchall())

    def received(self, engagement: str, names: Sequence[str]) -> list[ToldAct]:
        """Those acts, each after those that it had seen."""
        query = """SELECT gid, stamp, seen, body, signed::text FROM clearway.act
            WHERE engagement = %s AND gid = ANY(%s) ORDER BY number"""
        with self._connection.transaction() as cursor:
            rows = cursor.execute(query, (engagement, list(names)), binary=True).fetchall()
        return [ToldAct(gid, stamp, tuple(seen), body, signed) for gid, stamp, seen, body, signed in rows]

    def send(self, engagement: str, acts: Iterable[ToldAct]) -> None:
        """Puts these there; what is known already stays as it is."""
        insert = "INSERT INTO clearway.act (engagement, gid, stamp, seen, body) VALUES (%s, %s, %s, %s, %s)"
        with self._connection.transaction() as cursor:
            cursor.executemany(insert, [(engagement, a.gid, a.stamp, list(a.seen), a.body) for a in acts])

    def files(self, engagement: str) -> list[str]:
        """The ids of its files."""
        with self._connection.transaction() as cursor:
            query = "SELECT id FROM clearway.asset WHERE engagement = %s"
            return [found for (found,) in cursor.execute(query, (engagement,)).fetchall()]

    def file(self, engagement: str, asset_id: str) -> Asset | None:
        """One of them; None where it is not there, or not what it was."""
        with self._connection.transaction() as cursor:
            query = "SELECT name, media_type, data FROM clearway.asset WHERE engagement = %s AND id = %s"
            row = cursor.execute(query, (engagement, asset_id), binary=True).fetchone()
        if row is None or sha256(row[2]) != asset_id:
            return None
        return Asset(id=asset_id, name=row[0], media_type=row[1], data=row[2])

    def put_file(self, engagement: str, asset: Asset) -> None:
        """Keeps a file of it."""
        insert = """INSERT INTO clearway.asset (engagement, id, name, media_type, data) VALUES (%s, %s, %s, %s, %s)
            ON CONFLICT DO NOTHING"""
        with self._connection.transaction() as cursor:
            told = (text.replace("\0", "") for text in (asset.name, asset.media_type))
            cursor.execute(insert, (engagement, asset.id, *told, asset.data))

    def packs(self, engagement: str) -> dict[str, str]:
        """The sums of the content packs that it was begun with, by their keys."""
        with self._connection.transaction() as cursor:
            query = "SELECT key, sum FROM clearway.needs WHERE engagement = %s"
            return dict(cursor.execute(query, (engagement,)).fetchall())

    def pack(self, pack_sum: str) -> str:
        """The text of a content pack; empty where there is none of that sum."""
        with self._connection.transaction() as cursor:
            row = cursor.execute("SELECT text FROM clearway.pack WHERE sum = %s", (pack_sum,)).fetchone()
        return str(row[0]) if row else ""

    def put_pack(self, engagement: str, key: str, text: str) -> None:
        """Says which content pack it was begun with."""
        found = sha256(text.encode())
        with self._connection.transaction() as cursor:
            known = cursor.execute("SELECT FROM clearway.pack WHERE sum = %s", (found,)).fetchone()
            if known is None:
                insert = "INSERT INTO clearway.pack (sum, text) VALUES (%s, %s) ON CONFLICT DO NOTHING"
                cursor.execute(insert, (found, text))
            insert = "INSERT INTO clearway.needs (engagement, key, sum) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
            cursor.execute(insert, (engagement, key, found))
