"""A real library that joins the hub of a large practice: its first meeting, an ordinary day's, and what waits counted.

    python -m tests.proofs.hub.first_join [SHARED ...] [--others N]

The person is in SHARED engagements of 300 acts each; N others (10,000 unless said) lie beside them on the hub.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.own_library import plain
from models.engagement.edit import Edit
from models.engagement.engagement import Note
from models.sharing.told import ToldAct, digest_of
from models.storage import Library
from models.values.sentence import act_called
from tests.bench.hub import ACTS, filled
from tests.hub.clients import Client, entering
from tests.hub.postgres import Server
from tests.proofs.hub.world import id_of
from tests.storage.library_samples import small

NAME, PERSON, MOVED, NEW = "TEMPLATE", "p50", 10, 20
"""What stands in every id of the engagement that is copied; who joins; how many engagements move in a day, by how
many acts each.
"""
COPY = "COPY clearway.act (engagement, number, gid, stamp, seen, body, signed) FROM STDIN"


def template(folder: Path) -> list[ToldAct]:
    """The acts of an engagement that people worked on."""
    library = Library.open(folder / "template.clearway", who="Ben", device="Ben")
    library.add(small(NAME), act_called("Add"))
    key = id_of(NAME)
    round_id = library.engagement(key).current.assessment.id
    for number in range(ACTS - 1):
        note = Note(
            id=f"note-{NAME}-{number % 60}", assessment_id=round_id, sign_id="gap", text=f"Seen {number} times."
        )
        library.save(Edit(act_called("Note"), key, put=(note,)))
    side = Client(library, entering("")).side
    found = [plain().fold(act) for act in side.here(key).acts]
    library.close()
    return found


def copied(acts: Iterable[ToldAct], number: int) -> list[ToldAct]:
    """The same acts on another engagement."""

    def named(gid: str) -> str:
        return f"{int(gid[:32], 16) ^ (number << 96):032x}{gid[32:]}"

    def body(packed: bytes) -> bytes:
        return zlib.compress(zlib.decompress(packed).replace(NAME.encode(), f"n{number}".encode()), 1)

    return [ToldAct(named(a.gid), a.stamp, tuple(map(named, a.seen)), body(a.body)) for a in acts]


def put_there(server: Server, numbers: Iterable[int], acts: Sequence[ToldAct], first: int = 0) -> None:
    """Those of the acts that come after the `first`, on each of these engagements."""
    with server.connect("owner") as inside:
        inside.execute("SET session_replication_role = replica")
        for number in numbers:
            told, key = copied(acts, number), id_of(f"n{number}")
            digest = digest_of({act.gid: act.stamp for act in told})
            if not first:
                inside.execute("INSERT INTO clearway.engagement (id, shared_by) VALUES (%s, 'p1')", (key,))
                member = "INSERT INTO clearway.member (engagement, role, part) VALUES (%s, %s, 'member')"
                inside.cursor().executemany(member, [(key, role) for role in (PERSON, "p1", "p2", "p3")])
            with inside.cursor().copy(COPY) as rows:
                for place, act in enumerate(told[first:], first + 1):
                    rows.write_row((key, place, act.gid, act.stamp, list(act.seen), act.body, "p1"))
            now = "UPDATE clearway.engagement SET acts = %s, newest = %s, digest = %s WHERE id = %s"
            inside.execute(now, (len(told), len(told), digest, key))


def met(client: Client, what: str) -> None:
    """One meeting, told."""
    began, used = time.perf_counter(), time.process_time()
    report = client.sync()
    took = time.perf_counter() - began
    assert not report.refused, str(report.refused[0][1])
    moved = report.came + report.sent
    print(
        f"  {what}: {took:.2f} s, {time.process_time() - used:.2f} s of them here; {report.came} came, "
        f"{report.sent} went{f', {moved / took:.0f} acts a second' if moved else ''}",
        flush=True,
    )


def measure(server: Server, shared: int, acts: Sequence[ToldAct], folder: Path) -> None:
    """A new library each time; what was there for the one before is shared with it no more."""
    server.sql(f"DELETE FROM clearway.member WHERE role = '{PERSON}'")
    base = shared * 10_000
    numbers = range(base, base + shared)
    put_there(server, numbers[MOVED:], acts)
    put_there(server, numbers[:MOVED], acts[:-NEW])
    server.sql("ANALYZE clearway.act; ANALYZE clearway.engagement; ANALYZE clearway.member")
    print(f"\n{shared} engagements of {ACTS} acts:", flush=True)
    library = Library.open(folder / f"{shared}.clearway", who=PERSON, device="laptop")
    client = Client(library, entering(server.address(PERSON)))
    met(client, "first join")
    print(
        f"  library {library.path.stat().st_size >> 20} MB, "
        f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB at most"
    )
    met(client, "nothing new")
    put_there(server, numbers[:MOVED], acts, first=len(acts) - NEW)
    for number in numbers[:5]:
        current = library.engagement(id_of(f"n{number}")).current.assessment.id
        note = Note(id=f"own {number}", assessment_id=current, sign_id="gap", text="Mine")
        client.do("Own", note, engagement=id_of(f"n{number}"))
    met(client, f"a day: {NEW} acts came on {MOVED}, 5 own")
    marks = {key: one.mark for key, one in client.memory.engagements.items()}
    began = time.perf_counter()
    client.side.since(marks)
    print(f"  what waits counted: {(time.perf_counter() - began) * 1000:.1f} ms")
    library.close()


def main() -> int:
    """Prints all of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=int, nargs="*", default=[20, 140, 1400])
    parser.add_argument("--others", type=int, default=10_000)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        acts = template(folder)
        with filled(options.others) as server:
            server.let_in(PERSON)
            print(f"{options.others} engagements, {options.others * ACTS} acts of others on the hub")
            for shared in options.shared:
                measure(server, shared, acts, folder)
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
