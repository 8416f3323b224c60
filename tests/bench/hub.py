"""A hub filled as a large practice would fill it: how long each question takes, how it grows, and by which plan.

    python -m tests.bench.hub [ENGAGEMENTS ...]

Each engagement has 300 acts and six of the people; the first person is in all of them, as a partner is.
"""

from __future__ import annotations

import random
import re
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from models.hub.address import read_address
from models.hub.connection import Connection
from models.hub.hub import Hub
from models.hub.portfolio import portfolio, usual
from models.hub.schema import make
from models.sharing.told import ToldAct
from tests.hub.postgres import Server

ACTS, PEOPLE, OF_A_TEAM = 300, 50, 6
BODY = zlib.compress(
    b'{"kind":"edit","label":"[\\"Rate\\",{}]","who":"Ann","device":"laptop","changes":[["rating","r","u","answer","1","2"]]}'
)
MAKER = "a" * 32
FILL_ENGAGEMENTS = """INSERT INTO clearway.engagement (id, shared_by, acts, digest, newest)
    SELECT 'engagement-' || n, 'p0', %(acts)s, n, %(acts)s FROM generate_series(%(first)s::int, %(last)s::int) n"""
FILL_MEMBERS = """INSERT INTO clearway.member (engagement, role, part)
    SELECT 'engagement-' || n, ('p' || CASE k WHEN 0 THEN 0 ELSE 1 + (n * 7 + k) %% (%(people)s::int - 1) END)::name,
        CASE k WHEN 0 THEN 'reader' WHEN 1 THEN 'lead' ELSE 'member' END
    FROM generate_series(%(first)s::int, %(last)s::int) n, generate_series(0, %(team)s::int - 1) k"""
FILL_ACTS = """INSERT INTO clearway.act (engagement, number, gid, stamp, seen, body, signed)
    SELECT 'engagement-' || n, k, md5(n || ' ' || k),
        '2026-01-01T00:00:00.' || lpad(k::text, 6, '0') || '+00:00 ' || %(maker)s,
        ARRAY[md5(n || ' ' || (k - 1))], %(body)s, 'p1'
    FROM generate_series(%(first)s::int, %(last)s::int) n, generate_series(1, %(acts)s::int) k"""
FILL_FILES = """INSERT INTO clearway.asset (engagement, id, name, media_type, data)
    SELECT 'engagement-' || n, encode(sha256(d), 'hex'), 'logo', 'image/png', d FROM generate_series(%(first)s::int,
        %(last)s::int) n, LATERAL (SELECT decode(repeat(md5(n::text), 60), 'hex') AS d) x"""
FILL_STANDING = """INSERT INTO clearway.standing (engagement, digest, client, pilot, sector, like_sector, method, pack,
        round, held_on, target, modes, figures, points, waived, dues, titles, held_up, ends_late, archived, signed)
    SELECT 'engagement-' || n, n, 'Client ' || n, 'Pilot ' || n, 's' || n %% 40, 's' || n %% 40, 'clearway@2.0.0',
        'clearway', 1, date '2026-01-01', date '2026-12-01', m.modes, m.figures, '{"confirmed": 7, "open": 5}', '{}',
        ARRAY(SELECT date '2026-02-01' + 9 * i FROM generate_series(1, 12) i),
        ARRAY(SELECT 'Name an owner for part ' || i FROM generate_series(1, 12) i), 0, n %% 5 = 0, false, 'p1'
    FROM generate_series(%(first)s::int, %(last)s::int) n, LATERAL (
        SELECT jsonb_object_agg('mode-' || i, '[4, 7, 1, 0]'::jsonb) AS modes,
            jsonb_object_agg('mode-' || i, (n * i) %% 101) AS figures FROM generate_series(1, 6) i) m"""


@contextmanager
def filled(engagements: int) -> Iterator[Server]:
    """A server with so much on it, its statistics fresh."""
    server = Server(maintenance_work_mem="256MB", max_wal_size="4GB", autovacuum="off")
    try:
        server.start()
        server.sql("CREATE DATABASE hub", database="postgres")
        connection = Connection(read_address(server.address("owner"))[0], None)
        make(connection)
        connection.close()
        server.let_in(*(f"p{number}" for number in range(PEOPLE)))
        with server.connect("owner") as inside:
            inside.execute("SET session_replication_role = replica")
            for first in range(1, engagements + 1, 500):
                values = {
                    "first": first, "last": min(first + 499, engagements), "acts": ACTS, "people": PEOPLE,
                    "team": OF_A_TEAM, "maker": MAKER, "body": BODY,
                }  # fmt: skip
                for statement in (FILL_ENGAGEMENTS, FILL_MEMBERS, FILL_ACTS, FILL_FILES, FILL_STANDING):
                    inside.execute(statement.encode(), values)
            inside.execute("SET session_replication_role = origin")
            inside.execute("VACUUM ANALYZE")
        yield server
    finally:
        server.close()


