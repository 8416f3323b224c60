"""The server dies in the middle of a batch, is started again, and is put back as it was yesterday: nothing is lost.

    python -m tests.proofs.hub.killed ROUNDS [--plant believing]

Three people work and meet the hub while it is killed at a random moment. Now and then, and at the end, its whole folder
is replaced by an older copy: the clients send again what it lacks. Somebody new joins then, and has everything.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from models.hub.address import read_address
from models.hub.hub import Hub
from models.hub.people import People
from tests.hub.clients import Client
from tests.hub.postgres import Server
from tests.proofs.hub.world import act, address, begun, client, id_of, losses, met, served, settle

GROUPS: Mapping[str, list[int]] = {"one": [0, 1, 2], "two": [1, 2]}
NEW = 3
"""The person who joins at the end."""


def prove(rounds: int, fault: str) -> list[str]:
    folder, chance = Path(tempfile.mkdtemp()), random.Random(rounds)
    typed: dict[str, set[str]] = {name: set() for name in GROUPS}
    try:
        with served(4, fsync="on", full_page_writes="on") as server:
            begun(folder, server, GROUPS)
            clients = {person: client(folder, address(server), person) for person in range(3)}
            away = 0
            _copy(server)
            for number in range(rounds):
                away += _round(server, clients, chance, typed, number)
                if number % 5 == 4:
                    _put_back(server, clients, forgets=False)
                    _copy(server)
            _put_back(server, clients, forgets=fault == "believing")
            settle(list(clients.values()))
            lead = Hub(read_address(server.address("p0"))[0], None)
            People(lead.connection).share(id_of("one"), [f"p{NEW}"], "member")
            lead.close()
            clients[NEW] = client(folder, address(server), NEW)
            clients[NEW].sync()
            lost = losses(clients, {**GROUPS, "one": [*GROUPS["one"], NEW]}, typed)
            print(f"{sum(map(len, typed.values()))} texts typed, {away} meetings cut off")
            for one in clients.values():
                one.library.close()
    finally:
        shutil.rmtree(folder)
    return lost


def _round(
    server: Server, clients: Mapping[int, Client], chance: random.Random, typed: dict[str, set[str]], number: int
) -> int:
    """All work and meet the hub at once, and it is killed meanwhile; how many found it gone."""
    for person, one in clients.items():
        for step in range(chance.randrange(1, 25)):
            name = chance.choice([name for name, people in GROUPS.items() if person in people])
            text = f"<p{person} {number}.{step}>"
            if act(chance, one, id_of(name), text):
                typed[name].add(text)
    found: list[bool] = []
    threads = [threading.Thread(target=lambda one=one: found.append(met(one))) for one in clients.values()]
    for thread in threads:
        thread.start()
    time.sleep(chance.random() * 0.25)
    server.kill()
    for thread in threads:
        thread.join()
    server.start()
    return found.count(False)


def _copy(server: Server) -> None:
    server.stop()
    subprocess.run(["cp", "-a", str(server.data), str(server.folder / "yesterday")], check=True)
    server.start()


def _put_back(server: Server, clients: Mapping[int, Client], *, forgets: bool) -> None:
    for one in clients.values():  # all is there, and then it is yesterday again
        assert met(one)
    server.stop()
    shutil.rmtree(server.data)
    (server.folder / "yesterday").rename(server.data)
    server.start()
    if forgets:  # the planted fault: what was the same once counts as the same, whatever the hub has now
        with server.connect("owner") as connection:
            told = dict(connection.execute("SELECT id, digest FROM clearway.engagement").fetchall())
        for one in clients.values():
            for key, known in list(one.memory.engagements.items()):
                one.memory.engagements[key] = replace(known, digest=told[key])


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", type=int)
    parser.add_argument("--plant", choices=("", "believing"), default="")
    options = parser.parse_args()
    lost = prove(options.rounds, options.plant)
    print(*lost[:20], f"{options.rounds} kills, {len(lost)} losses", sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
