"""Clients and clocks that are far apart: a library of a year ago, a hub that moves on meanwhile, clocks hours wrong.

    python -m tests.proofs.hub.ages [--plant narrow|last-arrival]

`narrow` is a migration after which clients of before cannot write; with `last-arrival` a cell belongs to what came
last.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.hub import schema
from models.hub.address import read_address
from models.hub.connection import Connection
from models.hub.errors import HubNewerError
from models.hub.hub import Hub
from models.hub.schema import Migration, make, migrations
from models.sharing.state import State
from models.storage.log import history
from tests.hub.clients import ONE, Client
from tests.hub.postgres import Server
from tests.proofs.hub.world import address, begun, client, id_of, losses, served, settle

WIDER = """ALTER TABLE clearway.act ADD COLUMN place text NOT NULL DEFAULT '';
    CREATE TABLE clearway.later (engagement text PRIMARY KEY REFERENCES clearway.engagement)"""
NARROW = (
    "ALTER TABLE clearway.act ADD COLUMN place text; ALTER TABLE clearway.act ADD CHECK (place IS NOT NULL) NOT VALID"
)


class _Shifted(datetime):
    by = timedelta()

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now(UTC) + cls.by


@contextmanager
def clock(hours: float) -> Iterator[None]:
    """Meanwhile a computer's clock is so many hours wrong."""
    _Shifted.by = timedelta(hours=hours)
    history.datetime = _Shifted  # type: ignore[attr-defined,misc]
    try:
        yield
    finally:
        history.datetime = datetime  # type: ignore[attr-defined,misc]


def typing(who: Client, text: str) -> None:
    """In the one field that all of them change."""
    who.do(f"Act {text}", replace(who.library.engagement(ONE).pilot, problem=text))


def a_year_old(clients: list[Client], typed: set[str]) -> list[str]:
    """The third was away for a year, and worked: everything of everybody is there afterwards."""
    with clock(-24 * 365):
        for number in range(30):
            clients[2].note(f"<old {number}>")
            typed.add(f"<old {number}>")
    for number in range(30):
        for person in (0, 1):
            clients[person].note(f"<p{person} {number}>")
            typed.add(f"<p{person} {number}>")
        if number % 7 == 0:
            clients[0].sync()
            clients[1].sync()
    settle(clients)
    return [f"a year old: p{n} lacks notes" for n, one in enumerate(clients) if not typed <= one.texts()]


def clocks(clients: list[Client]) -> list[str]:
    """Each overwrites what it has seen, with a clock of its own: the last who wrote knew of all, and stands."""
    lost = []
    for turn, (person, hours) in enumerate([(0, 5), (1, -7), (2, 3), (1, -7), (0, 5), (2, -11)]):
        with clock(hours):
            typing(clients[person], f"turn {turn}")
            settle(clients)
        found = {one.library.engagement(ONE).pilot.problem for one in clients}
        if found != {f"turn {turn}"}:
            lost.append(f"clocks: after turn {turn} there stands {sorted(found)}")
        for other, wrong in ((0, 9), (1, -9), (2, 0)):  # all at once, and nobody knows of the others
            with clock(wrong):
                typing(clients[other], f"{turn} of p{other}")
        settle(clients)
        found = {one.library.engagement(ONE).pilot.problem for one in clients}
        if len(found) > 1:
            lost.append(f"clocks: after turn {turn} they differ, {sorted(found)}")
    return lost


def moving_on(server: Server, clients: list[Client], narrow: bool) -> list[str]:
    """The hub gets another version while clients of before are about; then one that they do not understand."""
    owner = Connection(read_address(server.address("owner"))[0], None)
    try:
        with Hub(read_address(server.address("p1"))[0], None) as about:
            make(owner, (*migrations(), Migration("3-later", NARROW if narrow else WIDER)))
            about.stamps(ONE)
        typing(clients[0], "after the migration")
        report = clients[0].sync()
        settle(clients)
        found = {one.library.engagement(ONE).pilot.problem for one in clients}
        lost = [f"moving on: {refusal}" for _, refusal in report.refused]
        lost += [] if found == {"after the migration"} else [f"moving on: there stands {sorted(found)}"]
        make(owner, (*migrations(), Migration("3-later", ""), Migration("4-least", "SELECT 1", schema.PROTOCOL + 1)))
        try:
            clients[1].sync()
        except HubNewerError:
            pass
        else:
            lost.append("moving on: a hub that is for newer clients was spoken to")
    finally:
        owner.close()
    return lost


def prove(fault: str) -> list[str]:
    if fault == "last-arrival":
        State._best = lambda _, values: values[-1]  # type: ignore[method-assign]
    folder, typed = Path(tempfile.mkdtemp()), set[str]()
    try:
        with served(3) as server:
            begun(folder, server, {"one": [0, 1, 2]})
            clients = [client(folder, address(server), person) for person in range(3)]
            assert id_of("one") == ONE
            settle(clients)
            lost = a_year_old(clients, typed)
            lost += clocks(clients)
            lost += losses(dict(enumerate(clients)), {"one": [0, 1, 2]}, {"one": set()})
            lost += moving_on(server, clients, fault == "narrow")
            for one in clients:
                one.library.close()
    except AssertionError as error:
        return [str(error)]
    finally:
        shutil.rmtree(folder)
    return lost


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--plant", choices=("", "narrow", "last-arrival"), default="")
    lost = prove(parser.parse_args().plant)
    print(*lost[:20], f"{len(lost)} losses", sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