def timed(work: Callable[[], object], times: int = 7) -> float:
    """Milliseconds, the quickest of several: others may use the machine."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return min(found)


def sent(hub: Hub, engagement: str) -> Callable[[], None]:
    """Twenty acts, as a day leaves them."""
    chance = random.Random(1)

    def send() -> None:
        acts = [
            ToldAct(f"{chance.getrandbits(128):032x}", f"2026-02-01T00:00:00.{n:06}+00:00 {'b' * 32}", (), BODY)
            for n in range(20)
        ]
        hub.send(engagement, acts)

    return send


def figures(server: Server, engagements: int) -> dict[str, float]:
    """What each question takes."""
    partner = Hub(read_address(server.address("p0"))[0], None)
    one = Hub(read_address(server.address("p2"))[0], None)
    try:
        own = one.shared()
        some = next(shared.id for shared in own if shared.part != "reader")
        names = list(one.stamps(some))[:ACTS]
        return {
            "engagements of one person": len(own),
            "connect and check (ms)": timed(lambda: Hub(read_address(server.address("p2"))[0], None).close(), 5),
            "all that one person is in (ms)": timed(one.shared),
            f"all {engagements} of the partner (ms)": timed(partner.shared, 3),
            "names of one engagement's acts (ms)": timed(lambda: one.stamps(some)),
            "its acts (ms)": timed(lambda: one.received(some, names)),
            "send 20 acts (ms)": timed(sent(one, some)),
            "portfolio of one person (ms)": timed(lambda: portfolio(one, date(2026, 4, 1))),
            "portfolio of the partner (ms)": timed(lambda: portfolio(partner, date(2026, 4, 1)), 3),
            "what is usual, for the partner (ms)": timed(lambda: usual(partner, some)),
        }
    finally:
        partner.close()
        one.close()


def sizes(server: Server) -> list[tuple[str, int]]:
    """Of tables and indexes, in kilobytes."""
    query = """SELECT c.relname::text, pg_relation_size(c.oid) FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'clearway' AND pg_relation_size(c.oid) > 100000 ORDER BY 2 DESC"""
    return [(name, size // 1024) for name, size in server.sql(query)]


def plans(server: Server) -> list[str]:
    """Each query that the product asks, as one person: every scan that goes through a table as a whole."""
    asked: list[tuple[bytes, Any]] = []
    address = read_address(server.address("p2"))[0]
    hub = Hub(address, None)
    some = hub.shared()[0].id
    inside = hub.connection._driver
    real = type(inside.cursor()).execute

    def noting(cursor: Any, query: Any, values: Any = None, **more: Any) -> Any:
        if isinstance(query, str) and query.lstrip().startswith(("SELECT", "WITH")):
            asked.append((query.encode(), values))
        return real(cursor, query, values, **more)

    type(inside.cursor()).execute = noting  # type: ignore[method-assign,assignment]
    try:
        hub.shared()
        hub.received(some, list(hub.stamps(some))[:50])
        hub.makers_of_others([MAKER])
        hub.files(some)
        hub.packs(some)
        portfolio(hub, date(2026, 4, 1))
        usual(hub, some)
    finally:
        type(inside.cursor()).execute = real  # type: ignore[method-assign]
    found = []
    with hub.connection.transaction() as cursor:
        for query, values in asked:
            rows = cursor.execute(b"EXPLAIN " + query, values).fetchall()
            scans = [
                line
                for (line,) in rows
                if re.search(r"Seq Scan on (act|asset|engagement|standing|member|needs)\b", line)
            ]
            found.append(f"{' '.join(query.decode().split())[:70]}: {scans or 'by indexes alone'}")
    hub.close()
    return found


def main(arguments: list[str]) -> int:
    """Prints all of it."""
    for engagements in [int(each) for each in arguments] or [100, 1000]:
        began = time.perf_counter()
        with filled(engagements) as server:
            print(
                f"\n{engagements} engagements, {engagements * ACTS} acts, filled in {time.perf_counter() - began:.0f} s"
            )
            for name, value in figures(server, engagements).items():
                print(f"  {name}: {value:.1f}")
            print("  kB:", ", ".join(f"{name} {size}" for name, size in sizes(server)))
            for plan in plans(server):
                print("  ", plan)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
