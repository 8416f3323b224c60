"""Fifty people on one hub at once: none loses anything, and all have the same in the end.

    python -m tests.proofs.hub.many SECONDS [CLIENTS] [--plant trusting]

Two processes, a thread for each person; one engagement is everybody's, the others are shared by six.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.proofs.hub.world import act, address, begun, client, id_of, losses, met, plant, served, settle

Groups = dict[str, list[int]]
PROCESSES, IN_A_GROUP = 2, 6


def groups_of(clients: int) -> Groups:
    found: Groups = {"everybody": list(range(clients))}
    for start in range(0, clients, IN_A_GROUP // 2):
        found[f"group{start}"] = [(start + place) % clients for place in range(min(IN_A_GROUP, clients))]
    return found


def work(folder: Path, where: str, person: int, groups: Groups, until: float) -> list[tuple[str, str]]:
    """One person's day; what they typed, by engagement."""
    chance, typed, number = random.Random(person), list[tuple[str, str]](), 0
    one = client(folder, where, person)
    own = [name for name, people in groups.items() if person in people]
    while time.monotonic() < until:
        for _ in range(chance.randrange(1, 4)):
            name = chance.choice(own)
            text = f"<p{person} {number}>"
            number += 1
            if act(chance, one, id_of(name), text):
                typed.append((name, text))
        met(one)
        time.sleep(chance.random() * 2)
    one.library.close()
    return typed


def child(folder: Path, where: str, clients: int, part: int, seconds: float, fault: str) -> None:
    """Half of them."""
    plant(fault)
    groups, until = groups_of(clients), time.monotonic() + seconds
    typed: list[tuple[str, str]] = []
    faults: list[BaseException] = []

    def run(person: int) -> None:
        try:
            typed.extend(work(folder, where, person, groups, until))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=run, args=(person,)) for person in range(part, clients, PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (folder / f"typed{part}").write_text(json.dumps(typed))
    if faults:
        raise faults[0]


def prove(seconds: float, clients: int, fault: str) -> list[str]:
    folder, groups = Path(tempfile.mkdtemp()), groups_of(clients)
    try:
        with served(clients) as server:
            begun(folder, server, groups)
            command = [sys.executable, "-m", "tests.proofs.hub.many", str(seconds), str(clients)]
            parts = [
                subprocess.Popen(
                    [*command, "--child", str(part), "--folder", str(folder), "--where", address(server)]
                    + (["--plant", fault] if fault else [])
                )
                for part in range(PROCESSES)
            ]
            lost = [f"process {part} failed" for part, one in enumerate(parts) if one.wait(seconds * 6 + 300)]
            typed: dict[str, set[str]] = {name: set() for name in groups}
            for part in range(PROCESSES):
                for name, text in json.loads((folder / f"typed{part}").read_text()):
                    typed[name].add(text)
            plant(fault)
            all_of_them = {person: client(folder, address(server), person) for person in range(clients)}
            settle(list(all_of_them.values()))
            lost += losses(all_of_them, groups, typed)
            acts = server.sql("SELECT sum(acts)::int, max(acts) FROM clearway.engagement")[0]
            print(f"{sum(map(len, typed.values()))} texts typed, {acts[0]} acts on the hub, {acts[1]} on everybody's")
            for one in all_of_them.values():
                one.library.close()
    finally:
        shutil.rmtree(folder)
    return lost


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", type=float)
    parser.add_argument("clients", type=int, nargs="?", default=50)
    parser.add_argument("--plant", default="")
    parser.add_argument("--child", type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--where", default="")
    options = parser.parse_args()
    if options.child is not None:
        child(options.folder, options.where, options.clients, options.child, options.seconds, options.plant)
        return 0
    began = time.monotonic()
    lost = prove(options.seconds, options.clients, options.plant)
    print(
        *lost[:20],
        f"{options.clients} people, {options.seconds:g} s, {len(lost)} losses, {time.monotonic() - began:.0f} s in all",
        sep="\n",
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
